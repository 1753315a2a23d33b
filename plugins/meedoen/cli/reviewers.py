"""`meedoen beoordelaars`: writes for the forge who looks after which files, or says that it is no longer right."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.wording import list_of, quote
from meedoen.programme.forge import KINDS, ForgeKind
from meedoen.programme.network import Network
from meedoen.review.reviewers import PLACES, codeowners, reviewers, rights

EPILOG = """voorbeelden:
  meedoen beoordelaars                                        schrijf CODEOWNERS opnieuw
  meedoen beoordelaars --controleer                           schrijf niets, zeg of het nog klopt
  meedoen beoordelaars --wie content/activiteiten/dorp/x.md   wie leest dit bestand mee?
  meedoen beoordelaars --soort forgejo                        als het adres niet zegt waar de bestanden staan

Wie meeleest, staat in content/organisatie.yaml (techniek, beoordelaars), in de bestanden van de gemeenten
(beoordelaars) en in die van de partners (accounts, eigen-map).

uitkomst: 0 alles klopt of is geschreven, 1 het bestand is verouderd, 2 verkeerd gebruikt
"""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `beoordelaars` to the command."""
    parser = commands.add_parser(
        "beoordelaars",
        help="schrijf wie met welke bestanden meeleest (CODEOWNERS)",
        description="Maakt van de namen in content het bestand CODEOWNERS, waarmee de plek waar de bestanden staan\n"
        "vanzelf de goede mensen vraagt om mee te lezen.",
        epilog=EPILOG,
    )
    add = parser.add_argument
    add("--controleer", action="store_true", help="schrijf niets, zeg of het bestand nog klopt")
    add("--wie", nargs="+", default=[], metavar="PAD", help="schrijf niets, zeg wie met deze bestanden meeleest")
    add("--soort", choices=KINDS, help="wat voor plek het is (normaal: wat uit het adres van de repository blijkt)")
    add("--map", type=Path, default=Path(), metavar="MAP", help="de map van het project (normaal: deze map)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options; writes the file, judges it or answers who. Gives the exit code."""
    root: Path = options.map
    network, _ = read_network(scan(root / "content").reference_files)
    if network is None:
        return _wrong("De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer")
    if options.wie:
        return _who(network, options.wie)
    forge = network.organisation.forge
    kind = cast("ForgeKind | None", options.soort) or (forge.kind if forge else None)
    if kind is None:
        return _wrong(
            f"Ik weet niet waar de bestanden staan. Zet bij repository in content/organisatie.yaml het adres, of typ "
            f"erbij: --soort {list_of(KINDS, 'of')}"
        )
    if not rights(network):
        return _wrong(
            "Er staat nergens wie meeleest. Zet in content/organisatie.yaml bijvoorbeeld:\n"
            '  techniek: ["@organisatie/techniek"]\n  beoordelaars: ["@organisatie/redactie"]'
        )
    return _written(root / PLACES[kind], PLACES[kind], codeowners(network, kind), only_look=options.controleer)


def _who(network: Network, paths: list[str]) -> int:
    for path in paths:
        accounts = reviewers(network, [path])
        sys.stdout.write(
            f"Voor {quote(path, 200)}: {list_of(accounts, 'of') if accounts else 'niemand, dat staat nergens'}\n"
        )
    return 0


def _written(place: Path, shown: str, text: str, *, only_look: bool) -> int:
    fresh = place.is_file() and place.read_text(encoding="utf-8", errors="replace") == text
    if fresh:
        sys.stdout.write(f"{shown} klopt.\n")
        return 0
    if only_look:
        sys.stdout.write(f"{shown} is verouderd.\nTyp: meedoen beoordelaars\n")
        return 1
    if place.is_symlink() or place.is_dir():
        return _wrong(f"{shown} is geen gewoon bestand. Haal het eerst weg.")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"Geschreven: {shown}\n")
    return 0


def _wrong(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
