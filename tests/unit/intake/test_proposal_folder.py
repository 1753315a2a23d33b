"""The folder of a proposal: new or ours, and nothing is ever written beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from meedoen.intake.proposal_folder import OddPath, put_down
from meedoen.publishing.output_folder import NotOurs


def files(place: Path) -> dict[str, bytes]:
    """path → bytes of all files in it."""
    return {each.relative_to(place).as_posix(): each.read_bytes() for each in place.rglob("*") if each.is_file()}


def test_files_stand_below_the_name_of_the_content(tmp_path: Path) -> None:
    assert put_down(tmp_path / "nieuw" / "voorstel", "content", [("a.yaml", b"a"), ("b/c/d.md", b"d")]) == 2
    found = files(tmp_path)
    assert found.pop("nieuw/voorstel/.meedoen").startswith(b"Gemaakt door meedoen haal-voorstel")
    assert found == {"nieuw/voorstel/content/a.yaml": b"a", "nieuw/voorstel/content/b/c/d.md": b"d"}


def test_folder_of_ours_is_replaced_in_whole(tmp_path: Path) -> None:
    put_down(tmp_path, "content", [("oud.md", b"oud"), ("map/oud.md", b"oud")])
    put_down(tmp_path, "content", [("nieuw.md", b"nieuw")])
    assert set(files(tmp_path)) == {".meedoen", "content/nieuw.md"}


def test_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(NotOurs):
        put_down(tmp_path, "content", [("a.md", b"a")])
    assert files(tmp_path) == {"brief.txt": b"van mij"}


def test_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(NotOurs):
        put_down(tmp_path / "brief.txt", "content", [])


def test_link_in_a_folder_of_ours_is_removed_and_not_followed(tmp_path: Path) -> None:
    other, place = tmp_path / "ander", tmp_path / "voorstel"
    other.mkdir()
    (other / "brief.txt").write_text("van mij", encoding="utf-8")
    put_down(place, "content", [])
    (place / "content").rmdir()
    (place / "content").symlink_to(other)
    put_down(place, "content", [("a.md", b"a")])
    assert files(other) == {"brief.txt": b"van mij"}
    assert (place / "content" / "a.md").read_bytes() == b"a"


@pytest.mark.parametrize("path", ["../a.md", "a/../../b.md", "/a.md", "a//b.md", "./a.md", "a\\..\\b.md", "a\0.md", ""])
def test_path_that_leaves_the_folder(path: str, tmp_path: Path) -> None:
    with pytest.raises(OddPath):
        put_down(tmp_path / "voorstel", "content", [(path, b"a")])
    assert set(files(tmp_path)) == {"voorstel/.meedoen"}
