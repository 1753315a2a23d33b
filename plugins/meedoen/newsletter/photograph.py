"""Pictures as mail programs show them: JPEG, which all of them know, no wider than a letter is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from meedoen.newsletter.paths import within
from meedoen.outputs.letter import Item, Letter, Picture, Section
from meedoen.outputs.site_build import Asset, SiteBuild
from meedoen.programme.picture import Rendition, jpeg

_SIZE = re.compile(r"(?:-[0-9]+)?\.[a-z]+\Z")


def in_mail(build: SiteBuild, letter: Letter) -> Letter:
    """Takes the build of a site and a letter; gives the letter with its pictures as JPEG; without those that the site
    no longer has.
    """
    sections = tuple(_section(build, each) for each in letter.sections)
    return replace(letter, sections=sections)


def at_home(build: SiteBuild, letter: Letter) -> Letter:
    """Takes the build of a site and a letter; gives the letter with the pictures that stand on this site: a page loads
    no others.
    """
    root = build.main_url("")

    def kept(item: Item) -> Item:
        stands = item.picture and item.picture.url.startswith(root) and build.pictures.get(item.id)
        return item if stands else replace(item, picture=None)

    sections = tuple(replace(each, items=tuple(map(kept, each.items))) for each in letter.sections)
    return replace(letter, sections=sections)


def photographs(build: SiteBuild, letter: Letter) -> tuple[Asset, ...]:
    """Takes the build of a site and a letter that `in_mail` gave; gives the pictures of a letter that `in_mail` gave;
    several letters may have the same.
    """
    pictures = {
        within(build, each.picture.url): partial(jpeg, _largest(build, each)) for each in letter.items if each.picture
    }
    return tuple(Asset(path, content) for path, content in pictures.items())


def octets(build: SiteBuild, item: Item) -> int:
    """Takes the build of a site and an item; gives how many bytes the picture of this item has."""
    return len(jpeg(_largest(build, item)))


def _section(build: SiteBuild, section: Section) -> Section:
    return replace(section, items=tuple(replace(each, picture=_picture(build, each)) for each in section.items))


def _picture(build: SiteBuild, item: Item) -> Picture | None:
    if item.picture is None or not build.pictures.get(item.id):
        return None
    largest = _largest(build, item)
    return replace(
        item.picture,
        url=_SIZE.sub("-brief.jpg", item.picture.url),
        width=largest.width,
        height=largest.height,
    )


def _largest(build: SiteBuild, item: Item) -> Rendition:
    return max(build.pictures[item.id], key=lambda each: each.width)
