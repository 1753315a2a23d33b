"""What waits in Git: branches and proposals beside the main one, and what a hostile branch can't do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.builders import network
from tests.repositories import START, Story, koffie

from meedoen.content.layout import MOST_FILES
from meedoen.git.references import References
from meedoen.git.repository import NoRepository, Repository, ShallowHistory
from meedoen.language.slug import LONGEST
from meedoen.proposals.queue import Queue, read_queue
from meedoen.review.backlog import Waiting

TODAY = date(2026, 11, 24)
TOWN = "activiteiten/papendrecht"
SINCE = datetime.fromtimestamp(START, UTC).date()


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A main branch with the files around the activities, and Koffie on 1 December."""
    told = Story(tmp_path / "project")
    told.commit({**told.reference_files(), f"{TOWN}/koffie.md": koffie()})
    return told


def branch(story: Story, name: str, files: dict[str, str | None], *, time: int | None = None) -> str:
    """A branch off the main one with these files changed in one commit; the commit."""
    story.git("checkout", "--quiet", "-b", name, "main")
    story.commit(files, time=time)
    commit = story.git("rev-parse", "HEAD")
    story.git("checkout", "--quiet", "main")
    return commit


def queue(story: Story) -> Queue:
    """What waits today."""
    return read_queue(story.content, network(), TODAY)


def only(story: Story) -> Waiting:
    """The one proposal that waits."""
    (found,) = queue(story).waiting
    return found


def shown(found: Waiting) -> list[tuple[str, str, date | None]]:
    """What is in a proposal."""
    return [(each.what, each.name, each.first) for each in found.items]


def later(title: str, day: str) -> str:
    """Another activity, on another day."""
    return koffie(title).replace("1 december 2026", day)


def test_nothing_waits_where_all_is_in_the_main_branch(story: Story) -> None:
    branch(story, "inzending/klaar", {f"{TOWN}/breien.md": koffie("Breien")})
    story.merge("inzending/klaar")
    assert queue(story) == Queue(())


def test_new_activity_waits_since_its_first_commit(story: Story) -> None:
    branch(story, "inzending/breien", {f"{TOWN}/breien.md": koffie("Breien")})
    found = only(story)
    assert (found.name, found.ref, found.since, found.faults) == (
        "inzending/breien", "refs/heads/inzending/breien", SINCE, 0,
    )  # fmt: skip
    assert shown(found) == [("nieuw", "Breien", date(2026, 12, 1))]


def test_what_expires_first_comes_first_and_what_is_over_last(story: Story) -> None:
    branch(story, "later", {f"{TOWN}/een.md": later("Later", "9 december 2026")})
    branch(story, "voorbij", {f"{TOWN}/twee.md": later("Voorbij", "3 november 2026")})
    branch(story, "morgen", {f"{TOWN}/drie.md": later("Morgen", "25 november 2026")})
    assert [(each.name, each.is_over) for each in queue(story).waiting] == [
        ("morgen", False), ("later", False), ("voorbij", True),
    ]  # fmt: skip


def test_change_and_removal_are_told_as_such(story: Story) -> None:
    cancelled = koffie(more="status: afgelast\nreden: Ziek\n")
    branch(story, "wijziging", {f"{TOWN}/koffie.md": cancelled})
    branch(story, "weg", {f"{TOWN}/koffie.md": None})
    assert {each.name: shown(each) for each in queue(story).waiting} == {
        "wijziging": [("verandert", "Koffie", date(2026, 12, 1))],
        "weg": [("weg", "Koffie", date(2026, 12, 1))],
    }


def test_requests_and_remote_branches_are_found_and_told_once(story: Story) -> None:
    one = branch(story, "tak", {f"{TOWN}/een.md": later("Een", "2 december 2026")})
    two = branch(story, "weg-ermee", {f"{TOWN}/twee.md": later("Twee", "3 december 2026")})
    three = branch(story, "fork", {f"{TOWN}/drie.md": later("Drie", "4 december 2026")})
    story.git("update-ref", "refs/pull/12/head", one)
    story.git("update-ref", "refs/pull/12/merge", one)
    story.git("update-ref", "refs/merge-requests/7/head", two)
    story.git("update-ref", "refs/remotes/buren/main", three)
    for name in ("weg-ermee", "fork"):
        story.git("branch", "--quiet", "-D", name)
    assert [each.name for each in queue(story).waiting] == ["voorstel 12", "voorstel 7", "buren/main"]


