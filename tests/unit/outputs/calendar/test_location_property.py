from __future__ import annotations

import pytest
from tests.builders import activity

from meedoen.agenda.occurrence import occurrences
from meedoen.outputs.calendar.location_property import location

SERIES = "herhaling: elke dinsdag\ntot: 29 december 2026\n"
LINK = "https://www.example.org/mee"
MEETING = 'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Meedoen":'
APPLE = "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=72;X-TITLE="
HALL = "LOCATION:Wijkcentrum\\, Papendrecht"


def lines(header: str, number: int = 0, path: str = "content/activiteiten/papendrecht/taalcafe.md") -> list[str]:
    """The lines of where one of the dates is, unfolded."""
    each = activity(header, path=path)
    shown = [on for on in occurrences(each) if on.moved_to is None]
    return location(shown[number]).decode().replace("\r\n ", "").split("\r\n")[:-1]


def changed(fields: str, header: str = "") -> list[str]:
    """The lines of a date with this change."""
    return lines(f"{header}{SERIES}wijzigingen: [{{datum: 8-12-2026, {fields}}}]", number=1)


def test_place_has_a_line_for_the_map_and_a_point() -> None:
    line = "Leeszaal, Bibliotheek Papendrecht, Markt 22, 3351 PB Papendrecht"
    assert lines("ruimte: Leeszaal") == [
        "LOCATION:" + line.replace(",", "\\,"),
        "GEO:51.83;4.69",
        f'{APPLE}"{line}":geo:51.83,4.69',
    ]


def test_place_without_a_point() -> None:
    assert lines("locatie: wijkcentrum") == [HALL]


@pytest.mark.parametrize(
    ("point", "shown"),
    [("[51.1234567, 4.6900001]", "51.123457;4.69"), ("[52, 5]", "52;5"), ("[12.1508, -68.2766]", "12.1508;-68.2766")],
)
def test_point_has_six_decimals_at_most(point: str, shown: str) -> None:
    each = activity("")
    place = each.place
    assert place is not None
    latitude, longitude = (float(part) for part in point.strip("[]").split(","))
    object.__setattr__(each, "place", type(place)("", "Veld", point=(latitude, longitude)))
    assert location(occurrences(each)[0]).decode().split("\r\n")[1:3] == [
        f"GEO:{shown}",
        f'{APPLE}"Veld":geo:{shown.replace(";", ",")}'[:75],
    ]


def test_apple_gets_the_very_line_with_what_quotes_cannot_hold_written_with_a_caret() -> None:
    each = activity("")
    place = each.place
    assert place is not None
    name = 'De "Hoek"; a^b, c'
    object.__setattr__(each, "place", type(place)("", name, point=(52.0, 5.0)))
    assert location(occurrences(each)[0]).decode().replace("\r\n ", "").split("\r\n")[:-1] == [
        'LOCATION:De "Hoek"\\; a^b\\, c',
        "GEO:52;5",
        f"{APPLE}\"De ^'Hoek^'; a^^b, c\":geo:52,5",
    ]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (f"online: {LINK}", [f"LOCATION:{LINK}", MEETING + LINK]),
        ("online: https://www.example.org/mee?a=1,2;b=é",
         ["LOCATION:https://www.example.org/mee?a=1\\,2\\;b=%C3%A9", MEETING + "https://www.example.org/mee?a=1,2;b=%C3%A9"]),
        ("online: link na aanmelding", ["LOCATION:Online"]),
        (f"online: {LINK}\nlocatie: wijkcentrum", [HALL, MEETING + LINK]),
        ("online: link na aanmelding\nlocatie: wijkcentrum", [HALL]),
        (f"online: {LINK}\nstatus: afgelast\nreden: Ziek", ["LOCATION:Online"]),
        (f"online: {LINK}\nlocatie: wijkcentrum\nstatus: uitgesteld\nreden: Ziek", [HALL]),
    ],
)  # fmt: skip
def test_meeting_stands_only_where_everybody_may_join(header: str, found: list[str]) -> None:
    assert lines(header) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("locatie: wijkcentrum", [HALL]),
        ("locatie: wijkcentrum, ruimte: Zaal 2", ["LOCATION:Zaal 2\\, Wijkcentrum\\, Papendrecht"]),
        ("status: online, online: link na aanmelding", ["LOCATION:Online"]),
        (f"status: online, online: {LINK}", [f"LOCATION:{LINK}", MEETING + LINK]),
    ],
)
def test_place_of_one_date(fields: str, found: list[str]) -> None:
    assert changed(fields, "ruimte: Leeszaal\n") == found
