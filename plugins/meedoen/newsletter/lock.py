"""A settled letter as a file, and back: JSON that this module writes, and takes only as it would write it.

The file is kept with the content, and whoever opens a pull request can change it: what is not exactly what a letter can
be, or not written as we write it, is refused with its place.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from meedoen.language.problems import FilePosition, Problem
from meedoen.language.wording import quote
from meedoen.newsletter.draft import AnnouncedDate, Draft, Entry, Part, Photo
from meedoen.newsletter.lock_value import BadValue, Values
from meedoen.notation.text.encoding import decode
from meedoen.outputs.letter import Item, NoteKind
from meedoen.programme.edition import Edition

VERSION = 1
LARGEST = 150_000
_NOTE = "Gemaakt door meedoen nieuwsbrief vastleggen. Verander dit niet met de hand."
_AGAIN = "Haal de oude versie terug uit Git. Is hij nog niet verstuurd? Typ: meedoen nieuwsbrief vastleggen {}"
Plain = dict[str, Any]


def lock_text(draft: Draft) -> str:
    """Takes a draft; gives the file of this letter: always the same for the same letter. What is empty is left out."""
    edition = draft.edition
    plain = _full(
        {
            "uitleg": _NOTE,
            "versie": VERSION,
            "nieuwsbrief": edition.slug,
            "gemeente": edition.municipality,
            "doelgroep": edition.audience,
            "van": edition.first.isoformat(),
            "tot": edition.last.isoformat(),
            "peildatum": edition.as_of.isoformat(),
            "onderwerp": edition.subject,
            "voorproefje": edition.preheader,
            "intro": edition.intro,
            "uitgelicht": list(edition.highlights),
            "keuze": list(edition.sections),
            "weglaten": list(edition.left_out),
            "hoogstens": edition.most_in_section,
            "vorige": edition.previous,
            "kop": draft.title,
            "afzender": draft.sender,
            "adres": draft.address,
            "mail": draft.mail,
            "secties": [_part(each) for each in draft.parts],
        }
    )
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def read_lock(path: str, data: bytes) -> Draft | Problem:
    """Takes the path and the bytes of a file; gives the letter in this file, or why it is refused."""
    slug = path.rpartition("/")[2].removesuffix(".json")

    def refused(message: str, line: int = 1, column: int = 1) -> Problem:
        hint = _AGAIN.format(slug)
        return Problem(FilePosition(path, line, column), "vastgelegd-onbruikbaar", message, hint)

    if len(data) > LARGEST:
        return refused(f"Dit bestand is groter dan {LARGEST // 1000} kB. Zo lang is een nieuwsbrief niet.")
    text = decode(path, data)
    if isinstance(text, Problem):
        return text
    try:
        plain = json.loads(text, parse_float=_no_number, parse_constant=_no_number, parse_int=_number)
        draft = _draft(Values(plain, "het bestand"), path)
    except json.JSONDecodeError as error:
        return refused("Deze regel kan ik niet lezen.", error.lineno, error.colno)
    except BadValue as error:
        return refused(str(error), _line_of(text, error.near))
    except RecursionError:
        return refused("Dit bestand heeft te veel lagen in elkaar.")
    if draft.edition.slug != slug:
        return refused(f"In dit bestand zit de nieuwsbrief {quote(draft.edition.slug)}, niet {quote(slug)}.")
    return draft if (line := _differs(text, lock_text(draft))) == 0 else refused(
        "Dit bestand is met de hand veranderd: deze regel schrijf ik anders.", line
    )  # fmt: skip


def _differs(text: str, ours: str) -> int:
    """The first line that we would write otherwise; 0 when none."""
    if text == ours:
        return 0
    pairs = enumerate(zip(text.split("\n"), ours.split("\n"), strict=False), 1)
    return next((number for number, (one, other) in pairs if one != other), text.count("\n") or 1)


def _line_of(text: str, near: str) -> int:
    written = json.dumps(near, ensure_ascii=False)[1:-1]
    return text[: max(text.find(written), 0)].count("\n") + 1 if near else 1


def _full(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value not in ("", [], 0, None)}


def _part(part: Part) -> Plain:
    return _full(
        {
            "sleutel": part.key,
            "titel": part.title,
            "meer": part.more,
            "meer-site": part.site,
            "meer-pagina": part.list,
            "activiteiten": [_entry(each) for each in part.entries],
        }
    )


def _entry(entry: Entry) -> Plain:
    item, photo = entry.item, entry.photo
    return _full(
        {
            "id": item.id,
            "inhoud": entry.digest,
            "naam": item.name,
            "wanneer": item.when,
            "waar": item.where,
            "samenvatting": item.summary,
            "opmerking": item.note,
            "soort-opmerking": item.note_kind,
            "doelgroep": item.audience,
            "prijs": item.price,
            "thema": item.theme,
            "site": entry.site,
            "pagina": entry.page,
            "beeld": _full({"bestand": photo.path, "breedte": photo.width, "hoogte": photo.height, "alt": photo.alt})
            if photo
            else None,
            "datums": [
                " | ".join((*(str(day) for day in (each.planned, each.day, each.last_day)), each.time, each.where))
                for each in entry.dates
            ],
            "niet": [each.isoformat() for each in entry.off],
            "reeks": entry.rule,
        }
    )


def _draft(values: Values, path: str) -> Draft:
    if values.number("versie", 1, 99) != VERSION:
        raise BadValue("Dit bestand is van een nieuwere versie van meedoen.")
    values.line("uitleg")
    edition = Edition(
        slug=values.slug("nieuwsbrief"),
        path=path,
        municipality=values.slug("gemeente"),
        first=values.day("van"),
        last=values.day("tot"),
        as_of=values.day("peildatum"),
        subject=values.line("onderwerp"),
        preheader=values.line("voorproefje", needed=False),
        intro=values.text("intro"),
        audience=values.slug("doelgroep", needed=False),
        highlights=tuple(values.lines("uitgelicht")),
        sections=tuple(values.lines("keuze")),
        left_out=tuple(values.lines("weglaten")),
        most_in_section=values.number("hoogstens", 1, 99_999),
        previous=values.slug("vorige", needed=False),
        settled=True,
    )
    draft = Draft(
        edition=edition,
        title=values.line("kop"),
        sender=values.line("afzender"),
        parts=tuple(_read_part(each) for each in values.blocks("secties")),
        address=values.line("adres", needed=False),
        mail=values.line("mail", needed=False),
    )
    values.done()
    return draft


def _read_part(values: Values) -> Part:
    part = Part(
        values.line("sleutel"),
        values.line("titel"),
        tuple(_read_entry(each) for each in values.blocks("activiteiten")),
        more=values.number("meer", 1, 99_999, needed=False),
        site=values.slug("meer-site", needed=False),
        list=values.page("meer-pagina", needed=False),
    )
    values.done()
    return part


def _read_entry(values: Values) -> Entry:
    digest = values.line("inhoud")
    entry = Entry(
        item=Item(
            id=values.slug("id"),
            name=values.line("naam"),
            when=values.line("wanneer"),
            where=values.line("waar"),
            summary=values.line("samenvatting", needed=False),
            note=values.line("opmerking", needed=False),
            note_kind=values.member("soort-opmerking", NoteKind),
            audience=values.line("doelgroep", needed=False),
            price=values.line("prijs", needed=False),
            theme=values.slug("thema", needed=False),
        ),
        site=values.slug("site"),
        page=values.page("pagina"),
        photo=_read_photo(values.block("beeld")),
        dates=tuple(_read_told(each, values) for each in values.lines("datums")),
        off=tuple(values.as_day(each) for each in values.lines("niet")),
        rule=values.line("reeks", needed=False),
    )
    values.done()
    if entry.digest != digest:
        raise BadValue(f"De tekst van {quote(entry.item.name)} is met de hand veranderd.", digest)
    return entry


def _read_photo(values: Values | None) -> Photo | None:
    if values is None:
        return None
    photo = Photo(
        path=values.page("bestand"),
        width=values.number("breedte", 1, 99_999),
        height=values.number("hoogte", 1, 99_999),
        alt=values.line("alt", needed=False),
    )
    values.done()
    return photo


def _read_told(line: str, values: Values) -> AnnouncedDate:
    parts = line.split(" | ", 4)
    if len(parts) != 5:
        raise BadValue(f"{quote(line)} is geen datum.", line)
    planned, day, last_day = (values.as_day(each) for each in parts[:3])
    return AnnouncedDate(planned=planned, day=day, last_day=last_day, time=parts[3], where=parts[4])


def _number(digits: str) -> int:
    return int(digits) if len(digits) < 6 else _no_number(digits)


def _no_number(digits: str) -> NoReturn:
    raise BadValue(f"{quote(digits)} kan hier niet staan.", digits)
