"""Hints about a partner that sends what belongs to another organiser."""

from __future__ import annotations

from collections.abc import Iterator

from meedoen.language.problems import Problem
from meedoen.language.wording import list_of, quote
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.programme.partner import Partner
from meedoen.review.hint import Hint
from meedoen.review.proposal import Proposal

ROOT = "content/activiteiten/"


def foreign_files(proposal: Proposal) -> Iterator[Hint]:
    """Takes a proposal; gives a hint for each activity that the partner who sends it neither organises nor helps with.

    Not for what stands in a folder of its own.
    """
    partners = senders(proposal.trusted, proposal.sender)
    if not partners:
        return
    who = list_of([quote(each.name) for each in partners], "of")
    for change in proposal.changes:
        known = change.before or change.after
        if known is None or _is_of(known, partners) or is_own_folder(change.path, partners):
            continue
        what = "stuurt dit in" if change.is_new else "haalt dit weg" if change.gone else "verandert dit"
        yield Hint(Problem(
            proposal.place(change.path, "organisator", "titel"), "andermans-bestand",
            f"{who} {what}, maar de organisator is {quote(known.organizer.name)}.",
            "Vraag na of het is afgesproken. Organiseren ze het samen? Vraag dan om een regel met: met: "
            f"{partners[0].slug}"))  # fmt: skip


def senders(network: Network, account: str) -> tuple[Partner, ...]:
    """Takes the network and an account; gives the partners whose account it is.

    To a forge capitals make no difference.
    """
    name = account.removeprefix("@").casefold()
    if not name:
        return ()
    return tuple(each for each in network.partners.values() if any(name == one[1:].casefold() for one in each.accounts))


def is_own_folder(path: str, partners: tuple[Partner, ...]) -> bool:
    """Takes a path and partners; gives whether the file stands in a folder in which one of them may judge itself."""
    return any(path.startswith(f"{ROOT}{folder}/") for each in partners for folder in each.own_folders)


def _is_of(activity: Activity, partners: tuple[Partner, ...]) -> bool:
    those = {activity.organizer.slug, *(each.slug for each in activity.partners)}
    return any(each.slug in those for each in partners)
