"""What the content was where a proposal began: the files of that commit, asked from Git and never checked out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from meedoen.content.snapshot import Snapshot
from meedoen.git.repository import GitFailed, NoRepository, Repository
from meedoen.language.wording import quote


class NoOrigin(Exception):
    """There is nothing to compare with; the message says in Dutch why, and what to do."""


class Origin:
    """The content at the last commit that a proposal and `basis` share.

    `snapshot` is what stood there then; `outside` are the paths elsewhere in the repository that the commits of the
    proposal change.
    """

    def __init__(self, content: Path, basis: str) -> None:
        """`basis` is a commit, branch or tag. Raises NoOrigin."""
        try:
            self._repository = Repository(content)
            self.commit = self._shared(basis)
            self.snapshot = Snapshot.of(self._repository, self.commit)
            self.outside = tuple(self._elsewhere())
        except NoRepository as error:
            message = "Deze map staat niet in Git. Dan is er niets om mee te vergelijken."
            raise NoOrigin(f"{message}\nTyp zonder --alleen-gewijzigd: meedoen controleer") from error
        except GitFailed as failure:
            raise no_answer(failure) from failure

    def _shared(self, basis: str) -> str:
        """The last commit that HEAD and `basis` share."""
        repository = self._repository
        other, head = repository.commit(basis), repository.head
        if other is None or head is None:
            raise NoOrigin(_unknown("HEAD" if other else basis, shallow=repository.is_shallow))
        shared = repository.meeting(other, head)
        if shared is None:
            raise NoOrigin(_apart(basis, shallow=repository.is_shallow))
        return shared

    def _elsewhere(self) -> Iterator[str]:
        # Without --relative: from the top of the repository.
        asked = ("diff-tree", "-r", "-z", "--name-only", "--no-renames", self.commit, "HEAD")
        for name in self._repository.git.run(asked).decode("utf-8", "surrogateescape").split("\0"):
            if name and not name.startswith(self._repository.prefix):
                yield name


def no_answer(failure: GitFailed) -> NoOrigin:
    """Takes why Git did not answer; gives that there is nothing to compare with then."""
    return NoOrigin(f"Git geeft geen antwoord. Git zegt: {quote(str(failure), 200)}")


def _unknown(name: str, *, shallow: bool) -> str:
    if name == "HEAD":
        return "Er is nog niets bewaard in Git (git commit). Dan is er niets om mee te vergelijken."
    if shallow:
        return f"{quote(name)} is niet opgehaald: deze map heeft maar een deel van de geschiedenis.\n{_DEEPER}"
    return (
        f"{quote(name)} ken ik niet: het is geen tak, geen commit en geen tag in deze map.\n"
        "Haal hem eerst op met: git fetch\nEn typ dan bijvoorbeeld: --alleen-gewijzigd origin/main"
    )


def _apart(basis: str, *, shallow: bool) -> str:
    if shallow:
        reason = (
            f"Deze map heeft maar een deel van de geschiedenis. Wat er anders is dan {quote(basis)}, is niet te zien."
        )
        return f"{reason}\n{_DEEPER}"
    return (
        f"Dit heeft niets gemeen met {quote(basis)}. Kies de tak waar je voorstel bij komt, bijvoorbeeld: origin/main"
    )


_DEEPER = (
    "Haal de hele geschiedenis op met: git fetch --unshallow\n"
    "In een workflow: fetch-depth: 0 (GitHub, Forgejo) of GIT_DEPTH: 0 (GitLab)."
)
