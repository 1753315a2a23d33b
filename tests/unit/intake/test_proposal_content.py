"""What a proposal makes of the content: as a merge would, within limits, and nothing lost of what others did since."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repositories import Story

from meedoen.content.layout import LARGEST_TEXT
from meedoen.git.objects import Objects
from meedoen.intake.proposal_content import NoMeeting, ProposalContent, read_proposal_content

DORP = "activiteiten/dorp"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A village with two activities, and a branch for a proposal."""
    told = Story(tmp_path / "verhaal")
    told.commit({f"{DORP}/koffie.md": "koffie", f"{DORP}/lezen.md": "lezen", f"{DORP}/school/rekenen.md": "rekenen"})
    told.git("branch", "voorstel")
    return told


def propose(story: Story, files: dict[str, str | None]) -> ProposalContent:
    """What comes of these changes on the branch, for the main branch as it is."""
    story.git("checkout", "--quiet", "voorstel")
    story.commit(files)
    story.git("checkout", "--quiet", "main")
    return taken(story)


def taken(story: Story) -> ProposalContent:
    with Objects(story.content) as objects:
        found = read_proposal_content(objects, story.git("rev-parse", "voorstel"), story.git("rev-parse", "main"))
        assert dict(found.files(objects)).keys() == {*found.own, *found.kept}
        return found


def test_new_changed_and_removed(story: Story) -> None:
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw", f"{DORP}/koffie.md": "thee", f"{DORP}/lezen.md": None})
    assert found.own == {f"{DORP}/nieuw.md": b"nieuw", f"{DORP}/koffie.md": b"thee"}
    assert (set(found.kept), found.removed, found.refused) == ({f"{DORP}/school/rekenen.md"}, 1, ())


def test_what_others_did_since_stays(story: Story) -> None:
    story.commit({f"{DORP}/later.md": "later", f"{DORP}/koffie.md": "verse koffie", f"{DORP}/lezen.md": None})
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw"})
    assert set(found.own) == {f"{DORP}/nieuw.md"}
    assert set(found.kept) == {f"{DORP}/later.md", f"{DORP}/koffie.md", f"{DORP}/school/rekenen.md"}


def test_file_that_both_changed_is_shown_as_proposed(story: Story) -> None:
    story.commit({f"{DORP}/koffie.md": "verse koffie"})
    found = propose(story, {f"{DORP}/koffie.md": "thee"})
    assert found.own == {f"{DORP}/koffie.md": b"thee"}
    assert f"{DORP}/koffie.md" not in found.kept


def test_folder_that_goes_away_takes_along_what_was_in_it_and_no_more(story: Story) -> None:
    story.commit({f"{DORP}/school/later.md": "later"})
    found = propose(story, {f"{DORP}/school/rekenen.md": None})
    assert set(found.kept) == {f"{DORP}/koffie.md", f"{DORP}/lezen.md", f"{DORP}/school/later.md"}
    assert found.removed == 1


def test_file_in_the_place_of_a_folder_and_the_other_way_round(story: Story) -> None:
    story.commit({f"{DORP}/nieuw.md/x.md": "x", f"{DORP}/map": "een bestand zonder einde"})
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw", f"{DORP}/map/y.md": "y"})
    assert set(found.own) == {f"{DORP}/nieuw.md", f"{DORP}/map/y.md"}
    assert {f"{DORP}/nieuw.md/x.md", f"{DORP}/map"}.isdisjoint(found.kept)


def test_odd_names_that_were_there_already_are_left_behind(story: Story) -> None:
    story.commit({f"{DORP}/a\\b.md": "x", f"{DORP}/.verborgen.md": "x", f"{DORP}/_klad.md": "x"})
    (story.content / DORP / "koppeling.md").symlink_to("koffie.md")
    story.commit()
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw"})
    assert set(found.kept) == {f"{DORP}/koffie.md", f"{DORP}/lezen.md", f"{DORP}/school/rekenen.md"}


def test_content_that_is_gone_altogether(story: Story) -> None:
    files: dict[str, str | None] = dict.fromkeys((f"{DORP}/koffie.md", f"{DORP}/lezen.md", f"{DORP}/school/rekenen.md"))
    found = propose(story, files)
    assert (found.own, found.kept, found.removed) == ({}, {}, 3)


def test_rest_of_the_repository_is_named_and_left(story: Story) -> None:
    story.git("checkout", "--quiet", "voorstel")
    (story.root / "publishconf.py").write_text("import os", encoding="utf-8")
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw"})
    assert (found.elsewhere, set(found.own)) == (("publishconf.py",), {f"{DORP}/nieuw.md"})


def test_content_that_stands_deeper_in_the_repository(tmp_path: Path) -> None:
    story = Story(tmp_path / "verhaal")
    story.content = story.root / "drenthe" / "content"
    story.commit({f"{DORP}/koffie.md": "koffie"})
    story.git("branch", "voorstel")
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw"})
    assert (set(found.own), set(found.kept), found.elsewhere) == ({f"{DORP}/nieuw.md"}, {f"{DORP}/koffie.md"}, ())


def test_content_that_is_the_top_of_the_repository(tmp_path: Path) -> None:
    story = Story(tmp_path / "inhoud")
    story.content = story.root
    story.commit({f"{DORP}/koffie.md": "koffie"})
    story.git("branch", "voorstel")
    found = propose(story, {f"{DORP}/nieuw.md": "nieuw"})
    assert (set(found.own), set(found.kept)) == ({f"{DORP}/nieuw.md"}, {f"{DORP}/koffie.md"})


@pytest.mark.parametrize(("number", "rules"), [(50, []), (51, ["te-veel-bestanden"])])
def test_fifty_files_are_enough(number: int, rules: list[str], story: Story) -> None:
    found = propose(story, {f"{DORP}/nieuw-{each}.md": "nieuw" for each in range(number)})
    assert ([each.rule for each in found.refused], len(found.own)) == (rules, 0 if rules else number)


@pytest.mark.parametrize(("more", "rules"), [(0, []), (1, ["bestand-te-groot"])])
def test_text_may_be_this_large(more: int, rules: list[str], story: Story) -> None:
    found = propose(story, {f"{DORP}/nieuw.md": "x" * (LARGEST_TEXT + more)})
    assert [each.rule for each in found.refused] == rules


def test_names_that_differ_in_capitals_alone(story: Story) -> None:
    found = propose(story, {f"{DORP}/Foto.jpg": "a", f"{DORP}/foto.jpg": "b"})
    assert [(each.path, each.rule) for each in found.refused] == [(f"content/{DORP}/foto.jpg", "naam-bestaat-al")]
    assert set(found.own) == {f"{DORP}/Foto.jpg"}


def test_proposal_from_elsewhere_has_no_meeting(story: Story) -> None:
    story.git("checkout", "--quiet", "--orphan", "los")
    story.commit({f"{DORP}/nieuw.md": "nieuw"})
    story.git("branch", "--force", "voorstel", "los")
    with pytest.raises(NoMeeting):
        taken(story)
