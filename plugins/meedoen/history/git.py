"""Git as a program that answers questions: alike for everybody, whatever the environment or a hook would want."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_COMMON = ("--no-pager", "--no-replace-objects", "-c", "core.quotePath=off", "-c", "diff.renameLimit=2000",
           "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")  # fmt: skip
_QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


class GitFailed(Exception):
    """Git is there, but did not answer; the text says what it said."""


class Git:
    """Git in one folder. No hooks, no locks, nothing fetched; what steers it in the environment is dropped."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, *arguments: str) -> str:
        """What it answers, as text."""
        return self.run(arguments).decode("utf-8", "replace")

    def run(
        self,
        arguments: Sequence[str],
        input_bytes: bytes = b"",
        *,
        accept: Sequence[int] = (0,),
        more: Mapping[str, str] | None = None,
    ) -> bytes:
        """What it answers to these questions. Raises GitFailed for an exit code that is not accepted."""
        with self.start(arguments, input_bytes, more=more) as process:
            answer, errors = process.communicate()
        if process.returncode not in accept:
            raise GitFailed(errors.decode("utf-8", "replace").strip().partition("\n")[0])
        return answer

    def start(
        self, arguments: Sequence[str], input_bytes: bytes = b"", *, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Git with its questions in a file: a pipe that is read and written by turns could lock up."""
        asked, pipe = command(self.folder, arguments), subprocess.PIPE
        with tempfile.TemporaryFile() as questions:
            questions.write(input_bytes)
            questions.seek(0)
            try:
                return subprocess.Popen(asked, stdin=questions, stdout=pipe, stderr=pipe, env=environment(more))  # noqa: S603 - fixed verbs, names from git itself
            except OSError as error:
                raise GitFailed(str(error)) from error


def command(folder: Path, arguments: Sequence[str]) -> list[str]:
    """How Git is called in this folder, whoever does it."""
    return ["git", "-C", str(folder), *_COMMON, *arguments]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what steers Git in it, and with what keeps it quiet."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return kept | _QUIET | dict(more or {})


def is_within_repository(folder: Path) -> bool:
    """Whether this folder or one above it has a repository, without asking Git, which would look further."""
    return any((each / ".git").exists() for each in (folder, *folder.parents))