def test_main_branch_at_the_origin_counts_as_well(story: Story) -> None:
    branch(story, "inzending/klaar", {f"{TOWN}/breien.md": koffie("Breien")})
    story.git("update-ref", "refs/remotes/origin/main", "inzending/klaar")
    story.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    assert queue(story).waiting == ()


def test_what_was_taken_over_with_another_commit_waits_no_longer(story: Story) -> None:
    branch(story, "geplet", {f"{TOWN}/breien.md": koffie("Breien")})
    story.commit({f"{TOWN}/breien.md": koffie("Breien")})
    assert queue(story) == Queue(())


def test_work_that_goes_on_in_the_main_branch_is_not_told_of_a_branch(story: Story) -> None:
    branch(story, "tak", {f"{TOWN}/breien.md": koffie("Breien")})
    story.commit({f"{TOWN}/lezen.md": koffie("Lezen"), f"{TOWN}/koffie.md": koffie("Thee")})
    assert shown(only(story)) == [("nieuw", "Breien", date(2026, 12, 1))]


def test_branch_without_activities_is_counted(story: Story) -> None:
    branch(story, "code", {"../Makefile": "x"})
    branch(story, "plek", {"locaties/zolder.yaml": "naam: Zolder\n"})
    branch(story, "leeg", {})
    assert (queue(story).waiting, queue(story).besides) == ((), 1)


def test_faults_are_counted(story: Story) -> None:
    branch(story, "fout", {
        f"{TOWN}/een.md": koffie(place="nergens"),
        f"{TOWN}/twee.md": "geen kop",
        f"{TOWN}/drie.md": koffie(more="afbeelding: {bestand: weg.png, alt: Niets}\n"),
        f"{TOWN}/vier.md": koffie("Goed"),
    })  # fmt: skip
    found = only(story)
    assert (found.faults, sorted(shown(found), key=str)) == (3, [
        ("nieuw", "", None), ("nieuw", "", None), ("nieuw", "", None), ("nieuw", "Goed", date(2026, 12, 1)),
    ])  # fmt: skip


def test_place_that_comes_along_in_the_branch_is_known(story: Story) -> None:
    place = "naam: Zolder\nsoort: vestiging\ngemeente: papendrecht\nplaats: Papendrecht\n"
    branch(story, "plek", {"locaties/zolder.yaml": place, f"{TOWN}/een.md": koffie("Boven", place="zolder")})
    assert (only(story).faults, shown(only(story))) == (0, [("nieuw", "Boven", date(2026, 12, 1))])


def test_picture_that_comes_along_in_the_branch_is_known(story: Story) -> None:
    picture = (Path(__file__).parents[2] / "examples/basis/content/activiteiten/dorp/koffie.png").read_bytes()
    (story.content / TOWN / "x.png").write_bytes(picture)
    branch(story, "plaatje", {f"{TOWN}/een.md": koffie(more="afbeelding: {bestand: x.png, alt: Thee}\n")})
    assert only(story).faults == 0


@pytest.mark.parametrize("reference_files", [{"organisatie.yaml": None}, {"gemeenten/papendrecht.yaml": "kapot"}])
def test_branch_that_breaks_what_is_around_has_a_fault(story: Story, reference_files: dict[str, str | None]) -> None:
    branch(story, "kapot", {**reference_files, f"{TOWN}/een.md": koffie("Een")})
    assert only(story).faults > 0


def test_many_files_around_are_not_read(story: Story) -> None:
    many = {f"partners/p-{number}.yaml": "naam: P\n" for number in range(201)}
    branch(story, "veel", {**many, f"{TOWN}/een.md": koffie("Een")})
    assert (only(story).faults, shown(only(story))) == (1, [("nieuw", "Een", date(2026, 12, 1))])


