"""From bytes to fields: places, line ends, encodings, limits; and no input that makes it fall over."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.language.problems import Problem
from meedoen.notation.text.characters import hidden
from meedoen.notation.text.document import Document, parse_document, source_lines
from meedoen.notation.text.quoting import quoted
from meedoen.notation.text.tree import Mapping, Node, Scalar, Sequence

TYPICAL = """---
titel: Koffie en taal
datum: 2026-12-01
tijd: 19:30
online: no
hele-dag: ~
behalve:
  - feestdagen
  - "21 december: dicht"
doelgroep: [ouders, 'kinderen']
aanmelden:
  nodig: ja
  plaatsen: 012
adres: {straat: Plein 1, plaats: }
samenvatting: |
  Kom # ook
  langs
---

Welkom!
"""
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def fields_of(text: str, path: str = "a.md") -> Plain:
    document = parse_document(path, text.encode())
    assert isinstance(document, Document), document
    return plain(document.fields)


def problems_of(data: bytes | str, path: str = "a.md") -> tuple[Problem, ...]:
    found = parse_document(path, data.encode() if isinstance(data, str) else data)
    assert isinstance(found, tuple), found
    return found


def spots(data: bytes | str, path: str = "a.md") -> list[tuple[str, int, int]]:
    return [(p.rule, p.place.line, p.place.column) for p in problems_of(data, path)]


def test_values_stay_text() -> None:
    assert fields_of(TYPICAL) == {
        "titel": "Koffie en taal",
        "datum": "2026-12-01",
        "tijd": "19:30",
        "online": "no",
        "hele-dag": "~",
        "behalve": ["feestdagen", "21 december: dicht"],
        "doelgroep": ["ouders", "kinderen"],
        "aanmelden": {"nodig": "ja", "plaatsen": "012"},
        "adres": {"straat": "Plein 1", "plaats": ""},
        "samenvatting": "Kom # ook\nlangs\n",
    }


def test_every_value_knows_its_place() -> None:
    document = parse_document("map/a.md", TYPICAL.encode())
    assert isinstance(document, Document)
    values = {key.text: (key, value) for key, value in document.fields.entries}
    key, value = values["titel"]
    assert key == Scalar("titel", 2, 1, 5)
    assert value == Scalar("Koffie en taal", 2, 8, 14)
    assert values["behalve"][1] == Sequence(
        (Scalar("feestdagen", 8, 5, 10), Scalar("21 december: dicht", 9, 5, 20)), 8, 3
    )
    assert values["samenvatting"][1] == Scalar("Kom # ook\nlangs\n", 15, 15, 1)
    assert (document.path, document.body, document.body_line) == ("map/a.md", "\nWelkom!\n", 19)


def test_column_counts_characters_not_bytes() -> None:
    document = parse_document("a.md", "---\ntitel: {é😀: ja}\n---\n".encode())
    assert isinstance(document, Document)
    inner = document.fields.entries[0][1]
    assert isinstance(inner, Mapping)
    assert inner.entries == ((Scalar("é😀", 2, 9, 2), Scalar("ja", 2, 13, 2)),)


def test_long_value_has_the_length_of_its_first_line() -> None:
    document = parse_document("a.md", b'---\ntitel: "Koffie\n  en taal"\n---\n')
    assert isinstance(document, Document)
    assert document.fields.entries[0][1] == Scalar("Koffie en taal", 2, 8, 7)


def test_empty_value_stands_behind_its_colon() -> None:
    document = parse_document("a.md", b"---\ntitel:\ndatum: x\n---\n")
    assert isinstance(document, Document)
    assert document.fields.entries[0] == (Scalar("titel", 2, 1, 5), Scalar("", 2, 7, 0))


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitel: x\n---\nTekst\n",
        b"\xef\xbb\xbf---\r\ntitel: x\r\n---\r\nTekst\r\n",
        b"---\rtitel: x\r---\rTekst\r",
        b"\n\n---  \ntitel: x\n--- \t\nTekst\n",
    ],
)
def test_line_ends_and_mark_in_front_do_not_matter(data: bytes) -> None:
    document = parse_document("a.md", data)
    assert isinstance(document, Document)
    assert (plain(document.fields), document.body) == ({"titel": "x"}, "Tekst\n")


def test_yaml_file_is_all_header() -> None:
    document = parse_document("a.yaml", b"# uitleg\ntitel: x\nbeschrijving: |\n  Tekst\n  ---\n")
    assert isinstance(document, Document)
    assert plain(document.fields) == {"titel": "x", "beschrijving": "Tekst\n---\n"}
    assert (document.body, document.body_line) == ("", 1)


def test_one_line_of_dashes_above_a_yaml_file_is_fine() -> None:
    assert fields_of("---\ntitel: x\n", "a.yaml") == {"titel": "x"}


def test_source_lines_are_those_of_the_problems() -> None:
    assert source_lines(b"\xef\xbb\xbfa\r\nb\x85\xe2\x80\xa8c\rd\n") == ("a", "b\ufffd\u2028c", "d", "")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\ntitel: caf\xe9\n---\n", ("geen-utf8", 2, 11)),
        ("---\r\ntitel: é\r\n---\r\nx\r\né".encode() + b"\xff", ("geen-utf8", 5, 2)),
        ("---\ntitel: x\n---\n".encode("utf-16"), ("geen-utf8", 1, 1)),
        (b"---\ntitel: \xed\xa0\x80\n---\n", ("geen-utf8", 2, 8)),
    ],
)
def test_other_encoding_is_refused_at_its_first_byte(data: bytes, expected: tuple[str, int, int]) -> None:
    assert spots(data) == [expected]


def test_other_encoding_names_the_letter_that_was_meant() -> None:
    (problem,) = problems_of(b"---\ntitel: caf\xe9\n---\n")
    assert problem.message == "Hier staat een letter in een verouderde tekenset. Waarschijnlijk is het “é”."


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (
            "---\na: x\nb: y\na: z\nb: q\n---\n",
            "a.md",
            [("dubbele-sleutel", 4, 1), ("dubbele-sleutel", 5, 1)],
        ),
        ("---\na:\n  b: x\n  b: y\n---\n", "a.md", [("dubbele-sleutel", 4, 3)]),
        ("---\na: &b x\nc: *b\n---\n", "a.md", [("yaml-verwijzing", 2, 4), ("yaml-verwijzing", 3, 4)]),
        ("---\na: !!str x\n---\n", "a.md", [("yaml-verwijzing", 2, 4)]),
        ("---\na: [x, *b]\n---\n", "a.md", [("yaml-verwijzing", 2, 8)]),
        ("---\n<<: {a: x}\n---\n", "a.md", [("yaml-verwijzing", 2, 1)]),
        ("---\n*b : x\n---\n", "a.md", [("yaml-verwijzing", 2, 1)]),
        ("a: x\n---\nb: y\n", "a.yaml", [("tweede-kop", 2, 1)]),
        ("---\na: x\n---\nTekst\n", "a.yaml", [("tweede-kop", 3, 1)]),
        ("%YAML 1.1\n---\na: x\n", "a.yaml", [("bijzonder-teken", 1, 1)]),
        ("---\na: x\n---\nTekst\n---\ntitel: y\n---\n", "a.md", [("tweede-kop", 5, 1)]),
        ("---\na: {b: {c: {d: {e: {f: {}}}}}}\n---\n", "a.md", [("te-diep", 2, 24)]),
        ("---\na: [" + "x," * 2001 + "]\n---\n", "a.md", [("te-veel-regels", 2, 4)]),
        ("---\n? [a]\n: b\n---\n", "a.md", [("kop-onleesbaar", 2, 3)]),
        ('---\n"": b\n---\n', "a.md", [("kop-onleesbaar", 2, 1)]),
        ("---\n- a\n- b\n---\n", "a.md", [("kop-onleesbaar", 2, 1)]),
        ("---\n\n# uitleg\n---\nTekst\n", "a.md", [("kop-leeg", 1, 1)]),
        ("", "a.yaml", [("kop-leeg", 1, 1)]),
        ('---\na: "x\\u202ey"\n---\n', "a.md", [("onzichtbaar-teken", 2, 4)]),
        ('---\na: ["x\\x00"]\n---\n', "a.md", [("onzichtbaar-teken", 2, 5)]),
        ("---\na: x\u2028b: y\n---\n", "a.md", [("onzichtbaar-teken", 2, 5)]),
        ("---\na: x\n---\nTek\u00adst en \u200b\n", "a.md", [("onzichtbaar-teken", 4, 4)]),
        ("---\n\u00a0a: x\n---\n", "a.md", [("onzichtbaar-teken", 2, 1)]),
        ("---\na:\u00a0x\n---\n", "a.md", [("onzichtbaar-teken", 2, 3)]),
        ("---\na\u00a0: x\n---\n", "a.md", [("onzichtbaar-teken", 2, 2)]),
        ("---\na: b\n\tc: x\n---\n", "a.md", [("tab", 3, 1)]),
        ("---\na: b\n\t\nc: d\n---\n", "a.md", [("tab", 3, 1)]),
    ],
)
def test_what_is_refused(text: str, path: str, expected: list[tuple[str, int, int]]) -> None:
    assert spots(text, path) == expected


def test_problem_of_a_double_key_names_both_lines() -> None:
    (problem,) = problems_of("---\ntitel: x\ndatum: y\ntitel: z\n---\n")
    assert problem.message == "“titel” staat er twee keer: op regel 2 en op regel 4."


@pytest.mark.parametrize("value", ["Koffie\u00a0en taal", "a\tb", "👩‍👩‍👧 ❤️ 1️⃣", "10:00 - 11:30", "“a” en “b”"])
def test_what_is_accepted_in_a_value(value: str) -> None:
    assert fields_of(f"---\ntitel: {value}\n---\n") == {"titel": value}


def test_tab_and_hard_space_are_accepted_in_the_body() -> None:
    document = parse_document("a.md", "---\ntitel: x\n---\n\tcode\u00a0\n".encode())
    assert isinstance(document, Document)
    assert document.body == "\tcode\u00a0\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("---\ntitel: " + "x" * 33_000 + "\n---\n", ("bestand-te-groot", 2, 1)),
        ("---\ntitel: x\n---\n" + "é" * 11_000, ("bestand-te-groot", 4, 1)),
        ("---\ntitel: x\n---\n" + "x" * 1_000_000, ("bestand-te-groot", 1, 1)),
    ],
)
def test_too_much_text_is_refused(data: str, expected: tuple[str, int, int]) -> None:
    assert spots(data) == [expected]


def test_largest_header_and_body_are_accepted() -> None:
    header = "titel: " + "x" * (32 * 1024 - 7)
    document = parse_document("a.md", f"---\n{header}\n---\n{'y' * 20 * 1024}".encode())
    assert isinstance(document, Document)


HOSTILE = {
    "laughs": "a0: &a0 [x,x,x,x]\n" + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)),
    "brackets": "a: " + "[" * 50_000,
    "brackets that fit": "a: " + "[" * 32_000,
    "braces": "a: " + "{" * 32_000,
    "list": "a:\n" + "- x\n" * 100_000,
    "list that fits": "a:\n" + "- x\n" * 8_000,
    "flow list": "a: [" + "x," * 16_000 + "]",
    "stairs": "".join(" " * i + "a:\n" for i in range(250)),
    "open brackets": "".join(" " * i + "[\n" for i in range(240)),
    "dashes": "- " * 16_000 + "x",
    "questions": "? " * 16_000,
    "open quotes": 'a: "\n' * 6_000,
    "open lists": "a: [\n" * 6_000,
    "quotes in a list": "a: [" + "'a " * 10_000,
    "backslashes": 'a: "' + "\\" * 32_000,
    "hashes": "a: " + "# " * 16_000,
    "tabs": "\t\n" * 16_000,
    "hidden": "a\u200b\n" * 6_000,
    "double keys": "a: b\n" * 6_000,
    "loose lines": "a b\n" * 8_000,
    "one long line": "a" + " " * 32_000 + "b",
    "long text": "a: b\n\n" + "w " * 16_000 + ".",
    "line of dashes": "-" * 32_000 + "x",
    "returns": "\r" * 32_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", ["---\n{}\n---\nx", "---\n{}", "{}"])
def test_hostile_input_is_refused_quickly(text: str, form: str) -> None:
    start = time.process_time()
    found = parse_document("a.yaml" if form == "{}" else "a.md", form.replace("{}", text).encode())
    assert time.process_time() - start < 2
    assert isinstance(found, tuple)
    assert 0 < len(found) <= 100


def assert_places_lie_in(data: bytes, found: Document | tuple[Problem, ...]) -> None:
    lines = source_lines(data)
    if isinstance(found, Document):
        assert 1 <= found.body_line <= len(lines)
        return
    assert found
    assert [p.place.line for p in found] == sorted({p.place.line for p in found})
    for problem in found:
        place = problem.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.column + place.length <= len(lines[place.line - 1]) + 1
        assert problem.message.isprintable()
        assert problem.hint


pieces = st.sampled_from(
    ["titel", "datum", ": ", ":", "- ", "-", " ", "  ", "\n", "\n", "---\n", "\t", "#", " #", "'", '"',
     "[", "]", "{", "}", ",", "&a", "*a", "!", "!!", "|", ">", "%", "@", "`", "?", "? ", "“", "”", "\\",
     "\\u202e", "é", "😀", "\r", "\u00a0", "\u200b", "\u2028", "\ufeff", "\x00", "...", "—", "=", "x",
     "Koffie", "<<", "10:30", "https://x.nl"]
)  # fmt: skip


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.yaml"]))
def test_no_bytes_raise(data: bytes, path: str) -> None:
    assert_places_lie_in(data, parse_document(path, data))


@settings(max_examples=400)
@given(st.lists(pieces, max_size=40).map("".join), st.sampled_from(["---\n{}\n---\nTekst\n", "---\n{}", "{}"]))
def test_no_header_raises(text: str, form: str) -> None:
    data = form.replace("{}", text).encode()
    for path in ("a.md", "a.yaml"):
        assert_places_lie_in(data, parse_document(path, data))


@settings(max_examples=400)
@given(st.data())
def test_no_mutated_header_raises(data: st.DataObject) -> None:
    text = TYPICAL
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 6)))
        text = text[:start] + data.draw(pieces) + text[end:]
    raw = text.encode()
    assert_places_lie_in(raw, parse_document("a.md", raw))


@settings(max_examples=400)
@given(st.lists(pieces, max_size=25).map("".join))
def test_accepted_fields_are_what_yaml_reads(text: str) -> None:
    found = parse_document("a.yaml", text.encode())
    if isinstance(found, Document):
        normal = "\n".join((*source_lines(text.encode()), ""))
        assert plain(found.fields) == yaml.load(normal, Loader=yaml.CBaseLoader)  # noqa: S506 - gives text only


def visible(text: str) -> str:
    unseen = frozenset(hidden(text))
    return "".join(character for spot, character in enumerate(text) if spot not in unseen)


nasty = st.text(st.characters(codec="utf-8"), max_size=40).map(visible).map(visible)  # an emoji may fall apart
keys = st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True)
trees = st.recursive(
    nasty,
    lambda part: st.lists(part, min_size=1, max_size=3) | st.dictionaries(keys, part, min_size=1, max_size=3),
    max_leaves=8,
)


@given(nasty)
@settings(max_examples=300)
def test_quoted_text_comes_back_as_it_was(text: str) -> None:
    assert fields_of(f"---\ntitel: {quoted(text)}\n---\n") == {"titel": text}


def written(value: object, indent: int) -> str:
    if isinstance(value, dict):
        return "".join(f"\n{' ' * indent}{key}: {written(part, indent + 2)}" for key, part in value.items())
    if isinstance(value, list):
        return "".join(f"\n{' ' * indent}- {written(part, indent + 2)}" for part in value)
    return quoted(str(value)) + "  # uitleg"


@given(st.dictionaries(keys, trees, min_size=1, max_size=4))
@settings(max_examples=200)
def test_well_written_fields_are_never_refused(tree: dict[str, Plain]) -> None:
    found = parse_document("a.yaml", written(tree, 0).encode())
    if isinstance(found, Document):
        assert plain(found.fields) == tree
    else:
        assert {problem.rule for problem in found} == {"te-diep"}
