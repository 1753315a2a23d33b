"""The address at which a file of a proposal can be mended."""

from __future__ import annotations

import pytest

from meedoen.language.problems import FilePosition
from meedoen.review.edit_link import edit_at

PATH = "content/activiteiten/dorp/koffie.md"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/o/r", "https://github.com/o/r/edit/nieuw/koffie"),
        ("https://gitlab.com/o/r.git", "https://gitlab.com/o/r/-/edit/nieuw/koffie"),
        ("https://codeberg.org/o/r/", "https://codeberg.org/o/r/_edit/nieuw/koffie"),
    ],
)
def test_each_forge_has_its_editor(repository: str, address: str) -> None:
    assert edit_at(repository, "nieuw/koffie")(FilePosition(PATH, 3, 2)) == f"{address}/{PATH}#L3"
    assert edit_at(repository, "nieuw/koffie")(FilePosition(PATH)) == f"{address}/{PATH}"


@pytest.mark.parametrize(
    ("repository", "branch"),
    [
        ("https://forge.example.org/o/r", "x"),
        ("", "x"),
        ("https://github.com/o/r", ""),
        ("http://github.com/o/r", "x"),
    ],
)
def test_where_it_is_not_known_there_is_no_address(repository: str, branch: str) -> None:
    assert edit_at(repository, branch)(FilePosition(PATH, 3)) == ""


def test_name_of_a_branch_cannot_lead_elsewhere() -> None:
    made = edit_at("https://github.com/o/r", "x?y#z) [a](b")(FilePosition("content/a b\ud800.md", 2))
    assert made == "https://github.com/o/r/edit/x%3Fy%23z%29%20%5Ba%5D%28b/content/a%20b%3F.md#L2"
