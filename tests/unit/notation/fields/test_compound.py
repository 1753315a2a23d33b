from __future__ import annotations

from datetime import date

import pytest
from tests.builders import activity, document, reference_files, rules

from meedoen.agenda.network_reader import read_network
from meedoen.notation.fields.cast import read_record
from meedoen.notation.fields.reader import MOST_ITEMS, Names, Reader
from meedoen.notation.fields.values import AgeRange, Exceptions, PriceLine
from meedoen.notation.schema import ACTIVITY

SERIES = "herhaling: elke dinsdag\ntot: 29 juni 2027\n"


def exceptions(text: str) -> Exceptions:
    """What `behalve` says, without problems."""
    reader = Reader("a.md", Names())
    record = read_record(reader, ACTIVITY, document(f"{SERIES}behalve: {text}").fields)
    assert [problem.rule for problem in reader.problems if problem.rule != "onbekende-locatie"] == []
    found = record.get("exceptions")
    assert isinstance(found, Exceptions)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gratis", (PriceLine("", 0),)),
        ("€ 7,50", (PriceLine("", 750),)),
        ("\n  leden: 5 euro\n  niet-leden: 7,50", (PriceLine("leden", 500), PriceLine("niet-leden", 750))),
        ("\n  - leden: gratis\n  - anderen: 3 euro", (PriceLine("leden", 0), PriceLine("anderen", 300))),
        ("{kinderen: gratis}", (PriceLine("kinderen", 0),)),
    ],
)
def test_price(text: str, expected: tuple[PriceLine, ...]) -> None:
    assert activity(f"prijs: {text}").price == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("duur", "prijs-onleesbaar"),
        ("{leden: veel}", "prijs-onleesbaar"),
        ("{leden: [5]}", "prijs-onleesbaar"),
        ("[5, 6]", "verkeerde-vorm"),
    ],
)
def test_price_that_cannot_be_read(text: str, rule: str) -> None:
    assert rules(f"prijs: {text}") == [rule]


def test_age_is_read() -> None:
    assert activity("leeftijd: 4 tot 12 jaar").age == AgeRange(4, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29 december 2026", Exceptions(((date(2026, 12, 29), date(2026, 12, 29)),))),
        (
            "[29-12-2026, 5-1-2027]",
            Exceptions(((date(2026, 12, 29), date(2026, 12, 29)), (date(2027, 1, 5), date(2027, 1, 5)))),
        ),
        ("21 december 2026 t/m 3 januari 2027", Exceptions(((date(2026, 12, 21), date(2027, 1, 3)),))),
        ("feestdagen", Exceptions((), public_holidays=True)),
        ("op feestdagen", Exceptions((), public_holidays=True)),
        ("in de schoolvakanties", Exceptions((), school_holidays=True)),
        (
            "[schoolvakanties, feestdagen, 9 maart 2027]",
            Exceptions(((date(2027, 3, 9), date(2027, 3, 9)),), True, True),
        ),
        (
            "[5-1-2027, 29-12-2026, 5-1-2027]",
            Exceptions(((date(2026, 12, 29), date(2026, 12, 29)), (date(2027, 1, 5), date(2027, 1, 5)))),
        ),
    ],
)
def test_exceptions(text: str, expected: Exceptions) -> None:
    assert exceptions(text) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("als het regent", "behalve-onleesbaar"),
        ("[{datum: 1 maart 2027}]", "behalve-onleesbaar"),
        ("31 februari 2027", "datum-bestaat-niet"),
    ],
)
def test_exceptions_that_cannot_be_read(text: str, rule: str) -> None:
    assert rules(f"{SERIES}behalve: {text}") == [rule]


def test_list_with_too_many_items_is_refused() -> None:
    days = ", ".join(["1 maart 2027"] * (MOST_ITEMS + 1))
    assert rules(f"{SERIES}behalve: [{days}]") == ["te-veel-regels"]


@pytest.mark.parametrize(
    ("text", "point"), [("[51.83, 4.69]", (51.83, 4.69)), ("[12.15, -68.27]", (12.15, -68.27)), ("[0, 0]", (0, 0))]
)
def test_point(text: str, point: tuple[float, float]) -> None:
    network, problems = read_network(
        reference_files(
            locaties__wijkcentrum=f"naam: W\nsoort: vestiging\ngemeente: papendrecht\nplaats: P\npunt: {text}\n"
        )
    )
    assert problems == ()
    assert network is not None
    assert network.places["wijkcentrum"].point == point


@pytest.mark.parametrize("text", ["[91, 4]", "[51.8]", "[a, b]", "51.83", "[51.8, 181]", "[nan, 4]", "[51.8, [4]]"])
def test_point_off_the_map_is_refused(text: str) -> None:
    _, problems = read_network(
        reference_files(
            locaties__wijkcentrum=f"naam: W\nsoort: vestiging\ngemeente: papendrecht\nplaats: P\npunt: {text}\n"
        )
    )
    assert [problem.rule for problem in problems] == ["geen-getal"]


def test_named_texts() -> None:
    hours = "\n  maandag: 10.00 -  17.00\n  dinsdag: gesloten"
    network, problems = read_network(
        reference_files(
            locaties__wijkcentrum=f"naam: W\nsoort: vestiging\ngemeente: papendrecht\nplaats: P\n"
            f"openingstijden: {hours}\n"
        )
    )
    assert problems == ()
    assert network is not None
    assert dict(network.places["wijkcentrum"].opening_hours) == {"maandag": "10.00 - 17.00", "dinsdag": "gesloten"}


def test_named_texts_as_one_text_are_refused() -> None:
    _, problems = read_network(
        reference_files(
            locaties__wijkcentrum="naam: W\nsoort: vestiging\ngemeente: papendrecht\nplaats: P\n"
            "openingstijden: elke dag\n"
        )
    )
    assert [problem.rule for problem in problems] == ["verkeerde-vorm"]
