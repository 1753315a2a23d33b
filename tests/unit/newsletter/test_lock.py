from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import activity, network
from tests.calendar.strategies import lines
from tests.unit.newsletter.correspondence import edition, shown, write

from meedoen.language.problems import Problem
from meedoen.newsletter.draft import AnnouncedDate, Draft, Entry, Part, Photo
from meedoen.newsletter.lock import lock_text, read_lock
from meedoen.outputs.letter import Item, NoteKind

MONDAY = date(2026, 11, 30)
PATH = "content/nieuwsbrieven/vastgelegd/papendrecht-2026-11-30.json"


@cache
def _draft() -> Draft:
    series = activity(
        "herhaling: elke dinsdag\ntot: 29 juni 2027\nsamenvatting: Praat mee, bij de koffie.\nprijs: gratis"
    )
    about = edition(MONDAY, MONDAY + timedelta(days=6), intro="Kom *mee*.\n\nHet is er warm.", settled=True, path=PATH)
    return write(about, shown([series], network(), MONDAY))


def _read(text: str) -> Draft | Problem:
    return read_lock(PATH, text.encode())


def test_what_was_settled_reads_back_as_it_was() -> None:
    assert _read(lock_text(_draft())) == _draft()


def test_lines_of_another_computer_are_no_change() -> None:
    assert read_lock(PATH, lock_text(_draft()).replace("\n", "\r\n").encode()) == _draft()


@given(lines(100), lines(200), st.integers(0, 300), st.booleans(), st.sampled_from(NoteKind))
@settings(max_examples=60)
def test_any_text_reads_back_as_it_was(name: str, note: str, more: int, pictured: bool, kind: NoteKind) -> None:
    photo = Photo(path="beeld/foto-480.webp", width=480, height=320, alt=note) if pictured else None
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    day = AnnouncedDate(planned=MONDAY, day=tuesday, last_day=wednesday, time="", where=f"{name} | {note}")
    item = Item(
        id="papendrecht-a",
        name=name,
        when="morgen",
        where="hier",
        summary=note,
        note=note,
        note_kind=kind,
        theme="taal",
    )
    entry = Entry(
        item=item, site="papendrecht", page="activiteit/a.html", photo=photo, dates=(day,), off=(MONDAY,), rule=note
    )
    part = Part("doelgroep/jeugd", name, (entry,), more=more, site="papendrecht", list="week/2026-w49.html")
    draft = Draft(edition=_draft().edition, title=name, sender=note, parts=(part,), address=note)
    assert _read(lock_text(draft)) == draft


def _changed(key: str, value: Any) -> str:
    plain = json.loads(lock_text(_draft()))
    target = plain["secties"][0]["activiteiten"][0] if key in plain["secties"][0]["activiteiten"][0] else plain
    target[key] = value
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _line_with(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("naam", "Een ander feest", "De tekst van “Een ander feest” is met de hand veranderd."),
        ("pagina", "https://kwaad.example.org/", "“https://kwaad.example.org/” is geen pagina van de site."),
        ("pagina", "../../elders.html", "“../../elders.html” is geen pagina van de site."),
        ("site", "a b", "“a b” is geen kenmerk."),
        ("van", "gisteren", "“gisteren” is geen datum."),
        ("datums", ["2026-12-01"], "“2026-12-01” is geen datum."),
        ("datums", "2026-12-01", "Bij “datums” hoort een lijst."),
        ("hoogstens", "8", "Bij “hoogstens” hoort een getal."),
        ("hoogstens", True, "Bij “hoogstens” hoort een getal."),
        ("versie", 2, "Dit bestand is van een nieuwere versie van meedoen."),
        ("naam", "Feest\u202e", "“Feest�” kan hier niet staan."),
        ("naam", {"a": 1}, "Een waarde kan hier niet staan."),
        ("script", "<script>", "“script” hoort hier niet."),
        ("secties", [1], "Bij “secties” horen namen met waarden."),
        ("onderwerp", "Een ander onderwerp", None),
    ],
)
def test_hand_made_file_is_refused_at_its_line(key: str, value: Any, message: str | None) -> None:
    text = _changed(key, value)
    found = _read(text)
    if message is None:  # decisions are checked against the edition, by the checker
        assert isinstance(found, Draft)
        return
    assert isinstance(found, Problem)
    assert (found.rule, found.message) == ("vastgelegd-onbruikbaar", message)
    assert 1 <= found.place.line <= text.count("\n")


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "Deze regel kan ik niet lezen.", 1),
        ("{\n 'a'\n}", "Deze regel kan ik niet lezen.", 2),
        ("[" * 100_000, "Dit bestand heeft te veel lagen in elkaar.", 1),
        ("[]", "Bij het bestand horen namen met waarden.", 1),
        ('{"versie": ' + "9" * 5_000 + "}", "“" + "9" * 59 + "…” kan hier niet staan.", 1),
        ('{"versie": 1e999}', "“1e999” kan hier niet staan.", 1),
        ('{"versie": NaN}', "“NaN” kan hier niet staan.", 1),
        ("x" * 200_000, "Dit bestand is groter dan 150 kB. Zo lang is een nieuwsbrief niet.", 1),
    ],
)
def test_file_that_is_no_letter_is_refused(text: str, message: str, line: int) -> None:
    found = _read(text)
    assert isinstance(found, Problem)
    assert (found.rule, found.message, found.place.line) == ("vastgelegd-onbruikbaar", message, line)


def test_file_is_taken_only_as_we_write_it() -> None:
    text = lock_text(_draft()).replace('"versie": 1,', '"versie":  1,')
    found = _read(text)
    assert isinstance(found, Problem)
    assert (found.message, found.place.line) == (
        "Dit bestand is met de hand veranderd: deze regel schrijf ik anders.",
        _line_with(text, "versie"),
    )


def test_letter_of_another_name_is_refused() -> None:
    found = read_lock("content/nieuwsbrieven/vastgelegd/dorp.json", lock_text(_draft()).encode())
    assert isinstance(found, Problem)
    assert found.message == "In dit bestand zit de nieuwsbrief “papendrecht-2026-11-30”, niet “dorp”."


@given(st.data())
@settings(max_examples=150)
def test_no_damage_ends_in_an_error_of_ours(data: st.DataObject) -> None:
    text = lock_text(_draft())
    spot = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 40))
    put = data.draw(
        st.text(max_size=8)
        | st.sampled_from(['"', "{", "]", "null", "-1", "\x00", "\ud800".encode("utf-8", "replace").decode()])
    )
    damaged = text[:spot] + put + text[spot + length :]
    found = read_lock(PATH, damaged.encode("utf-8", "surrogatepass"))
    assert isinstance(found, Problem) or lock_text(found) == damaged.replace("\r\n", "\n").replace("\r", "\n")
