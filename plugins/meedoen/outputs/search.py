"""Searching: the page with everything from A to Z, beside the small index with which the browser searches it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from meedoen.language.voice import Voice
from meedoen.outputs.search_index import Row, fold, index, rows
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild

SEARCH_PAGE, INDEX = "zoeken.html", "zoeken.json"
PER_PAGE = 250
_OTHER = "0-9"


def searching(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `zoeken.html`, in parts where there is much, and the index beside it."""
    return search_pages(build.voice, rows(build), {})


def search_pages(voice: Voice, shown: Sequence[Row], context: Mapping[str, object]) -> Outcome:
    """Takes a voice, rows that come soonest first, and context for the template; gives their pages and index."""
    _ = voice.gettext
    ordered = sorted(((fold(each.name), each.order[-1], each) for each in shown), key=lambda each: each[:2])
    letters = [_letter(folded) for folded, *__ in ordered]
    starts = range(0, max(len(ordered), 1), PER_PAGE)
    parts = tuple(
        (search_path(number), _names(voice, letters[start : start + PER_PAGE]))
        for number, start in enumerate(starts, 1)
    )
    for number, start in enumerate(starts, 1):
        pairs = [(_letter(folded), row) for folded, __, row in ordered[start : start + PER_PAGE]]
        groups = tuple(
            (letter, tuple(row for __, row in some)) for letter, some in groupby(pairs, lambda pair: pair[0])
        )
        title = _("Zoeken") if number == 1 else _("Alles van A tot Z, deel %(number)s", number=number)
        yield Page(parts[number - 1][0], "search.html", title, {
            "groups": groups, "total": len(ordered), "number": number, "parts": parts, "index": INDEX, **context,
        })  # fmt: skip
    yield Asset(INDEX, lambda: index(shown))


def search_path(number: int = 1) -> str:
    """Takes the number of a part of the list; gives `zoeken.html`, and `zoeken--2.html` for the second."""
    return SEARCH_PAGE if number == 1 else f"zoeken--{number}.html"


def _letter(folded: str) -> str:
    """Under what it stands: `A` to `Z`, and all else together before it."""
    return folded[0].upper() if "a" <= folded[:1] <= "z" else _OTHER


def _names(voice: Voice, letters: Iterable[str]) -> str:
    """`A tot en met D`, `S`: the letters of one part."""
    different = list(dict.fromkeys(letters))
    if len(different) < 2:
        return "".join(different)
    return voice.gettext("%(first)s tot en met %(last)s", first=different[0], last=different[-1])
