from __future__ import annotations

import pytest
from tests.builders import activity

from meedoen.agenda.occurrence import occurrences
from meedoen.outputs.calendar.description import ALTOGETHER, LONGEST, description, lead, recurrence_lines, story
from meedoen.programme.activity import Activity

URL = "https://papendrecht.agenda.example.org/activiteit/taalcafe.html"
SERIES = "herhaling: elke dinsdag\ntot: 29 december 2026\n"
FEATURES = {"rolstoel": "Je kunt er met een rolstoel in", "ringleiding": "Er is een ringleiding"}
LINK = "https://www.example.org/mee"
SIGN_UP = "aanmelden: {link: https://www.example.org/aanmelden, telefoon: 078 123 45 67, mail: taal@example.org}"


def text(header: str, body: str = "", number: int = 0) -> str:
    """The description of one of the dates, without the recurrence lines of the series."""
    each = activity(header, body)
    shown = [on for on in occurrences(each) if on.moved_to is None]
    written = description(shown[number], told(each), URL, FEATURES)
    without = recurrence_lines(each, occurrences(each))  # which has tests of its own, below
    return written.replace(f"{without}\n\n", "") if without else written


def told(each: Activity, events: int = 1) -> str:
    """What is the same for all dates."""
    return story(each, occurrences(each), URL, events)


def changed(fields: str) -> str:
    """The description of a date with this change, without the address below it."""
    return text(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]", number=1).removesuffix(f"\n\n{URL}")


def test_everything_that_a_resident_reads_in_order() -> None:
    header = (
        "samenvatting: Kom praten.\ndoelgroep: 18+\nleeftijd: vanaf 16 jaar\nprijs: gratis\n"
        "taal: [arabisch, nederlands]\ntaalniveau: A2\ntoegankelijkheid: ringleiding\nmet: taalhuis\nonline: "
        + LINK
        + "\n"
        "locatie: bibliotheek-papendrecht\n" + SIGN_UP
    )
    assert text(header, "Kom *praten*, met [koffie](https://www.example.org/koffie).\n\n- en\n- thee") == (
        "Kom praten.\n\n"
        "Kom praten, met koffie (https://www.example.org/koffie).\n\n"
        "- en\n- thee\n\n"
        "Voor wie: 18 jaar en ouder (vanaf 16 jaar)\n"
        "Kosten: gratis\n"
        "Meld je vooraf aan.\n"
        "Aanmelden: https://www.example.org/aanmelden\n"
        "Telefoon: 078 123 45 67\n"
        "Mail: taal@example.org\n"
        "Taal: Nederlands en Arabisch\n"
        "Je hebt Nederlands nodig op niveau A2.\n"
        "Toegankelijkheid: Ringleiding.\n"
        "Van: Bibliotheek, met Taalhuis\n\n"
        f"Je kunt ook online meedoen: {LINK}\n\n"
        f"{URL}"
    )


def test_least_that_an_activity_tells() -> None:
    assert text("") == f"Van: Bibliotheek\n\n{URL}"


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("aanmelden: niet nodig", "Je hoeft je niet aan te melden."),
        ("aanmelden: nodig", "Meld je vooraf aan."),
        ("aanmelden: {plaatsen: 12, tot: 1-12-2026}",
         "Meld je vooraf aan. Aanmelden kan tot en met dinsdag 1 december 2026. Er is plek voor 12 mensen."),
        ("aanmelden: {status: wachtlijst}", "Meld je vooraf aan. Alle plaatsen zijn bezet. Je kunt op de wachtlijst."),
    ],
)  # fmt: skip
def test_signing_up(header: str, line: str) -> None:
    assert text(header) == f"{line}\nVan: Bibliotheek\n\n{URL}"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("status: afgelast, reden: De docent is ziek.", "Gaat niet door. De docent is ziek."),
        ("status: afgelast, reden: De docent is ziek", "Gaat niet door. De docent is ziek."),
        ("status: uitgesteld, reden: Ziek!", "Uitgesteld. De nieuwe datum is nog niet bekend. Ziek!"),
        ("status: vol", "Vol. Alle plaatsen zijn bezet."),
        ("status: vol, reden: Kom de week erna.", "Vol. Kom de week erna."),
        ("locatie: wijkcentrum", "Andere plek: was eerst Bibliotheek Papendrecht."),
        (
            "naar: 9-12-2026, reden: De zaal is bezet.",
            "Nieuwe datum: was eerst dinsdag 8 december 2026. De zaal is bezet.",
        ),
        ("tijd: 13.00 - 14.00", "Andere tijd: was eerst 10.00 tot 11.30 uur."),
        (f"status: online, online: {LINK}", "Alleen online."),
        ("titel: Kerstcafé", ""),
    ],
)
def test_what_is_different_comes_first(fields: str, said: str) -> None:
    each = activity(f"{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]")
    found = next(on for on in occurrences(each) if on.change and on.moved_to is None)
    assert lead(found) == said
    assert changed(fields).startswith(f"{said}\n\n" if said else "Van: Bibliotheek")


