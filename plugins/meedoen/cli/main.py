"""`meedoen`: everything that can be done from a command line, each verb in its own module."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from meedoen import __version__
from meedoen.cli import local_time
from meedoen.cli.parser import Parser

VERBS: Mapping[str, str] = {
    "controleer": "check",
    "nieuw": "new",
    "postvak": "mailbox",
    "werkvoorraad": "backlog",
    "nieuwsbrief": "newsletter",
    "lijst": "listing",
    "bekijk": "serve",
    "haal-voorstel": "fetch",
    "publiceer": "publish",
    "vergelijk": "compare",
    "dokter": "doctor",
    "cms": "cms",
    "beoordelaars": "reviewers",
    "documentatie": "documents",
    "vertalingen": "translations",
}
"""Verb → its module, in the order of the help: for writers, for reviewers, for who publishes, for developers."""


def command(verb: str = "") -> Parser:
    """Takes a verb; gives the command line with this one alone; without one with all, which takes a while to read."""
    parser = Parser(prog="meedoen", description="Maak van activiteitenbestanden een agenda voor elke gemeente.")
    parser.add_argument("--versie", action="version", version=f"meedoen {__version__}", help="laat de versie zien")
    commands = parser.add_subparsers(title="wat je kunt doen", dest="verb", metavar="WAT", required=True)
    for name in [VERBS[verb]] if verb in VERBS else VERBS.values():
        import_module(f"meedoen.cli.{name}").add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Takes the words of a call; runs one verb. Gives the exit code: 0 fine, 1 problems, 2 wrong use."""
    words = sys.argv[1:] if arguments is None else arguments
    options = command(words[0] if words else "").parse_args(words)
    today = local_time.now(options).date()
    try:
        result: int = options.run(options, today)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough, as `head` has. What is still to be written goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result
