"""Workflow commands of GitHub, which show a message beside a file; escaped, so that no text becomes a command."""

from __future__ import annotations

import re

MOST = 9  # GitHub shows ten of a kind for a step and drops the rest silently
OLD_COMMAND = "##["  # the runner obeys this anywhere in a line, so no log may hold it
_COMMAND = re.compile(r"^(\s*:)(?=:)", re.MULTILINE)


def data(text: str) -> str:
    """Takes text; gives it as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Takes text; gives it as the value of a property of a command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def harmless(text: str) -> str:
    """Takes text of others; gives it for a log, so that none of its lines is a command."""
    return _COMMAND.sub(r"\1 ", text).replace(OLD_COMMAND, "# #[")
