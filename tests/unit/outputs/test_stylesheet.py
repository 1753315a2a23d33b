from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.builders import network

from meedoen.outputs.stylesheet import colours, schemes_of
from meedoen.programme.organisation import Municipality
from meedoen.programme.scheme import TOKENS, Accents, spine
from meedoen.programme.vocabulary import Term

ROOT = Path(__file__).parents[3]
CSS = re.sub(r"/\*.*?\*/", "", (ROOT / "theme/static/style.css").read_text(encoding="utf-8"), flags=re.DOTALL)
TOWN = Municipality("dorp", "Dorp", "https://dorp.agenda.example.org", colour="#ffd100")
REGION = Municipality("", "De Streek", "https://agenda.example.org")


def rules(site: Municipality, **themes: str) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """By day and by night: selector → property → colour."""
    terms = {slug: Term(slug, slug, colour=colour) for slug, colour in themes.items()}
    known = replace(network(), vocabularies={"themas": terms})
    light, _, dark = colours(site, known).partition("@media screen and (prefers-color-scheme:dark){")
    found = [
        {
            selector: dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", block))
            for selector, block in re.findall(r"^([:.][\w-]+)\{(.*)\}$", text, re.MULTILINE)
        }
        for text in (light, dark)
    ]
    return found[0], found[1]


def test_root_has_the_scheme_of_the_site() -> None:
    light, dark = rules(TOWN)
    assert (light[":root"], dark[":root"]) == (schemes_of(TOWN).day, schemes_of(TOWN).night)


def test_chosen_colours_are_in_the_rules() -> None:
    town = replace(TOWN, accents=Accents(link="#004f9f"), accents_dark=Accents(head="#101010"))
    light, dark = rules(town)
    assert (light[":root"]["link"], dark[":root"]["head"]) == ("#004f9f", "#101010")


def test_themes_have_a_spine_that_can_be_read_in_each_scheme() -> None:
    own = schemes_of(TOWN)
    light, dark = rules(TOWN, taal="#ffff00", zonder="")
    assert (set(light), set(dark)) == ({":root", ".thema-taal"}, {":root", ".thema-taal"})
    assert light[".thema-taal"] == {"spine": spine("#ffff00", own.day)}
    assert dark[".thema-taal"] == {"spine": spine("#ffff00", own.night, dark=True)}


def test_region_has_the_spines_of_its_municipalities() -> None:
    towns = network().municipalities
    light, dark = rules(REGION)
    expected = {":root", *(f".gemeente-{slug}" for slug in towns)}
    assert (set(light), set(dark)) == (expected, expected)
    assert light[".gemeente-papendrecht"]["spine"] == schemes_of(towns["papendrecht"]).day["spine"]


def test_name_that_is_no_slug_has_no_rule() -> None:
    assert set(rules(TOWN, **{"x{}*": "#000000"})[0]) == {":root"}


def test_theme_uses_the_tokens_and_no_colours_of_its_own() -> None:
    used, made = set(re.findall(r"var\(--([\w-]+)", CSS)), set(re.findall(r"(?:^|[{;\s])--([\w-]+)\s*:", CSS))
    assert used - made == {each.name for each in TOKENS}
    paper = CSS.partition("@media print")
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*\})", paper[0])) == {"#00000047"}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", paper[2])) <= {"#000000", "#808080", "#ffffff"}
