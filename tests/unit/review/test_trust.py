"""A proposal that changes who may what."""

from __future__ import annotations

import pytest
from tests.builders import REFERENCE_FILES, reference_files
from tests.proposals import TODAY, proposed

from meedoen.agenda.network_reader import read_network
from meedoen.programme.network import Network
from meedoen.review.ownership import foreign_files
from meedoen.review.proposal import Proposal
from meedoen.review.reviewers import reviewers
from meedoen.review.trust import other_rights


def around(**more: str) -> Network:
    """The network of the builders with these lines below the files of this name."""
    changed = {name: REFERENCE_FILES[name.replace("__", "/")] + lines for name, lines in more.items()}
    found, problems = read_network(reference_files(**changed))
    assert problems == ()
    assert found is not None
    return found


def said(before: Network, after: Network) -> list[tuple[str, str]]:
    """path and message of each hint."""
    found = other_rights(Proposal(after, (), (), TODAY, before=before))
    return [(each.problem.place.path, each.problem.message) for each in found]


PARTNER = 'accounts: ["@taalhuis"]\neigen-map: papendrecht/taalhuis\n'


def test_names_that_come_and_go_are_told_by_file() -> None:
    after = around(
        organisatie='techniek: ["@ik"]\n',
        gemeenten__papendrecht='beoordelaars: ["@ik", "@jij"]\n',
        partners__taalhuis=PARTNER,
    )
    assert said(around(gemeenten__papendrecht='beoordelaars: ["@wij"]\n'), after) == [
        ("content/organisatie.yaml", "Dit verandert wie wat mag van “Bibliotheek”: techniek was niets, wordt “@ik”."),
        ("content/gemeenten/papendrecht.yaml",
         "Dit verandert wie wat mag van “Papendrecht”: beoordelaars was “@wij”, wordt “@ik” en “@jij”."),
        ("content/partners/taalhuis.yaml",
         "Dit verandert wie wat mag van “Taalhuis”: accounts was niets, wordt “@taalhuis”; eigen-map was niets, wordt "
         "“papendrecht/taalhuis”."),
    ]  # fmt: skip


def test_partner_that_goes_loses_its_rights() -> None:
    gone, _ = read_network(reference_files(partners__taalhuis=None))
    assert gone is not None
    assert [path for path, _ in said(around(partners__taalhuis=PARTNER), gone)] == ["content/partners/taalhuis.yaml"]
    assert said(around(), gone) == []


@pytest.mark.parametrize("lines", ["telefoon: 078 123 45 67\n", "beschrijving: Leert je praten.\n"])
def test_other_fields_give_no_rights(lines: str) -> None:
    assert said(around(), around(partners__taalhuis=lines)) == []
    assert list(other_rights(Proposal(around(), (), (), TODAY))) == []


def test_proposal_does_not_name_its_own_reviewers_nor_hide_its_sender() -> None:
    before = around(organisatie='beoordelaars: ["@wij"]\n', partners__taalhuis=PARTNER)
    mine = around(organisatie='beoordelaars: ["@ik"]\n')
    one = proposed("nieuw", "", sender="taalhuis", around=mine)
    told = Proposal(mine, one.changes, (), TODAY, one.documents, "taalhuis", before=before)
    assert reviewers(told.trusted, ["content/partners/taalhuis.yaml"]) == ("@wij",)
    assert (len(list(foreign_files(told))), len(list(foreign_files(one)))) == (1, 0)
