"""Of which proposal a preview is, as the settings or the environment of one run say it."""

from __future__ import annotations

import re

from meedoen.language.wording import quote
from meedoen.outputs.site_build import ProposalLabel

_NUMBER = re.compile(r"[1-9][0-9]{0,9}\Z")
_COMMIT = re.compile(r"[0-9a-f]{7,64}\Z")
_SHOWN = 7


class InvalidLabel(Exception):
    """What was given is no proposal, or this build is not a preview; the text says what to do."""


def read_proposal_label(number: str, commit: str, *, preview: bool) -> ProposalLabel | None:
    """Takes the number and the commit of a proposal; gives the proposal of MEEDOEN_VOORSTEL and MEEDOEN_COMMIT; None
    when none is named. Raises InvalidLabel.
    """
    if not number and not commit:
        return None
    if not _NUMBER.match(number):
        raise InvalidLabel(f"MEEDOEN_VOORSTEL is {quote(number)}. Typ het nummer van het voorstel, zoals: 12")
    if not _COMMIT.match(commit):
        raise InvalidLabel(f"MEEDOEN_COMMIT is {quote(commit)}. Typ het kenmerk van een commit, zoals: 4f2c9ab")
    if not preview:
        raise InvalidLabel("Een voorstel komt niet online. Maak het voorbeeld met pelicanconf.py.")
    return ProposalLabel(number, commit[:_SHOWN])