def test_what_is_off_as_a_whole_says_so_on_every_date() -> None:
    assert text(f"{SERIES}status: afgelast\nreden: De zaal is dicht.", number=2) == (
        f"Gaat niet door. De zaal is dicht.\n\nVan: Bibliotheek\n\n{URL}"
    )


@pytest.mark.parametrize("fields", ["status: afgelast, reden: Ziek", "status: uitgesteld, reden: Ziek", "status: vol"])
def test_nobody_is_asked_to_sign_up_for_what_is_off_or_full(fields: str) -> None:
    header = f"{SERIES}prijs: gratis\n{SIGN_UP}\nwijzigingen: [{{datum: 8-12-2026, {fields}}}]"
    _, _, rest = text(header, number=1).partition("\n\n")
    assert rest == f"Kosten: gratis\nVan: Bibliotheek\n\n{URL}"


def test_nobody_is_sent_to_the_meeting_of_what_is_off() -> None:
    off = "wijzigingen: [{datum: 8-12-2026, status: afgelast, reden: Ziek}]"
    header = f"{SERIES}locatie: bibliotheek-papendrecht\nonline: {LINK}\n{off}"
    assert text(header, number=1) == f"Gaat niet door. Ziek.\n\nVan: Bibliotheek\n\n{URL}"


@pytest.mark.parametrize(
    ("header", "way"),
    [
        (f"online: {LINK}", f"Doe online mee: {LINK}"),
        (f"online: {LINK}\nlocatie: wijkcentrum", f"Je kunt ook online meedoen: {LINK}"),
        ("online: ja", "Doe online mee. Je krijgt de link als je je aanmeldt. Hoe dat kan, lees je hier:"),
        (f"online: ja\n{SIGN_UP}", "Doe online mee. Je krijgt de link als je je aanmeldt."),
        (
            f"online: ja\nlocatie: wijkcentrum\n{SIGN_UP}",
            "Je kunt ook online meedoen. Je krijgt de link als je je aanmeldt.",
        ),
    ],
)
def test_joining_from_home(header: str, way: str) -> None:
    assert text(header).partition("Van: Bibliotheek\n\n")[2] == f"{way}\n\n{URL}"


def test_link_on_request_is_not_promised_when_all_places_are_taken() -> None:
    assert text("online: ja\naanmelden: {status: vol}") == (
        f"Vol. Alle plaatsen zijn bezet.\n\nVan: Bibliotheek\n\n{URL}"
    )


def test_place_of_the_date_tells_what_it_provides() -> None:
    each = activity("toegankelijkheid: ringleiding")
    place = each.place
    assert place is not None
    object.__setattr__(each, "place", type(place)(place.slug, place.name, accessibility=("rolstoel", "onbekend")))
    assert description(occurrences(each)[0], "", URL, FEATURES) == (
        f"Toegankelijkheid: Ringleiding. Je kunt er met een rolstoel in.\nVan: Bibliotheek\n\n{URL}"
    )


