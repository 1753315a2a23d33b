"""The command `meedoen` and its verbs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from meedoen import __version__
from meedoen.cli import check, cms, compare, documents, fetch, mailbox, new, serve, translations
from meedoen.cli.parser import Parser


def command() -> Parser:
    """The command line with all its verbs."""
    parser = Parser(prog="meedoen", description="Maak van activiteitenbestanden een agenda voor elke gemeente.")
    parser.add_argument("--versie", action="version", version=f"meedoen {__version__}", help="laat de versie zien")
    commands: argparse._SubParsersAction[Any] = parser.add_subparsers(
        title="wat je kunt doen", dest="verb", metavar="WAT", required=True
    )
    check.add_parser(commands)
    fetch.add_parser(commands)
    new.add_parser(commands)
    mailbox.add_parser(commands)
    serve.add_parser(commands)
    compare.add_parser(commands)
    cms.add_parser(commands)
    documents.add_parser(commands)
    translations.add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; the exit code: 0 fine, 1 problems, 2 wrong use."""
    options = command().parse_args(arguments)
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()
    result: int = options.run(options, today)
    return result
