from __future__ import annotations

from pathlib import Path

import pytest

from meedoen.publishing.output_folder import MARKER, NotOurs, Staging, UnsafePath, Writer


def site(staging: Staging, text: str) -> None:
    """Writes a site of one page and switches it in."""
    staging.open()
    (staging.new / "index.html").write_text(text, encoding="utf-8")
    staging.switch()


def names(folder: Path) -> list[str]:
    """What stands in the folder."""
    return sorted(each.name for each in folder.iterdir())


def test_first_build_makes_the_folder(tmp_path: Path) -> None:
    site(Staging(tmp_path / "a" / "output"), "een")
    assert names(tmp_path / "a") == ["output"]
    assert names(tmp_path / "a" / "output") == [MARKER, "index.html"]


def test_next_build_replaces_the_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(Staging(output), "een")
    (output / "oud.html").write_text("weg", encoding="utf-8")
    site(Staging(output), "twee")
    assert names(tmp_path) == ["output"]
    assert names(output) == [MARKER, "index.html"]
    assert (output / "index.html").read_text(encoding="utf-8") == "twee"


def test_until_the_switch_the_old_site_stands(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(Staging(output), "een")
    staging = Staging(output)
    staging.open()
    assert (output / "index.html").read_text(encoding="utf-8") == "een"
    staging.discard()
    assert names(tmp_path) == ["output"]
    staging.discard()


def test_empty_folder_may_become_the_output(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    site(Staging(tmp_path / "output"), "een")
    assert names(tmp_path / "output") == [MARKER, "index.html"]


@pytest.mark.parametrize("name", ["output", "output.nieuw", "output.oud"])
def test_folder_of_somebody_else_is_left_alone(tmp_path: Path, name: str) -> None:
    if name != "output":
        site(Staging(tmp_path / "output"), "een")
    (tmp_path / name).mkdir()
    (tmp_path / name / "scriptie.odt").write_text("af", encoding="utf-8")
    with pytest.raises(NotOurs, match=name):
        Staging(tmp_path / "output").open()
    assert names(tmp_path / name) == ["scriptie.odt"]


def test_build_that_was_cut_off_while_writing_starts_again(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(Staging(output), "een")
    cut_off = Staging(output)
    cut_off.open()
    (cut_off.new / "half.html").write_text("ha", encoding="utf-8")
    site(Staging(output), "twee")
    assert (names(tmp_path), names(output)) == (["output"], [MARKER, "index.html"])


def test_switch_that_was_cut_off_halfway_brings_the_old_site_back(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(Staging(output), "een")
    cut_off = Staging(output)
    cut_off.open()
    output.rename(cut_off.old)
    next_one = Staging(output)
    next_one.open()
    assert (output / "index.html").read_text(encoding="utf-8") == "een"
    next_one.discard()
    assert names(tmp_path) == ["output"]


def test_switch_that_was_cut_off_after_the_renames_is_finished(tmp_path: Path) -> None:
    output = tmp_path / "output"
    site(Staging(output), "een")
    cut_off = Staging(output)
    cut_off.open()
    output.rename(cut_off.old)
    cut_off.new.rename(output)
    (cut_off.old / "index.html").unlink()
    site(Staging(output), "drie")
    assert (names(tmp_path), names(output)) == (["output"], [MARKER, "index.html"])


def test_writer_counts_and_makes_folders(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.write("index.html", b"een")
    writer.write("theme/font/letter.woff2", b"x" * 1_500_000)
    assert writer.written == 2
    assert (tmp_path / "index.html").read_bytes() == b"een"
    assert (tmp_path / "theme/font/letter.woff2").stat().st_size == 1_500_000


@pytest.mark.parametrize(
    "path", ["_headers", ".htaccess", "404.html", "dag/2026-12-01.html", "thema/taal--2.html", "a/b/c.d-e.txt"]
)
def test_writer_takes_plain_paths(tmp_path: Path, path: str) -> None:
    Writer(tmp_path).write(path, b"")
    assert (tmp_path / path).is_file()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x.html",
        "a/../../x.html",
        "a//b.html",
        "a/",
        ".htpasswd",
        "a/.htaccess",
        "a/.git",
        "A/x.html",
        "a b.html",
        "é.html",
        "a\n.html",
        "a\\b.html",
        "x..html",
    ],
)
def test_writer_refuses_other_paths(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnsafePath):
        Writer(tmp_path).write(path, b"")
    assert names(tmp_path) == []


def test_writer_never_writes_twice(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.write("index.html", b"een")
    with pytest.raises(FileExistsError):
        writer.write("index.html", b"twee")
    assert (tmp_path / "index.html").read_bytes() == b"een"


def test_writer_does_not_leave_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "elders").mkdir()
    (tmp_path / "site" / "dag").symlink_to(tmp_path / "elders")
    with pytest.raises(UnsafePath):
        Writer(tmp_path / "site").write("dag/x.html", b"")
    assert names(tmp_path / "elders") == []
