from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PIL import Image
from tests.repositories import Story, koffie

from meedoen.agenda.library import claim, clashes, read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.content.source import SourceFile
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.publishing.quarantine import MOST_VERSIONS, Aside, PublishedState, set_aside

KOFFIE = "activiteiten/papendrecht/koffie.md"
PATH = f"content/{KOFFIE}"
BAD = "---\ntitel: Koffie\ndatum: ergens in mei\n---\nKom.\n"
PLACE = "naam: Wijkcentrum\nsoort: vestiging\ngemeente: papendrecht\nplaats: Papendrecht\n"
PARTNER = "partners/taalhuis.yaml"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A repository with the frame and one activity, good."""
    told = Story(tmp_path)
    told.commit({**told.reference_files(), KOFFIE: koffie("Koffie")})
    return told


def settled(story: Story, online: PublishedState | None = None) -> tuple[Tree, tuple[Aside, ...]]:
    """The content after setting aside; it has no fault, whatever it was."""
    tree, aside = set_aside(scan(story.content), online)
    assert [each for each in problems(tree) if is_fault(each.rule)] == []
    return tree, aside


def problems(tree: Tree) -> list[Problem]:
    network, found = read_network(tree.reference_files)
    assert network is not None
    library = read_library(files(tree), network, picture=tree.picture)
    lost = clashes(claim(each) for each in library.activities)
    return [*tree.problems, *found, *library.problems, *lost]


def files(tree: Tree) -> list[SourceFile]:
    network, _ = read_network(tree.reference_files)
    assert network is not None
    known = {*network.municipalities, "regio"}
    return [each for folder, paths in tree.activities.items() if folder in known for each in tree.read(paths)]


def shown(tree: Tree) -> dict[str, str]:
    """Path → title of every activity that is published."""
    network, _ = read_network(tree.reference_files)
    assert network is not None
    library = read_library(files(tree), network, picture=tree.picture)
    return {each.path.removeprefix("content/activiteiten/"): each.name for each in library.activities}


def told(aside: tuple[Aside, ...]) -> dict[str, tuple[str, bool]]:
    """Path → the first rule that was broken, and whether an earlier version shows."""
    return {each.path: (each.problems[0].rule, each.shown is not None) for each in aside}


def commit_of(aside: tuple[Aside, ...], path: str = PATH) -> str:
    return next(each.shown.name for each in aside if each.path == path and each.shown)


def test_content_without_faults_stays_as_it_is(story: Story) -> None:
    tree = scan(story.content)
    assert set_aside(tree) == (tree, ())


def test_bad_file_shows_its_last_good_version(story: Story) -> None:
    story.commit({KOFFIE: koffie("Thee")})
    good = story.git("rev-parse", "HEAD")
    story.commit({KOFFIE: BAD})
    story.commit({KOFFIE: BAD + "Nog steeds.\n"})
    tree, aside = settled(story)
    assert commit_of(aside) == good
    assert shown(tree) == {"papendrecht/koffie.md": "Thee"}


def test_file_that_never_was_good_is_left_out_and_the_rest_is_there(story: Story) -> None:
    story.commit({"activiteiten/papendrecht/nieuw.md": BAD})
    tree, aside = settled(story)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}
    assert [(each.path, each.shown) for each in aside] == [("content/activiteiten/papendrecht/nieuw.md", None)]


def test_file_that_is_not_saved_in_git_counts_too(story: Story) -> None:
    story.write({KOFFIE: BAD})
    tree, aside = settled(story)
    assert (shown(tree), commit_of(aside)) == ({"papendrecht/koffie.md": "Koffie"}, story.git("rev-parse", "HEAD"))


def test_without_git_a_bad_file_is_left_out(tmp_path: Path) -> None:
    other = Story(tmp_path)
    other.write({**other.reference_files(), KOFFIE: BAD, "activiteiten/papendrecht/thee.md": koffie("Thee")})
    (tmp_path / ".git").rename(tmp_path / "geen-git")
    tree, aside = settled(other)
    assert (shown(tree), [each.shown for each in aside]) == ({"papendrecht/thee.md": "Thee"}, [None])


@pytest.mark.parametrize("how", ["link", "name", "large", "bytes"])
def test_file_that_is_not_even_read_shows_its_last_good_version(story: Story, how: str) -> None:
    place = story.content / KOFFIE
    place.unlink()
    if how == "link":
        place.symlink_to("/etc/hostname")
    elif how == "name":
        place.with_name("Koffie & Thee.md").write_text(koffie("Koffie"), encoding="utf-8")
        place.write_bytes(BAD.encode())
    elif how == "large":
        place.write_text(koffie("Koffie") + "x" * 200_000, encoding="utf-8")
    else:
        place.write_bytes(b"\xff\x00\xfe")
    story.commit()
    tree, aside = settled(story)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}
    assert told(aside)[PATH][1]
    assert len(aside) == (2 if how == "name" else 1)


@pytest.mark.parametrize("path", ["locaties/Mooie plek.yaml", "gemeenten/regio.yaml"])
def test_name_that_cannot_be_is_not_mended_by_another_version(story: Story, path: str) -> None:
    story.commit({path: PLACE})
    tree, aside = settled(story)
    assert [(each.path, each.shown) for each in aside] == [(f"content/{path}", None)]
    assert f"content/{path}" not in {each.path for each in tree.reference_files}


def test_link_in_the_past_is_never_followed(story: Story) -> None:
    (story.content / "activiteiten/papendrecht/link.md").symlink_to("koffie.md")
    story.commit()
    _, aside = settled(story)
    assert told(aside) == {"content/activiteiten/papendrecht/link.md": ("snelkoppeling", False)}


@pytest.mark.parametrize(
    "name", ["gemeenten/papendrecht", "locaties/bibliotheek-papendrecht", "organisatie", "woordenlijsten/doelgroepen"]
)
def test_bad_file_around_the_activities_takes_none_of_them_along(story: Story, name: str) -> None:
    story.commit({KOFFIE: koffie("Koffie", more="doelgroep: [18+]\n")})
    story.commit({f"{name}.yaml": "naam: [kapot\n"})
    tree, aside = settled(story)
    assert (shown(tree), [(each.path, each.shown is not None) for each in aside]) == (
        {"papendrecht/koffie.md": "Koffie"},
        [(f"content/{name}.yaml", True)],
    )


@pytest.mark.parametrize("text", [None, "naam: [kapot\n", "naam: Bieb\n"])
def test_organisation_that_never_was_good_is_named(tmp_path: Path, text: str | None) -> None:
    """Nothing can be built without it; the looking for a version ends."""
    other = Story(tmp_path)
    other.commit({**other.reference_files(), KOFFIE: koffie("Koffie"), "organisatie.yaml": text or "naam: x\n"})
    if text is None:
        (other.content / "organisatie.yaml").unlink()
    _, aside = set_aside(scan(other.content))
    assert [(each.path, each.shown) for each in aside] == [("content/organisatie.yaml", None)]


def test_what_refers_to_a_bad_file_is_not_set_aside_itself(story: Story) -> None:
    story.commit({PARTNER: "naam: Taalhuis\nsoort: bibliotheek\nwebsite: https://taalhuis.example.org\n"})
    story.commit({"gemeenten/papendrecht.yaml": "naam: Papendrecht\nwebsite: geen adres\n"})
    story.commit({KOFFIE: koffie("Koffie", more="organisator: taalhuis\n")})
    tree, aside = settled(story)
    assert [each.path for each in aside] == ["content/gemeenten/papendrecht.yaml"]
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}


def test_version_from_before_the_one_that_is_online_never_comes_back(story: Story) -> None:
    """With its place gone no version since then is right. One at another place would send people there."""
    story.commit({"locaties/extra.yaml": PLACE, KOFFIE: koffie("Koffie", place="extra")})
    online = PublishedState(story.git("rev-parse", "HEAD"))
    story.commit({"locaties/extra.yaml": None})
    tree, aside = settled(story, online)
    assert (shown(tree), [(each.path, each.shown) for each in aside]) == ({}, [(PATH, None)])


def test_version_that_was_shown_instead_stays_the_next_night(story: Story) -> None:
    good = story.git("rev-parse", "HEAD")
    story.commit({KOFFIE: BAD})
    online = PublishedState(story.git("rev-parse", "HEAD"), {PATH: good})
    story.commit({"activiteiten/papendrecht/thee.md": koffie("Thee")})
    tree, aside = settled(story, online)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie", "papendrecht/thee.md": "Thee"}
    assert commit_of(aside) == good


@pytest.mark.parametrize("commit", ["0" * 40, "--exec=x"])
def test_commit_that_is_not_in_this_history_limits_nothing(story: Story, commit: str) -> None:
    story.commit({KOFFIE: BAD})
    tree, _ = settled(story, PublishedState(commit))
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}


def test_takeover_of_a_name_is_set_aside_and_not_who_had_it(story: Story) -> None:
    """By its file name the newcomer has the older right to the id; in Git it has not."""
    older = "activiteiten/papendrecht/inloop.md"
    story.commit({older: koffie("Inloop", more="id: papendrecht-taalcafe\n")})
    story.commit({"activiteiten/papendrecht/taalcafe.md": koffie("Overname")})
    tree, aside = settled(story)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie", "papendrecht/inloop.md": "Inloop"}
    assert told(aside) == {"content/activiteiten/papendrecht/taalcafe.md": ("dubbel-id", False)}


def test_copy_that_forgot_to_change_its_id_is_set_aside(story: Story) -> None:
    story.commit({"activiteiten/papendrecht/kopie.md": koffie("Kopie", more="id: papendrecht-koffie\n")})
    tree, aside = settled(story)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}
    assert told(aside) == {"content/activiteiten/papendrecht/kopie.md": ("dubbel-id", False)}


def test_file_that_takes_the_id_of_another_shows_its_own_last_version(story: Story) -> None:
    story.commit({"activiteiten/papendrecht/thee.md": koffie("Thee")})
    story.commit({"activiteiten/papendrecht/thee.md": koffie("Thee!", more="id: papendrecht-koffie\n")})
    tree, aside = settled(story)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie", "papendrecht/thee.md": "Thee"}
    assert told(aside) == {"content/activiteiten/papendrecht/thee.md": ("dubbel-id", True)}


def test_bad_picture_shows_that_of_before(story: Story) -> None:
    file = BytesIO()
    Image.new("RGB", (800, 600), "navy").save(file, "PNG")
    picture = story.content / "activiteiten/papendrecht/koffie.png"
    picture.write_bytes(file.getvalue())
    story.commit({KOFFIE: koffie("Koffie", more="afbeelding: {bestand: koffie.png, alt: Een kop koffie}\n")})
    picture.write_bytes(b"geen plaatje")
    story.commit()
    tree, aside = settled(story)
    assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}
    assert tree.picture("content/activiteiten/papendrecht/koffie.png") == file.getvalue()
    assert [each.shown is not None for each in aside] == [True]


def test_not_more_than_so_many_versions_are_tried(story: Story) -> None:
    for number in range(MOST_VERSIONS):
        story.commit({KOFFIE: f"{BAD}{number}\n"})
    tree, aside = settled(story)
    assert (shown(tree), [each.shown for each in aside]) == ({}, [None])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.binary(max_size=60), path=some.sampled_from([KOFFIE, PARTNER, "gemeenten/papendrecht.yaml"]))
def test_whatever_a_file_holds_the_rest_can_be_published(story: Story, data: bytes, path: str) -> None:
    place = story.content / path
    was = place.read_bytes()
    place.write_bytes(data)
    try:
        tree, _ = settled(story)
        assert shown(tree) == {"papendrecht/koffie.md": "Koffie"}
    finally:
        place.write_bytes(was)
