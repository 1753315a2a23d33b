"""The newsletters of one site, or of the region, as letters: settled ones from their file, others as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from meedoen.agenda.agenda import Agenda
from meedoen.agenda.occurrence import Occurrence
from meedoen.agenda.revision import Past
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.archive_reader import names_of
from meedoen.newsletter.candidate import Candidate
from meedoen.newsletter.composition import LetterSettings, compose
from meedoen.newsletter.draft import Draft, Entry, Part
from meedoen.newsletter.gathering import candidate
from meedoen.notation.markup import plain, render
from meedoen.outputs.letter import Item, Letter, Picture, Section
from meedoen.outputs.site_build import SiteBuild
from meedoen.outputs.stylesheet import schemes_of
from meedoen.programme.activity import Activity
from meedoen.programme.edition import Edition
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality
from meedoen.programme.picture import Rendition
from meedoen.programme.scheme import spine

ARCHIVE = "nieuwsbrief.html"
_FEW = 3
Pictures = Callable[[Activity], tuple[Rendition, ...]]
Address = Callable[[str], str]
"""The address of the site of a municipality, without a closing slash; of the region for `regio`."""


def letter_path(slug: str) -> str:
    """Takes the name of an edition; gives where the web version of an edition stands on its site:
    `nieuwsbrief/papendrecht-2026-49.html`.
    """
    return f"nieuwsbrief/{slug}.html"


def letters(
    build: SiteBuild,
    archive: Archive | None,
    of_region: tuple[Candidate, ...] = (),
    addresses: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Letter, ...]:
    """Takes a site and all newsletters; gives its letters, the newest first. Without editions this costs nothing.

    The regional home tells of the candidates `of_region`, at the `addresses` of the sites by municipality.
    """
    site = build.agenda.site
    slug = site.slug or REGION
    editions = archive.of(slug) if archive else ()
    if archive is None or not editions:
        return ()
    network = build.agenda.network

    def gathered() -> tuple[Candidate, ...]:
        if slug == REGION:
            return of_region
        return candidates(build.agenda, build.past, lambda each: build.pictures.get(each.id, ()))

    def address(of: str) -> str:
        return build.address if of == slug else addresses.get(of, build.region)

    drafts = written(archive, editions, gathered, setting_of(network))
    return tuple(letter(each, site, network, address) for each in reversed(drafts))


def written(
    archive: Archive,
    editions: Iterable[Edition],
    gathered: Callable[[], tuple[Candidate, ...]],
    setting: LetterSettings,
) -> tuple[Draft, ...]:
    """Takes the archive, editions, what gathers what may be told, and the settings; gives what these editions tell;
    what may be told is gathered once, and only when one of them is not settled.
    """
    gatherings: list[tuple[Candidate, ...]] = []

    def write(edition: Edition, earlier: tuple[Draft, ...]) -> Draft:
        if not gatherings:
            gatherings.append(gathered())
        return compose(edition, gatherings[0], earlier, setting)

    return archive.drafts(editions, write)


def candidates(agenda: Agenda, past: Past, pictures: Pictures = lambda _: ()) -> tuple[Candidate, ...]:
    """Takes an agenda, the past and the pictures; gives what the letters of this site may tell: everything that it
    shows.
    """
    return tuple(
        candidate(activity, dates, agenda.site.slug, past.of(activity.id), pictures(activity))
        for activity, dates in agenda.by_activity.items()
    )


def for_region(build: SiteBuild, archive: Archive | None, own: Callable[[Activity], bool]) -> tuple[Candidate, ...]:
    """Takes the build of a site, the archive and which activities count for it; gives what the letters of the region
    may tell of this site; nothing when none is still to be written.
    """
    waiting = archive.unsettled(REGION) if archive else ()
    if archive is None or not waiting:
        return ()
    first, last = min(each.opens for each in waiting), max(each.last for each in waiting)
    known = archive.told_in(REGION)
    return tuple(
        candidate(each, dates, build.agenda.site.slug, build.past.of(each.id), build.pictures.get(each.id, ()))
        for each, dates in build.agenda.by_activity.items()
        if own(each) and (each.id in known or _is_about(each, dates, first, last))
    )


def _is_about(activity: Activity, dates: Iterable[Occurrence], first: date, last: date) -> bool:
    """Whether any date of the activity, or the last day to sign up for it, is in these days."""
    closes = activity.registration.closes if activity.registration else None
    if closes is not None and first <= closes <= last:
        return True
    return any(one.last_day >= first and one.day <= last for one in dates)


def setting_of(network: Network) -> LetterSettings:
    """Takes the network; gives who sends the letters of this organisation, and how it groups them."""
    own = network.organisation
    return LetterSettings(
        sender=own.name,
        names=names_of(network),
        sections=own.newsletter_sections,
        address=own.address,
        mail=own.mail,
    )


def letter(draft: Draft, site: Municipality, network: Network, address: Address) -> Letter:
    """Takes a draft, its site, the network and the addresses of sites; gives the letter with the addresses and the
    colours of its site.
    """
    edition = draft.edition
    intro = render(edition.intro) if edition.intro else render("")
    schemes = schemes_of(site)
    home = address(edition.municipality)
    themes = network.vocabularies.get("themas", {}).values()
    return Letter(
        edition=edition,
        title=draft.title,
        sender=draft.sender,
        url=f"{home}/{letter_path(edition.slug)}",
        site_url=f"{home}/",
        archive_url=f"{home}/{ARCHIVE}",
        sections=tuple(_section(each, address) for each in draft.parts),
        schemes=schemes,
        spines={
            each.slug: (spine(each.colour, schemes.day), spine(each.colour, schemes.night, dark=True))
            for each in themes
            if each.colour
        },
        preheader=edition.preheader or preview(draft),
        intro=intro,
        intro_text=plain(intro),
        address=draft.address,
        mail=draft.mail,
    )


def preview(draft: Draft) -> str:
    """Takes a draft; gives the line that mail programs show behind the subject, when nobody wrote one: the first few
    titles.
    """
    names = list(dict.fromkeys(each.item.name for each in draft.entries))
    if not names:
        return "Er is deze keer niets nieuws te melden. Kijk op de site wat er te doen is."
    more = " en meer" if len(names) > _FEW else ""
    return f"Met onder andere: {', '.join(names[:_FEW])}{more}." if more else f"Met {_joined(names)}."


def _joined(names: list[str]) -> str:
    return " en ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _section(part: Part, address: Address) -> Section:
    url = ""
    if part.more:
        url = f"{address(part.site or REGION)}/{part.list}" if part.list else f"{address(part.site or REGION)}/"
    return Section(
        part.key, part.title, tuple(_item(each, address) for each in part.entries), more=part.more, more_url=url
    )


def _item(entry: Entry, address: Address) -> Item:
    home, photo = address(entry.site), entry.photo
    picture = (
        photo
        if photo is None
        else Picture(url=f"{home}/{photo.path}", width=photo.width, height=photo.height, alt=photo.alt)
    )
    return replace(entry.item, url=f"{home}/{entry.page}", picture=picture)
