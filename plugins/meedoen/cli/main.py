"""`meedoen`: everything that can be done from a command line, each verb in its own module."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from meedoen import __version__
from meedoen.cli import (
    backlog,
    check,
    cms,
    compare,
    doctor,
    documents,
    fetch,
    listing,
    mailbox,
    new,
    newsletter,
    publish,
    reviewers,
    serve,
    translations,
)
from meedoen.cli.parser import Parser

VERBS = (
    check,
    new,
    mailbox,
    backlog,
    newsletter,
    listing,
    serve,
    fetch,
    publish,
    compare,
    doctor,
    cms,
    reviewers,
    documents,
    translations,
)
"""The verbs in the order of the help: what writers use, then reviewers, publishers and who changes the program."""


def command() -> Parser:
    """The command line with all its verbs."""
    parser = Parser(prog="meedoen", description="Maak van activiteitenbestanden een agenda voor elke gemeente.")
    parser.add_argument("--versie", action="version", version=f"meedoen {__version__}", help="laat de versie zien")
    commands = parser.add_subparsers(title="wat je kunt doen", dest="verb", metavar="WAT", required=True)
    for verb in VERBS:
        verb.add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; the exit code: 0 fine, 1 problems, 2 wrong use."""
    options = command().parse_args(arguments)
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()
    try:
        result: int = options.run(options, today)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough, as `head` has. What is still to be written goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result