def test_odd_files_are_faults_and_are_not_opened(story: Story, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text(koffie("Geheim"), encoding="utf-8")
    folder = story.content / TOWN
    story.git("checkout", "--quiet", "-b", "gek", "main")
    (folder / "koppeling.md").symlink_to(secret)
    story.commit({
        f"{TOWN}/Gekke Naam.md": koffie("Naam"),
        f"{TOWN}/{'a' * (LONGEST + 1)}.md": koffie("Lang"),
        "activiteiten/elders/een.md": koffie("Elders"),
        f"{TOWN}/groot.md": koffie(body="x" * 300_000),
        f"{TOWN}/::add-mask::x\u202e.md": koffie("Kwaad"),
        f"{TOWN}/_voorbeeld.md": koffie("Voorbeeld"),
        f"{TOWN}/goed.md": koffie("Goed"),
    })  # fmt: skip
    story.git("checkout", "--quiet", "main")
    found = only(story)
    assert [each.path for each in found.items] == [f"content/{TOWN}/goed.md", f"content/{TOWN}/groot.md"]
    assert (found.faults, [each.name for each in found.items]) == (6, ["Goed", ""])


def test_thousands_of_files_are_cut_off(story: Story) -> None:
    files: dict[str, str | None] = {
        f"{TOWN}/a-{number}.md": koffie(f"Nummer {number}") for number in range(MOST_FILES + 7)
    }
    branch(story, "veel", files)
    found = only(story)
    assert (len(found.items), found.unread, found.is_over) == (MOST_FILES, 7, False)


def test_only_the_newest_of_many_branches_are_read(story: Story) -> None:
    for number in range(4):
        branch(story, f"tak-{number}", {f"{TOWN}/een.md": koffie(f"Nummer {number}")})
    found, left_out = References(Repository(story.content), "main").waiting(most=2)
    assert ([each.name for each in found], left_out) == (["tak-3", "tak-2"], 2)


@pytest.mark.parametrize("time", [0, 4_000_000_000])
def test_made_up_date_of_a_commit_is_no_day_after_today(story: Story, time: int) -> None:
    branch(story, "klok", {f"{TOWN}/een.md": koffie("Een")}, time=time)
    assert only(story).since == min(datetime.fromtimestamp(time, UTC).date(), TODAY)


def test_branch_of_another_history_is_left_alone(story: Story) -> None:
    story.git("checkout", "--quiet", "--orphan", "anders")
    story.commit({f"{TOWN}/een.md": koffie("Een")})
    story.git("checkout", "--quiet", "main")
    assert queue(story) == Queue(())


def test_files_on_the_disk_and_hooks_have_no_say(story: Story) -> None:
    branch(story, "tak", {f"{TOWN}/breien.md": koffie("Breien"), "../.gitattributes": "*.md filter=kwaad diff=kwaad\n"})
    story.git("config", "filter.kwaad.smudge", "touch GEBEURD")
    story.git("config", "diff.kwaad.textconv", "touch GEBEURD")
    story.write({f"{TOWN}/koffie.md": "stuk"})
    before = story.git("status", "--porcelain")
    assert shown(only(story)) == [("nieuw", "Breien", date(2026, 12, 1))]
    assert story.git("status", "--porcelain") == before
    assert not (story.root / "GEBEURD").exists()


def test_without_its_history_it_is_refused(story: Story, tmp_path: Path) -> None:
    story.git("clone", "--quiet", "--depth=1", f"file://{story.root}", str(tmp_path / "ondiep"))
    with pytest.raises(ShallowHistory):
        read_queue(tmp_path / "ondiep" / "content", network(), TODAY)
    (tmp_path / "los" / "content").mkdir(parents=True)
    with pytest.raises(NoRepository):
        read_queue(tmp_path / "los" / "content", network(), TODAY)


def test_repository_without_a_commit_has_no_queue(tmp_path: Path) -> None:
    told = Story(tmp_path / "nieuw")
    told.content.mkdir()
    assert queue(told) == Queue(())
