from __future__ import annotations

from dataclasses import replace

from tests.builders import agenda, network, site

from meedoen.outputs.site_build import Page
from meedoen.outputs.style_page import sample_agenda, samples, style, swatches

ALL = ["gewoon", "reeks", "hele-dag", "lang", "vol", "afgelast", "verplaatst", "uitgesteld", "online", "voorbij"]


def test_page_with_all_parts_is_there_in_a_preview_only() -> None:
    assert list(style(site(agenda()))) == []
    (page,) = style(site(agenda(), preview=True))
    assert isinstance(page, Page)
    assert (page.path, page.template, page.indexed) == ("stijl.html", "style.html", False)
    assert [name for name, _ in page.context["samples"]] == ALL


def test_samples_are_read_without_a_fault_and_are_what_they_are_called() -> None:
    found = samples(sample_agenda(agenda()))
    assert list(found) == ALL
    assert {name: each.status for name, each in found.items() if each.status != "gepland"} == {
        name: name for name in ("vol", "afgelast", "verplaatst", "uitgesteld", "online")
    }
    assert [name for name, each in found.items() if each.activity.schedule.is_series] == ["reeks"]
    assert [name for name, each in found.items() if each.last_day > each.day] == ["hele-dag"]
    assert [name for name, each in found.items() if each.day < agenda().window.today] == ["voorbij"]


def test_samples_need_no_places_target_groups_or_themes() -> None:
    words = {**network().vocabularies, "doelgroepen": {}, "themas": {}}
    bare = replace(network(), places={}, vocabularies=words)
    assert list(samples(sample_agenda(replace(agenda(), network=bare)))) == ALL


def test_colours_are_compared_with_what_they_stand_on() -> None:
    found = {each.name: each for each in swatches(agenda().site)}
    assert found["head"].by_night == found["on-head"].by_night
    assert min(each.by_day for name, each in found.items() if name != "line") >= 4.5
