"""Pages by choice: for whom, about what, where, by whom; and the page that lists all choices."""

from __future__ import annotations

from itertools import groupby

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.facet import FACET_KINDS, Facet, FacetKind
from meedoen.outputs.site_build import Outcome, Page, SiteBuild

PER_PAGE = 150
_PLACES: FacetKind = next(kind for kind in FACET_KINDS if kind.folder == "locatie")


def facets(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives a page for each value that has something to come, each on its next date.

    There are 150 activities a page. A place in this municipality always has its page: a poster there may lead to it.
    """
    _ = build.voice.gettext
    quiet = (each for each in places_of_site(build.agenda) if not each.coming)
    for facet in (*build.agenda.facets, *quiet):
        parts = [facet.coming[start : start + PER_PAGE] for start in range(0, len(facet.coming), PER_PAGE)] or [()]
        paths = [facet_path(facet, number) for number in range(1, len(parts) + 1)]
        for number, part in enumerate(parts, 1):
            title = f"{_(facet.kind.lead)}: {_(facet.name)}"
            title = title if number == 1 else _("%(title)s (deel %(number)s)", title=title, number=number)
            by_day = tuple(
                (on, tuple(each for __, each in pairs)) for on, pairs in groupby(part, lambda pair: pair[1].day)
            )
            yield Page(paths[number - 1], "facet.html", title, {
                "facet": facet, "days": by_day, "number": number, "paths": paths,
                "place": build.agenda.network.places.get(facet.slug) if facet.kind.folder == "locatie" else None,
                "partner": build.agenda.network.partners.get(facet.slug) if facet.kind.folder == "partner" else None,
            }, indexed=len(facet.coming) > 1)  # fmt: skip


def places_of_site(agenda: Agenda) -> tuple[Facet, ...]:
    """Takes an agenda; gives the places in its municipality, with what is to come there, which may be nothing."""
    busy = {each.slug: each for each in agenda.facets if each.kind is _PLACES}
    return tuple(
        busy.get(slug) or Facet(kind=_PLACES, slug=slug, name=place.name, description=place.description, coming=())
        for slug, place in agenda.network.places.items()
        if place.municipality == agenda.site.slug
    )


def overview(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives all choices on one page, with how much there is of each."""
    groups = tuple((kind, tuple(each for each in build.agenda.facets if each.kind is kind)) for kind in FACET_KINDS)
    yield Page(
        "kies.html",
        "choices.html",
        build.voice.gettext("Zoek wat bij je past"),
        {"groups": tuple(pair for pair in groups if pair[1])},
    )


def facet_path(facet: Facet, number: int = 1) -> str:
    """Takes a facet; gives `thema/taal.html`, and `thema/taal--2.html` for page 2: no slug has two hyphens."""
    return f"{facet.kind.folder}/{facet.slug}{f'--{number}' if number > 1 else ''}.html"
