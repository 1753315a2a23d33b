"""The example programme shows everything that an activity can be, and nothing in it is wrong."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.contract.conftest import ROOT, Programme

from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.language.rules import is_fault
from meedoen.notation.schema import ACTIVITY
from meedoen.notation.schema.activity_table import NEEDED
from meedoen.notation.schema.status import OFF, EventStatus, RegistrationStatus
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.tree import Mapping, Node, Scalar, Sequence
from meedoen.notation.time.recurrence import Recurrence
from meedoen.programme.activity import Activity
from meedoen.programme.schedule import Schedule

pytestmark = pytest.mark.programme

SEASON = date(2026, 9, 1), date(2027, 8, 31)
FILES = tuple(
    sorted(
        path
        for path in (ROOT / "content/activiteiten").rglob("*.*")
        if path.name[0] not in "._" and path.stem != "LEESMIJ"
    )
)


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    """The activity files as trees of text."""
    found = [parse_document(path.as_posix(), path.read_bytes()) for path in FILES if path.suffix in (".md", ".yaml")]
    assert [each for each in found if not isinstance(each, Document)] == []
    return tuple(each for each in found if isinstance(each, Document))


def values(documents: tuple[Document, ...], key: str) -> list[Node]:
    """What stands at this key, in every file that has it."""
    return [node for each in documents for name, node in each.fields.entries if name.text == key]


def parts(node: Node, key: str) -> list[str]:
    """The texts at this key in a block or a list of blocks."""
    blocks = node.items if isinstance(node, Sequence) else (node,)
    return [
        value.text
        for block in blocks
        if isinstance(block, Mapping)
        for name, value in block.entries
        if name.text == key and isinstance(value, Scalar)
    ]


def in_season(programme: Programme) -> list[Occurrence]:
    """Every date of the season, on each site that shows it."""
    first, last = SEASON
    return [
        each
        for activity in programme.activities
        for each in occurrences(activity) * len(activity.municipalities)
        if first <= each.day <= last
    ]


def rules_of(programme: Programme) -> list[Recurrence]:
    """The rules of all series."""
    return [each.schedule.recurrence for each in programme.activities if each.schedule.recurrence is not None]


def test_content_has_no_faults(programme: Programme) -> None:
    assert [(each.place.path, each.rule, each.message) for each in programme.problems if is_fault(each.rule)] == []


def test_content_has_the_size_of_a_real_programme(programme: Programme) -> None:
    series = [each for each in programme.activities if each.schedule.is_series]
    assert len(programme.activities) == programme.files
    assert (programme.files >= 180, len(series) >= 60, len(in_season(programme)) > 4_000) == (True, True, True)


def test_twelve_municipalities_each_have_a_programme(programme: Programme) -> None:
    assert len(programme.network.municipalities) == 12
    counts = dict.fromkeys(programme.network.municipalities, 0)
    for activity in programme.activities:
        if activity.folder in counts:
            counts[activity.folder] += 1
    assert [slug for slug, count in counts.items() if count < 10] == []


def test_every_field_occurs(documents: tuple[Document, ...]) -> None:
    used = {key.text for each in documents for key, _ in each.fields.entries}
    assert {field.key for field in ACTIVITY} - used == set()


def test_every_part_of_a_field_occurs(documents: tuple[Document, ...]) -> None:
    missing = {
        f"{field.key}.{part.key}"
        for field in ACTIVITY
        if field.parts
        for part in field.parts
        if not any(parts(node, part.key) for node in values(documents, field.key))
    }
    assert missing == {"adres.postcode"}  # of a place that was made up it would be the code of a real street


def test_every_status_occurs(documents: tuple[Document, ...]) -> None:
    whole = {node.text for node in values(documents, "status") if isinstance(node, Scalar)}
    of_dates = {text for node in values(documents, "wijzigingen") for text in parts(node, "status")}
    registration = {text for node in values(documents, "aanmelden") for text in parts(node, "status")}
    assert {*OFF} - whole == set()
    assert {*EventStatus} - of_dates - {EventStatus.SCHEDULED} == set()
    assert {*RegistrationStatus} - registration == set()


def test_every_way_of_signing_up_occurs(programme: Programme) -> None:
    given = [each.registration for each in programme.activities if each.registration]
    assert {*NEEDED} - {each.needed for each in given} == set()
    assert [
        name
        for name in ("url", "phone", "mail", "capacity", "opens", "closes")
        if not any(getattr(each, name) for each in given)
    ] == []


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_every_frequency_occurs(programme: Programme, frequency: str) -> None:
    assert [each for each in rules_of(programme) if each.frequency == frequency and not each.loose] != []


def test_every_form_of_recurrence_occurs(programme: Programme, documents: tuple[Document, ...]) -> None:
    rules = rules_of(programme)
    forms = {
        "every so many weeks": any(each.frequency == "WEEKLY" and each.interval > 1 for each in rules),
        "several weekdays": any(each.frequency == "WEEKLY" and len(each.weekdays) > 1 for each in rules),
        "working days": any(each.weekdays == (0, 1, 2, 3, 4) for each in rules),
        "even or odd weeks": any(each.week_parity is not None for each in rules),
        "first of the month": any(1 in each.positions for each in rules),
        "last of the month": any(-1 in each.positions for each in rules),
        "two in a month": any(len(each.positions) > 1 for each in rules),
        "day of the month": any(each.frequency == "MONTHLY" and each.month_days for each in rules),
        "every so many months": any(each.frequency == "MONTHLY" and each.interval > 1 for each in rules),
        "loose dates": any(
            "losse data" in node.text for node in values(documents, "herhaling") if isinstance(node, Scalar)
        ),
    }
    assert [form for form, there in forms.items() if not there] == []


def test_every_form_of_exception_occurs(documents: tuple[Document, ...]) -> None:
    texts = [
        item.text.lower()
        for node in values(documents, "behalve")
        for item in (node.items if isinstance(node, Sequence) else (node,))
        if isinstance(item, Scalar)
    ]
    forms = {
        "feestdagen": "feestdagen" in texts,
        "schoolvakanties": "schoolvakanties" in texts,
        "range": any("t/m" in text for text in texts),
        "date": any(text[0].isdigit() and "t/m" not in text for text in texts),
    }
    assert [form for form, there in forms.items() if not there] == []


def test_every_form_of_time_occurs(programme: Programme, documents: tuple[Document, ...]) -> None:
    schedules = [each.schedule for each in programme.activities]
    ends = [node.text for node in values(documents, "tot") if isinstance(node, Scalar)]
    forms = {
        "all day": any(each.times is None and each.last_day is None for each in schedules),
        "several days": any(each.last_day is not None for each in schedules),
        "several days with times": any(each.last_day is not None and each.times for each in schedules),
        "open end": any(each.times and each.times.end is None for each in schedules),
        "past midnight": any(each.times and each.times.overnight for each in schedules),
        "extra date with its own time": any(extra.times for each in schedules for extra in each.extra),
        "so many times": any("keer" in text for text in ends),
        "until a date": any("keer" not in text for text in ends),
        "past": any(_last(each) < date(2026, 11, 24) for each in schedules),
    }
    assert [form for form, there in forms.items() if not there] == []


def _last(schedule: Schedule) -> date:
    return schedule.last_day or schedule.days[-1]


def test_every_form_of_place_and_change_occurs(programme: Programme) -> None:
    activities = programme.activities
    changes = [change for each in activities for change in each.changes]
    forms = {
        "place of the list": _any(activities, lambda each: bool(each.place and each.place.slug)),
        "place of its own": _any(activities, lambda each: bool(each.place and not each.place.slug)),
        "only online": _any(activities, lambda each: each.place is None),
        "place and online": _any(activities, lambda each: bool(each.place and each.online)),
        "link after signing up": _any(activities, lambda each: bool(each.online and not each.online.url)),
        "region, everywhere": _any(activities, lambda each: len(each.municipalities) == 12),
        "region, in some": _any(activities, lambda each: 1 < len(each.municipalities) < 12),
        "another language": _any(activities, lambda each: any(term.code != "nl" for term in each.languages)),
        "prices per visitor": _any(activities, lambda each: len(each.price) > 1),
        "picture": _any(activities, lambda each: each.image is not None),
        "moved to another day": any(change.to_day for change in changes),
        "moved to another time": any(change.times for change in changes),
        "moved to another place": any(change.place for change in changes),
        "another title": any(change.name for change in changes),
    }
    assert [form for form, there in forms.items() if not there] == []


def _any(activities: tuple[Activity, ...], test: object) -> bool:
    return any(test(each) for each in activities)  # type: ignore[operator]


def test_every_core_function_programme_line_and_theme_has_activities(programme: Programme) -> None:
    activities, network = programme.activities, programme.network
    used = {
        "kernfuncties": {each.core_function.slug for each in activities if each.core_function},
        "programmalijnen": {each.programme_line.slug for each in activities if each.programme_line},
        "themas": {term.slug for each in activities for term in each.themes},
        "doelgroepen": {term.slug for each in activities for term in each.audience},
    }
    unused = [(name, slug) for name, slugs in used.items() for slug in network.vocabularies[name] if slug not in slugs]
    assert unused == []


def test_starts_are_at_reasonable_hours(programme: Programme) -> None:
    starts = [each.start for each in in_season(programme)]
    assert {start.hour for start in starts if isinstance(start, datetime) and not 6 <= start.hour <= 22} == set()


def test_footer_says_that_it_is_an_example(programme: Programme) -> None:
    assert programme.network.organisation.footer.startswith("Dit is een voorbeeldprogramma")
