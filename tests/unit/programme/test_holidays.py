from __future__ import annotations

from datetime import date

from meedoen.programme.holidays import HolidayCalendar, SchoolHoliday

GOOD_FRIDAY, EASTER_MONDAY = date(2027, 3, 26), date(2027, 3, 29)
WINTER = SchoolHoliday("Kerstvakantie", "alle", date(2026, 12, 19), date(2027, 1, 3))
SPRING_MIDDLE = SchoolHoliday("Voorjaarsvakantie", "midden", date(2027, 2, 20), date(2027, 2, 28))
SPRING_NORTH = SchoolHoliday("Voorjaarsvakantie", "noord", date(2027, 2, 13), date(2027, 2, 21))


def test_public_holidays_of_a_year_have_dutch_names() -> None:
    days = HolidayCalendar(open_names=frozenset({"goede vrijdag"})).public(2027)
    assert {day: name for day, name in days.items() if day.month < 5} == {
        date(2027, 1, 1): "Nieuwjaarsdag",
        date(2027, 3, 28): "Eerste paasdag",
        EASTER_MONDAY: "Tweede paasdag",
        date(2027, 4, 27): "Koningsdag",
    }


def test_good_friday_is_closed_unless_the_library_is_open() -> None:
    assert GOOD_FRIDAY in HolidayCalendar().public(2027)
    assert GOOD_FRIDAY not in HolidayCalendar(open_names=frozenset({"goede vrijdag"})).public(2027)


def test_liberation_day_is_a_holiday_once_in_five_years() -> None:
    calendar = HolidayCalendar()
    assert [year for year in range(2024, 2031) if date(year, 5, 5) in calendar.public(year)] == [2025, 2030]


def test_king_s_day_on_a_sunday_is_a_day_earlier() -> None:
    days = HolidayCalendar().public(2031)
    assert [day for day, name in days.items() if name == "Koningsdag"] == [date(2031, 4, 26)]


def test_closed_days_count_in_their_own_year() -> None:
    calendar = HolidayCalendar(closed_days=((date(2026, 12, 31), "Oudejaarsdag"),))
    assert [calendar.public(year).get(date(2026, 12, 31)) for year in (2026, 2027)] == ["Oudejaarsdag", None]


def test_school_holidays_of_a_region_in_order() -> None:
    calendar = HolidayCalendar((SPRING_MIDDLE, WINTER, SPRING_NORTH))
    assert {region: calendar.school_spans(region) for region in ("midden", "noord", "zuid", "")} == {
        "midden": ((WINTER.first, WINTER.last), (SPRING_MIDDLE.first, SPRING_MIDDLE.last)),
        "noord": ((WINTER.first, WINTER.last), (SPRING_NORTH.first, SPRING_NORTH.last)),
        "zuid": ((WINTER.first, WINTER.last),),
        "": ((WINTER.first, WINTER.last),),
    }
