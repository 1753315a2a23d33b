from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser
from tests.builders import CHANGED, activity, agenda, site

from meedoen.agenda.revision import Past, Revision
from meedoen.language.wording import day
from meedoen.outputs import lists
from meedoen.outputs.detail import activities
from meedoen.outputs.site_build import Page
from meedoen.rendering.renderer import Renderer

TEMPLATES = Path(__file__).resolve().parents[3] / "theme" / "templates"


def renderer() -> Renderer:
    loader = FileSystemLoader(TEMPLATES)
    return Renderer(Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True))


def banners(*, saved: bool, preview: bool) -> list[str]:
    """What the page of an activity says at its top."""
    each = activity()
    past = Past({each.id: Revision(CHANGED, CHANGED, saved=saved)})
    build = replace(site(agenda(each), preview=preview), past=past)
    (page,) = (found for found in activities(build) if isinstance(found, Page))
    shown = LexborHTMLParser(renderer()(build, page)).css(".banner strong")
    return [found.text() for found in shown]


@pytest.mark.parametrize(
    ("saved", "preview", "said"),
    [
        (False, True, ["Nog niet opgeslagen."]),
        (True, True, []),
        (False, False, []),
    ],
)
def test_what_is_not_saved_says_so_in_a_preview(saved: bool, preview: bool, said: list[str]) -> None:
    assert banners(saved=saved, preview=preview) == said


@pytest.mark.parametrize("known", [True, False])
def test_foot_of_an_activity_says_when_it_last_changed(known: bool) -> None:
    each = activity()
    past = Past({each.id: Revision(CHANGED, CHANGED)}) if known else Past()
    build = replace(site(agenda(each)), past=past)
    (page,) = (found for found in activities(build) if isinstance(found, Page))
    notes = [found.text() for found in LexborHTMLParser(renderer()(build, page)).css("main .note")]
    said = [each for each in notes if each.startswith("Bijgewerkt")]
    assert said == [f"Bijgewerkt op {day(CHANGED.date())}."] * known


def test_environment_without_autoescape_is_refused() -> None:
    with pytest.raises(ValueError, match="autoescape"):
        Renderer(Environment(loader=FileSystemLoader(TEMPLATES), autoescape=False))  # noqa: S701 - that is what is refused


def counted(name: str, render: Callable[..., Iterator[str]], tally: Counter[str]) -> Callable[..., Iterator[str]]:
    """The same, and one more in the tally."""

    def rendered(*given: Any) -> Iterator[str]:
        tally[name] += 1
        return render(*given)

    return rendered


def test_what_pages_share_is_rendered_once_for_each_depth() -> None:
    loader = FileSystemLoader(TEMPLATES)
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    write, tally = Renderer(environment), Counter[str]()
    weekly = "datum: 1 december 2026\nherhaling: elke dinsdag\ntot: 29 december 2026"
    build = site(agenda(activity(weekly)))
    pages = [each for each in (*lists.days(build), *lists.weeks(build)) if isinstance(each, Page)]
    for name in ("card", "share", "style_links", "top", "bottom"):
        template = write._language(build.facts).template(f"parts/{name}.html")
        template.root_render_func = counted(name, template.root_render_func, tally)
    shown = [LexborHTMLParser(write(build, each)).css(".card a") for each in pages]
    assert sum(map(len, shown)) == 10
    assert tally == {"card": 1, "share": 1, "style_links": 1, "top": 1, "bottom": 1}


def test_press_makes_the_bytes_of_what_is_no_page() -> None:
    each = activity()
    build = site(agenda(each))
    (page,) = (found for found in activities(build) if isinstance(found, Page))
    write = renderer()
    text = write(build, page).decode()
    assert write(build, replace(page, press=lambda html: html.upper().encode("utf-16"))) == text.upper().encode(
        "utf-16"
    )
