"""Which file that came is one that went."""

from __future__ import annotations

from meedoen.proposals.moves import moves

TEXT = b"---\ntitel: Koffie\ndatum: 1 december 2026\ntijd: 10.00\nlocatie: bieb\n---\nKom langs.\n"
OTHER = b"---\ntitel: Dansen\ndatum: 3 maart 2027\ntijd: 20.00\nadres: park\n---\nDans mee.\n"


def test_the_same_bytes_are_the_same_file() -> None:
    assert moves({"a": TEXT, "b": OTHER}, {"c": OTHER, "d": TEXT}, {}) == {"c": "b", "d": "a"}


def test_the_same_id_is_the_same_activity_whatever_was_written() -> None:
    assert moves({"a": TEXT}, {"b": OTHER}, {"a": "dorp-koffie", "b": "dorp-koffie"}) == {"b": "a"}


def test_nearly_the_same_text_is_the_same_file() -> None:
    assert moves({"a": TEXT, "x": OTHER}, {"b": TEXT.replace(b"Koffie", b"Thee")}, {"a": "1", "b": "2"}) == {"b": "a"}


def test_another_text_is_another_file() -> None:
    assert moves({"a": TEXT}, {"b": OTHER}, {"a": "1", "b": "2"}) == {}


def test_each_file_that_went_is_taken_once() -> None:
    assert moves({"a": TEXT}, {"b": TEXT, "c": TEXT}, {}) == {"b": "a"}


def test_of_very_many_files_only_what_is_the_same_is_found() -> None:
    gone = {f"a{number}": TEXT + b"%d" % number for number in range(60)}
    came = {f"b{number}": TEXT + b"%d" % number for number in range(59)} | {"b59": TEXT}
    assert moves(gone, came, {}) == {f"b{number}": f"a{number}" for number in range(59)}
