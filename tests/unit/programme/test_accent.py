from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import reference_files

from meedoen.agenda.network_reader import read_network
from meedoen.language.problems import Problem
from meedoen.notation.schema.content_tables import ACCENTS, ACCENTS_DARK
from meedoen.programme.organisation import Municipality
from meedoen.programme.scheme import Accents, lacking, schemes

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
KEYS = ("vlak", "kop", "kop-tekst", "link", "rug")


def read(text: str) -> tuple[Municipality | None, list[Problem]]:
    """What becomes of a municipality with these lines, and what is wrong with its file."""
    found, problems = read_network(
        reference_files(gemeenten__dorp=f"naam: Dorp\nwebsite: https://dorp.example.org\n{text}")
    )
    own = [each for each in problems if each.place.path == "content/gemeenten/dorp.yaml"]
    return (found.municipalities.get("dorp") if found else None), own


def accepted(text: str) -> Municipality:
    """A municipality of which nothing is wrong."""
    found, problems = read(text)
    assert problems == []
    assert found is not None
    return found


def refused(text: str) -> Problem:
    """The only thing that is wrong."""
    (problem,) = read(text)[1]
    assert problem.rule == "te-weinig-contrast"
    return problem


def test_municipality_without_accents_has_none() -> None:
    found = accepted('kleur: "#ffd100"\n')
    assert (found.accents, found.accents_dark) == (Accents(), Accents())


def test_accents_that_can_be_read_are_kept_as_they_are() -> None:
    found = accepted('kleur: "#ffd100"\nkleuren: {link: "#004F9F", kop: "#003a70"}\nkleuren-donker: {rug: "#f0c36a"}\n')
    assert found.accents == Accents(link="#004f9f", head="#003a70")
    assert found.accents_dark == Accents(spine="#f0c36a")


@pytest.mark.parametrize(
    ("lines", "message", "hint"),
    [
        (
            'kleuren:\n  link: "#ffd100"',
            "Op een licht scherm leest “#ffd100” niet goed op het vlak (#e6eef5). "
            "Het contrast is 1,2 : 1, nodig is 4,5 : 1.",
            'link: "#826900"',
        ),
        (
            'kleuren-donker:\n  rug: "#00539f"',
            "Op een donker scherm leest “#00539f” niet goed op het vlak (#1d2c39). "
            "Het contrast is 1,8 : 1, nodig is 4,5 : 1.",
            'rug: "#4e93e5"',
        ),
        (
            'kleuren:\n  vlak: "#777777"',
            "Op een licht scherm leest de grijze tekst (#5f574c) niet goed op “#777777”. "
            "Het contrast is 1,5 : 1, nodig is 4,5 : 1.",
            'vlak: "#cecece"',
        ),
        (
            'kleuren:\n  kop: "#6b7f32"',
            "Op een licht scherm leest de tekst in de kop (#ffffff) niet goed op “#6b7f32”. "
            "Het contrast is 4,4 : 1, nodig is 4,5 : 1.",
            'kop: "#6a7e31"',
        ),
        (
            'kleuren:\n  kop: "#004f9f"\n  kop-tekst: "#000000"',
            "Op een licht scherm leest “#000000” niet goed op de kop (#004f9f). "
            "Het contrast is 2,6 : 1, nodig is 4,5 : 1.",
            'kop-tekst: "#c2c2c2"',
        ),
    ],
)
def test_accent_that_reads_badly_is_a_fault_with_the_nearest_that_does_not(lines: str, message: str, hint: str) -> None:
    problem = refused(lines + "\n")
    assert problem.message == message
    assert problem.hint == f"Typ: {hint}. Die kleur lijkt er het meest op en leest wel goed."
    assert problem.place.line == 2 + len(lines.split("\n"))


def test_lines_of_the_pattern_count_for_a_head_at_night() -> None:
    problem = refused('kleur: "#ffd100"\nkleuren-donker:\n  kop: "#786f66"\n')
    assert problem.message == (
        "Op een donker scherm leest de tekst in de kop (#f1e9dc) niet goed op “#786f66” met het patroon (#888078). "
        "Het contrast is 3,2 : 1, nodig is 4,5 : 1."
    )
    assert accepted('kleur: "#004f9f"\nkleuren-donker:\n  kop: "#6b635a"\n').accents_dark.head == "#6b635a"


