"""One door to the content: the disk, a commit, a proposal and what waits say the same of every path."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import REFERENCE_FILES
from tests.repositories import Story

from meedoen.content.content_tree import Tree, read_tree
from meedoen.content.disk import Disk
from meedoen.content.layout import (
    LARGEST_LETTER,
    LARGEST_PICTURE,
    LARGEST_TEXT,
    MOST_FILES,
    REFERENCED,
    FileKind,
    kind_of,
)
from meedoen.content.snapshot import Snapshot
from meedoen.content.source import Source, visible
from meedoen.git.objects import Objects
from meedoen.git.repository import Repository
from meedoen.history.fingerprint import is_activity, is_reference_file
from meedoen.intake.proposal_content import read_proposal_content
from meedoen.intake.proposal_folder import put_down

HOME = "activiteiten/papendrecht"
AROUND, NOTHING = "rond de activiteiten", "niet gelezen"
# Path below content/ → its bytes; a text is the target of a link.
ODD: dict[str, bytes | str] = {
    **{f"{HOME}/{name}": b"x" for name in (
        "koffie.md", "taal.yaml", "school/rekenen.md", "1/2/3/4/5/6/diep.md", "1/2/3/4/5/6/7/te-diep.md", "foto.jpg",
        "IMG_1234.JPG", "foto van ons.png", "NUL.webp", "Koffie.md", "taal.yml", "notitie.txt", "x.svg", "con.md",
        "LEESMIJ.md", "_klad.md", ".verborgen.md", "_oud/x.md", "Map/x.md", "x\n::error::y.md", "zonder-einde",
    )},
    f"{HOME}/vol.md": bytes(LARGEST_TEXT),
    f"{HOME}/te-vol.md": bytes(LARGEST_TEXT + 1),
    f"{HOME}/groot.png": bytes(LARGEST_PICTURE),
    f"{HOME}/te-groot.png": bytes(LARGEST_PICTURE + 1),
    f"{HOME}/link.md": "koffie.md",
    f"{HOME}/link": "../../locaties",
    "activiteiten/regio/quiz.md": b"x",
    "activiteiten/utrecht/taal.md": b"x",
    "activiteiten/Papendrecht/taal.md": b"x",
    "activiteiten/los.md": b"x",
    "activiteit/papendrecht/taal.md": b"x",
    "foto.jpg": b"x",
    "organisatie.yml": b"x",
    "README.md": b"x",
    "paginas/over.md": b"x",
    "paginas/plaatje met spatie.gif": b"x",
    "locaties/plein.yaml": b"naam: Plein",
    "locaties/Plein Twee.yaml": b"x",
    "locaties/plein.md": b"x",
    "locaties/dorp/plein.yaml": b"x",
    "locaties/te-groot.yaml": bytes(LARGEST_TEXT + 1),
    "gemeenten/regio.yaml": b"x",
    "nieuwsbrieven/december.yaml": b"x",
    "nieuwsbrieven/december.md": b"x",
    "nieuwsbrieven/anders/december.yaml": b"x",
    "nieuwsbrieven/vastgelegd/december.json": bytes(LARGEST_LETTER),
    "nieuwsbrieven/vastgelegd/januari.json": bytes(LARGEST_LETTER + 1),
}  # fmt: skip
# Pictures are read where an activity names one; what was passed over has no verdict of its own.
_KINDS = {
    **dict.fromkeys(REFERENCED, AROUND),
    FileKind.ACTIVITY: "activiteit",
    FileKind.EDITION: "nieuwsbrief",
    FileKind.LETTER: "brief",
}


def put(story: Story, files: Mapping[str, bytes | str]) -> None:
    for name, data in files.items():
        place = story.content / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, str):
            place.symlink_to(data)
        else:
            place.write_bytes(data)
    story.commit()


def verdicts(tree: Tree, paths: list[str]) -> dict[str, str]:
    """path → what the tree makes of it: a rule where it or a folder above it was refused."""
    kinds = {file.path: AROUND for file in tree.reference_files}
    kinds |= {path: "activiteit" for listed in tree.activities.values() for path in listed}
    kinds |= {file.path: "nieuwsbrief" for file in tree.editions} | {file.path: "brief" for file in tree.locks}
    rules = {each.place.path: each.rule for each in tree.problems}
    return {path: _nearest(rules, path) or kinds.get(f"content/{path}", NOTHING) for path in paths}


def _nearest(rules: Mapping[str, str], path: str) -> str:
    """The rule of a path below content/, or of the folder above it that was refused."""
    place = visible(f"content/{path}")
    while place:
        if place in rules:
            return rules[place]
        place = place.rpartition("/")[0]
    return ""


def of_the_disk(story: Story, paths: list[str]) -> dict[str, str]:
    return verdicts(read_tree(Disk(story.content), story.content), paths)


def of_the_commit(story: Story, paths: list[str]) -> dict[str, str]:
    source: Source = Snapshot.of(Repository(story.content), "HEAD")
    return verdicts(read_tree(source, story.content), paths)


def of_the_proposal(story: Story, paths: list[str]) -> dict[str, str]:
    """What does not come in has the rule of its refusal; the rest is judged where it was put down."""
    with Objects(story.content) as objects, tempfile.TemporaryDirectory() as folder:
        head, base = (story.git("rev-parse", name) for name in ("HEAD", "HEAD~1"))
        content = read_proposal_content(objects, head, base)
        place = Path(folder, "voorstel")
        put_down(place, "content", content.files(objects))
        known = verdicts(read_tree(Disk(place / "content"), place / "content"), paths)
    # The pages are known, but not a partner's to propose.
    refused = (each for each in content.refused if each.rule != "pagina-van-de-beheerder")
    rules = {visible(each.path): each.rule for each in refused}
    return known | {path: rule for path in paths if (rule := _nearest(rules, path))}


def of_what_waits(story: Story, paths: list[str]) -> dict[str, str]:
    """As the queue and the history ask: by the path alone, so without sizes and links."""
    homes = {name.partition("/")[2] for name in REFERENCE_FILES if name.startswith("gemeenten/")}
    return {
        path: _KINDS.get(kind, NOTHING) if (kind := kind_of(f"content/{path}", homes)) else "fout" for path in paths
    }


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A programme without activities."""
    told = Story(tmp_path / "agenda")
    told.commit(dict(told.reference_files()))
    return told


