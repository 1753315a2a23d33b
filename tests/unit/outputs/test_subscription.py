from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import CORE_FUNCTIONS, activity, agenda, network, site

from meedoen.agenda.revision import Choice, Past
from meedoen.outputs.site_build import SiteBuild
from meedoen.outputs.subscription import Subscription, feed_path, subscriptions, variant_path
from meedoen.programme.activity import Activity

FOLDER = "content/activiteiten/papendrecht"
# What Papendrecht has on its first day, without any activity.
ALWAYS = (
    "agenda.ics",
    "doelgroep/jeugd.ics",
    "doelgroep/18-plus.ics",
    "thema/taal.ics",
    "thema/techniek.ics",
    "locatie/bibliotheek-papendrecht.ics",
    "locatie/wijkcentrum.ics",
    "prijs/gratis.ics",
    "programmalijn/ontmoeten.ics",
    "programmalijn/leren.ics",
    *(f"kernfunctie/{slug}.ics" for slug in CORE_FUNCTIONS),
)


def build(*activities: Activity, once: frozenset[Choice] = frozenset(), **past: object) -> SiteBuild:
    """The site of Papendrecht with this past."""
    return replace(site(agenda(*activities)), past=Past(once={"papendrecht": once}, **past))  # type: ignore[arg-type]


def by_path(shown: SiteBuild) -> dict[str, Subscription]:
    """The calendars of this site by their paths."""
    return {each.path: each for each in subscriptions(shown)}


def beyond(shown: SiteBuild) -> list[str]:
    """The paths besides those that are always there."""
    return [path for path in by_path(shown) if path not in ALWAYS]


def choice(*pairs: str) -> Choice:
    """`locatie/bieb` as a pair."""
    return tuple((folder, slug) for folder, _, slug in (each.partition("/") for each in pairs))


def test_lists_and_places_have_their_calendar_before_they_have_an_activity() -> None:
    found = subscriptions(build())
    assert tuple(each.path for each in found) == ALWAYS
    assert {each.coming for each in found} == {()}


def test_partner_of_this_municipality_has_a_calendar() -> None:
    partners = {**network().partners}
    partners["taalhuis"] = replace(partners["taalhuis"], municipalities=("papendrecht",))
    partners["bibliotheek"] = replace(partners["bibliotheek"], municipalities=("sliedrecht",))
    shown = replace(agenda(), network=replace(network(), partners=partners))
    assert beyond(site(shown)) == ["partner/taalhuis.ics"]


def test_activity_stands_in_everything_its_values_and_their_combinations() -> None:
    each = activity(
        "doelgroep: [18+, jeugd]\nthema: taal\ntaal: [Nederlands, Arabisch]\nprijs: gratis\n"
        "programmalijn: ontmoeten\norganisator: taalhuis"
    )
    found = by_path(build(each))
    assert [path for path, subscription in found.items() if subscription.coming] == [
        "agenda.ics",
        "doelgroep/jeugd.ics",
        "doelgroep/18-plus.ics",
        "thema/taal.ics",
        "locatie/bibliotheek-papendrecht.ics",
        "prijs/gratis.ics",
        "taal/arabisch.ics",
        "partner/taalhuis.ics",
        "programmalijn/ontmoeten.ics",
        "kernfunctie/ontmoeting-en-debat.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-jeugd.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-18-plus.ics",
        "locatie/bibliotheek-papendrecht--thema-taal.ics",
        "doelgroep/jeugd--thema-taal.ics",
        "doelgroep/18-plus--thema-taal.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-jeugd--thema-taal.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-18-plus--thema-taal.ics",
    ]
    assert {subscription.coming for subscription in found.values()} == {(each,), ()}


@pytest.mark.parametrize(("price", "free"), [("gratis", 1), ("5 euro", 0), ("{leden: gratis}", 0), ("0", 1)])
def test_free_is_free_for_everybody(price: str, free: int) -> None:
    assert len(by_path(build(activity(f"prijs: {price}")))["prijs/gratis.ics"].coming) == free


def test_activity_without_a_price_is_not_called_free() -> None:
    assert by_path(build(activity()))["prijs/gratis.ics"].coming == ()


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("datum: 25 september 2026", True),
        ("datum: 24 september 2026", False),
        ("datum: 31 mei 2028", True),
        ("datum: 1 juni 2028", False),
        ("datum: 24 september 2026\nook: 1 juni 2028", False),
        ("datum: 20 september 2026\neinddatum: 25 september 2026", True),
    ],
)
def test_window_is_sixty_days_back_and_eighteen_months_on(when: str, shown: bool) -> None:
    assert len(by_path(build(activity(when)))["agenda.ics"].coming) == shown