def test_lines_of_the_pattern_count_for_letters_at_night() -> None:
    problem = refused('kleur: "#ffd100"\nkleuren-donker:\n  kop: "#4a4540"\n  kop-tekst: "#c0b8b0"\n')
    assert problem.message == (
        "Op een donker scherm leest “#c0b8b0” niet goed op het patroon in de kop (#605b57). "
        "Het contrast is 3,4 : 1, nodig is 4,5 : 1."
    )


def test_site_stays_with_the_colour_that_is_proposed() -> None:
    found, problems = read('kleuren:\n  link: "#ffd100"\n')
    assert found is not None
    assert problems[0].hint.startswith(f'Typ: link: "{found.accents.link}".')


def test_letters_on_a_head_that_is_refused_are_no_second_problem() -> None:
    problem = refused('kleuren:\n  kop-tekst: "#ffffff"\n  kop: "#808080"\n')
    assert (problem.place.line, problem.hint.split(".")[0]) == (5, 'Typ: kop: "#767676"')


def test_head_on_which_only_the_chosen_letters_can_be_read_is_kept() -> None:
    found = accepted('kleuren: {kop: "#7d7d7d", kop-tekst: "#000000"}\n').accents
    assert found == Accents(head="#7d7d7d", on_head="#000000")


def test_what_is_no_colour_is_said_as_always() -> None:
    found, problems = read("kleuren: {link: rood}\n")
    assert (found, [each.rule for each in problems]) == (None, ["geen-keuze"])


def test_examples_of_the_fields_can_be_read() -> None:
    tables = (ACCENTS, ACCENTS_DARK)
    lines = [f"{each.name}:\n" + "".join(f"  {row.key}: {row.example}\n" for row in each) for each in tables]
    found = accepted("".join(lines))
    assert (found.accents.link, found.accents_dark.head) == ("#00539f", "#0d3863")


def test_head_beside_grey_letters_that_nothing_can_carry_at_night() -> None:
    lines = "kleur: '#004f9f'\nkleuren-donker:\n  kop: '#808080'\n  kop-tekst: '#707070'\n"
    assert [each.rule for each in read(lines)[1]] == ["te-weinig-contrast"] * 2


@settings(max_examples=60)
@given(brand=COLOURS, light=st.lists(COLOURS | st.none(), min_size=5, max_size=5),
       dark=st.lists(COLOURS | st.none(), min_size=5, max_size=5))  # fmt: skip
def test_every_proposal_can_be_read_and_passes_itself(
    brand: str, light: list[str | None], dark: list[str | None]
) -> None:
    blocks = {"kleuren": light, "kleuren-donker": dark}
    written = {
        name: {key: colour for key, colour in zip(KEYS, found, strict=True) if colour} for name, found in blocks.items()
    }
    found, problems = read(typed(brand, written))
    assert found is not None
    made = schemes(brand, found.accents, found.accents_dark)
    assert [*lacking(made.day, made.pattern), *lacking(made.night, made.pattern)] == []
    for problem in problems:
        proposed = re.match(r'Typ: ([a-z-]+): "(#[0-9a-f]{6})"\.', problem.hint)
        assert proposed, problem
        block = "kleuren-donker" if "donker scherm" in problem.message else "kleuren"
        assert written[block][proposed[1]] in problem.message
        written[block][proposed[1]] = proposed[2]
    assert read(typed(brand, written)) == (found, [])


def typed(brand: str, blocks: dict[str, dict[str, str]]) -> str:
    """The lines of a municipality with these colours."""
    lines = [f'kleur: "{brand}"']
    for name, colours in blocks.items():
        if colours:
            lines += [f"{name}:", *(f'  {key}: "{colour}"' for key, colour in colours.items())]
    return "\n".join(lines) + "\n"
