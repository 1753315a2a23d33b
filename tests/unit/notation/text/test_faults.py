"""What people mistype in a header: each with its rule, its place and a line to paste that is right."""

# ruff: noqa: RUF001 - the curly quotes and dashes that people type are what this is about

from __future__ import annotations

import pytest

from meedoen.language.problems import Problem
from meedoen.notation.text.document import Document, parse_document

ABOVE = "---\ndatum: 1-12-2026\n"
BELOW = "\nprijs: gratis\n---\nTekst\n"


def problems_of(text: str, path: str = "a.md") -> tuple[Problem, ...]:
    found = parse_document(path, text.encode())
    assert isinstance(found, tuple), found
    return found


def pasted(text: str, problem: Problem) -> str:
    """The text with the line of the problem replaced by the one in its hint."""
    lines = text.split("\n")
    wrong = lines[problem.place.line - 1]
    indent = wrong[: len(wrong) - len(wrong.lstrip())]
    lines[problem.place.line - 1] = indent + problem.hint.rpartition(":   ")[2]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("line", "rule", "column", "length", "right"),
    [
        ("titel: Bingo #2", "bijzonder-teken", 14, 2, 'titel: "Bingo #2"'),
        ("titel: #Meedoen", "bijzonder-teken", 8, 8, 'titel: "#Meedoen"'),
        ("titel: # 2", "bijzonder-teken", 8, 3, 'titel: "# 2"'),
        ('titel: "Bingo" #2', "bijzonder-teken", 16, 2, 'titel: "Bingo #2"'),
        ("titel: [a, b] #2", "bijzonder-teken", 15, 2, 'titel: "[a, b] #2"'),
        ("titel: [a, b #2]", "bijzonder-teken", 12, 4, 'titel: [a, "b #2"]'),
        ("titel: [Nieuw] lezen", "bijzonder-teken", 16, 5, 'titel: "[Nieuw] lezen"'),
        ("titel: [Nieuw", "bijzonder-teken", 8, 1, 'titel: "[Nieuw"'),
        ("titel: [a, b", "bijzonder-teken", 8, 1, "titel: [a, b]"),
        ("titel: ]", "bijzonder-teken", 8, 1, 'titel: "]"'),
        ("titel: {x}", "bijzonder-teken", 8, 3, 'titel: "{x}"'),
        ("titel: {x} y", "bijzonder-teken", 12, 1, 'titel: "{x} y"'),
        ("titel: *Nieuw*", "bijzonder-teken", 8, 1, 'titel: "*Nieuw*"'),
        ("titel: [*Nieuw*, b]", "bijzonder-teken", 9, 7, 'titel: ["*Nieuw*", b]'),
        ("titel: ['s Avonds, b]", "bijzonder-teken", 9, 9, "titel: [\"'s Avonds\", b]"),
        ("titel: !Let op", "bijzonder-teken", 8, 1, 'titel: "!Let op"'),
        ("titel: @home", "bijzonder-teken", 8, 1, 'titel: "@home"'),
        ("titel: %korting", "bijzonder-teken", 8, 1, 'titel: "%korting"'),
        ("titel: `x`", "bijzonder-teken", 8, 1, 'titel: "`x`"'),
        ("titel: - koffie", "bijzonder-teken", 8, 1, 'titel: "- koffie"'),
        ("titel: -", "bijzonder-teken", 8, 1, 'titel: "-"'),
        ("titel: > tekst", "bijzonder-teken", 8, 1, 'titel: "> tekst"'),
        ("titel: | tekst", "bijzonder-teken", 8, 1, 'titel: "| tekst"'),
        ("titel: ? x", "bijzonder-teken", 8, 1, 'titel: "? x"'),
        ("titel: , x", "bijzonder-teken", 8, 1, 'titel: ", x"'),
        ("titel: & thee", "bijzonder-teken", 8, 1, 'titel: "& thee"'),
        ('titel: "C:\\Mijn"', "bijzonder-teken", 11, 1, 'titel: "C:\\\\Mijn"'),
        ("titel: &meer Koffie", "yaml-verwijzing", 8, 12, 'titel: "&meer Koffie"'),
        ("titel: *meer", "yaml-verwijzing", 8, 5, 'titel: "*meer"'),
        ("titel: !!python/object:os.x y", "yaml-verwijzing", 8, 22, 'titel: "!!python/object:os.x y"'),
        ("titel: Muziek: live", "dubbele-punt", 14, 1, 'titel: "Muziek: live"'),
        ("titel: Tijd: 10:30", "dubbele-punt", 12, 1, 'titel: "Tijd: 10:30"'),
        ("titel: Muziek:", "dubbele-punt", 14, 1, 'titel: "Muziek:"'),
        ('titel: Zeg: "ja" \\o/', "dubbele-punt", 11, 1, 'titel: "Zeg: \\"ja\\" \\\\o/"'),
        ("titel: 'Avonds", "los-aanhalingsteken", 8, 1, "titel: \"'Avonds\""),
        ("titel: 's Avonds koffie", "los-aanhalingsteken", 8, 1, "titel: \"'s Avonds koffie\""),
        ('titel: "Half', "los-aanhalingsteken", 8, 1, 'titel: "Half"'),
        ('titel: "Half”', "los-aanhalingsteken", 8, 1, 'titel: "Half"'),
        ('titel: "Koffie" en thee', "los-aanhalingsteken", 17, 7, 'titel: "\\"Koffie\\" en thee"'),
        ("titel: 'a' en 'b'", "los-aanhalingsteken", 12, 6, "titel: \"'a' en 'b'\""),
        ("titel: “Koffie”", "krulquotes", 8, 8, 'titel: "Koffie"'),
        ("titel: „Koffie”", "krulquotes", 8, 8, 'titel: "Koffie"'),
        ("titel: ‘Koffie’", "krulquotes", 8, 8, 'titel: "Koffie"'),
        ('titel: “Koffie"', "krulquotes", 8, 8, 'titel: "Koffie"'),
        ("titel: “Muziek: live”", "krulquotes", 8, 14, 'titel: "Muziek: live"'),
        ("titel: [“a”, b]", "krulquotes", 8, 8, 'titel: ["a", b]'),
        ("titel:Koffie", "kop-onleesbaar", 1, 12, "titel: Koffie"),
        ("titel:Koffie: live", "kop-onleesbaar", 1, 12, 'titel: "Koffie: live"'),
        ("website:https://x.nl", "kop-onleesbaar", 1, 20, "website: https://x.nl"),
        ('titel:"Koffie"', "kop-onleesbaar", 1, 14, 'titel: "Koffie"'),
        ("titel Koffie", "kop-onleesbaar", 1, 12, "titel: Koffie"),
        ("titel", "kop-onleesbaar", 1, 5, "titel:"),
        ("titel = Koffie", "kop-onleesbaar", 1, 14, "titel: Koffie"),
        ("titel; Koffie", "kop-onleesbaar", 1, 13, "titel: Koffie"),
        ("doelgroep:\n  -ouders", "kop-onleesbaar", 3, 7, "- ouders"),
        ("doelgroep:\n  • ouders", "kop-onleesbaar", 3, 8, "- ouders"),
        ("doelgroep:\n* ouders", "kop-onleesbaar", 1, 8, "- ouders"),
        ("aanmelden:\n  nodig:ja", "kop-onleesbaar", 3, 8, "nodig: ja"),
        ("doelgroep:\n  - Muziek: live: nu", "dubbele-punt", 17, 1, '- "Muziek: live: nu"'),
        ("programma:\n  - titel: live: nu", "dubbele-punt", 16, 1, '- titel: "live: nu"'),
        ("programma:\n  - tijd: 10.00\n    titel: live: nu", "dubbele-punt", 16, 1, 'titel: "live: nu"'),
        ("doelgroep:\n  - 's Avonds", "los-aanhalingsteken", 5, 1, "- \"'s Avonds\""),
        ("doelgroep:\n  - ouders #2", "bijzonder-teken", 12, 2, '- "ouders #2"'),
        ("samenvatting:\n  *Nieuw*", "bijzonder-teken", 3, 1, '"*Nieuw*"'),
    ],
)  # fmt: skip
def test_mistake_in_a_line_gives_the_right_line(line: str, rule: str, column: int, length: int, right: str) -> None:
    text = ABOVE + line + BELOW
    (problem,) = problems_of(text)
    place = problem.place
    found = (problem.rule, place.line, place.column, place.length, problem.hint.rpartition(":   ")[2])
    assert found == (rule, 3 + line.count("\n"), column, length, right)
    assert isinstance(parse_document("a.md", pasted(text, problem).encode()), Document)


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        (" titel: x\ndatum: y\n", 2, 2, "Begin vooraan op de regel:   titel: x"),
        ("titel: x\n datum: y\n", 3, 2, "Begin vooraan op de regel:   datum: y"),
        ("a:\n    b: x\n  c: y\n", 4, 3, "Zet er 4 spaties voor, niet 2:   c: y"),
        ("a:\n  - x\n - y\n", 4, 2, "Zet er 2 spaties voor, niet 1:   - y"),
        ("a:\n  - b: x\n   c: y\n", 4, 4, "Zet er 4 spaties voor, niet 3:   c: y"),
        ("a:\n b: x\n  c: y\n", 4, 3, "Zet er 1 spatie voor, niet 2:   c: y"),
        ("a: x\n  - y\n", 3, 3, "Zet alles in de lijst, elk met een streepje op een eigen regel."),
        ("a: x\n- y\n", 3, 1, "Zet alles in de lijst, elk met een streepje op een eigen regel."),
    ],
)
def test_line_that_is_not_straight(text: str, line: int, column: int, hint: str) -> None:
    (problem,) = problems_of(f"---\n{text}---\n")
    found = (problem.rule, problem.place.line, problem.place.column, problem.hint)
    assert found == ("inspringing", line, column, hint)


