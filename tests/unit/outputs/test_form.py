"""The page of the form: which questions it asks, with which lists, and what its script is given."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.builders import TODAY, activity, agenda, network, site

from meedoen.language.rules import RULES, is_fault
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.outputs import form
from meedoen.outputs.form import FIRST, MORE, FormQuestion
from meedoen.outputs.form_data import forge_data, rules_data
from meedoen.outputs.form_messages import messages
from meedoen.outputs.site_build import Asset, Page, SiteBuild
from meedoen.programme.forge import forge_of
from meedoen.programme.writing_help import writing_help


def parts(build: SiteBuild) -> tuple[Page, Asset]:
    page, names, _ = form.forms(build)
    assert isinstance(page, Page)
    assert isinstance(names, Asset)
    return page, names


def test_every_field_is_asked_once_or_left_out_for_a_reason() -> None:
    asked = [row.key for row in (*FIRST, *MORE)]
    assert sorted([*asked, *(row.key for row in ACTIVITY if row.unasked)]) == sorted(row.key for row in ACTIVITY)


def test_what_the_library_knows_best_is_asked_last() -> None:
    assert [row.key for row in MORE][-3:] == ["kernfunctie", "programmalijn", "project"]


def test_places_are_those_of_the_municipality() -> None:
    page, _ = parts(site(agenda()))
    place: FormQuestion = page.context["first"]["locatie"]
    assert place.options == (("bibliotheek-papendrecht", "Bibliotheek Papendrecht"), ("wijkcentrum", "Wijkcentrum"))
    assert (page.path, page.once) == ("aanmelden.html", True)


def test_lists_are_those_of_the_organisation_and_an_empty_list_is_not_asked() -> None:
    page, _ = parts(site(agenda()))
    more = {each.key: each for each in page.context["more"]}
    assert page.context["first"]["doelgroep"].options == (("jeugd", "Jeugd"), ("18-plus", "18 jaar en ouder"))
    assert more["project"].options == (("taal-in-de-wijk", "Taal in de wijk"), ("zonder", "Zonder kernfunctie"))
    shapes = {"einddatum": "date", "ruimte": "line", "organisator": "one", "taalniveau": "one", "thema": "many"}
    assert {key: more[key].shape for key in shapes} == shapes
    build = site(agenda())
    without = replace(build, agenda=replace(build.agenda, network=replace(network(), projects={})))
    assert "project" not in {each.key for each in parts(without)[0].context["more"]}


def test_names_that_are_taken_are_those_of_the_folder() -> None:
    elsewhere = activity("titel: Regio", path="content/activiteiten/regio/regio.md")
    _, names = parts(site(agenda(activity(), elsewhere)))
    assert json.loads(names.content()) == {
        "taken": ["taalcafe"],
        "help": writing_help(network()),
    }


def test_holidays_are_those_of_the_region_for_as_long_as_a_series_lasts() -> None:
    found = rules_data(network().holidays, "midden", TODAY.year)["holidays"]
    assert found["school"] == [["2026-12-19", "2027-01-03"], ["2027-02-20", "2027-02-28"]]
    public = found["public"]
    assert {each[:4] for each in public} == {"2026", "2027", "2028", "2029"}
    assert {"2026-12-25", "2026-12-31", "2027-04-27"} <= set(public)
    assert public == sorted(public)


def test_messages_name_rules_that_exist() -> None:
    found = messages()
    assert {str(each[0]) for each in found.values()} <= set(RULES)
    assert all(each[3] == is_fault(str(each[0])) for each in found.values())


def test_script_is_told_where_a_new_file_begins() -> None:
    page, _ = parts(site(agenda()))
    forge = forge_of("https://git.example.org/a/b", "forgejo", "agenda")
    assert forge_data(forge) == {
        "kind": "forgejo",
        "name": "Forgejo",
        "url": "https://git.example.org/a/b",
        "branch": "agenda",
    }
    assert page.context["forge"] == forge_data(network().organisation.forge)
    assert forge_data(None) is None
