"""The language in which a site speaks to residents: its sentences, dates, times, amounts and lists.

Dutch stands in the code and the templates; another language is one catalogue of gettext, with Babel for its dates.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache, partial
from gettext import GNUTranslations, NullTranslations
from types import MappingProxyType
from typing import TypeVar

from babel import Locale, UnknownLocaleError, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from meedoen.language import wording

_Result = TypeVar("_Result")
EMPTY: Mapping[str, str] = MappingProxyType({})


def N_(message: str) -> str:
    """Takes a text; gives the same: a mark for translators where it is used later, by a language."""
    return message


class BadCatalogue(Exception):
    """A file with translations that can't be read; the message is that of the library."""


class Voice:
    """Dutch, by the functions of `wording`; `translations` may say some texts otherwise.

    `code` is for `lang` (BCP 47), `direction` for `dir`, `locale` for Open Graph; `name` is what it calls itself.
    """

    code, direction, name, locale = "nl", "ltr", "Nederlands", "nl_NL"

    def __init__(self, texts: Mapping[str, str] = EMPTY, plurals: NullTranslations | None = None) -> None:
        self._texts = texts
        self._plurals = plurals or NullTranslations()

    def gettext(self, message: str, /, **values: object) -> str:
        """Takes a Dutch text and values; gives it in this language, with `%(name)s` filled in."""
        text = self._texts.get(message, message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Takes the text for one, that for more, and a number; gives the one that fits, filled in.

        `%(num)s` is the number as this language writes it.
        """
        return self.one_of(one, many, n) % {"num": self.number(n), **values}

    def one_of(self, one: str, many: str, n: int) -> str:
        """Takes the text for one, that for more, and a number; gives the one that fits, with nothing filled in yet."""
        return self._plurals.ngettext(one, many, n)

    def knows(self, message: str) -> bool:
        """Takes a text; gives whether it is in this language: Dutch is, in Dutch."""
        return True

    def day(self, on: date, *, year: bool = True, weekday: bool = False) -> str:
        """Takes a date; gives `dinsdag 1 december 2026`."""
        return wording.day(on, year=year, weekday=weekday)

    def month(self, on: date) -> str:
        """Takes a date; gives `december 2026`."""
        return f"{wording.MONTHS[on.month - 1]} {on.year}"

    def weekday(self, number: int, *, short: bool = False) -> str:
        """Takes a number, 0 for Monday; gives the name of that day of the week."""
        return (wording.WEEKDAYS_SHORT if short else wording.WEEKDAYS)[number]

    def clock(self, at: time) -> str:
        """Takes a time; gives `19.30`."""
        return wording.clock(at)

    def time_span(self, start: time | None, end: time | None) -> str:
        """Takes a start and an end; gives `10.00 tot 11.30 uur`, `vanaf 19.30 uur`, `tot 17.00 uur` or `hele dag`."""
        return wording.time_span(start, end)

    def date_span(self, first: date, last: date) -> str:
        """Takes the first and the last day; gives `1 tot en met 3 december 2026`."""
        return wording.date_span(first, last)

    def list_of(self, items: Sequence[str]) -> str:
        """Takes items; gives `a, b en c`."""
        return wording.list_of(items)

    def number(self, n: int) -> str:
        """Takes a whole number; gives `1.200`."""
        return wording.number(n)

    def ordinal(self, n: int) -> str:
        """Takes a number; gives `15e`."""
        return wording.ordinal(n)

    def money(self, cents: int) -> str:
        """Takes cents; gives `€ 7,50`, or `gratis`."""
        return wording.money(cents)


class Translated(Voice):
    """Another language: texts from its catalogue, Dutch where that has none; the rest as Unicode's CLDR has it."""

    def __init__(self, code: str, locale: Locale, texts: Mapping[str, str], plurals: NullTranslations) -> None:
        super().__init__(texts, plurals)
        self.code = code
        self.direction = locale.text_direction
        self.name = Locale.parse(code, sep="-").get_display_name(code.replace("-", "_")) or code
        self.locale = str(locale) if locale.territory else ""
        self._locale = locale
        # Many pages name the same few dates and times.
        self._format_day = lru_cache(maxsize=8192)(self._day)
        self.month = self._kept(partial(dates.format_skeleton, "yMMMM", locale=locale))  # type: ignore[method-assign]
        self.clock = self._kept(partial(dates.format_time, format="short", locale=locale))  # type: ignore[method-assign]

    @staticmethod
    def _kept(function: Callable[..., _Result]) -> Callable[..., _Result]:
        return lru_cache(maxsize=2048)(function)

    def knows(self, message: str) -> bool:
        """Takes a text; gives whether the catalogue has it."""
        return message in self._texts

    def day(self, on: date, *, year: bool = True, weekday: bool = False) -> str:
        """Takes a date; gives `Tuesday, 1 December 2026`."""
        return self._format_day(on, year, weekday)

    def _day(self, on: date, year: bool, weekday: bool) -> str:
        if year:
            return dates.format_date(on, "full" if weekday else "long", locale=self._locale)
        text: str = dates.format_skeleton("MMMMd", on, locale=self._locale)
        return f"{self.weekday(on.weekday())} {text}" if weekday else text

    def weekday(self, number: int, *, short: bool = False) -> str:
        """Takes a number, 0 for Monday; gives the name of that day of the week."""
        return str(dates.get_day_names("abbreviated" if short else "wide", locale=self._locale)[number])

    def time_span(self, start: time | None, end: time | None) -> str:
        """Takes a start and an end; gives `10:00 to 11:30`."""
        if start is None:
            return self.gettext("hele dag") if end is None else self.gettext("tot %(end)s uur", end=self.clock(end))
        if end is None:
            return self.gettext("vanaf %(start)s uur", start=self.clock(start))
        return self.gettext("%(start)s tot %(end)s uur", start=self.clock(start), end=self.clock(end))

    def date_span(self, first: date, last: date) -> str:
        """Takes the first and the last day; gives `1 December 2026 to 3 December 2026`, both days included."""
        if first == last:
            return self.day(first)
        return self.gettext("%(first)s tot en met %(last)s", first=self.day(first), last=self.day(last))

    def list_of(self, items: Sequence[str]) -> str:
        """Takes items; gives `a, b and c`."""
        return lists.format_list(list(items), locale=self._locale) if items else ""

    def number(self, n: int) -> str:
        """Takes a whole number; gives `1,200`."""
        return numbers.format_decimal(n, locale=self._locale)

    def ordinal(self, n: int) -> str:
        """Takes a number; gives `day 15`.

        CLDR has no ordinals, so the catalogue says how a number in a month is called.
        """
        return self.gettext("%(number)se", number=self.number(n))

    def money(self, cents: int) -> str:
        """Takes cents; gives `€7.50`, or the word for nothing."""
        if cents == 0:
            return self.gettext("gratis")
        return numbers.format_currency(Decimal(cents) / 100, "EUR", locale=self._locale)


DUTCH = Voice()


def read_voice(code: str, catalogue: bytes) -> Voice:
    """Takes a language (`en`, `zh-Hant`) and its catalogue (.po); gives its voice.

    The header may name a region for dates and amounts: `Language: en_GB`. What is marked fuzzy or left empty is Dutch.
    Raises BadCatalogue when the catalogue can't be read.
    """
    try:
        read = read_po(io.BytesIO(catalogue), abort_invalid=True)
        locale = Locale.parse(read.locale_identifier or code.replace("-", "_"))
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        raise BadCatalogue(str(error)) from error
    made = io.BytesIO()
    write_mo(made, read)
    made.seek(0)
    texts = {each.id: str(each.string) for each in read if isinstance(each.id, str) and each.string and not each.fuzzy}
    texts.pop("", None)
    plurals = GNUTranslations(made)
    return Voice(texts, plurals) if code == DUTCH.code else Translated(code, locale, texts, plurals)
