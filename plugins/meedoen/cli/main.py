"""The command `meedoen` and its verbs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from meedoen import __version__
from meedoen.cli import check, cms, compare, documents, listing, mailbox, new, newsletter, serve, translations
from meedoen.cli.parser import Parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; the exit code: 0 fine, 1 problems, 2 wrong use."""
    parser = Parser(prog="meedoen", description="Maak van activiteitenbestanden een agenda voor elke gemeente.")
    parser.add_argument("--versie", action="version", version=f"meedoen {__version__}", help="laat de versie zien")
    commands: argparse._SubParsersAction[Any] = parser.add_subparsers(
        title="wat je kunt doen", dest="verb", metavar="WAT", required=True
    )
    check.add_parser(commands)
    new.add_parser(commands)
    mailbox.add_parser(commands)
    newsletter.add_parser(commands)
    listing.add_parser(commands)
    serve.add_parser(commands)
    compare.add_parser(commands)
    cms.add_parser(commands)
    documents.add_parser(commands)
    translations.add_parser(commands)
    options = parser.parse_args(arguments)
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()
    result: int = options.run(options, today)
    return result
