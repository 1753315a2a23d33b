"""`voorbeeld.html`: what a proposal adds and changes, as it will look, in one file that asks for nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from meedoen.agenda.agenda import Window
from meedoen.agenda.occurrence import Occurrence
from meedoen.content.disk import Disk
from meedoen.notation.markup import Html, trusted
from meedoen.outputs import cover, detail, site_files
from meedoen.outputs.site_build import Asset, Page, SiteBuild
from meedoen.outputs.stylesheet import colours
from meedoen.programme.activity import Activity
from meedoen.programme.organisation import Municipality
from meedoen.programme.picture import renditions
from meedoen.proposals.cutout import cut_out, data_url, main_of
from meedoen.rendering.renderer import Renderer
from meedoen.review.proposal import Proposal
from meedoen.review.visibility import site_build

MOST = 20
"""How many activities are shown: who proposes more is looked at in a preview of the whole."""
_ROOT = re.compile(r"^:root\{", re.MULTILINE)
_SPINE = re.compile(r"^\.(?=thema-)", re.MULTILINE)
_PATTERN = re.compile(r'url\("(patroon\.svg)"\)')


@dataclass(frozen=True, slots=True)
class _Part:
    """One activity on the first site that shows it; sites are numbered as they come."""

    site: Municipality
    number: int
    date: Occurrence
    detail: Html


def preview(proposal: Proposal, content: Path, theme: Path) -> bytes:
    """Takes a proposal, the content folder and the folder of the theme; gives the page.

    `theme` is the folder of the theme, `content` has the pictures.
    """
    loader = FileSystemLoader(theme / "templates")
    renderer = Renderer(Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True))
    style = {"style.css": (theme / "static" / "style.css").read_bytes()}
    sites: dict[str, SiteBuild] = {}
    parts: list[_Part] = []
    shown = [each.after for each in proposal.changes if each.after and not each.after.hidden]
    for activity in shown[:MOST]:
        slug = activity.municipalities[0]
        if slug not in sites:
            sites[slug] = _site(slug, proposal, content, style)
        if activity in sites[slug].agenda.by_activity:
            parts.append(_part(activity, sites[slug], list(sites).index(slug), renderer))
    builds = tuple(sites.values()) or (_site(next(iter(proposal.network.municipalities)), proposal, content, style),)
    page = Page("voorbeeld.html", "preview.html", "Voorbeeld", {
        "parts": parts, "rest": max(0, len(shown) - MOST), "style": trusted(_style(builds)),
    }, indexed=False)  # fmt: skip
    before, opening, inside = renderer(builds[0], page).decode().partition("<main")
    inside, closing, after = inside.rpartition("</main>")
    return "".join((before, cut_out(f"{opening}{inside}{closing}", lambda _: None), after)).encode()


def _site(slug: str, proposal: Proposal, content: Path, theme: dict[str, bytes]) -> SiteBuild:
    build = site_build(slug, proposal.activities, proposal.network, Window.around(proposal.today))
    changed = [each.after for each in proposal.changes if each.after and each.after.image]
    disk = Disk(content)
    pictures = {each.id: renditions(data) for each in changed if (data := _bytes(disk, each))}
    return replace(build, theme=theme, pictures=pictures)


def _bytes(disk: Disk, activity: Activity) -> bytes | None:
    name = activity.image.file if activity.image else ""
    return disk.picture(f"{activity.path.rpartition('/')[0]}/{name}")


def _part(activity: Activity, build: SiteBuild, number: int, renderer: Renderer) -> _Part:
    alone = _alone(build, activity)
    page = next(each for each in detail.activities(alone) if isinstance(each, Page))
    shown = cut_out(main_of(renderer(build, page)), _pictures(alone))
    return _Part(build.agenda.site, number, page.context["occurrence"], shown)


def _alone(build: SiteBuild, activity: Activity) -> SiteBuild:
    """The same site, of which only this activity gets a page."""
    agenda = build.agenda
    return replace(build, agenda=replace(agenda, by_activity={activity: agenda.by_activity[activity]}))


def _pictures(build: SiteBuild) -> Callable[[str], bytes | None]:
    made = {each.path: each for each in (*cover.covers(build), *detail.activities(build)) if isinstance(each, Asset)}

    def picture(address: str) -> bytes | None:
        asset = made.get(address.replace("../", ""))
        return asset.content() if asset else None

    return picture


def _style(builds: tuple[SiteBuild, ...]) -> str:
    """The style sheet of the first site; the colours of the others hold within their own part."""
    first, *others = builds
    rules = {each.path: each for each in site_files.theme_files(first) if isinstance(each, Asset)}
    pattern = data_url("patroon.svg", rules["theme/patroon.svg"].content())
    sheet = _PATTERN.sub(f'url("{pattern}")', rules["theme/style.css"].content().decode())
    return "\n".join((sheet, *_scoped(others))).replace("</", "<\\/")


def _scoped(builds: list[SiteBuild]) -> Iterator[str]:
    for number, build in enumerate(builds, 1):
        own = colours(build.agenda.site, build.agenda.network)
        yield _SPINE.sub(f".site-{number} .", _ROOT.sub(f".site-{number}{{", own))
        yield f".site-{number}{{background:var(--paper);color:var(--ink)}}"