def test_message_quotes_the_value() -> None:
    (problem,) = problems_of(f"{ABOVE}titel: Muziek: live{BELOW}")
    assert problem.message == "In de tekst staat een dubbele punt: “Muziek: live”."
    assert problem.hint == 'Zet de tekst tussen aanhalingstekens:   titel: "Muziek: live"'


def test_every_line_with_a_mistake_is_told() -> None:
    text = "---\na: b: c\nd: ok\n\te: f\ng: 's x\nh: *x*\ni j\nk: z\nk: y #2\n---\n"
    assert [(p.place.line, p.rule) for p in problems_of(text)] == [
        (2, "dubbele-punt"),
        (4, "tab"),
        (5, "los-aanhalingsteken"),
        (6, "bijzonder-teken"),
        (7, "kop-onleesbaar"),
        (9, "bijzonder-teken"),
    ]


def test_quote_that_swallows_the_next_field_is_told() -> None:
    (problem,) = problems_of("---\na: 'Avonds koffie\nb: Gezellig'\n---\n")
    assert (problem.rule, problem.place.line, problem.place.column) == ("los-aanhalingsteken", 2, 4)


@pytest.mark.parametrize(
    "value",
    [
        "Koffie  # een notitie",
        "  # een notitie\n  - ouders",
        "[ouders, # een notitie\n  kinderen]",
        '"Bingo #2"',
        '"meer\n  regels: #2\n  - x: y: z"',
        "'it''s'",
        '|\n  tekst #2 "x\n  - y: z: a\n\n  b:c',
        "Kom\n  gezellig – ook\n  langs",
        "[\n  a,\n  b\n]",
        "{a: x, b: }",
        "“Koffie” en “thee”",
        "‘s Avonds",
        "C# en a#b",
        "10:00 - 11:30",
        "https://x.nl/#a",
        "-5 graden",
    ],
)
def test_what_looks_like_a_mistake_but_is_not(value: str) -> None:
    assert isinstance(parse_document("a.md", f"{ABOVE}titel: {value}{BELOW}".encode()), Document)


def test_text_over_lines_is_no_mistake_when_another_line_is() -> None:
    text = '---\na: "meer\n  regels #2\n  b: c: d"\ne: |\n  f: g: h\n  i #2\nj: k: l\n---\n'
    assert [(p.place.line, p.rule) for p in problems_of(text)] == [(8, "dubbele-punt")]


def test_line_without_a_known_mistake_is_told_where_reading_stopped() -> None:
    (problem,) = problems_of("---\na: b\n'c' d\n---\n")
    assert (problem.rule, problem.place.line, problem.message) == (
        "kop-onleesbaar",
        3,
        "Deze regel is niet te lezen: “'c' d”.",
    )
