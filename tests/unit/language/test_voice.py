from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from meedoen.language import wording
from meedoen.language.voice import DUTCH, BadCatalogue, Voice, read_voice

HEADER = 'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Plural-Forms: {plurals}\\n"\n\n'
TWO = "nplurals=2; plural=(n != 1);"
SIX = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);"
TEXTS = """msgid "Vol"
msgstr "Full"

msgid "gratis"
msgstr "free"

msgid "hele dag"
msgstr "all day"

msgid "%(start)s tot %(end)s uur"
msgstr "%(start)s to %(end)s"

msgid "%(first)s tot en met %(last)s"
msgstr "%(first)s to %(last)s"

msgid "Vandaag"
msgstr ""

#, fuzzy
msgid "Morgen"
msgstr "Tomorrow"

msgid "%(num)s activiteit"
msgid_plural "%(num)s activiteiten"
msgstr[0] "%(num)s activity"
msgstr[1] "%(num)s activities"
"""
TUESDAY = date(2026, 12, 1)


def voice(code: str = "en", locale: str = "en_GB", plurals: str = TWO, texts: str = TEXTS) -> Voice:
    return read_voice(code, (HEADER.format(locale=locale, plurals=plurals) + texts).encode())


ENGLISH = voice()


def test_dutch_says_what_the_wording_says() -> None:
    assert (DUTCH.code, DUTCH.direction, DUTCH.name, DUTCH.locale) == ("nl", "ltr", "Nederlands", "nl_NL")
    assert (DUTCH.day(TUESDAY, weekday=True), DUTCH.month(TUESDAY), DUTCH.weekday(6), DUTCH.weekday(0, short=True)) == (
        "dinsdag 1 december 2026", "december 2026", "zondag", "ma",
    )  # fmt: skip
    assert (DUTCH.clock(time(9, 5)), DUTCH.time_span(time(10), time(11, 30)), DUTCH.money(750), DUTCH.number(1200)) == (
        "9.05", "10.00 tot 11.30 uur", "€ 7,50", "1.200",
    )  # fmt: skip
    assert (DUTCH.list_of(["a", "b", "c"]), DUTCH.date_span(TUESDAY, date(2026, 12, 3)), DUTCH.ordinal(15)) == (
        "a, b en c", "1 tot en met 3 december 2026", "15e",
    )  # fmt: skip


def test_dutch_needs_no_catalogue_and_knows_everything() -> None:
    assert (DUTCH.gettext("Vol"), DUTCH.gettext("tot %(end)s uur", end="12.00")) == ("Vol", "tot 12.00 uur")
    assert [DUTCH.ngettext("%(num)s keer", "%(num)s keren", n) for n in (1, 2, 1200)] == [
        "1 keer",
        "2 keren",
        "1.200 keren",
    ]
    assert DUTCH.knows("wat dan ook")


def test_dutch_may_have_other_words_of_a_library_itself() -> None:
    own = voice("nl", "nl", TWO, 'msgid "Vol"\nmsgstr "Geen plek meer"\n')
    assert (type(own), own.gettext("Vol"), own.gettext("Gratis"), own.day(TUESDAY)) == (
        Voice, "Geen plek meer", "Gratis", wording.day(TUESDAY),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (lambda v: v.gettext("Vol"), "Full"),
        (lambda v: v.gettext("Vandaag"), "Vandaag"),  # left empty
        (lambda v: v.gettext("Morgen"), "Morgen"),  # nobody has looked at it yet
        (lambda v: [v.knows(each) for each in ("Vol", "Vandaag", "Morgen")], [True, False, False]),
        (lambda v: v.ngettext("%(num)s activiteit", "%(num)s activiteiten", 1), "1 activity"),
        (lambda v: v.ngettext("%(num)s activiteit", "%(num)s activiteiten", 1200), "1,200 activities"),
        (lambda v: v.day(TUESDAY), "1 December 2026"),
        (lambda v: v.day(TUESDAY, weekday=True), "Tuesday, 1 December 2026"),
        (lambda v: v.day(TUESDAY, weekday=True, year=False), "Tuesday 1 December"),
        (lambda v: v.month(TUESDAY), "December 2026"),
        (lambda v: [v.weekday(0), v.weekday(6, short=True)], ["Monday", "Sun"]),
        (lambda v: v.clock(time(19, 30)), "19:30"),
        (lambda v: v.time_span(time(10), time(11, 30)), "10:00 to 11:30"),
        (lambda v: v.time_span(time(10), None), "vanaf 10:00 uur"),
        (lambda v: v.time_span(None, None), "all day"),
        (lambda v: v.date_span(TUESDAY, date(2026, 12, 3)), "1 December 2026 to 3 December 2026"),
        (lambda v: v.date_span(TUESDAY, TUESDAY), "1 December 2026"),
        (lambda v: [v.list_of([]), v.list_of(["a"]), v.list_of(["a", "b", "c"])], ["", "a", "a, b and c"]),
        (lambda v: [v.money(0), v.money(750)], ["free", "€7.50"]),
        (lambda v: [v.code, v.direction, v.name, v.locale], ["en", "ltr", "English", "en_GB"]),
    ],
)
def test_english(said: Callable[[Voice], object], expected: object) -> None:
    assert said(ENGLISH) == expected


def test_arabic_goes_from_right_to_left_and_has_six_plurals() -> None:
    forms = "".join(f'msgstr[{n}] "{n}"\n' for n in range(6))
    arabic = voice("ar", "ar", SIX, f'msgid "een"\nmsgid_plural "meer"\n{forms}')
    assert (arabic.direction, arabic.name, arabic.locale) == ("rtl", "العربية", "")
    assert [arabic.one_of("een", "meer", n) for n in (0, 1, 2, 5, 11, 100)] == ["0", "1", "2", "3", "5", "4"]


@pytest.mark.parametrize("data", [b"msgid \xff", b"wat is dit", HEADER.format(locale="qq_ZZ", plurals=TWO).encode()])
def test_bad_catalogue_is_told_as_such(data: bytes) -> None:
    with pytest.raises(BadCatalogue):
        read_voice("en", data)
