"""What people can search: a row for each activity that is still to come, and their small index for the browser."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import lru_cache

from meedoen.agenda.facet import FREE, chosen_by
from meedoen.agenda.occurrence import Occurrence
from meedoen.language.voice import Voice
from meedoen.language.wording import capital
from meedoen.outputs.content_language import text_attributes
from meedoen.outputs.detail import page_path
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.activity import Activity
from meedoen.programme.vocabulary import Term

MOST = 2000
"""How many activities the search of the region has, the soonest of all: an index of 20,000 would weigh 900 kB."""
LONGEST, LEAST = 80, 30
"""How many letters of a summary the index has at most; and at least, when it ends after a part of the sentence."""
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d",
                          "ı": "i", "ς": "σ"})  # fmt: skip  # noqa: RUF001 - letters
# Accents, also the marks of Hebrew and Arabic; apostrophes and hyphens, which people type as they like.
_DROPPED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'\u2018\u2019\u2010\u2011\\-]")
_BETWEEN = re.compile(
    "[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff"
    "\u3000-\u303f]+"
)
_PAUSE = re.compile("[,.;:] |(?<=[?!]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One activity, with its date that is next: what a list and a result show of it.

    `path` leads to its page from the page with the list. `words` are names and spellings by which people search
    besides, folded. `order` sorts by time.
    """

    order: tuple[date, bool, time, str, str]
    name: str
    path: str
    summary: str
    when: str
    where: str
    state: str = ""
    kind: str = ""
    theme: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Takes a text; gives its words as they are compared: lower case, without accents, a single space between them.

    `theme/static/zoeken.js` has the same function; `tests/unit/outputs/folding.json` holds for both.
    """
    text = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return _BETWEEN.sub(" ", _DROPPED.sub("", text)).strip(" ")


@lru_cache(maxsize=1)
def rows(build: SiteBuild) -> tuple[Row, ...]:
    """Takes the build of a site; gives what is still to come, soonest first.

    Remembered for the site that is written.
    """
    return tuple(_row(build, activity, each) for activity, each in build.agenda.coming)


def regional_rows(build: SiteBuild, own: Callable[[Activity], bool], folder: str) -> tuple[Row, ...]:
    """Takes the build of a site, which activities are its own, and its folder; gives its rows for the region.

    Each has where it is, with its town, and its path as seen from the regional home.
    """
    town = build.agenda.site.name
    return tuple(
        replace(
            row,
            path=f"{folder}{row.path}",
            where=row.where if each.place is None or town in row.where else f"{row.where}, {town}",
        )
        for row, (activity, each) in zip(rows(build), build.agenda.coming, strict=True)
        if own(activity)
    )


def _row(build: SiteBuild, activity: Activity, occurrence: Occurrence) -> Row:
    facts = build.facts
    when = facts.when(occurrence)
    more = dict.fromkeys(folded for text in _more(build.voice, activity, occurrence) if (folded := fold(text)))
    return Row(
        order=occurrence.sort_key,
        name=occurrence.name,
        path=page_path(activity),
        summary=activity.summary,
        when=capital(when),
        where=facts.where(occurrence),
        state=facts.state(occurrence),
        kind=facts.state_kind(occurrence),
        theme=activity.themes[0].slug if activity.themes else "",
        attributes=text_attributes(activity, build.voice),
        words=tuple(more),
    )


def _more(voice: Voice, activity: Activity, occurrence: Occurrence) -> Iterator[str]:
    """What people may type for this activity besides what the result shows."""
    if activity.name != occurrence.name:
        yield activity.name
    for partner in (activity.organizer, *activity.partners):
        yield partner.name
    for term in (*activity.audience, *activity.themes):
        yield _spellings(term, voice)
    # Hardly anybody says that an activity is in Dutch: who types it would miss the others.
    yield from (_spellings(term, voice) for term in activity.languages if term.code != "nl")
    if activity.programme_line:
        yield _spellings(activity.programme_line, voice)
    if occurrence.place and occurrence.place.locality:
        yield occurrence.place.locality
    if FREE in chosen_by(activity)["prijs"]:
        yield voice.gettext(FREE)


@lru_cache(maxsize=1024)
def _spellings(term: Term, voice: Voice) -> str:
    """The name with the spellings that add something to it; also that in the language of the page."""
    kept = fold(term.name)
    for alias in (voice.gettext(term.name), *term.aliases):
        if (folded := fold(alias)) not in kept:
            kept = f"{kept} {folded}"
    return kept


def brief(summary: str) -> str:
    """Takes a summary; gives it when it is short, else its first part.

    That goes until a comma or the end of a sentence, or a word and ` …`.
    """
    if len(summary) <= LONGEST:
        return summary
    ends = [each.start() for each in _PAUSE.finditer(summary, 0, LONGEST + 2) if each.start() >= LEAST]
    if ends:
        return summary[: ends[-1]]
    words = summary[: LONGEST + 1].rpartition(" ")[0] or summary[:LONGEST]
    return f"{words.rstrip(',.;:')} …"


def index(shown: Sequence[Row]) -> bytes:
    """Takes rows; gives them as JSON for the script: what a result shows, and what else people may type.

    A list for each field, since like beside like compresses best; a text that nobody has is left out. `pages` are the
    folders with the pages, `site` the number of that of each activity. `words` are those that no result shows, the most
    used first, folded because they are only compared; `more` has the numbers of those of each activity.
    """
    briefs = [brief(each.summary) for each in shown]
    more = [_hidden(row, text) for row, text in zip(shown, briefs, strict=True)]
    used = Counter(word for words in more for word in words)
    numbers = {word: number for number, word in enumerate(sorted(used, key=lambda each: (-used[each], each)))}
    paths = [each.path.rpartition("/") for each in shown]
    folders = {folder: number for number, folder in enumerate(dict.fromkeys(f"{path[0]}/" for path in paths))}
    fields: dict[str, list[object]] = {
        "site": [folders[f"{folder}/"] for folder, *_ in paths],
        "page": [_page(row, path[2].removesuffix(".html")) for row, path in zip(shown, paths, strict=True)],
        "summary": [*briefs],
        "when": [each.when for each in shown],
        "where": [each.where for each in shown],
        "state": [each.state for each in shown],
        "kind": [each.kind for each in shown],
        "theme": [each.theme for each in shown],
        "lang": [each.attributes.get("lang", "") for each in shown],
        "dir": [each.attributes.get("dir", "") for each in shown],
        "more": [sorted(numbers[word] for word in words) for words in more],
    }
    kept = {name: values for name, values in fields.items() if any(values) or name == "site"}
    document = {"pages": [*folders], "words": [*numbers], "name": [each.name for each in shown], **kept}
    return f"{json.dumps(document, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _page(row: Row, page: str) -> str:
    """Often the page is named after the title: then the script works it out."""
    return "" if fold(row.name).replace(" ", "-") == page else page


def _hidden(row: Row, summary: str) -> list[str]:
    """The words by which it may be found that stand nowhere in its result."""
    seen = "\n".join(fold(text) for text in (row.name, summary, row.when, row.where, row.state))
    return [word for word in row.words if word not in seen]