@pytest.mark.parametrize("door", [of_the_commit, of_the_proposal])
def test_odd_and_good_files_are_judged_alike(door: Callable[[Story, list[str]], dict[str, str]], story: Story) -> None:
    for part in (list(ODD)[: MOST_FILES // 2], list(ODD)[MOST_FILES // 2 :]):
        put(story, {path: ODD[path] for path in part})
        assert door(story, part) == of_the_disk(story, part)


def test_path_alone_tells_the_same(story: Story) -> None:
    put(story, ODD)
    disk = of_the_disk(story, list(ODD))
    about_the_path = [
        path for path in ODD if disk[path] not in ("snelkoppeling", "bestand-te-groot", "afbeelding-te-groot")
    ]
    known = {path: verdict if verdict in (*_KINDS.values(), NOTHING) else "fout" for path, verdict in disk.items()}
    assert of_what_waits(story, about_the_path) == {path: known[path] for path in about_the_path}
    plain = [path for path in about_the_path if "utrecht" not in path]
    assert [path for path in plain if is_activity(path)] == [path for path in plain if known[path] == "activiteit"]
    assert {path for path in plain if is_reference_file(path)} == {path for path in plain if known[path] == AROUND}


def test_every_verdict_is_among_the_odd_files(story: Story) -> None:
    """Without this, a door that refused everything would be as good."""
    put(story, ODD)
    assert set(of_the_disk(story, list(ODD)).values()) == {
        "activiteit", AROUND, "nieuwsbrief", "brief", NOTHING, "onbekende-map", "verkeerde-bestandsnaam", "te-diep",
        "verkeerd-bestandstype", "snelkoppeling", "bestand-te-groot", "afbeelding-te-groot",
    }  # fmt: skip


_NAMES = st.one_of(
    st.sampled_from(
        ["activiteiten", "papendrecht", "regio", "locaties", "nieuwsbrieven", "vastgelegd", "paginas", "utrecht"]
    ),
    st.sampled_from(
        ["a.md", "b.yaml", "c.json", "d.jpg", "E.PNG", "f.txt", "LEESMIJ.md", "_g.md", "H.md", "con.md", "i j.md"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=9).filter(
        lambda name: name not in (".", "..") and "git" not in name.lower()
    ),
)


_PATHS = st.lists(_NAMES, min_size=1, max_size=5).map("/".join)


@given(st.lists(_PATHS, min_size=1, max_size=12, unique_by=str.casefold))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_tree_is_judged_alike(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        told = Story(Path(folder) / "agenda")
        told.commit(dict(told.reference_files()))
        files: dict[str, bytes | str] = {}
        for path in paths:
            if not any(path.startswith(f"{each}/") or each.startswith(f"{path}/") for each in files):
                files[path] = b"x"
        files = {path: data for path, data in files.items() if not (told.content / path).exists()}
        put(told, files)
        disk = of_the_disk(told, list(files))
        assert of_the_commit(told, list(files)) == disk
        assert of_the_proposal(told, list(files)) == disk


def test_preview_fetches_every_picture_that_may_come_in() -> None:
    """What the workflow leaves behind is unreadable to the intake, whatever the limit says."""
    workflow = (Path(__file__).parents[2] / ".github/workflows/voorbeeld.yml").read_text(encoding="utf-8")
    assert [int(size) << 20 > LARGEST_PICTURE for size in re.findall(r"--filter=blob:limit=(\d+)m ", workflow)] == [
        True
    ]
