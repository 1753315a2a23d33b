"""A page of a preview with every part of the theme in every state, made of activities that are read as any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Template

from meedoen.agenda.agenda import Agenda, select
from meedoen.agenda.library import read_library
from meedoen.agenda.occurrence import Occurrence
from meedoen.content.source import SourceFile
from meedoen.outputs.icon import ICONS
from meedoen.outputs.site_build import Outcome, Page, SiteBuild
from meedoen.outputs.stylesheet import schemes_of
from meedoen.programme.activity import Activity
from meedoen.programme.colour import contrast
from meedoen.programme.organisation import Municipality
from meedoen.programme.scheme import PAIRS, Scheme

STYLE_PAGE = "stijl.html"

_SAMPLES: Mapping[str, str] = {
    "gewoon": "titel: Soep en verhalen\nsamenvatting: Eet een kom soep en hoor een verhaal.\ndatum: $soon\n"
    "tijd: 12.00 - 13.30\nprijs: 2 euro",
    "reeks": "titel: Breien bij het raam\nsamenvatting: Kom breien, haken of alleen praten.\ndatum: $soon\n"
    "tijd: 13.30 - 15.00\nherhaling: elke week\ntot: $far\nprijs: gratis\nruimte: Leestafel",
    "hele-dag": "titel: Boeken ruilen in de hal\ndatum: $soon\neinddatum: $later\nhele-dag: ja\nprijs: gratis",
    "lang": "titel: Vrijwilligersbijeenkomst over verkeersveiligheid en burgerparticipatie in de binnenstad\n"
    "samenvatting: Een lange titel met lange woorden past ook op een kleine telefoon.\ndatum: $soon\ntijd: 19.30",
    "vol": "titel: Robots bouwen\ndatum: $soon\ntijd: 15.00 - 16.30\nprijs: gratis\n"
    "aanmelden: {nodig: ja, status: vol}",
    "afgelast": "titel: Wandelen met een gids\ndatum: $soon\ntijd: 10.00 - 12.00\n"
    "wijzigingen: [{datum: $soon, status: afgelast, reden: De gids is ziek.}]",
    "verplaatst": "titel: Muziek in de middag\ndatum: $soon\ntijd: 14.00 - 15.30\n"
    "wijzigingen: [{datum: $soon, status: verplaatst, naar: $later, reden: De zaal wordt geschilderd.}]",
    "uitgesteld": "titel: Avond over energie\ndatum: $soon\ntijd: 20.00 - 21.30\nstatus: uitgesteld",
    "online": "titel: Praten over een boek\ndatum: $soon\ntijd: 20.00 - 21.00\n"
    "wijzigingen: [{datum: $soon, status: online, online: link na aanmelding, reden: Het is glad buiten.}]",
    "voorbij": "titel: Open dag\ndatum: $gone\ntijd: 11.00 - 16.00\nprijs: gratis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """A colour of the site: the name of its property, by day and by night, each with its contrast to its partner."""

    name: str
    day: str
    night: str
    by_day: float
    by_night: float


def style(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives the page, in a preview only."""
    if build.preview:
        agenda = sample_agenda(build.agenda)
        network, today = build.agenda.network, build.agenda.window.today
        yield Page(STYLE_PAGE, "style.html", "Alle onderdelen", {
            "samples": tuple(samples(agenda).items()), "today": today, "by_day": agenda.by_day,
            "weeks": _two_weeks(today), "swatches": tuple(swatches(build.agenda.site)), "signs": tuple(ICONS),
            "features": tuple(network.vocabularies.get("toegankelijkheid", {}).values()),
            "themes": tuple(network.vocabularies.get("themas", {}).values()),
        }, indexed=False, once=True)  # fmt: skip


def sample_agenda(agenda: Agenda) -> Agenda:
    """Takes the agenda of a site; gives it with the samples in the place of its activities."""
    library = read_library(_files(agenda), agenda.network)
    return select(library.activities, agenda.site, agenda.network, agenda.window)


def samples(agenda: Agenda) -> dict[str, Occurrence]:
    """Takes what `sample_agenda` gives; gives name of a sample → its first date, in the order of the page."""
    first_dates = {_name(activity): dates[0] for activity, dates in agenda.by_activity.items()}
    return {name: first_dates[name] for name in _SAMPLES if name in first_dates}


def swatches(site: Municipality) -> Iterator[Swatch]:
    """Takes a municipality; gives its colours, each with the least contrast that it has in a pair that must hold."""
    own = schemes_of(site)
    for name, colour in own.day.items():
        yield Swatch(
            name=name, day=colour, night=own.night[name], by_day=_least(name, own.day), by_night=_least(name, own.night)
        )


def _least(name: str, scheme: Scheme) -> float:
    """How well the colour is told apart where that is most difficult; of a line, from the page."""
    pairs = [(each.front, each.ground) for each in PAIRS if name in (each.front, each.ground)] or [(name, "paper")]
    return min(contrast(scheme[front], scheme[ground]) for front, ground in pairs)


def _files(agenda: Agenda) -> Iterator[SourceFile]:
    network, site, today = agenda.network, agenda.site, agenda.window.today
    place = next((slug for slug, each in network.places.items() if each.municipality == site.slug), "")
    where = f"locatie: {place}" if place else "online: link na aanmelding"
    who = tuple(network.vocabularies.get("doelgroepen", {}))[:2]
    themes = tuple(network.vocabularies.get("themas", {}))
    days = {name: f"{today + timedelta(days=number):%d-%m-%Y}" for name, number in _DAYS.items()}
    for number, (name, header) in enumerate(_SAMPLES.items()):
        lines = [Template(header).substitute(days), where]
        lines += [f'doelgroep: ["{who[number % len(who)]}"]'] if who else []
        lines += [f"thema: {themes[number % len(themes)]}"] if themes else []
        text = "\n".join(["---", *lines, "---", ""])
        yield SourceFile(f"content/activiteiten/{site.slug}/stijl-{name}.md", text.encode())


# A ground is compared with the text on it; what is not here is compared with the paper.
_DAYS = {"gone": -7, "soon": 3, "later": 5, "far": 60}


def _name(activity: Activity) -> str:
    return activity.page.removeprefix("stijl-")


def _two_weeks(today: date) -> tuple[tuple[date, ...], ...]:
    monday = today - timedelta(days=today.weekday())
    return tuple(tuple(monday + timedelta(days=7 * week + number) for number in range(7)) for week in range(2))
