"""Who must look at a file, by the rights in the content; and the same as a CODEOWNERS file for each kind of forge.

One table, `rights`, is behind both: the summary of a proposal and the forge can't disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meedoen.programme.forge import ForgeKind
from meedoen.programme.network import Network
from meedoen.review.proposal import Proposal

ACTIVITIES = "content/activiteiten/"
# What decides about addresses, calendars and rights; in these files one wrong sign touches every site.
_OF_TECHNICIANS = ("content/organisatie.yaml", "content/gemeenten/")
SHARED = (
    "activiteiten/regio", "kalender", "locaties", "nieuwsbrieven", "paginas", "partners", "projecten",
    "woordenlijsten",
)  # fmt: skip
"""The folders of the content that are not of one municipality, nor of the technicians."""
_MADE = """# Wie meeleest met welke bestanden.
# Gemaakt met `meedoen beoordelaars` uit content/organisatie.yaml, content/gemeenten/ en content/partners/.
# Verander niet dit bestand, maar die bestanden.
"""
PLACES: dict[ForgeKind, str] = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    "forgejo": "CODEOWNERS",
}
"""Where each forge looks for the file."""


@dataclass(frozen=True, slots=True)
class Right:
    """Who looks after a folder (a path that ends in `/`), a file, or everything (an empty path): any one of them."""

    path: str
    owners: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Takes a path; gives whether this file is one of them."""
        return not self.path or path == self.path or path.startswith(f"{self.path.removesuffix('/')}/")


def rights(network: Network) -> tuple[Right, ...]:
    """Takes the network; gives all rights, from the whole to the part: the last that holds for a file counts."""
    return tuple(each for each in _all(network) if each.owners)


def groups(network: Network, paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Takes the network and paths (`content/…`); gives the groups of which each must look, in the order of the paths.

    One of the accounts or teams of a group is enough.
    """
    table = rights(network)[::-1]
    owners = (next((each.owners for each in table if each.holds(path)), ()) for path in paths)
    return tuple(dict.fromkeys(each for each in owners if each))


def reviewers(network: Network, paths: Iterable[str]) -> tuple[str, ...]:
    """Takes the network and paths; gives the accounts and teams that look after these, each once.

    Of a file that moves take both its paths. Empty when the content names nobody. The network is best that of the main
    branch: a proposal may name its own.
    """
    return _once(each for group in groups(network, paths) for each in group)


def paths_of(proposal: Proposal) -> tuple[str, ...]:
    """Takes a proposal; gives every file that it touches, where it is and where it was."""
    moved = (path for each in proposal.changes for path in (each.path, each.old_path) if path)
    return (*moved, *proposal.besides, *proposal.outside)


def codeowners(network: Network, kind: ForgeKind) -> str:
    """Takes the network and a kind of forge; gives the text of the CODEOWNERS file for it."""
    table = rights(network)
    lines = _expressions(table) if kind == "forgejo" else _patterns(table)
    return _MADE + "".join(f"{line}\n" for line in ("", *lines))


def _all(network: Network) -> Iterator[Right]:
    """Where nobody was named for a part, who looks after the whole does."""
    technicians = network.organisation.technicians
    shared = network.organisation.reviewers or technicians
    yield Right("", technicians)
    yield Right("content/", shared)
    yield from (Right(path, technicians or shared) for path in _OF_TECHNICIANS)
    homes = {slug: each.reviewers or shared for slug, each in network.municipalities.items()}
    yield from (Right(f"{ACTIVITIES}{slug}/", owners) for slug, owners in homes.items())
    trusted: dict[str, list[str]] = {}
    for partner in network.partners.values():
        for folder in partner.own_folders if partner.accounts else ():
            trusted.setdefault(folder, []).extend(partner.accounts)
    for folder, accounts in sorted(trusted.items()):
        yield Right(f"{ACTIVITIES}{folder}/", _once([*accounts, *homes[folder.partition("/")[0]]]))


def _once(accounts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(accounts))


def _patterns(table: Iterable[Right]) -> Iterator[str]:
    """For GitHub and GitLab: the last pattern that matches counts."""
    for right in table:
        yield f"{f'/{right.path}' if right.path else '*'} {' '.join(right.owners)}"


def _expressions(table: Iterable[Right]) -> Iterator[str]:
    """For Forgejo: expressions for the whole path, of which right one that matches counts, so that no two may.

    A folder of a partner is the exception: there the municipality may judge as well. An expression cannot leave
    something out; so what is shared in the content is named folder by folder, and a `!` is for what is no content.
    """
    for right in table:
        expression = f"{_escaped(right.path)}.*" if right.path.endswith("/") else _escaped(right.path)
        if not right.path:
            expression = "!content/.*"
        elif right.path == "content/":
            expression = f"content/({'|'.join(SHARED)})/.*"
        yield f"{expression} {' '.join(right.owners)}"


def _escaped(path: str) -> str:
    """With the backslash twice: reading the file takes one away."""
    return path.replace(".", "\\\\.")
