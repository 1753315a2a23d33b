"""The headings inside a submitted text, fitted below the heading that stands over it."""

from __future__ import annotations

import re

from meedoen.notation.markup import Html, trusted

_HEADING = re.compile(r"<(/?)h([1-6])>")
_DEEPEST = 6


def outline(html: Html, first: int = 3) -> Html:
    """Takes a text and the level of its highest heading; gives the same text, its highest headings at level `first` and
    no level skipped: people choose `###` for its looks.
    """
    ranks = sorted({int(level) for _, level in _HEADING.findall(html)}) if "<h" in html else []
    if len(ranks) < 2:  # as nearly all texts have it
        return trusted(_all_at(first, html, ranks[0])) if ranks else html
    levels = {rank: min(first + place, _DEEPEST) for place, rank in enumerate(ranks)}
    return trusted(_fitted(html, levels, first))


def _all_at(first: int, html: str, rank: int) -> str:
    return str(html).replace(f"<h{rank}>", f"<h{first}>").replace(f"</h{rank}>", f"</h{first}>")


def _fitted(html: str, levels: dict[int, int], first: int) -> str:
    depth = first - 1

    def level(tag: re.Match[str]) -> str:
        nonlocal depth
        if not tag[1]:
            depth = min(levels[int(tag[2])], depth + 1)
        return f"<{tag[1]}h{depth}>"

    return _HEADING.sub(level, html)
