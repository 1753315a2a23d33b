# ruff: noqa: E501 - tables, read across
from __future__ import annotations

import pytest

from meedoen.mailbox.closing import end_of_text
from meedoen.mailbox.excerpt import excerpts
from meedoen.notation.text.envelope import Mark, enveloped, mark_of

FIELDS = "titel: Breien\ndatum: 12 januari 2027\n"


def bodies(text: str) -> list[tuple[str, ...]]:
    return [tuple(line for line in each.body if line.strip()) for each in excerpts(text)]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("=== begin dorp/samen-breien ===", Mark("begin", "dorp", "samen-breien")),
        ("== wijzig dorp/koffie ==", Mark("wijzig", "dorp", "koffie")),
        ("=== Begin\u00a0dorp/x ===", Mark("begin", "dorp", "x")),
        ("=== begin dorp/x", Mark("begin", "dorp", "x")),
        ("=== einde ===", Mark("einde")),
        ("=== EINDE ===  ", Mark("einde")),
        ("=== wat ===", None),
        ("begin dorp/x", None),
        ("a === begin dorp/x ===", None),
    ],
)
def test_mark(line: str, mark: Mark | None) -> None:
    assert mark_of(line) == mark


def test_envelope_is_read_back() -> None:
    sent = enveloped(folder="dorp", name="x", text=f"---\n{FIELDS}---\nKom.\n", change=True)
    (found,) = excerpts(f"Hoi\n\n{sent}\nGroet")
    assert (found.mark, found.header, found.body) == (
        Mark("wijzig", "dorp", "x"),
        tuple(FIELDS.split("\n")[:2]),
        ("Kom.",),
    )
    assert found.left_out == ("", "Groet")


@pytest.mark.parametrize("dashes", ["---", "----", "\u2014", "\u2013", "--", "- - -", "***"])
def test_dashes_in_any_form(dashes: str) -> None:
    (found,) = excerpts(f"Hoi\n\n{dashes}\n{FIELDS}{dashes}\nKom.\n")
    assert (found.header, found.body) == (tuple(FIELDS.split("\n")[:2]), ("Kom.", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Van: Een Bewoner <x@example.org>\nOnderwerp: Breien\nDatum: 23 november 2026\nAan: y@example.org\n\nHoi",
        "Onderwerp: Breien\nDatum: 23 november 2026\nVan: x@example.org\nAan: y@example.org",
        "Titel: Directeur\nTelefoon: 078 000 00 00",
        "De datum: die weet ik niet.\nDe tijd: ook niet.",
        "",
    ],
)
def test_no_file(text: str) -> None:
    assert list(excerpts(text)) == []


def test_file_in_a_quote_ends_with_the_quote() -> None:
    quoted = "".join(f"> {line}\n" for line in f"---\n{FIELDS}---\nKom erbij.\n\n> citaat".split("\n"))
    assert bodies(f"Mag dit?\n\n{quoted}\nGroet, ik") == [("Kom erbij.", "> citaat")]


def test_quote_with_a_loose_end() -> None:
    text = "> ---\n> titel: Breien\n> datum: 12 januari 2027\n> ---\n> Kom allemaal naar de grote\nzaal toe.\n> Tot dan.\n\nGroet"
    assert bodies(text) == [("Kom allemaal naar de grote zaal toe.", "Tot dan.")]


@pytest.mark.parametrize(
    "first", ["id: dorp-breien", "afbeelding: {bestand: x.jpg}", "onbekend: x", "# opmerking\nprijs: gratis"]
)
def test_field_above_the_title_is_not_lost(first: str) -> None:
    (found,) = excerpts(f"Hoi, zie onder.\n\n---\n{first}\n{FIELDS}---\nKom.\n")
    assert found.header == (*first.split("\n"), *FIELDS.split("\n")[:2])


def test_two_files_below_each_other() -> None:
    one = f"---\n{FIELDS}---\nEen.\n"
    assert bodies(f"{one}\n{one.replace('Een', 'Twee')}") == [("Een.",), ("Twee.",)]


@pytest.mark.parametrize(
    "ending",
    [
        "-- \nNaam", "--\nNaam", "Met vriendelijke groet,\n\nNaam", "Groetjes Naam", "mvg", "Alvast bedankt!\nNaam",
        "Hartelijke groeten,", "Verstuurd vanaf mijn iPhone", "Verzonden vanuit Mail voor Windows", "Outlook voor Android downloaden",
        "Sent from my Galaxy", "________________________________\nVan: x", "Op ma 23 nov 2026 om 10:00 schreef Naam <a@b.nl>:",
        "Op ma 23 nov 2026 om 10:00 schreef Een Heel Lange Naam <\na@b.nl>:", "Van: x\nVerzonden: maandag\nAan: y",
        "-----Oorspronkelijk bericht-----\nVan: x", "Begin doorgestuurd bericht:", "Disclaimer: vertrouwelijk",
        "Dit bericht is uitsluitend bestemd voor wie het krijgt.", "Denk aan het milieu voor je print.", "Kind regards,\nNaam",
    ],
)  # fmt: skip
def test_ending_is_no_part_of_the_text(ending: str) -> None:
    lines = ["Kom erbij.", "Groeten uit Dorp is een lied.", *ending.split("\n")]
    assert end_of_text(lines) == 2


@pytest.mark.parametrize("line", ["Groeten en fruit van het land: we koken samen.", "Verzonden brieven lezen we voor.", "- lijst", "Van: mensen, voor mensen", "Bedankt voor het komen vorig jaar! Kom weer.", "---"])  # fmt: skip
def test_text_that_only_looks_like_an_ending(line: str) -> None:
    assert end_of_text(["Kom.", line, "Tot dan."]) == 3


def test_greeting_far_above_the_end_is_text() -> None:
    assert end_of_text(["Groetjes", *["regel"] * 40]) == 41
