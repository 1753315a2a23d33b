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
LIMITS = {"GIT_ALLOC_LIMIT": "128m"}
"""What Git may hold at once of what strangers made: it gives up rather than hold more than we ask for."""
PATIENCE = 60.0
"""Seconds for one question about what strangers made."""


class GitFailed(Exception):
    """Git is there, but did not answer; the text says what it said."""


class Git:
    """Git in one folder. No hooks, no locks, nothing fetched; what steers it in the environment is dropped.

    `variables` are added to the environment; after `patience` seconds a question has failed.
    """

    def __init__(self, folder: Path, variables: Mapping[str, str] | None = None, patience: float | None = None) -> None:
        self.folder = folder
        self._variables = dict(variables or {})
        self._patience = patience

    def ask(self, *arguments: str) -> str:
        """Takes a question; gives the answer as text. Raises GitFailed."""
        return self.run(arguments).decode("utf-8", "replace")

    def run(
        self,
        arguments: Sequence[str],
        input_bytes: bytes = b"",
        *,
        accept: Sequence[int] = (0,),
        more: Mapping[str, str] | None = None,
    ) -> bytes:
        """Takes a question and what it reads; gives the answer. Raises GitFailed for an exit code not accepted."""
        with self.start(arguments, input_bytes, errors=subprocess.PIPE, more=more) as process:
            try:
                answer, errors = process.communicate(timeout=self._patience)
            except subprocess.TimeoutExpired as error:
                process.kill()
                raise GitFailed(str(error)) from error
        if process.returncode not in accept:
            raise GitFailed(errors.decode("utf-8", "replace").strip().partition("\n")[0])
        return answer

    def start(
        self,
        arguments: Sequence[str],
        input_bytes: bytes | None = None,
        *,
        errors: int = subprocess.DEVNULL,
        more: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Takes a question and what it reads; gives the process. Without anything to read it reads from a pipe.

        What it reads stands in a file: a pipe that is read and written by turns could lock up. Raises GitFailed.
        """
        asked, pipe = ["git", "-C", str(self.folder), *_COMMON, *arguments], subprocess.PIPE
        variables = self._environment(more or {})
        with tempfile.TemporaryFile() as questions:
            questions.write(input_bytes or b"")
            questions.seek(0)
            source = pipe if input_bytes is None else questions
            try:
                return subprocess.Popen(asked, stdin=source, stdout=pipe, stderr=errors, env=variables)  # noqa: S603 - fixed verbs, names from git itself or behind --end-of-options
            except OSError as error:
                raise GitFailed(str(error)) from error

    def _environment(self, more: Mapping[str, str]) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        return {**kept, **_QUIET, **self._variables, **more}


def is_within_repository(folder: Path) -> bool:
    """Takes a folder; gives whether this folder or one above it has a repository, without asking Git, which would look
    further.
    """
    whole = folder.resolve()
    return any((each / ".git").exists() for each in (whole, *whole.parents))
