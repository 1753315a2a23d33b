"""What comes in is a plain file with a plain name in a folder that the builder reads; everything else has a reason."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.content.layout import FOLDERS, FileKind, is_picture
from meedoen.intake.admission import admit
from meedoen.intake.refusal import TITLES, Refusal

TOPS = ("activiteiten", "paginas", "theme", *FOLDERS)
_NAMES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["koffie.md", "koffie.yaml", "a.jpg", "IMG_1.JPG", "con.md", "..", ".git", "lezen.md ", "x.svg", "dorp"]
    ),
)


def refusal(path: str, mode: str = "100644") -> str:
    """The rule for a file at this path; empty when it may come in."""
    parts = tuple(path.split("/"))
    for end in range(1, len(parts)):
        verdict = admit(parts[:end], "40000", "content")
        if verdict is FileKind.HIDDEN:
            return "verborgen"
        if isinstance(verdict, Refusal):
            return verdict.rule
    verdict = admit(parts, mode, "content")
    return verdict.rule if isinstance(verdict, Refusal) else "verborgen" if verdict is FileKind.HIDDEN else ""


@pytest.mark.parametrize(
    "path",
    [
        "organisatie.yaml",
        "activiteiten/dorp/koffie.md",
        "activiteiten/regio/koffie.yaml",
        "activiteiten/dorp/school/koffie.md",
        "activiteiten/dorp/1/2/3/4/5/6/koffie.md",
        "activiteiten/dorp/koffie.png",
        "activiteiten/dorp/IMG_1234.JPG",
        "nieuwsbrieven/december.yaml",
        "nieuwsbrieven/vastgelegd/december.json",
        *(f"{folder}/naam.yaml" for folder in FOLDERS),
    ],
)
def test_file_that_may_come_in(path: str) -> None:
    assert refusal(path) == ""


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("pelicanconf.yaml", "onbekende-map"),
        ("theme/x.md", "onbekende-map"),
        ("activiteiten/koffie.md", "onbekende-map"),
        ("locaties/dorp/plein.yaml", "onbekende-map"),
        ("paginas/over.md", "pagina-van-de-beheerder"),
        ("locaties/plein.md", "verkeerd-bestandstype"),
        ("locaties/plein.jpg", "verkeerd-bestandstype"),
        ("activiteiten/dorp/koffie.yml", "verkeerd-bestandstype"),
        ("activiteiten/dorp/koffie", "verkeerd-bestandstype"),
        ("activiteiten/dorp/Koffie.md", "verkeerde-bestandsnaam"),
        ("activiteiten/dorp/twee.md.md", "verkeerde-bestandsnaam"),
        ("activiteiten/dorp/foto met spatie.jpg", "verkeerde-bestandsnaam"),
        ("activiteiten/Dorp/koffie.md", "onbekende-map"),
        ("activiteiten/dorp/1/2/3/4/5/6/7/koffie.md", "te-diep"),
    ],
)
def test_file_that_stays_out(path: str, rule: str) -> None:
    assert refusal(path) == rule


@pytest.mark.parametrize(
    ("mode", "rule"),
    [
        ("120000", "snelkoppeling"),
        ("100755", "uitvoerbaar-bestand"),
        ("160000", "andere-repository"),
        ("100664", "beschadigd"),
    ],
)
def test_mode_that_stays_out(mode: str, rule: str) -> None:
    assert refusal("activiteiten/dorp/koffie.md", mode) == rule


def test_message_says_what_to_type() -> None:
    found = admit(("activiteiten", "dorp", "Koffie Ochtend.md"), "100644", "content")
    assert isinstance(found, Refusal)
    assert (found.path, found.message) == (
        "content/activiteiten/dorp/Koffie Ochtend.md",
        "De naam “Koffie Ochtend.md” kan niet in een webadres.",
    )
    assert found.hint == "Geef het de naam koffie-ochtend.md"


@pytest.mark.parametrize("name", ["_klad.md", ".verborgen", "..koffie.md", "README.md", "LEESMIJ.md"])
def test_name_that_nobody_reads(name: str) -> None:
    assert admit(("activiteiten", "dorp", name), "100644", "content") is FileKind.HIDDEN


@pytest.mark.parametrize("name", ["koffie.md", ".", "..", ".git", ".GIT", "readme.md"])
def test_name_that_is_judged(name: str) -> None:
    assert admit(("activiteiten", "dorp", name), "100644", "content") is not FileKind.HIDDEN


@given(st.lists(_NAMES, min_size=1, max_size=4), st.sampled_from(TOPS))
def test_whatever_comes_in_is_plain(names: list[str], top: str) -> None:
    path = "/".join((top, *(name.replace("/", "") for name in names)))
    rule = refusal(path)
    assert rule in {"", "verborgen", *TITLES}
    if not rule:
        place = PurePosixPath(path)
        assert place.suffix in {".md", ".yaml"} or is_picture(place.name)
        assert set(path) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")
        assert ".." not in path
