"""`meedoen lijst`: any selection of the agenda as text, Markdown, HTML, CSV or a Word document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.cli.annotation import harmless
from meedoen.cli.newsletter_proposal import add_days, chosen_days, chosen_site, chosen_word
from meedoen.newsletter.archive_reader import names_of
from meedoen.newsletter.dateline import span_words
from meedoen.newsletter.docx import as_docx
from meedoen.newsletter.listing import Listing, as_csv, as_html, as_markdown, as_text
from meedoen.newsletter.selection import Selection, by_activity, by_day
from meedoen.programme.network import Network
from meedoen.publishing.newsletter_workspace import open_newsletter_workspace

EPILOG = """voorbeelden:
  meedoen lijst dorp                                         volgende week, als tekst
  meedoen lijst dorp --week 2026-49 --per dag                elke dag apart, voor de krant
  meedoen lijst dorp --van 2026-12-01 --tot 2026-12-31 --formaat docx --naar december.docx
  meedoen lijst dorp --doelgroep ouderen --formaat markdown  alleen voor ouderen
  meedoen lijst regio --thema taal --formaat csv             van alle gemeenten, voor een rekenblad

uitkomst: 0 gelukt, 2 verkeerd gebruikt
"""
FORMATS: dict[str, Callable[[Listing], str]] = {
    "tekst": as_text,
    "markdown": as_markdown,
    "html": as_html,
    "csv": as_csv,
}
_WORD = "docx"


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `lijst` to the command."""
    parser = commands.add_parser(
        "lijst",
        help="maak een lijst van activiteiten",
        description="Maakt een lijst van wat er is, voor een krant, een andere nieuwsbrief of een rekenblad.",
        epilog=EPILOG,
    )
    parser.add_argument("gemeente", metavar="GEMEENTE", help="de naam van het bestand van de gemeente, of regio")
    add_days(parser)
    parser.add_argument("--doelgroep", default="", metavar="WIE", help="alleen voor deze doelgroep")
    parser.add_argument("--thema", default="", metavar="WAT", help="alleen over dit thema")
    parser.add_argument("--plek", default="", metavar="WAAR", help="alleen op deze plek")
    parser.add_argument("--per", choices=("activiteit", "dag"), default="activiteit", help="hoe de lijst is opgebouwd")
    parser.add_argument("--formaat", choices=(*FORMATS, _WORD), default="tekst", help="hoe de lijst eruitziet")
    parser.add_argument("--naar", type=Path, metavar="BESTAND", help="schrijf de lijst in dit bestand")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="MAP", help="de map met de inhoud")
    parser.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; makes the list. Gives the exit code."""
    root: Path = options.content
    if not root.is_dir():
        return _refuse(f"De map {root} is er niet. Sta je in de map van het project? Of geef hem op met --content.")
    today = options.datum or today
    workspace, _ = open_newsletter_workspace(root, today, pictured=False)
    if workspace is None:
        return _refuse("De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer")
    selection = chosen(options, workspace.network, today)
    if isinstance(selection, str):
        return _refuse(selection)
    group = by_day if options.per == "dag" else by_activity
    parts = group(selection, workspace.gathered(selection.municipality))
    listing = Listing(_title(selection, workspace.network), parts, workspace.address)
    if options.formaat == _WORD and options.naar is None:
        return _refuse("Een Word-bestand past niet in dit venster. Typ erachter: --naar lijst.docx")
    data = as_docx(listing) if options.formaat == _WORD else FORMATS[options.formaat](listing).encode()
    if options.naar is None:
        sys.stdout.write(harmless(data.decode()))
        return 0
    if options.naar.exists():
        return _refuse(f"{options.naar} is er al. Kies een andere naam, of haal het eerst weg.")
    if not options.naar.parent.is_dir():
        return _refuse(f"De map {options.naar.parent} is er niet.")
    options.naar.write_bytes(data)
    sys.stdout.write(f"Bewaard: {options.naar}\n")
    return 0


def chosen(options: argparse.Namespace, network: Network, today: date) -> Selection | str:
    """Takes the options, the network and today; gives what was asked for, or what is wrong with it."""
    days = chosen_days(options, today)
    if isinstance(days, str):
        return days
    names: list[str] = []
    for name in (
        chosen_site(options.gemeente, network),
        chosen_word(options.doelgroep, vocabulary="doelgroepen", option="doelgroep", network=network),
        chosen_word(options.thema, vocabulary="themas", option="thema", network=network),
        chosen_word(options.plek, vocabulary="locaties", option="plek", network=network),
    ):
        if isinstance(name, tuple):
            return name[0]
        names.append(name)
    site, audience, theme, place = names
    return Selection(site, *days, audience=audience, theme=theme, place=place)


def _title(selection: Selection, network: Network) -> str:
    names = names_of(network)
    parts = [names["gemeente"][selection.municipality]]
    if selection.audience:
        parts.append(f"voor {names['doelgroep'][selection.audience]}")
    parts += [names["thema"][selection.theme]] if selection.theme else []
    parts += [names["plek"][selection.place]] if selection.place else []
    return ", ".join([*parts, span_words(selection.first, selection.last)])


def _refuse(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
