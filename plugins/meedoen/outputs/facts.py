"""The facts of an activity in words that residents read: state, time, series, price, signing up, age."""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from typing import Protocol
from urllib.parse import quote

from meedoen.agenda.occurrence import Occurrence
from meedoen.language.voice import DUTCH, Voice
from meedoen.notation.fields.parsers import parse_age
from meedoen.notation.fields.values import AgeRange, PriceLine
from meedoen.notation.schema.status import EventStatus, RegistrationStatus
from meedoen.notation.time.clock import Times
from meedoen.outputs.recurrence_text import recurrence_text
from meedoen.programme.activity import Activity
from meedoen.programme.joining import HANDY, NEEDED, Registration
from meedoen.programme.network import Network
from meedoen.programme.place import Place
from meedoen.programme.schedule import Schedule
from meedoen.programme.vocabulary import Term


class Dated(Protocol):
    """What has a day and a time: a date of an activity, or what a neighbour has."""

    @property
    def day(self) -> date:
        """The first day."""

    @property
    def last_day(self) -> date:
        """The last day, mostly the same."""

    @property
    def times(self) -> Times | None:
        """When on the day; None for all day."""


class Facts:
    """What there is to say, in the language of a site; many activities share a price or a way of signing up."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.price = lru_cache(maxsize=1024)(self._price)
        self.registration = lru_cache(maxsize=4096)(self._registration)

    def named(self, name: str) -> str:
        """A name from a list of the library, where the catalogue has it; else as it stands in the list."""
        return self.voice.gettext(name)

    def state(self, occurrence: Occurrence) -> str:
        """What is the matter with this date, in a few words; empty when it is as planned."""
        _ = self.voice.gettext
        if occurrence.moved_to is not None:
            return _("Verplaatst naar %(day)s", day=self.voice.day(occurrence.moved_to, weekday=True))
        match occurrence.status:
            case EventStatus.CANCELLED:
                return _("Gaat niet door")
            case EventStatus.POSTPONED:
                return _("Uitgesteld. De nieuwe datum is nog niet bekend")
            case EventStatus.FULL:
                return _("Vol")
            case EventStatus.ONLINE:
                return _("Alleen online")
            case EventStatus.RESCHEDULED:
                return self._moved(occurrence)
        return ""

    def _moved(self, occurrence: Occurrence) -> str:
        _ = self.voice.gettext
        if occurrence.day != occurrence.planned:
            return _("Nieuwe datum: was eerst %(day)s", day=self.voice.day(occurrence.planned, weekday=True))
        change, activity = occurrence.change, occurrence.activity
        kinds: list[str] = []
        was: list[str] = []
        if change and change.times:
            kinds.append("time")
            was.append(self.span(activity.schedule.times_on(occurrence.planned)))
        if change and change.place:
            kinds.append("place")
            was += [activity.place.name] if activity.place else []
        elif change and change.room:
            kinds.append("room")
            was += [activity.room] if activity.room else []
        changed = {
            "": _("Gewijzigd"),
            "time": _("Andere tijd"),
            "place": _("Andere plek"),
            "room": _("Andere ruimte"),
            "time place": _("Andere tijd en plek"),
            "time room": _("Andere tijd en ruimte"),
        }[" ".join(kinds)]
        return _("%(changed)s: was eerst %(old)s", changed=changed, old=", ".join(was)) if was else changed

    @staticmethod
    def state_kind(occurrence: Occurrence) -> str:
        """The word by which the style sheet knows the state; empty when as planned."""
        if occurrence.moved_to is not None:
            return EventStatus.RESCHEDULED
        return "" if occurrence.status is EventStatus.SCHEDULED else occurrence.status

    def when(self, each: Dated) -> str:
        """Day and time of one date in full: `dinsdag 1 december 2026, 10.00 tot 11.30 uur`."""
        if each.last_day > each.day:
            days = self.voice.date_span(each.day, each.last_day)
            return days if each.times is None else f"{days}, {self.span(each.times)}"
        return f"{self.voice.day(each.day, weekday=True)}, {self.span(each.times)}"

    def span(self, times: object) -> str:
        """The time of a day in words: `10.00 tot 11.30 uur`, `hele dag`."""
        start: time | None = getattr(times, "start", None)
        end: time | None = getattr(times, "end", None)
        return self.voice.time_span(start, end)

    def series(self, schedule: Schedule) -> str:
        """The rule in words: `elke dinsdag, tot en met 29 juni 2027`; empty when it is one date."""
        if not schedule.is_series:
            return ""
        if schedule.recurrence is None:
            return self.voice.ngettext("op %(num)s datum", "op %(num)s datums", len(schedule.days))
        rule, last = recurrence_text(schedule.recurrence, self.voice), self.voice.day(schedule.days[-1])
        return self.voice.gettext("%(rule)s, tot en met %(last)s", rule=rule, last=last)

    def _price(self, lines: tuple[PriceLine, ...]) -> str:
        """`gratis`, `€ 5`, or `leden € 5, niet-leden € 7,50`; empty when nothing was said."""
        parts = [f"{line.label} {self.voice.money(line.cents)}".strip() for line in lines]
        return ", ".join(parts)

    def age(self, ages: AgeRange | None) -> str:
        """`4 tot en met 11 jaar`, `vanaf 16 jaar`; never `4-12` alone, which a spreadsheet takes for a date."""
        if ages is None:
            return ""
        _ = self.voice.gettext
        low, high = ages.low, ages.high
        if low is not None and high is not None:
            return (
                _("%(age)s jaar", age=low) if low == high else _("%(low)s tot en met %(high)s jaar", low=low, high=high)
            )
        if low is not None:
            return _("vanaf %(age)s jaar", age=low)
        return _("tot en met %(age)s jaar", age=high) if high is not None else _("alle leeftijden")

    def audience(self, activity: Activity) -> str:
        """For whom, in one phrase."""
        names = self.voice.list_of([self.named(term.name) for term in activity.audience])
        ages = self.ages_besides(activity.audience, activity.age)
        return f"{names} ({ages})" if names and ages else names or ages

    def ages_besides(self, terms: tuple[Term, ...], ages: AgeRange | None) -> str:
        """The ages in words; empty when the name of a target group says them already."""
        return "" if ages is None or any(parse_age(term.name) == ages for term in terms) else self.age(ages)

    def _registration(self, registration: Registration | None, today: date | None = None) -> tuple[str, ...]:
        """Sentences about signing up. With `today` the state of the registration is part of it."""
        if registration is None:
            return ()
        _ = self.voice.gettext
        if registration.needed not in (NEEDED, HANDY):
            return (_("Je hoeft je niet aan te melden."),)
        lines = [
            _("Meld je vooraf aan.") if registration.needed == NEEDED else _("Aanmelden is handig, maar hoeft niet.")
        ]
        status = registration.status if today is None else registration.status_on(today)
        if status is RegistrationStatus.FULL:
            lines.append(_("Alle plaatsen zijn bezet."))
        elif status is RegistrationStatus.WAITING_LIST:
            lines.append(_("Alle plaatsen zijn bezet. Je kunt op de wachtlijst."))
        elif status is RegistrationStatus.CLOSED:
            lines.append(_("De aanmelding is gesloten."))
        elif status is RegistrationStatus.NOT_YET_OPEN and registration.opens is None:
            lines.append(_("De aanmelding is nog niet open."))
        if registration.opens and (today is None or today < registration.opens):
            lines.append(_("Aanmelden kan vanaf %(day)s.", day=self.voice.day(registration.opens, weekday=True)))
        if registration.closes and (today is None or today <= registration.closes):
            lines.append(_("Aanmelden kan tot en met %(day)s.", day=self.voice.day(registration.closes, weekday=True)))
        if registration.capacity:
            capacity = registration.capacity
            lines.append(
                self.voice.ngettext("Er is plek voor %(num)s persoon.", "Er is plek voor %(num)s mensen.", capacity)
            )
        return tuple(lines)

    def language_level(self, level: str) -> str:
        """How much Dutch one needs, and what that level is (Common European Framework, 2020, table 1), in its words."""
        _ = self.voice.gettext
        meaning = {
            "A0": _("je spreekt nog bijna geen Nederlands"),
            "A1": _("je kent woorden en korte zinnen"),
            "A2": _("je kunt praten over gewone dingen, zoals je familie of de winkel"),
            "B1": _("je kunt een gesprek voeren, en een brief in gewone taal lezen"),
            "B2": _("je kunt meepraten over veel onderwerpen, en langere teksten lezen"),
            "C1": _("je spreekt goed Nederlands, en leest ook moeilijke teksten"),
            "C2": _("je spreekt en leest Nederlands heel goed"),
        }[level]
        return _("Je hebt Nederlands nodig op niveau %(level)s: %(meaning)s.", level=level, meaning=meaning)

    def accessibility(self, activity: Activity, place: Place | None, network: Network) -> tuple[Term, ...]:
        """What is arranged by the activity, then what there is at the place, each once."""
        return tuple(dict.fromkeys((*activity.accessibility, *(self.features(place, network) if place else ()))))

    @staticmethod
    def features(place: Place, network: Network) -> tuple[Term, ...]:
        """What there is at the place for who needs it."""
        known = network.vocabularies.get("toegankelijkheid", {})
        return tuple(known[slug] for slug in place.accessibility if slug in known)

    def where(self, occurrence: Occurrence) -> str:
        """Room and place on one line; `Online` when it is only there."""
        place = occurrence.place
        if place is None:
            return self.voice.gettext("Online")
        return f"{place.name}, {occurrence.room}" if occurrence.room else place.name

    @staticmethod
    def map_link(place: Place) -> str:
        """The address of a map with this place; empty when it is not known where it is."""
        return _map_link(place)

    @staticmethod
    def telephone(number: str) -> str:
        """A phone number as the address that calls it: `tel:0781234567`."""
        return "tel:" + "".join(each for each in number if each.isdigit() or each == "+")


@lru_cache(maxsize=1024)
def _map_link(place: Place) -> str:
    if place.point:
        lat, lon = (f"{number:.6f}".rstrip("0") for number in place.point)
        return f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}"
    if place.street and place.locality:
        return f"https://www.openstreetmap.org/search?query={quote(place.address, safe='')}"
    return ""


IN_DUTCH = Facts(DUTCH)
"""For calendars and data, which are in Dutch on every site."""
