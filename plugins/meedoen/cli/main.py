"""The command `meedoen` and its verbs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

from meedoen import __version__
from meedoen.cli import check, serve


class _Parser(argparse.ArgumentParser):
    """Says in Dutch what was wrong with the call."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(f"Dit begrijp ik niet: {message}\nTyp {self.prog} --help voor uitleg.\n")
        raise SystemExit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; the exit code: 0 fine, 1 problems, 2 wrong use."""
    parser = _Parser(prog="meedoen", description="Maak van activiteitenbestanden een agenda voor elke gemeente.")
    parser.add_argument("--versie", action="version", version=f"meedoen {__version__}")
    commands = parser.add_subparsers(title="wat je kunt doen", dest="verb", metavar="WAT", required=True)
    check.add_parser(commands)
    serve.add_parser(commands)
    options = parser.parse_args(arguments)
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()
    result: int = options.run(options, today)
    return result