def test_activities_stand_in_order_of_first_start_and_id() -> None:
    headers = {
        "d": "datum: 2 december 2026",
        "c": "datum: 1 december 2026\ntijd: 9.00 - 10.00",
        "b": "datum: 1 december 2026\ntijd: 9.00 - 10.00",
        "a": "datum: 1 december 2026\ntijd: 19.00 - 20.00",
        "e": "datum: 1 december 2026\nhele-dag: ja",
        "f": "datum: 3 november 2026\nherhaling: elke week\ntot: 9 keer",
    }
    made = [activity(header, path=f"{FOLDER}/{name}.md") for name, header in headers.items()]
    assert [each.page for each in by_path(build(*made))["agenda.ics"].coming] == ["f", "e", "b", "c", "a", "d"]


def test_names_that_people_see() -> None:
    found = by_path(build(activity("doelgroep: 18+\nthema: taal\nlocatie: wijkcentrum\ntaal: Arabisch")))
    assert {path: (found[path].name, found[path].label, found[path].description) for path in (
        "agenda.ics", "doelgroep/18-plus.ics", "taal/arabisch.ics", "prijs/gratis.ics",
        "locatie/bibliotheek-papendrecht.ics", "locatie/wijkcentrum--doelgroep-18-plus--thema-taal.ics",
    )} == {
        "agenda.ics": ("Agenda Papendrecht", "Alles in Papendrecht", "Wat er te doen is in Papendrecht."),
        "doelgroep/18-plus.ics": (
            "Papendrecht: 18 jaar en ouder", "18 jaar en ouder",
            "Uit de agenda van Papendrecht. Voor: 18 jaar en ouder.",
        ),
        "taal/arabisch.ics": ("Papendrecht: Arabisch", "Arabisch", "Uit de agenda van Papendrecht. Taal: Arabisch."),
        "prijs/gratis.ics": ("Papendrecht: gratis", "Gratis", "Uit de agenda van Papendrecht. Prijs: gratis."),
        "locatie/bibliotheek-papendrecht.ics": (
            "Bibliotheek Papendrecht", "Bibliotheek Papendrecht",
            "Uit de agenda van Papendrecht. Plek: Bibliotheek Papendrecht.",
        ),
        "locatie/wijkcentrum--doelgroep-18-plus--thema-taal.ics": (
            "Papendrecht: Wijkcentrum, 18 jaar en ouder, Taal", "Wijkcentrum, voor 18 jaar en ouder, onderwerp Taal",
            "Uit de agenda van Papendrecht. Plek: Wijkcentrum. Voor: 18 jaar en ouder. Onderwerp: Taal.",
        ),
    }  # fmt: skip


def test_page_about_the_same_where_there_is_one() -> None:
    found = by_path(build(activity("doelgroep: 18+\nthema: taal\nprijs: gratis")))
    assert {path: each.page for path, each in found.items() if each.page != "abonneren.html"} == {
        "agenda.ics": "index.html",
        "doelgroep/18-plus.ics": "doelgroep/18-plus.html",
        "thema/taal.ics": "thema/taal.html",
        "locatie/bibliotheek-papendrecht.ics": "locatie/bibliotheek-papendrecht.html",
        "prijs/gratis.ics": "prijs/gratis.html",
        "partner/bibliotheek.ics": "partner/bibliotheek.html",
        "kernfunctie/lezen-en-literatuur.ics": "kernfunctie/lezen-en-literatuur.html",
    }


def test_variant_for_everything_each_value_and_place_with_audience() -> None:
    found = subscriptions(build(activity("doelgroep: 18+\nthema: taal")))
    assert [each.path for each in found if not each.without] == [
        "locatie/bibliotheek-papendrecht--thema-taal.ics",
        "doelgroep/18-plus--thema-taal.ics",
        "locatie/bibliotheek-papendrecht--doelgroep-18-plus--thema-taal.ics",
    ]
    variants = {each.path: each.without for each in found}
    assert variants["agenda.ics"] == "agenda-zonder-afgelast.ics"
    assert variants["thema/taal.ics"] == "thema/taal--zonder-afgelast.ics"
    assert (
        variants["locatie/bibliotheek-papendrecht--doelgroep-18-plus.ics"]
        == "locatie/bibliotheek-papendrecht--doelgroep-18-plus--zonder-afgelast.ics"
    )


