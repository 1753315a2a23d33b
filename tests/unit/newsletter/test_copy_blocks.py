from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.newsletter.test_programs import HOSTILE
from tests.newsletter.writing import ADDRESS, empty, item, letter, weekly

from meedoen.newsletter.copy_blocks import blocks, markdown
from meedoen.newsletter.escaping import told
from meedoen.newsletter.export_profile import PLAIN
from meedoen.notation.markup import plain, render
from meedoen.outputs.letter import Section


def test_blocks_are_all_that_is_copied() -> None:
    found = blocks(weekly())
    assert [(each.level, each.title) for each in found[:4]] == [
        (2, "Uitgelicht"), (3, "Taalcafé"), (3, "Open podium"), (2, "Voor iedereen"),
    ]  # fmt: skip
    assert found[1].text == (
        "Taalcafé\nElke dinsdag, 10.00 tot 11.30 uur, niet op 29 december\n"
        "Bibliotheek Papendrecht, Leeszaal, gratis, 18 jaar en ouder\n"
        "Oefen Nederlands in een kleine groep. Iedereen mag meedoen, ook als je net begint.\n"
        f"{ADDRESS}/activiteit/activiteit-0.html"
    )
    assert found[1].picture == weekly().items[0].picture


def test_markdown_has_the_whole_letter_in_order() -> None:
    text = markdown(weekly())
    assert text.startswith(
        "# Papendrecht, 30 november tot en met 6 december\n\nOnderwerp: Deze week: taalcafé, een open podium en meer\n"
    )
    places = [text.index(f"](<{each.url}>)") for each in weekly().items]
    assert places == sorted(places)
    assert text.endswith(f"[Kijk in de hele agenda](<{ADDRESS}/>)\n")


def test_empty_letter_says_so() -> None:
    assert "### Er staat nu niets in de agenda" in markdown(empty())


def test_markdown_shows_every_title_as_it_was_typed() -> None:
    for text in HOSTILE:
        written = markdown(letter(Section("x", "X", (item(0, name=text),)), intro_text=""))
        title = next(each for each in plain(render(written)).split("\n\n") if "activiteit-0.html" in each)
        assert " ".join(told(text, PLAIN).split()) == title.rpartition(" (https")[0]


@given(st.text(alphabet="ab 1.)-+=*_`[]<>#|~\\!&;{}", min_size=1, max_size=30).filter(str.strip))
def test_no_line_becomes_markup(text: str) -> None:
    found = letter(Section("x", "X", (item(0, summary=f"{text}"),)), intro_text="")
    shown = plain(render(markdown(found)))
    assert "".join(told(text, PLAIN).split()) in "".join(shown.split())
