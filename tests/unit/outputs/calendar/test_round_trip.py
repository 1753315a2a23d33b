"""Any activity that can be written: another program reads the same dates from our calendar as stand on our pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import recurring_ical_events
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.builders import ADDRESS, ics, read

from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.notation.text.characters import hidden
from meedoen.notation.time.recurrence import Recurrence, first_on_or_after, parse_recurrence
from meedoen.outputs.calendar.feed import feed
from meedoen.programme.activity import Activity
from meedoen.programme.schedule import Schedule

PHRASES = (
    "dagelijks", "elke werkdag", "elke week", "elke dinsdag en donderdag", "elke 2 weken op maandag en vrijdag",
    "om de donderdag",
    "elke 3 weken", "in even weken op dinsdag", "in oneven weken", "elke eerste zaterdag van de maand",
    "elke laatste vrijdag van de maand",
    "elke 2e en 4e woensdag", "elke 5e zondag van de maand", "maandelijks op de 15e",
    "maandelijks op de 31e", "de laatste dag van de maand", "elke maand", "elke 2 maanden op de eerste maandag",
    "elk kwartaal",
    "jaarlijks", "losse data", "",
)  # fmt: skip
PREFIXES = {"afgelast": "Gaat niet door: ", "uitgesteld": "Gaat niet door (nieuwe datum volgt): ", "vol": "Vol: "}
LETTERS = st.characters(categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\ufeff\ufffe\uffff").filter(
    lambda letter: not hidden(letter)
)
LINES = st.text(LETTERS, min_size=1, max_size=60).filter(lambda text: text.strip() != "")
BODIES = st.lists(st.text(LETTERS, max_size=400), max_size=12).map("\n\n".join)
DAYS = st.dates(date(2026, 9, 1), date(2027, 6, 30))
QUARTERS = st.integers(16, 95).map(lambda number: f"{number // 4}.{number % 4 * 15:02}")
TIMES = st.one_of(
    st.tuples(QUARTERS, QUARTERS).filter(lambda pair: pair[0] != pair[1]).map(
        lambda pair: " - ".join(sorted(pair, key=lambda text: [int(part) for part in text.split(".")]))
    ),
    QUARTERS.map(lambda text: f"vanaf {text} uur"),
    st.sampled_from(["22.00 - 1.00", "20.00 - 24.00", "0.00 - 24.00"]),
)  # fmt: skip
CHANGES = st.sampled_from([
    "status: afgelast, reden: Ziek", "status: uitgesteld, reden: Ziek", "status: vol",
    "status: online, online: link na aanmelding",
    "locatie: {place}", "ruimte: 'Zaal; 2, boven'", "titel: 'Anders: \\ en meer'", "tijd: {time}",
    "naar: {day}", "naar: {day}, tijd: {time}",
])  # fmt: skip


def quoted(text: str) -> str:
    """The text as YAML takes it, whatever signs it has."""
    return "'" + text.replace("'", "''") + "'"


def shown(day: date) -> str:
    """The date as people may type it."""
    return f"{day.day}-{day.month}-{day.year}"


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """An activity with any recurrence, exceptions, extra dates and changes, read from its text."""
    town = draw(st.sampled_from(["papendrecht", "papendrecht", "bonaire"]))
    path = f"content/activiteiten/{town}/verhaal.md"
    header = [f"titel: {quoted(draw(LINES))}", f"locatie: bibliotheek-{town}", *draw(dates())]
    header.append(
        draw(
            st.sampled_from(
                ["prijs: gratis", "aanmelden: {status: vol}", "status: afgelast\nreden: Ziek", "thema: taal"]
            )
        )
    )
    body = draw(BODIES)
    found, _ = read("\n".join(header), body, path)
    assume(found is not None)
    assert found is not None
    header += draw(changes(found.schedule, town))
    changed, _ = read("\n".join(header), body, path)
    assume(changed is not None)
    assert changed is not None
    return changed


@st.composite
def dates(draw: st.DrawFn) -> list[str]:
    """The fields that say when."""
    phrase = draw(st.sampled_from(PHRASES))
    start = draw(DAYS)
    if phrase:
        rule = parse_recurrence(phrase)
        assert isinstance(rule, Recurrence)
        start = first_on_or_after(rule, start)
    lines = [f"datum: {shown(start)}", draw(st.just("hele-dag: ja") | TIMES.map(lambda times: f"tijd: {times}"))]
    if phrase and phrase != "losse data":
        end = draw(
            st.integers(1, 40).map(lambda count: f"{count} keer")
            | st.integers(0, 700).map(lambda n: shown(start + timedelta(n)))
        )
        out = draw(st.lists(st.integers(0, 300), max_size=3))
        spans = [f"{shown(start + timedelta(each))} t/m {shown(start + timedelta(each + each % 15))}" for each in out]
        words = draw(st.lists(st.sampled_from(["feestdagen", "schoolvakanties"]), unique=True))
        lines += [f"herhaling: {phrase}", f"tot: {end}", f"behalve: [{', '.join(spans + words)}]"]
    extra = draw(
        st.lists(st.tuples(st.integers(-20, 200), st.none() | TIMES), max_size=3, unique_by=lambda each: each[0])
    )
    if "hele-dag: ja" in lines:
        extra = [(each, None) for each, _ in extra]
    if extra:
        lines.append("ook:")
    for each, times in extra:
        lines.append(f"  - {{datum: {shown(start + timedelta(each))}{f', tijd: {times}' if times else ''}}}")
    if len(lines) == 2 and draw(st.booleans()):
        lines.append(f"einddatum: {shown(start + timedelta(draw(st.integers(0, 9))))}")
    return lines


@st.composite
def changes(draw: st.DrawFn, schedule: Schedule, town: str) -> list[str]:
    """The changes of some of the dates."""
    chosen = draw(st.lists(st.sampled_from(schedule.days), max_size=4, unique=True))
    place = "wijkcentrum" if town == "papendrecht" else "bibliotheek-bonaire"
    lines = []
    for day in chosen:
        other = shown(day + timedelta(draw(st.integers(-10, 30))))
        fields = draw(CHANGES).format(place=place, time=draw(TIMES), day=other)
        lines.append(f"  - {{datum: {shown(day)}, {fields}}}")
    return ["wijzigingen:", *lines] if lines else []


Row = tuple[str, str, str, bool]


def ours(activity: Activity) -> list[Row]:
    """Start, end, title and whether it is off, of each date, as our own pages have it."""
    return sorted(_row(each) for each in occurrences(activity) if each.moved_to is None)


def _row(each: Occurrence) -> Row:
    start, end = each.start, each.end
    if not isinstance(start, datetime):
        end = each.last_day + timedelta(days=1)
    elif end is None:
        end = start.astimezone(UTC) + timedelta(hours=1)
    assert end is not None
    return (
        _moment(start),
        _moment(end),
        PREFIXES.get(each.status, "") + each.name,
        each.status in ("afgelast", "uitgesteld"),
    )


def theirs(calendar: bytes) -> list[Row]:
    """The same from the calendar, read by icalendar and expanded by recurring-ical-events."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(date(2026, 1, 1), date(2031, 1, 1))
    return sorted(
        (_moment(each.start), _moment(each.end), str(each["SUMMARY"]), each["STATUS"] == "CANCELLED") for each in found
    )


def _moment(moment: date | datetime) -> str:
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


@given(activities())
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_calendar_holds_exactly_our_dates_in_lines_that_every_program_reads(activity: Activity) -> None:
    calendar = feed("Agenda", "Wat er te doen is.", f"{ADDRESS}/agenda.ics", [activity.zone], [ics(activity)])
    assert theirs(calendar) == ours(activity)
    assert calendar.endswith(b"END:VCALENDAR\r\n")
    lines = calendar.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if set(line) & {*range(0x09), *range(0x0A, 0x20), 0x7F}] == []
    assert [line for line in lines if line.decode("utf-8", "replace").encode() != line] == []
    assert [each.errors for each in icalendar.Calendar.from_ical(calendar).walk() if each.errors] == []
