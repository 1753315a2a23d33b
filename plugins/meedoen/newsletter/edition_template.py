"""A new edition as the rules would make it: name, days, what goes first, a subject; and its file, to go on from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from meedoen.language.wording import day, list_of
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.candidate import Candidate
from meedoen.newsletter.composition import is_for
from meedoen.newsletter.dateline import Span, span_words
from meedoen.newsletter.draft import Announced, Draft
from meedoen.newsletter.section import CHANGES, HIGHLIGHTS, WEEKLY
from meedoen.notation.schema.status import EventStatus
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.quoting import as_value
from meedoen.outputs.letter import NoteKind
from meedoen.programme.edition import Edition

_MOST_HIGHLIGHTS = 2
_ENOUGH = 3
_SUBJECT, _PREHEADER = 70, 140
_SETTLED = re.compile(r"[\"']?vastgesteld[\"']?\s*:", re.IGNORECASE)


def week_of(text: str) -> tuple[date, date] | None:
    """Takes a text; gives Monday and Sunday of `2026-49` (or `2026-w49`); None for what is no week."""
    year, _, number = text.lower().replace("w", "").partition("-")
    if not (year.isascii() and year.isdigit() and number.isascii() and number.isdigit()) or len(year) != 4:
        return None
    try:
        monday = date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def coming_week(today: date) -> tuple[date, date]:
    """Takes a day; gives Monday and Sunday of the week after this one."""
    monday = today + timedelta(days=7 - today.weekday())
    return monday, monday + timedelta(days=6)


def name_of(municipality: str, audience: str, first: date, last: date) -> str:
    """Takes a municipality, an audience and the days of an edition; gives `papendrecht-2026-49` for a week; other days
    have the first of them in their name.
    """
    iso = first.isocalendar()
    is_week = first.weekday() == 0 and (last - first).days == 6
    when = f"{iso.year}-{iso.week:02}" if is_week else f"{first:%Y-%m-%d}"
    return "-".join(each for each in (municipality, audience, when) if each)


def previous_of(archive: Archive, edition: Edition) -> str:
    """Takes the archive and an edition; gives the last edition for the same readers before this one; empty when there
    is none.
    """
    older = [
        each
        for each in archive.of(edition.municipality)
        if each.audience == edition.audience and (each.as_of, each.first) < (edition.as_of, edition.first)
    ]
    return older[-1].slug if older else ""


def highlights(edition: Edition, candidates: Iterable[Candidate], memory: Announced) -> tuple[str, ...]:
    """Takes an edition, what may be told and what was told before; gives at most two that are worth to stand at the top
    and were not told before: not what is every week, or is full.
    """
    span = Span(edition.opens, edition.last)
    scored: list[tuple[int, date, str]] = []
    for candidate in candidates:
        kept = [one for one in candidate.moments if one.takes_place and span.holds(one)]
        if not kept or candidate.weekly or candidate.item.id in memory.ids or not is_for(candidate, edition):
            continue
        if all(one.status is EventStatus.FULL for one in kept):
            continue
        score = (
            3 * candidate.featured
            + 2 * (len(candidate.moments) == 1)
            + bool(candidate.photo)
            + bool(candidate.item.summary)
        )
        if score >= _ENOUGH:
            scored.append((-score, kept[0].day, candidate.item.id))
    return tuple(identifier for *_, identifier in sorted(scored)[:_MOST_HIGHLIGHTS])


def worded(edition: Edition, draft: Draft, name: str) -> Edition:
    """Takes an edition, its letter and the name of the site; gives the edition with a subject and a preheader made of
    what is in its letter.
    """
    titles = _titles(draft)
    days = span_words(edition.first, edition.last)
    if not titles:
        subject = f"Wat is er te doen in {name}?"
        return replace(edition, subject=subject, preheader=f"{days[:1].upper()}{days[1:]}. Kijk wat er te doen is.")
    number = next((n for n in (3, 2) if len(titles) >= n and len(_subject(titles[:n], titles, name)) <= _SUBJECT), 1)
    subject = _subject(titles[:number], titles, name)
    if len(subject) > _SUBJECT:
        subject = f"Wat is er te doen in {name}?"
        number = 0
    rest = titles[number:]
    preheader = f"{days[:1].upper()}{days[1:]}."
    for many in range(min(3, len(rest)), 0, -1):
        longer = f"{preheader} Ook: {list_of(rest[:many])}."
        if len(longer) <= _PREHEADER:
            return replace(edition, subject=subject, preheader=longer)
    return replace(edition, subject=subject, preheader=f"{preheader} Kijk wat er bij jou in de buurt te doen is.")


def _subject(some: list[str], every: list[str], name: str) -> str:
    if len(every) > len(some):
        return f"{', '.join(some)} en meer in {name}"
    return f"{list_of(some)} in {name}"


def _titles(draft: Draft) -> list[str]:
    """The titles to name: highlights first, what is there every week last, nothing that is off or full."""
    ranks = {HIGHLIGHTS: 0, WEEKLY: 2}
    parts = sorted((part for part in draft.parts if part.key not in CHANGES), key=lambda part: ranks.get(part.key, 1))
    free = (entry for part in parts for entry in part.entries if entry.item.note_kind is not NoteKind.FULL)
    return list(dict.fromkeys(entry.item.name for entry in free))


def edition_text(edition: Edition, titles: Mapping[str, str]) -> str:
    """Takes an edition and the titles of its highlights; gives the file of the edition, with a word of help.

    `titles` has those of the highlights.
    """
    lines = [
        "# Een nieuwsbrief. Verander gerust de woorden, en kies wat bovenaan komt.",
        f"# Zo ziet hij eruit: meedoen nieuwsbrief toon {edition.slug}",
        f"gemeente: {edition.municipality}",
        *([f"doelgroep: {edition.audience}"] if edition.audience else []),
        f"van: {day(edition.first)}",
        f"tot: {day(edition.last)}",
        "# De dag waarop je hem verstuurt. Wat daarvoor is, komt er niet in.",
        f"peildatum: {day(edition.as_of)}",
        f"onderwerp: {as_value(edition.subject)}",
        f"voorproefje: {as_value(edition.preheader)}",
        "# Een paar zinnen om mee te beginnen. Haal de # weg en typ ze eronder, twee spaties naar rechts.",
        "# intro: |",
        "#   Het wordt kouder. Kom je warmen in de bibliotheek.",
    ]
    if edition.highlights:
        lines.append("uitgelicht:")
        for each in edition.highlights:
            lines += [f"  # {_comment(titles.get(each, each))}", f"  - {each}"]
    else:
        lines.append("# uitgelicht: [het kenmerk van een activiteit]")
    lines.append("# weglaten: [het kenmerk van een activiteit]")
    lines += [f"vorige: {edition.previous}"] if edition.previous else []
    lines.append("vastgesteld: nee")
    return "\n".join(lines) + "\n"


def settled_text(text: str) -> str:
    """Takes the text of an edition file; gives the file with `vastgesteld: ja`, in its own line where it has one;
    nothing else is touched.
    """
    lines = text.rstrip("\n").split("\n")
    spots = [spot for spot, line in enumerate(lines) if _SETTLED.match(line)]
    if spots:
        lines[spots[0]] = "vastgesteld: ja"
    else:
        lines.append("vastgesteld: ja")
    return "\n".join(lines) + "\n"


def says_settled(path: str, text: str) -> bool:
    """Takes the path and the text of an edition file; gives whether the file says that it is settled: one in an unusual
    form can't be changed by one line.
    """
    document = parse_document(path, text.encode())
    if not isinstance(document, Document):
        return False
    return any(
        key.text.lower() == "vastgesteld" and getattr(node, "text", "") == "ja" for key, node in document.fields.entries
    )


def _comment(text: str) -> str:
    return " ".join("".join(each for each in text if each.isprintable()).split())
