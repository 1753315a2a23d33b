"""A partner that sends what belongs to another organiser."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from tests.builders import REFERENCE_FILES, reference_files
from tests.proposals import FOLDER, proposed

from meedoen.agenda.network_reader import read_network
from meedoen.programme.network import Network
from meedoen.review.ownership import foreign_files, senders

TALK = "organisator: taalhuis\n"


@cache
def around() -> Network:
    """The network of the builders in which the Taalhuis has accounts and a folder of its own."""
    partner = (
        REFERENCE_FILES["partners/taalhuis"] + 'accounts: ["@Taalhuis", taal/balie]\neigen-map: papendrecht/taalhuis\n'
    )
    found, problems = read_network(reference_files(partners__taalhuis=partner))
    assert problems == ()
    assert found is not None
    return found


def said(header: str, before: str | None = None, *, sender: str = "taalhuis", folder: str = FOLDER) -> list[str]:
    """What is said of a proposal by this account."""
    proposal = proposed("nieuw", header, before=before, sender=sender, around=around(), folder=folder)
    return [each.problem.message for each in foreign_files(proposal)]


@pytest.mark.parametrize(
    ("header", "before", "messages"),
    [
        ("", None, ["“Taalhuis” stuurt dit in, maar de organisator is “Bibliotheek”."]),
        ("prijs: gratis", "", ["“Taalhuis” verandert dit, maar de organisator is “Bibliotheek”."]),
        # Who makes itself the organiser, or somebody who helps, in the same proposal.
        (TALK, "", ["“Taalhuis” verandert dit, maar de organisator is “Bibliotheek”."]),
        ("met: taalhuis", "", ["“Taalhuis” verandert dit, maar de organisator is “Bibliotheek”."]),
        (TALK, None, []),
        (f"{TALK}prijs: gratis", TALK, []),
        ("prijs: gratis", "met: taalhuis", []),
    ],
)
def test_file_of_another_organiser(header: str, before: str | None, messages: list[str]) -> None:
    assert said(header, before) == messages


def test_own_folder_is_its_own() -> None:
    assert said("", folder=f"{FOLDER}taalhuis/") == []
    assert len(said("", folder=f"{FOLDER}taalhuis-2/")) == 1


def test_removal_is_said_as_such() -> None:
    proposal = proposed("nieuw", "", before="", sender="taalhuis", around=around())
    (change,) = proposal.changes
    (found,) = foreign_files(replace(proposal, changes=(replace(change, after=None, gone=True),)))
    assert found.problem.message == "“Taalhuis” haalt dit weg, maar de organisator is “Bibliotheek”."


@pytest.mark.parametrize("sender", ["@TAALHUIS", "taalhuis", "taal/balie"])
def test_account_of_a_partner_is_known_however_it_is_written(sender: str) -> None:
    assert [each.slug for each in senders(around(), sender)] == ["taalhuis"]


@pytest.mark.parametrize("sender", ["", "@", "balie", "taalhuis2", "iemand\n"])
def test_others_are_no_partner(sender: str) -> None:
    assert senders(around(), sender) == ()
    assert said("", sender=sender) == []
