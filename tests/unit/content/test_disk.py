from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.builders import REFERENCE_FILES

from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.content.layout import LARGEST_TEXT


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with reference files, two towns and one activity."""
    root = tmp_path / "content"
    for name, text in REFERENCE_FILES.items():
        put(root / f"{name}.yaml", text)
    put(root / "activiteiten" / "papendrecht" / "koffie.md", "koffie")
    return root


def put(path: Path, text: str | bytes = "x") -> None:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def found(tree: Tree) -> list[tuple[str, str]]:
    """Path below the activities, and rule, of each problem."""
    return sorted((each.place.path.removeprefix("content/activiteiten/"), each.rule) for each in tree.problems)


def test_scan_reads_the_frame_and_lists_the_activities(content: Path) -> None:
    tree = scan(content)
    assert [each.path for each in tree.reference_files] == sorted(f"content/{name}.yaml" for name in REFERENCE_FILES)
    assert tree.activities == {"papendrecht": ["content/activiteiten/papendrecht/koffie.md"]}
    assert tree.problems == []
    assert [each.data for each in tree.read(tree.activities["papendrecht"])] == [b"koffie"]


def test_scan_of_an_empty_folder(tmp_path: Path) -> None:
    tree = scan(tmp_path)
    assert (tree.reference_files, tree.activities, tree.problems) == ([], {}, [])


def test_files_are_sorted_at_any_depth(content: Path) -> None:
    for name in ("regio/quiz.md", "papendrecht/z.md", "papendrecht/a/b/c.yaml", "papendrecht/a.md", "sliedrecht/x.md"):
        put(content / "activiteiten" / name)
    assert scan(content).activities == {
        "papendrecht": [
            f"content/activiteiten/papendrecht/{name}" for name in ("a.md", "a/b/c.yaml", "koffie.md", "z.md")
        ],
        "regio": ["content/activiteiten/regio/quiz.md"],
        "sliedrecht": ["content/activiteiten/sliedrecht/x.md"],
    }


@pytest.mark.parametrize(
    "name", ["_voorbeeld.md", ".verborgen.md", ".git/config", "LEESMIJ.md", "_oud/x.md", "foto.jpg", "foto.PNG"]
)
def test_files_that_are_passed_over(content: Path, name: str) -> None:
    put(content / "activiteiten" / "papendrecht" / name)
    tree = scan(content)
    assert (len(tree.activities["papendrecht"]), tree.problems) == (1, [])


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("papendrecht/notitie.txt", "verkeerd-bestandstype"),
        ("papendrecht/plan.docx", "verkeerd-bestandstype"),
        ("papendrecht/taal.yml", "verkeerd-bestandstype"),
        ("papendrecht/taal.MD", "verkeerd-bestandstype"),
        ("papendrecht/script.html", "verkeerd-bestandstype"),
        ("papendrecht/Taal café.md", "verkeerde-bestandsnaam"),
        ("papendrecht/taal_cafe.md", "verkeerde-bestandsnaam"),
        (f"papendrecht/{'a' * 81}.md", "verkeerde-bestandsnaam"),
        ("papendrecht/a/b/c/d/e/f/g/h.md", "te-diep"),
        ("los.md", "onbekende-map"),
        ("utrecht/taal.md", "onbekende-map"),
        ("papendrech/taal.md", "onbekende-map"),
    ],
)
def test_file_in_the_wrong_place_or_of_the_wrong_kind_is_reported(content: Path, name: str, rule: str) -> None:
    put(content / "activiteiten" / name)
    tree = scan(content)
    expected = "papendrecht/a/b/c/d/e/f/g" if rule == "te-diep" else name
    assert found(tree) == [(expected, rule)]
    assert list(tree.activities) == ["papendrecht"]


def test_folder_that_is_nearly_a_town_gets_a_hint(content: Path) -> None:
    put(content / "activiteiten" / "papendrech" / "taal.md")
    assert "papendrecht" in scan(content).problems[0].hint


def test_file_that_is_too_large_is_not_read(content: Path) -> None:
    put(content / "activiteiten" / "papendrecht" / "groot.md", b"x" * (LARGEST_TEXT + 1))
    assert found(scan(content)) == [("papendrecht/groot.md", "bestand-te-groot")]


def test_links_are_reported_and_not_followed(content: Path, tmp_path: Path) -> None:
    put(tmp_path / "geheim" / "a.md", "geheim")
    folder = content / "activiteiten" / "papendrecht"
    (folder / "file.md").symlink_to(tmp_path / "geheim" / "a.md")
    (folder / "folder").symlink_to(tmp_path / "geheim")
    (content / "activiteiten" / "sliedrecht").symlink_to(tmp_path / "geheim")
    (content / "locaties" / "geheim.yaml").symlink_to(tmp_path / "geheim" / "a.md")
    tree = scan(content)
    assert found(tree) == [
        ("content/locaties/geheim.yaml", "snelkoppeling"),
        ("papendrecht/file.md", "snelkoppeling"),
        ("papendrecht/folder", "snelkoppeling"),
        ("sliedrecht", "snelkoppeling"),
    ]
    assert [each.path for each in tree.reference_files if "geheim" in each.path] == []
    assert len(tree.activities["papendrecht"]) == 1


def test_newsletters_and_their_letters_are_read_apart(content: Path) -> None:
    put(content / "nieuwsbrieven" / "brief.yaml", "brief")
    put(content / "nieuwsbrieven" / "LEESMIJ.md")
    put(content / "nieuwsbrieven" / "vastgelegd" / "brief.json", "{}")
    put(content / "nieuwsbrieven" / "vastgelegd" / "brief.pickle")
    put(content / "nieuwsbrieven" / "anders" / "brief.yaml")
    tree = scan(content)
    assert [(each.path, each.data) for each in (*tree.editions, *tree.locks)] == [
        ("content/nieuwsbrieven/brief.yaml", b"brief"),
        ("content/nieuwsbrieven/vastgelegd/brief.json", b"{}"),
    ]
    assert found(tree) == [
        ("content/nieuwsbrieven/anders", "onbekende-map"),
        ("content/nieuwsbrieven/vastgelegd/brief.pickle", "verkeerd-bestandstype"),
    ]


@pytest.mark.parametrize("link", ["nieuwsbrieven", "nieuwsbrieven/vastgelegd", "nieuwsbrieven/brief.yaml"])
def test_newsletter_behind_a_link_is_not_read(content: Path, tmp_path: Path, link: str) -> None:
    put(tmp_path / "geheim" / "brief.yaml")
    put(tmp_path / "geheim" / "brief.json")
    put(tmp_path / "geheim" / "vastgelegd" / "brief.json")
    target = tmp_path / "geheim" / ("brief.yaml" if link.endswith(".yaml") else "")
    (content / link).parent.mkdir(exist_ok=True)
    (content / link).symlink_to(target)
    tree = scan(content)
    assert (tree.editions, tree.locks) == ([], [])
    assert found(tree) == [(f"content/{link}", "snelkoppeling")]


def test_pipe_is_reported_and_not_opened(content: Path) -> None:
    os.mkfifo(content / "activiteiten" / "papendrecht" / "pijp.md")
    assert found(scan(content)) == [("papendrecht/pijp.md", "verkeerd-bestandstype")]


def test_file_that_became_a_link_after_the_scan_is_not_followed(content: Path, tmp_path: Path) -> None:
    tree = scan(content)
    put(tmp_path / "geheim.md", "geheim")
    file = content / "activiteiten" / "papendrecht" / "koffie.md"
    file.unlink()
    file.symlink_to(tmp_path / "geheim.md")
    with pytest.raises(OSError, match="koffie"):
        list(tree.read(tree.activities["papendrecht"]))


def test_picture_beside_an_activity(content: Path) -> None:
    put(content / "activiteiten" / "papendrecht" / "foto.png", b"png")
    assert scan(content).picture("content/activiteiten/papendrecht/foto.png") == b"png"


def test_picture_is_read_no_further_than_it_may_be(content: Path) -> None:
    put(content / "activiteiten" / "papendrecht" / "foto.png", b"x" * 9_000_000)
    assert len(scan(content).picture("content/activiteiten/papendrecht/foto.png") or b"") == 8_000_001


@pytest.mark.parametrize("name", ["weg.png", "../../../geheim.png", "link.png", "koffie.md", "map.png", ".png"])
def test_picture_that_is_no_regular_picture_inside_the_content(content: Path, tmp_path: Path, name: str) -> None:
    put(tmp_path / "geheim.png")
    folder = content / "activiteiten" / "papendrecht"
    (folder / "link.png").symlink_to(tmp_path / "geheim.png")
    (folder / "map.png").mkdir()
    assert scan(content).picture(f"content/activiteiten/papendrecht/{name}") is None
