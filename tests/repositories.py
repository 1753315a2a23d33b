"""Real Git repositories for the tests: commits as they are told, each at its own minute."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.builders import REFERENCE_FILES

START = 1_790_000_000  # 21 September 2026
HEADER = "---\ntitel: {title}\ndatum: 1 december 2026\ntijd: {times}\nlocatie: {place}\n{more}---\n{body}\n"


def koffie(
    title: str = "Koffie",
    times: str = "10.00 - 11.00",
    more: str = "",
    body: str = "Kom langs.",
    place: str = "bibliotheek-papendrecht",
) -> str:
    """An activity file in Papendrecht."""
    return HEADER.format(title=title, times=times, more=more, body=body, place=place)


class Story:
    """A repository with a content folder, told commit by commit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self._time = START
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, given: str = "", time: int | None = None) -> str:
        """What git answers."""
        who = {"NAME": "Iemand", "EMAIL": "iemand@example.org"}
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment |= {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        moment = f"@{self._time if time is None else time} +0100"
        environment |= {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
        command = ["git", "-C", str(self.root), *arguments]
        done = subprocess.run(command, input=given.encode(), env=environment, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def reference_files(self) -> dict[str, str]:
        """The files around the activities."""
        return {f"{name}.yaml": text for name, text in REFERENCE_FILES.items()}

    def write(self, files: dict[str, str | None]) -> None:
        """Changes files in the content folder, without saving them in Git; None removes one."""
        for name, text in files.items():
            path = self.content / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def commit(self, files: dict[str, str | None] | None = None, *, time: int | None = None) -> int:
        """Writes these files and commits everything; the moment of the commit."""
        self._time += 60
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Wijziging", time=time)
        return self._time if time is None else time

    def merge(self, branch: str, *options: str) -> int:
        """Merges a branch into the current one, always with a commit; its moment."""
        self._time += 60
        self.git("merge", "--quiet", "--no-ff", "--message", "Samen", *options, branch)
        return self._time