def test_text_is_whole_up_to_the_limit() -> None:
    body = "Kom. " * 799 + "Kom."
    assert told(activity("", body), 1) == body
    assert len(body) == LONGEST - 1


PARAGRAPH = "Kom erbij en praat mee. " * 20
MORE = f"\n\nLees verder: {URL}"


def test_long_text_is_cut_between_paragraphs() -> None:
    body = "\n\n".join([PARAGRAPH.strip()] * 10)
    assert told(activity("samenvatting: Kort.", body), 1) == ("Kort.\n\n" + "\n\n".join([PARAGRAPH.strip()] * 8) + MORE)


def test_heading_of_what_was_cut_goes_too() -> None:
    body = "\n\n".join([PARAGRAPH.strip()] * 8 + ["### Daarna", "Kom. " * 100])
    assert told(activity("", body), 1) == "\n\n".join([PARAGRAPH.strip()] * 8) + MORE


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("Kom. " * 1000, "Kom. " * 799 + "Kom."),
        ("- ja\n" * 1500, "- ja\n" * 799 + "- ja"),
        ("komen " * 1000, ("komen " * 666).rstrip() + " …"),
        ("k" * 5000, "k" * 4000 + "…"),
    ],
)
def test_text_of_one_paragraph_is_cut_between_sentences_lines_or_words(body: str, kept: str) -> None:
    assert told(activity("", body), 1) == kept + MORE


@pytest.mark.parametrize(("events", "longest"), [(1, LONGEST), (15, LONGEST), (60, ALTOGETHER // 60), (400, 300)])
def test_text_is_shorter_when_many_events_repeat_it(events: int, longest: int) -> None:
    shown = told(activity("", "k" * 5000), events)
    assert shown == "k" * longest + "…" + MORE


def test_recurrence_lines_of_a_series_with_all_that_is_otherwise() -> None:
    header = (
        "herhaling: elke dinsdag\ntot: 19 januari 2027\nbehalve: [29 december 2026, 5 januari 2027]\n"
        "ook: [6 januari 2027]\nwijzigingen:\n"
        "  - {datum: 8 december 2026, status: afgelast, reden: Ziek.}\n"
        "  - {datum: 15 december 2026, naar: 17 december 2026}\n"
        "  - {datum: 22 december 2026, tijd: 13.00 - 14.00}\n"
        "  - {datum: 12 januari 2027, titel: Taalcafé met oliebollen}\n"
    )
    each = activity(header)
    assert recurrence_lines(each, occurrences(each)) == (
        "Elke dinsdag, tot en met 19 januari 2027.\n"
        "Niet op 29 december 2026 en 5 januari 2027.\n"
        "Ook op 6 januari 2027.\n"
        "Anders dan anders:\n"
        "- dinsdag 8 december 2026: gaat niet door. Ziek.\n"
        "- dinsdag 15 december 2026: verplaatst naar donderdag 17 december 2026.\n"
        "- dinsdag 22 december 2026: andere tijd: was eerst 10.00 tot 11.30 uur.\n"
        "- dinsdag 12 januari 2027: heet dan “Taalcafé met oliebollen”."
    )


def test_recurrence_lines_of_loose_dates_names_them() -> None:
    each = activity("ook: [8 december 2026, 9 maart 2027]")
    assert recurrence_lines(each, occurrences(each)) == "Op 1 december 2026, 8 december 2026 en 9 maart 2027."


def test_one_date_has_no_recurrence_lines() -> None:
    each = activity()
    assert recurrence_lines(each, occurrences(each)) == ""


def test_very_many_exceptions_are_counted() -> None:
    each = activity("herhaling: elke werkdag\ntot: 26 februari 2027\nbehalve: [2 december 2026 t/m 8 januari 2027]")
    said = recurrence_lines(each, occurrences(each)).splitlines()[1]
    assert said.startswith("Niet op 2 december 2026, 3 december 2026, ")
    assert said.endswith(" en nog 4 keer.")
