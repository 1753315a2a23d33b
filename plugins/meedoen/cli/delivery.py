"""Where files from a mail go: on a branch, in a patch, or nowhere. Each way says what happened and how to go on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from meedoen.content.content_tree import Tree
from meedoen.git.branches import Branches
from meedoen.language.wording import count
from meedoen.mailbox.patch import patch
from meedoen.mailbox.submission import Submission

Delivery = Callable[[Sequence[Submission]], tuple[str, list[str]]]
"""From the good files of one mail to the place where they are now, and what to say of it."""


def deliver_nothing(submissions: Sequence[Submission]) -> tuple[str, list[str]]:
    """Takes the files of a mail; gives what would have been saved, and no place."""
    lines: list[str] = []
    for each in submissions:
        lines += [f"Dit zou {each.path} worden:", "", *(f"    {line}" for line in each.text.rstrip().split("\n")), ""]
    return "", lines


def deliver_branch(branches: Branches, who: tuple[str, str], today: date) -> Delivery:
    """Takes the branches, the author and today; gives what puts the files of a mail on a branch of their own."""

    def deliver(submissions: Sequence[Submission]) -> tuple[str, list[str]]:
        branch = branches.free(today.isoformat(), _slug(submissions))
        branches.add(branch, {each.path: each.text for each in submissions}, _subject(submissions), who)
        return branch, [
            f"Klaargezet op de tak {branch}:",
            *(f"  {each.path}" for each in submissions),
            f"  Bekijken:         git show {branch}",
            f"  Versturen:        git push origin {branch}",
            f"  Ongedaan maken:   git branch -D {branch}",
        ]

    return deliver


def deliver_patch(target: str, tree: Tree, who: tuple[str, str], when: datetime) -> Delivery:
    """Takes the path of a patch (`-` is the screen), the author and when; gives what adds the files of a mail to it."""

    def deliver(submissions: Sequence[Submission]) -> tuple[str, list[str]]:
        files = {each.path: (_before(tree, each), each.text) for each in submissions}
        text = patch(files, _subject(submissions), who, when)
        if target == "-":
            sys.stdout.write(text)
        else:
            with Path(target).open("a", encoding="utf-8", newline="\n") as file:
                file.write(text)
        name = "patch.txt" if target == "-" else target
        return "de patch", [
            f"In de patch: {count(len(submissions), 'bestand', 'bestanden')}.",
            *(f"  {each.path}" for each in submissions),
            f"  Gebruiken:        git am {name}",
            "  Ongedaan maken:   git reset --keep HEAD~1",
        ]

    return deliver


def _before(tree: Tree, submission: Submission) -> str | None:
    if not submission.change:
        return None
    return next(tree.read([submission.path])).data.decode("utf-8", "replace")


def _slug(submissions: Sequence[Submission]) -> str:
    return Path(submissions[0].path).stem


def _subject(submissions: Sequence[Submission]) -> str:
    """Names of files only: what somebody wrote has no place in the history of the project."""
    word = "Wijziging" if all(each.change for each in submissions) else "Inzending"
    names = ["/".join(each.path.removesuffix(".md").split("/")[2:]) for each in submissions]
    return f"{word}: {names[0]}" + (f" en nog {len(names) - 1}" if len(names) > 1 else "")
