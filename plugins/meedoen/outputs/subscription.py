"""Which calendars a site has: everything, each value people choose by, and the combinations that they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import lru_cache
from hashlib import sha256

from meedoen.agenda.agenda import Agenda, Window
from meedoen.agenda.facet import CHOICE_KINDS, COMBINED, WHOLE, FacetKind, choices, values
from meedoen.agenda.occurrence import Occurrence, zone
from meedoen.agenda.revision import Choice
from meedoen.language.slug import is_name
from meedoen.language.wording import capital
from meedoen.outputs.choices import facet_path
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.activity import Activity

LONGEST_PATH = 100
"""Characters of a path, so that with its variant's ending it stays under 120 (Google refuses long addresses)."""
ALL = "agenda.ics"
WITHOUT = "--zonder-afgelast"
SUBSCRIBE_PAGE = "abonneren.html"
_KINDS: Mapping[str, FacetKind] = {kind.folder: kind for kind in CHOICE_KINDS}
_ORDER = {folder: number for number, folder in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One calendar that residents can subscribe to."""

    choice: Choice
    """What it is about; () is everything."""
    path: str
    """`agenda.ics`, `doelgroep/18.ics`, `locatie/bieb--doelgroep-18.ics`."""
    name: str
    """What people see in their list of calendars: `Papendrecht: 18 jaar en ouder`."""
    label: str
    """What it is called on a page, in a list under its kind: `Bibliotheek Papendrecht, voor 18 jaar en ouder`."""
    description: str
    page: str
    """The page of the site about the same, else the page about subscribing."""
    coming: tuple[Activity, ...]
    """What is in it, in order of first start."""
    without: str = ""
    """The path of the variant without what does not go ahead; empty when there is none."""
    stands_for: str = ""
    """For an old address that is a copy of another: the path of that other."""


@lru_cache(maxsize=1)
def subscriptions(build: SiteBuild) -> tuple[Subscription, ...]:
    """Takes the build of a site; gives its calendars: everything, then kind by kind, then combinations.

    The kinds are in the order of the lists. A choice that ever had one (`build.past.once`) keeps its calendar, empty
    when nothing is left of it. One by a word that the network now spells differently is a copy of the calendar of that
    word.
    """
    agenda = build.agenda
    coming = by_choice(agenda)
    once = {ordered for each in build.past.once.get(agenda.site.slug, ()) if _is_addressable(ordered := _ordered(each))}
    names = _Names(build)
    all_choices = {(), *coming, *once, *_always(agenda)}
    all_choices |= {(old,) for old, slug in build.past.renamed.items() if ((old[0], slug),) in all_choices}
    pages: dict[Choice, str] = {((each.kind.folder, each.slug),): facet_path(each) for each in agenda.facets}
    calendars = []
    for choice in sorted(all_choices, key=names.rank):
        meant = names.meant(choice)
        path = feed_path(choice)
        calendars.append(Subscription(
            choice=choice,
            path=path,
            name=names.short(meant),
            label=names.label(meant),
            description=names.description(meant),
            page=pages.get(meant, SUBSCRIBE_PAGE) if meant else "index.html",
            coming=coming.get(meant, ()),
            without=variant_path(path) if _has_variant(choice) else "",
            stands_for=feed_path(meant) if meant != choice and meant in all_choices else "",
        ))  # fmt: skip
    return tuple(calendars)


def by_choice(agenda: Agenda) -> dict[Choice, tuple[Activity, ...]]:
    """Takes an agenda; gives what there is in the window of feeds, for each choice that has something.

    It is in order of first start.
    """
    shown: dict[Choice, list[Activity]] = {}
    for activity in in_feeds(agenda):
        for choice in choices(activity):
            shown.setdefault(choice, []).append(activity)
    return {choice: tuple(activities) for choice, activities in shown.items()}


def in_feeds(agenda: Agenda) -> tuple[Activity, ...]:
    """Takes an agenda; gives the activities with a date in the window of feeds, in order of first start and id."""
    shown = [activity for activity, dates in agenda.by_activity.items() if _is_listed(dates, agenda.window)]
    return tuple(sorted(shown, key=lambda each: first_start(each, agenda.by_activity[each])))


def first_start(activity: Activity, dates: tuple[Occurrence, ...]) -> tuple[datetime, str]:
    """Takes an activity and its dates; gives by what feeds are sorted: its first moment in UTC, and its id.

    The moment is midnight when it is all day.
    """
    start = dates[0].start
    if not isinstance(start, datetime):
        start = datetime.combine(start, time(), zone(activity.zone))
    return start.astimezone(UTC), activity.id


def feed_path(choice: Choice) -> str:
    """Takes a choice; gives the path of its calendar: no slug has two hyphens, so that no two choices share a path."""
    if not choice:
        return ALL
    stem = "--".join(("/" if number == 0 else "-").join(pair) for number, pair in enumerate(choice))
    path = f"{stem}.ics"
    if len(path) > LONGEST_PATH:
        mark = f"--{sha256(stem.encode()).hexdigest()[:10]}.ics"
        path = stem[: LONGEST_PATH - len(mark)].rstrip("-") + mark
    return path


def variant_path(path: str) -> str:
    """Takes the path of a calendar; gives that of the same without what does not go ahead."""
    return "agenda-zonder-afgelast.ics" if path == ALL else f"{path.removesuffix('.ics')}{WITHOUT}.ics"


def _has_variant(choice: Choice) -> bool:
    return len(choice) < 2 or [folder for folder, _ in choice] == ["locatie", "doelgroep"]


def _is_listed(dates: tuple[Occurrence, ...], window: Window) -> bool:
    return any(each.last_day >= window.listed and each.day <= window.last for each in dates)


def _ordered(choice: Choice) -> Choice:
    """A combination from the past in the order of its path."""
    return tuple(sorted(choice, key=lambda pair: COMBINED.index(pair[0]) if pair[0] in COMBINED else len(COMBINED)))


def _is_addressable(choice: Choice) -> bool:
    """Whether a choice from the past can still be a path: kinds that exist and combine, with plain names."""
    folders = [folder for folder, _ in choice]
    combined = len(set(folders)) == len(folders) and {*folders} <= {*COMBINED}
    return (combined if len(choice) > 1 else {*folders} <= {*_KINDS}) and all(is_name(slug) for _, slug in choice)


def _always(agenda: Agenda) -> Iterator[Choice]:
    """The values that have a calendar even before they have an activity."""
    network, site = agenda.network, agenda.site.slug
    for kind in CHOICE_KINDS:
        if kind.vocabulary in WHOLE or not kind.vocabulary:
            slugs: Iterable[str] = values(kind, network)
        elif kind.vocabulary == "locaties":
            slugs = (slug for slug, each in network.places.items() if each.municipality == site)
        elif kind.vocabulary == "partners":
            slugs = (slug for slug, each in network.partners.items() if site in each.municipalities)
        else:
            slugs = ()
        yield from (((kind.folder, slug),) for slug in slugs)


class _Names:
    """How the choices of one site are called and ordered."""

    def __init__(self, build: SiteBuild) -> None:
        agenda = build.agenda
        self._site = agenda.site.name
        self._voice = build.voice
        self._renamed = build.past.renamed
        self._spellings = agenda.network.names.spellings
        self._known = {folder: values(kind, agenda.network) for folder, kind in _KINDS.items()}
        self._numbers = {folder: {slug: n for n, slug in enumerate(known)} for folder, known in self._known.items()}

    def rank(self, choice: Choice) -> tuple[object, ...]:
        """Everything, single values by kind, combinations by their kinds; within a kind what the list knows first."""
        kinds = [_ORDER[folder] if len(choice) == 1 else COMBINED.index(folder) for folder, _ in choice]
        return len(choice), kinds, [(self._numbers[folder].get(slug, 1 << 30), slug) for folder, slug in choice]

    def meant(self, choice: Choice) -> Choice:
        """The same choice in the words that the network has now."""
        return tuple((folder, self._present(folder, slug)) for folder, slug in choice)

    def _present(self, folder: str, slug: str) -> str:
        if slug in self._known[folder]:
            return slug
        renamed = self._renamed.get((folder, slug), slug)
        return self._spellings.get(_KINDS[folder].vocabulary, {}).get(renamed, renamed)

    def _name(self, folder: str, slug: str) -> str:
        known = self._known[folder].get(slug)
        return known[0] if known else slug.replace("-", " ")

    def short(self, choice: Choice) -> str:
        """The name of the calendar; a place that says the municipality already stands for it."""
        if not choice:
            return f"Agenda {self._site}"
        joined = ", ".join(self._name(*pair) for pair in choice)
        says_it = choice[0][0] == "locatie" and self._site in self._name(*choice[0])
        return joined if says_it else f"{self._site}: {joined}"

    def label(self, choice: Choice) -> str:
        """What it is called among others of its kind."""
        if not choice:
            return self._voice.gettext("Alles in %(site)s", site=self._site)
        if len(choice) == 1:
            label = self._voice.gettext(self._name(*choice[0]))
        else:
            label = ", ".join(self._part(*pair) for pair in choice)
        return capital(label)

    def _part(self, folder: str, slug: str) -> str:
        _ = self._voice.gettext
        name = _(self._name(folder, slug))
        if folder == "doelgroep":
            return _("voor %(name)s", name=name)
        return _("onderwerp %(name)s", name=name) if folder == "thema" else name

    def description(self, choice: Choice) -> str:
        """Sentences that say what is in it."""
        if not choice:
            return f"Wat er te doen is in {self._site}."
        facts = (f"{_KINDS[folder].lead}: {self._name(folder, slug)}." for folder, slug in choice)
        return " ".join((f"Uit de agenda van {self._site}.", *facts))
