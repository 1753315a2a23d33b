"""The facts of an activity in words that residents read: state, time, series, price, signing up, age."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import quote

from meedoen.agenda.occurrence import Occurrence
from meedoen.language.wording import count, date_span, day, list_of, money, time_span
from meedoen.notation.fields.parsers import parse_age
from meedoen.notation.fields.values import AgeRange, PriceLine
from meedoen.notation.time.recurrence import phrase
from meedoen.programme.activity import Activity
from meedoen.programme.change import CANCELLED, FULL, MOVED, ONLINE, POSTPONED
from meedoen.programme.joining import HANDY, NEEDED, Registration
from meedoen.programme.network import Network
from meedoen.programme.place import Place
from meedoen.programme.schedule import Schedule
from meedoen.programme.vocabulary import Term


def state(occurrence: Occurrence) -> str:
    """What is the matter with this date, in a few words; empty when it is as planned."""
    if occurrence.moved_to is not None:
        return f"Verplaatst naar {day(occurrence.moved_to, weekday=True)}"
    match occurrence.status:
        case "afgelast":
            return "Gaat niet door"
        case "uitgesteld":
            return "Uitgesteld. De nieuwe datum is nog niet bekend"
        case "vol":
            return "Vol"
        case "online":
            return "Alleen online"
        case "verplaatst":
            return _moved(occurrence)
    return ""


def _moved(occurrence: Occurrence) -> str:
    if occurrence.day != occurrence.planned:
        return f"Nieuwe datum: was eerst {day(occurrence.planned, weekday=True)}"
    change, activity = occurrence.change, occurrence.activity
    other: list[str] = []
    was: list[str] = []
    if change and change.times:
        other.append("tijd")
        was.append(span(activity.schedule.times_on(occurrence.planned)))
    if change and change.place:
        other.append("plek")
        was += [activity.place.name] if activity.place else []
    elif change and change.room:
        other.append("ruimte")
        was += [activity.room] if activity.room else []
    if not other:
        return "Gewijzigd"
    return f"Andere {list_of(other)}" + (f": was eerst {', '.join(was)}" if was else "")


def state_kind(occurrence: Occurrence) -> str:
    """The word by which the style sheet knows the state; empty when as planned."""
    if occurrence.moved_to is not None:
        return "verplaatst"
    return occurrence.status if occurrence.status in (CANCELLED, POSTPONED, MOVED, FULL, ONLINE) else ""


def when(occurrence: Occurrence) -> str:
    """Day and time of one date in full: `dinsdag 1 december 2026, 10.00 tot 11.30 uur`."""
    if occurrence.last_day > occurrence.day:
        days = date_span(occurrence.day, occurrence.last_day)
        return days if occurrence.times is None else f"{days}, {span(occurrence.times)}"
    return f"{day(occurrence.day, weekday=True)}, {span(occurrence.times)}"


def span(times: object) -> str:
    """The time of a day in words: `10.00 tot 11.30 uur`, `hele dag`."""
    start, end = getattr(times, "start", None), getattr(times, "end", None)
    return time_span(start, end)


def series(schedule: Schedule) -> str:
    """The rule in words: `elke dinsdag, tot en met 29 juni 2027`; empty when it is one date."""
    if not schedule.is_series:
        return ""
    if schedule.recurrence is None:
        return f"op {count(len(schedule.days), 'datum', 'datums')}"
    return f"{phrase(schedule.recurrence)}, tot en met {day(schedule.days[-1])}"


@lru_cache(maxsize=1024)
def price(lines: tuple[PriceLine, ...]) -> str:
    """`gratis`, `€ 5`, or `leden € 5, niet-leden € 7,50`; empty when nothing was said."""
    parts = [f"{line.label} {money(line.cents)}".strip() for line in lines]
    return ", ".join(parts)


def age(ages: AgeRange | None) -> str:
    """`4 tot en met 11 jaar`, `vanaf 16 jaar`; never `4-12` alone, which a spreadsheet takes for a date."""
    if ages is None:
        return ""
    if ages.low is not None and ages.high is not None:
        return f"{ages.low} jaar" if ages.low == ages.high else f"{ages.low} tot en met {ages.high} jaar"
    if ages.low is not None:
        return f"vanaf {ages.low} jaar"
    return f"tot en met {ages.high} jaar" if ages.high is not None else "alle leeftijden"


def audience(activity: Activity) -> str:
    """For whom, in one phrase."""
    names = list_of([term.name for term in activity.audience])
    ages = ages_besides(activity.audience, activity.age)
    return f"{names} ({ages})" if names and ages else names or ages


def ages_besides(terms: tuple[Term, ...], ages: AgeRange | None) -> str:
    """The ages in words; empty when the name of a target group says them already."""
    return "" if ages is None or any(parse_age(term.name) == ages for term in terms) else age(ages)


@lru_cache(maxsize=4096)
def registration(given: Registration | None, today: date | None = None) -> tuple[str, ...]:
    """Sentences about signing up. With `today` the state of the registration is part of it."""
    if given is None:
        return ()
    if given.needed not in (NEEDED, HANDY):
        return ("Je hoeft je niet aan te melden.",)
    lines = ["Meld je vooraf aan." if given.needed == NEEDED else "Aanmelden is handig, maar hoeft niet."]
    status = given.status if today is None else given.status_on(today)
    if status == "vol":
        lines.append("Alle plaatsen zijn bezet.")
    elif status == "wachtlijst":
        lines.append("Alle plaatsen zijn bezet. Je kunt op de wachtlijst.")
    elif status == "gesloten":
        lines.append("De aanmelding is gesloten.")
    elif status == "nog niet open" and given.opens is None:
        lines.append("De aanmelding is nog niet open.")
    if given.opens and (today is None or today < given.opens):
        lines.append(f"Aanmelden kan vanaf {day(given.opens, weekday=True)}.")
    if given.closes and (today is None or today <= given.closes):
        lines.append(f"Aanmelden kan tot en met {day(given.closes, weekday=True)}.")
    if given.capacity:
        lines.append(f"Er is plek voor {count(given.capacity, 'persoon', 'mensen')}.")
    return tuple(lines)


# The levels of the Common European Framework (Council of Europe, 2020, table 1) in words that fit the level itself.
_LEVELS = {
    "A0": "je spreekt nog bijna geen Nederlands",
    "A1": "je kent woorden en korte zinnen",
    "A2": "je kunt praten over gewone dingen, zoals je familie of de winkel",
    "B1": "je kunt een gesprek voeren, en een brief in gewone taal lezen",
    "B2": "je kunt meepraten over veel onderwerpen, en langere teksten lezen",
    "C1": "je spreekt goed Nederlands, en leest ook moeilijke teksten",
    "C2": "je spreekt en leest Nederlands heel goed",
}


def language_level(level: str) -> str:
    """How much Dutch one needs, and what that level is."""
    return f"Je hebt Nederlands nodig op niveau {level}: {_LEVELS[level]}."


def accessibility(activity: Activity, place: Place | None, network: Network) -> tuple[Term, ...]:
    """What is arranged by the activity, then what there is at the place, each once."""
    return tuple(dict.fromkeys((*activity.accessibility, *(features(place, network) if place else ()))))


def features(place: Place, network: Network) -> tuple[Term, ...]:
    """What there is at the place for who needs it."""
    known = network.vocabularies.get("toegankelijkheid", {})
    return tuple(known[slug] for slug in place.accessibility if slug in known)


@lru_cache(maxsize=1024)
def map_link(place: Place) -> str:
    """The address of a map with this place; empty when it is not known where it is."""
    if place.point:
        lat, lon = (f"{number:.6f}".rstrip("0") for number in place.point)
        return f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}"
    if place.street and place.locality:
        return f"https://www.openstreetmap.org/search?query={quote(place.address, safe='')}"
    return ""


def telephone(number: str) -> str:
    """A phone number as the address that calls it: `tel:0781234567`."""
    return "tel:" + "".join(each for each in number if each.isdigit() or each == "+")


def where(occurrence: Occurrence) -> str:
    """Room and place on one line; `Online` when it is only there."""
    place = occurrence.place
    if place is None:
        return "Online"
    return f"{place.name}, {occurrence.room}" if occurrence.room else place.name
