"""Of which proposal a preview is: what the workflow says of it is judged before it comes on a page."""

from __future__ import annotations

import pytest

from meedoen.outputs.site_build import ProposalLabel
from meedoen.publishing.proposal_label import InvalidLabel, read_proposal_label

COMMIT = "4f2c9ab0d1" * 4


def test_number_and_the_start_of_the_commit() -> None:
    assert read_proposal_label("12", COMMIT, preview=True) == ProposalLabel("12", "4f2c9ab")


def test_nothing_named_is_no_trial() -> None:
    assert read_proposal_label("", "", preview=False) is None


@pytest.mark.parametrize("number", ["", "0", "12a", "-1", "<b>1</b>", "1" * 11, "12\n"])
def test_number_that_is_none(number: str) -> None:
    with pytest.raises(InvalidLabel, match="MEEDOEN_VOORSTEL"):
        read_proposal_label(number, COMMIT, preview=True)


@pytest.mark.parametrize("commit", ["", "main", "4F2C9AB", "4f2c9a", "a" * 65, "4f2c9ab\n", "<script>"])
def test_commit_that_is_none(commit: str) -> None:
    with pytest.raises(InvalidLabel, match="MEEDOEN_COMMIT"):
        read_proposal_label("12", commit, preview=True)


def test_proposal_is_never_published() -> None:
    with pytest.raises(InvalidLabel, match=r"pelicanconf\.py"):
        read_proposal_label("12", COMMIT, preview=False)
