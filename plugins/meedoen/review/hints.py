"""What deserves the eye of a reviewer, with the reason; nothing here keeps a proposal off the site."""

from __future__ import annotations

from meedoen.language.problems import Problem
from meedoen.review.proposal import Proposal


def hints(proposal: Proposal) -> tuple[Problem, ...]:
    """The hints for this proposal, in order of place."""
    return ()
