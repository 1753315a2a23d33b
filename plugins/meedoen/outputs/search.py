"""Searching: the page with everything from A to Z, and the small index with which the browser searches it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from meedoen.agenda.facet import FREE, chosen_by
from meedoen.agenda.occurrence import Occurrence
from meedoen.outputs.detail import page_path
from meedoen.outputs.facts import IN_DUTCH as facts
from meedoen.outputs.output import Asset, Outcome, Page, SiteBuild
from meedoen.outputs.tongue import text_attributes
from meedoen.programme.activity import Activity
from meedoen.programme.vocabulary import Term

SEARCH_PAGE, INDEX = "zoeken.html", "zoeken.json"
PER_PAGE = 250
_OTHER = "0-9"
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d",
                          "ı": "i", "ς": "σ"})  # fmt: skip  # noqa: RUF001 - letters
# Accents, also the marks of Hebrew and Arabic; apostrophes and hyphens, which people type as they like.
_DROPPED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'\u2018\u2019\u2010\u2011\\-]")
_BETWEEN = re.compile(
    "[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff"
    "\u3000-\u303f]+"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One activity in the list: its title and page, and when and where it is next."""

    name: str
    path: str
    when: str
    where: str
    state: str
    kind: str
    attributes: dict[str, str]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The words as they are compared: lower case, without accents, a single space between them.

    `theme/static/zoeken.js` has the same function; `tests/unit/outputs/folding.json` holds for both.
    """
    text = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return _BETWEEN.sub(" ", _DROPPED.sub("", text)).strip(" ")


def searching(build: SiteBuild) -> Outcome:
    """`zoeken.html`, in parts where there is much, and the index beside it."""
    rows = sorted(
        ((fold(occurrence.name), activity.id, activity, occurrence) for activity, occurrence in build.agenda.coming),
        key=lambda each: each[:2],
    )
    letters = [_letter(folded) for folded, *_ in rows]
    starts = range(0, max(len(rows), 1), PER_PAGE)
    parts = tuple(
        (search_path(number), _names(letters[start : start + PER_PAGE])) for number, start in enumerate(starts, 1)
    )
    for number, start in enumerate(starts, 1):
        shown = [
            (_letter(folded), _row(activity, each)) for folded, _, activity, each in rows[start : start + PER_PAGE]
        ]
        groups = tuple(
            (letter, tuple(row for _, row in pairs)) for letter, pairs in groupby(shown, lambda pair: pair[0])
        )
        title = "Zoeken" if number == 1 else f"Alles van A tot Z, deel {number}"
        yield Page(parts[number - 1][0], "search.html", title, {
            "groups": groups, "total": len(rows), "number": number, "parts": parts, "index": INDEX,
        })  # fmt: skip
    yield Asset(INDEX, lambda: index(build))


def search_path(number: int = 1) -> str:
    """`zoeken.html`, and `zoeken--2.html` for the second part of the list."""
    return SEARCH_PAGE if number == 1 else f"zoeken--{number}.html"


def index(build: SiteBuild) -> bytes:
    """What is still to come, soonest first, as JSON for the script: what it shows, and what else people may type.

    A list for each field, since like beside like compresses best; a field that nobody has is left out. `words` are
    names and spellings, folded because they are only compared; `more` has the numbers of those of each activity.
    """
    words: dict[str, int] = {}
    records = [_record(activity, each, words) for activity, each in build.agenda.coming]
    fields = {name: [each[name] for each in records] for name in (records[0] if records else ("name",))}
    kept = {name: values for name, values in fields.items() if any(values) or name == "name"}
    text = json.dumps({"words": list(words), **kept}, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _record(activity: Activity, each: Occurrence, words: dict[str, int]) -> dict[str, object]:
    row = _row(activity, each)
    more = dict.fromkeys(folded for text in _more(activity, each) if (folded := fold(text)))
    return {
        "name": row.name,
        # Often the page is named after the title: then the script works it out.
        "page": "" if fold(row.name).replace(" ", "-") == activity.page else activity.page,
        "summary": activity.summary,
        "when": row.when,
        "where": row.where,
        "state": row.state,
        "kind": row.kind,
        "theme": activity.themes[0].slug if activity.themes else "",
        "lang": row.attributes.get("lang", ""),
        "dir": row.attributes.get("dir", ""),
        "more": [words.setdefault(folded, len(words)) for folded in more],
    }


def _more(activity: Activity, each: Occurrence) -> Iterator[str]:
    """What people may type for this activity besides what the result shows."""
    if activity.name != each.name:
        yield activity.name
    for partner in (activity.organizer, *activity.partners):
        yield partner.name
    for term in (*activity.audience, *activity.themes):
        yield _spellings(term)
    # Hardly anybody says that an activity is in Dutch: who types it would miss the others.
    yield from (_spellings(term) for term in activity.languages if term.code != "nl")
    if activity.programme_line:
        yield _spellings(activity.programme_line)
    if each.place and each.place.locality:
        yield each.place.locality
    if FREE in chosen_by(activity)["prijs"]:
        yield FREE


@lru_cache(maxsize=1024)
def _spellings(term: Term) -> str:
    """The name with the spellings that add something to it."""
    kept = fold(term.name)
    for alias in term.aliases:
        if (folded := fold(alias)) not in kept:
            kept = f"{kept} {folded}"
    return kept


def _row(activity: Activity, each: Occurrence) -> Row:
    when = facts.when(each)
    return Row(
        each.name,
        page_path(activity),
        when[:1].upper() + when[1:],
        facts.where(each),
        facts.state(each),
        facts.state_kind(each),
        text_attributes(activity),
    )


def _letter(folded: str) -> str:
    """Under what it stands: `A` to `Z`, and all else together before it."""
    return folded[0].upper() if "a" <= folded[:1] <= "z" else _OTHER


def _names(letters: Iterable[str]) -> str:
    """`A tot en met D`, `S`: the letters of one part."""
    found = list(dict.fromkeys(letters))
    return " tot en met ".join(dict.fromkeys((found[0], found[-1]))) if found else ""
