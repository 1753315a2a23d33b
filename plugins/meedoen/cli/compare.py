"""`meedoen vergelijk`: what subscribers will notice when one published output takes the place of another."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.cli.findings import FORMATS, write_findings
from meedoen.guard.kinds import FAULT
from meedoen.guard.output_comparison import compare

EPILOG = """voorbeelden:
  meedoen vergelijk output.online output                       wat verandert er voor abonnees?
  meedoen vergelijk output.online output --stil                alleen wat ze kwijtraken
  meedoen vergelijk output.online output --formaat github      voor een workflow
  meedoen vergelijk output.online output --mag-weg papendrecht-taalcafe
                                                               deze activiteit is met opzet weg
  meedoen vergelijk output.online output --mag-weg dordrecht/thema/taal.ics
                                                               dit adres is met opzet weg

Achter --mag-weg hoort: het kenmerk van een activiteit, een bestand in content, het adres van een agenda of de map
van een site. Je mag het vaker opgeven.

uitkomst: 0 het kan online, 1 abonnees raken iets kwijt, 2 verkeerd gebruikt
"""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `vergelijk` to the command."""
    parser = commands.add_parser(
        "vergelijk",
        help="kijk wat abonnees merken van een nieuwe versie",
        description="Vergelijkt de agenda's die online staan met de nieuwe, en zegt wat abonnees daarvan merken.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("oud", type=Path, metavar="OUD", help="de map met wat nu online staat")
    parser.add_argument("nieuw", type=Path, metavar="NIEUW", help="de map met wat online gaat")
    parser.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    parser.add_argument(
        "--mag-weg", action="append", default=[], metavar="WAT", help="dit is met opzet weg (mag vaker)"
    )
    parser.add_argument(
        "--formaat", choices=FORMATS, default="tekst", help="hoe het verslag eruitziet (normaal: tekst)"
    )
    parser.add_argument("--stil", action="store_true", help="zeg alleen wat er fout is")
    parser.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="MAP",
        help="de map met de inhoud, om het bestand te noemen (normaal: content)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; compares and reports. Gives the exit code."""
    for folder in (options.oud, options.nieuw):
        if not folder.is_dir():
            sys.stderr.write(
                f"De map {folder} is er niet. Geef eerst de map van de oude versie, dan die van de nieuwe.\n"
            )
            return 2
    findings = compare(
        options.oud, options.nieuw, options.datum or today, allowed=options.mag_weg, content=options.content
    )
    if findings is None:
        sys.stderr.write(f"In {options.oud} staan geen agenda's. Dit is de eerste keer: er is niets te vergelijken.\n")
    write_findings(findings or [], sys.stdout, form=options.formaat, quiet=options.stil or findings is None)
    return 1 if any(each.level == FAULT for each in findings or ()) else 0
