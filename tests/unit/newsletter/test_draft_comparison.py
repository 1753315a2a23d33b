from __future__ import annotations

from datetime import date, timedelta

from tests.unit.newsletter.correspondence import edition

from meedoen.newsletter.draft import AnnouncedDate, Draft, Entry, Part
from meedoen.newsletter.draft_comparison import difference, difference_lines
from meedoen.newsletter.section import CANCELLED, MOVED
from meedoen.outputs.letter import Item

MONDAY = date(2026, 11, 30)


def _entry(identifier: str, day: date = MONDAY, **more: str) -> Entry:
    time = more.pop("time", "10.00-11.30 uur")
    told = AnnouncedDate(planned=day, day=day, last_day=day, time=time, where="Bibliotheek")
    facts = {"name": identifier.title(), "when": f"op {day}", "where": "Bibliotheek"} | more
    item = Item(id=identifier, **facts)  # type: ignore[arg-type]
    return Entry(item=item, site="papendrecht", page="activiteit/a.html", dates=(told,))


def _draft(first: date, *entries: Entry, **changes: tuple[Entry, ...]) -> Draft:
    parts = [Part("agenda", "Agenda", entries), *(Part(key, key, some) for key, some in changes.items())]
    return Draft(edition=edition(first, first + timedelta(days=6)), title="", sender="", parts=tuple(parts))


def test_letters_of_two_weeks_differ_in_what_came_and_went_and_in_what_is_told() -> None:
    later = MONDAY + timedelta(days=7)
    old = _draft(MONDAY, _entry("koffie"), _entry("lezing"), _entry("taal"), _entry("feest"), _entry("quiz"))
    new = _draft(
        later,
        _entry("koffie", later),
        _entry("taal", later, where="Wijkcentrum", time="9.00-10.00 uur"),
        _entry("film", later),
        **{MOVED: (_entry("quiz", later),), CANCELLED: (_entry("feest", later),)},
    )
    found = difference(old, new)
    ids = {name: [each.item.id for each in getattr(found, name)] for name in ("added", "gone", "moved", "off")}
    assert ids == {"added": ["film"], "gone": ["lezing"], "moved": ["quiz"], "off": ["feest"]}
    assert [(each.item.id, facts) for each, facts in found.changed] == [
        ("taal", (("plek", "Bibliotheek", "Wijkcentrum"), ("tijd", "10.00-11.30 uur", "9.00-10.00 uur")))
    ]


def test_two_versions_of_one_letter_also_differ_in_days_and_notes() -> None:
    old = _draft(MONDAY, _entry("koffie"))
    new = _draft(MONDAY, _entry("koffie", when="elke dag", note="Vol"))
    assert [facts for _, facts in difference(old, new).changed] == [
        (("wanneer", f"op {MONDAY}", "elke dag"), ("opmerking", "", "Vol"))
    ]
    assert list(difference_lines(difference(old, old), markdown=False))[-1] == "Er is niets anders."


def test_titles_are_shown_as_they_are_in_a_proposal() -> None:
    new = _draft(MONDAY, _entry("koffie", name="# *Koffie* <b>", when="[nu](https://b)"))
    lines = list(difference_lines(difference(_draft(MONDAY), new), markdown=True))
    assert "- \\# \\*Koffie\\* \\<b\\>: \\[nu\\]\\(https\\://b\\)" in lines
    assert [line for line in lines if line.startswith(("#", "*")) and "Koffie" in line] == []