def test_choice_that_once_had_something_keeps_its_address() -> None:
    once = frozenset({
        choice("partner/taalhuis"), choice("taal/arabisch"), choice("locatie/bibliotheek-sliedrecht"),
        choice("locatie/wijkcentrum", "thema/taal"), choice("thema/oud-woord"),
        choice("doelgroep/jeugd", "thema/oud-woord"),
    })  # fmt: skip
    found = by_path(build(once=once))
    assert beyond(build(once=once)) == [
        "thema/oud-woord.ics",
        "locatie/bibliotheek-sliedrecht.ics",
        "taal/arabisch.ics",
        "partner/taalhuis.ics",
        "locatie/wijkcentrum--thema-taal.ics",
        "doelgroep/jeugd--thema-oud-woord.ics",
    ]
    old = found["thema/oud-woord.ics"]
    assert (old.name, old.label, old.coming, old.stands_for) == ("Papendrecht: oud woord", "Oud woord", (), "")


def test_combination_from_the_past_has_its_own_order() -> None:
    once = frozenset({choice("thema/taal", "locatie/wijkcentrum"), choice("doelgroep/jeugd", "locatie/wijkcentrum")})
    assert beyond(build(once=once)) == [
        "locatie/wijkcentrum--doelgroep-jeugd.ics",
        "locatie/wijkcentrum--thema-taal.ics",
    ]


def test_past_of_another_site_is_not_of_this_one() -> None:
    past = Past(once={"sliedrecht": frozenset({choice("thema/oud-woord")})})
    assert [each.path for each in subscriptions(replace(site(agenda()), past=past))] == list(ALWAYS)


@pytest.mark.parametrize(
    "odd",
    [
        choice("thema/../index"), choice("thema/Taal"), choice("thema/"), choice("sdg/4"), choice("thema/a--b"),
        choice("partner/taalhuis", "thema/taal"),
        choice("thema/taal", "thema/techniek"), choice(f"thema/{'a' * 81}"),
    ],
)  # fmt: skip
def test_choice_from_the_past_that_is_no_address_is_left_out(odd: Choice) -> None:
    assert beyond(build(once=frozenset({odd}))) == []


def test_old_word_that_is_spelled_otherwise_now_is_a_copy() -> None:
    each = activity("doelgroep: 18+\nlocatie: wijkcentrum")
    once = frozenset({choice("doelgroep/volwassenen"), choice("locatie/wijkcentrum", "doelgroep/volwassenen")})
    found = by_path(build(each, once=once))
    copy = found["doelgroep/volwassenen.ics"]
    assert (copy.name, copy.page, copy.coming, copy.stands_for) == (
        "Papendrecht: 18 jaar en ouder",
        "doelgroep/18-plus.html",
        (each,),
        "doelgroep/18-plus.ics",
    )
    pair = found["locatie/wijkcentrum--doelgroep-volwassenen.ics"]
    assert (pair.coming, pair.stands_for) == ((each,), "locatie/wijkcentrum--doelgroep-18-plus.ics")
    assert found["doelgroep/18-plus.ics"].stands_for == ""


def test_place_that_was_given_another_name_keeps_the_old_address_as_a_copy() -> None:
    each = activity("locatie: wijkcentrum")
    renamed = {("locatie", "buurthuis"): "wijkcentrum", ("locatie", "zaal"): "bibliotheek-sliedrecht"}
    shown = build(each, renamed=renamed)
    assert beyond(shown) == ["locatie/buurthuis.ics", "partner/bibliotheek.ics"]
    copy = by_path(shown)["locatie/buurthuis.ics"]
    assert (copy.coming, copy.stands_for, copy.name) == ((each,), "locatie/wijkcentrum.ics", "Papendrecht: Wijkcentrum")


def test_copy_of_nothing_is_empty_under_the_new_name() -> None:
    once = frozenset({choice("locatie/wijkcentrum", "doelgroep/volwassenen")})
    found = by_path(build(once=once))["locatie/wijkcentrum--doelgroep-volwassenen.ics"]
    assert (found.name, found.coming, found.stands_for) == ("Papendrecht: Wijkcentrum, 18 jaar en ouder", (), "")


def test_paths_are_short_enough_and_of_one_choice_only() -> None:
    slugs = ["a" * 80, "a" * 79 + "b"]
    found = [
        feed_path((("locatie", place), ("doelgroep", group), ("thema", "c" * 80))) for place in slugs for group in slugs
    ]
    assert len(set(found)) == 4
    assert {len(path) for path in found} == {100}
    assert {len(variant_path(path)) < 120 and path.isascii() and path == path.lower() for path in found} == {True}
    assert found[0].startswith(f"locatie/{'a' * 76}--")


def test_calendars_are_worked_out_once_for_a_site() -> None:
    shown = build(activity())
    assert subscriptions(shown) is subscriptions(shown)
