from __future__ import annotations

import pytest
from tests.builders import activity, network, read, rules

from meedoen.notation.fields.values import AgeRange
from meedoen.notation.text.document import Document, parse_document
from meedoen.programme.activity import Home, read_activity

REGION = "content/activiteiten/regio/quiz.md"


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("content/activiteiten/papendrecht/taalcafe.md", Home("papendrecht", "taalcafe")),
        ("content/activiteiten/papendrecht/taal/praten/cafe.yaml", Home("papendrecht", "cafe")),
        ("content/activiteiten/regio/quiz.md", Home("regio", "quiz")),
    ],
)
def test_home_is_the_top_folder_and_the_name(path: str, home: Home) -> None:
    assert Home.of(path) == home


@pytest.mark.parametrize(
    ("header", "path", "identifier", "page"),
    [
        ("", "content/activiteiten/papendrecht/taalcafe.md", "papendrecht-taalcafe", "taalcafe"),
        ("", "content/activiteiten/papendrecht/taal/cafe.md", "papendrecht-cafe", "cafe"),
        ("id: papendrecht-praten", "content/activiteiten/papendrecht/taalcafe.md", "papendrecht-praten", "praten"),
        ("id: taal-2026", "content/activiteiten/papendrecht/taalcafe.md", "taal-2026", "taal-2026"),
        ("", REGION, "regio-quiz", "regio-quiz"),
        ("id: quiz", REGION, "quiz", "quiz"),
    ],
)
def test_id_and_page(header: str, path: str, identifier: str, page: str) -> None:
    found = activity(header, path=path)
    assert (found.id, found.page) == (identifier, page)


def test_defaults_of_an_activity_that_says_little() -> None:
    found = activity()
    assert (found.name, found.folder, found.organizer) == ("Taalcafé", "papendrecht", network().partners["bibliotheek"])
    assert (found.status, found.featured, found.hidden, found.body, found.price) == ("gepland", False, False, "", ())


def test_everything_that_can_be_said() -> None:
    found = activity(
        "samenvatting: Kom erbij.\nruimte: Leeszaal\nonline: https://www.example.org\norganisator: Taalhuis\n"
        "met: [bibliotheek]\ndoelgroep: [18+, jeugd]\nleeftijd: vanaf 16 jaar\n"
        "taal: [Nederlands, Arabisch]\ntaalniveau: a2\n"
        "raakt-ook: kunst-en-cultuur\nthema: taal\nvaardigheid: Digitaal\nsdg: [10, 4]\nproject: Taal in de wijk\n"
        "toegankelijkheid: [ringleiding, rolstoel]\nhulp-gezocht: Wie schenkt koffie?\nuitgelicht: ja\nverborgen: ja\n"
        "locatie: bibliotheek-papendrecht",
        "Kom *praten*.",
    )
    assert (found.summary, found.room, found.body) == ("Kom erbij.", "Leeszaal", "<p>Kom <em>praten</em>.</p>")
    assert (found.organizer.slug, [each.slug for each in found.partners]) == ("taalhuis", ["bibliotheek"])
    assert ([each.slug for each in found.audience], found.age) == (["jeugd", "18-plus"], AgeRange(16, None))
    assert ([each.code for each in found.languages], found.language_level) == (["nl", "ar"], "A2")
    assert ([each.slug for each in found.goals], [each.slug for each in found.skills]) == (
        ["4", "10"],
        ["digitale-vaardigheden"],
    )
    assert [each.slug for each in found.also_touches] == ["kunst-en-cultuur"]
    assert [each.slug for each in found.accessibility] == ["rolstoel", "ringleiding"]
    assert (found.project, found.help_wanted) == (network().projects["taal-in-de-wijk"], "Wie schenkt koffie?")
    assert (found.featured, found.hidden) == (True, True)


@pytest.mark.parametrize(
    ("header", "core_function"),
    [
        (
            "kernfunctie: kennis-en-informatie\nprogrammalijn: ontmoeten\nproject: taal-in-de-wijk",
            "kennis-en-informatie",
        ),
        ("programmalijn: ontmoeten\nproject: taal-in-de-wijk", "ontmoeting-en-debat"),
        ("programmalijn: leren\nproject: taal-in-de-wijk", "kunst-en-cultuur"),
        ("project: taal-in-de-wijk", "kunst-en-cultuur"),
        ("project: zonder", "lezen-en-literatuur"),
        ("", "lezen-en-literatuur"),
        ("organisator: taalhuis", None),
    ],
)
def test_core_function_comes_from_the_nearest_that_has_one(header: str, core_function: str | None) -> None:
    found = activity(header).core_function
    assert (found.slug if found else None) == core_function


def test_organiser_is_not_also_a_partner() -> None:
    assert activity("organisator: taalhuis\nmet: [taalhuis, bibliotheek]").partners == (
        network().partners["bibliotheek"],
    )


def test_description_in_a_yaml_file() -> None:
    text = (
        b"titel: Taalcafe\ndatum: 1 december 2026\ntijd: 10.00\nlocatie: wijkcentrum\n"
        b"beschrijving: |\n  Kom **praten**.\n\n  Tot dan!\n"
    )
    found = parse_document("content/activiteiten/papendrecht/taalcafe.yaml", text)
    assert isinstance(found, Document)
    result, problems = read_activity(found, network())
    assert problems == ()
    assert result is not None
    assert result.body == "<p>Kom <strong>praten</strong>.</p>\n<p>Tot dan!</p>"


def test_description_twice_is_reported() -> None:
    assert rules("beschrijving: Kom praten.", "Kom praten.") == ["dubbele-tekst"]


@pytest.mark.parametrize("status", ["afgelast", "uitgesteld"])
def test_status_of_the_whole_activity_asks_for_a_reason(status: str) -> None:
    assert rules(f"status: {status}") == ["reden-ontbreekt"]
    found = activity(f"status: {status}\nreden: De zaal is dicht.")
    assert (found.status, found.reason) == (status, "De zaal is dicht.")


@pytest.mark.parametrize("status", ["vol", "verplaatst", "online"])
def test_status_that_only_a_date_can_have_is_refused(status: str) -> None:
    assert rules(f"status: {status}") == ["geen-keuze"]


def test_one_fault_keeps_the_activity_away_and_a_hint_does_not() -> None:
    assert read("prijs: duur")[0] is None
    found, problems = read("afbeelding: foto.jpg")
    assert found is not None
    assert len(problems) == 1


def test_activities_are_told_apart_by_identity() -> None:
    first, second = activity(), activity()
    assert first != second
    assert len({first, second}) == 2
