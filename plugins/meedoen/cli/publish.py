"""`meedoen publiceer`: builds all sites apart, checks them, and puts them online in one step; or goes back."""

from __future__ import annotations

import argparse
import errno
import sys
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.cli import local_time
from meedoen.cli.publish_report import markdown, releases_text, text
from meedoen.language.suggestion import nearest_word
from meedoen.language.wording import quote
from meedoen.publishing.output_folder import NotOurs
from meedoen.release.manifest import damaged
from meedoen.release.publish_run import WAIT, PublishRequest, publish
from meedoen.release.release_folder import NOW, SITE, Busy, NoLinks, Release, ReleaseFolder

EPILOG = """voorbeelden:
  meedoen publiceer --naar /srv/agenda              maak alle sites en zet ze online
  meedoen publiceer --naar /srv/agenda --droog      kijk eerst wat er zou gebeuren
  meedoen publiceer --naar /srv/agenda --lijst      welke versies zijn er?
  meedoen publiceer --naar /srv/agenda --terug      terug naar de vorige versie
  meedoen publiceer --naar /srv/agenda --terug 2026-11-28-0017-1a2b3c4
                                                    naar precies deze versie
  meedoen publiceer --naar /srv/agenda --mag-weg papendrecht-taalcafe
                                                    deze activiteit is met opzet weg

In de map staan de versies. De koppeling “nu” wijst naar de versie die online staat: laat de webserver daarheen wijzen.
Een bestand met een fout houdt niets tegen: de laatste goede versie ervan blijft staan, en je leest hier waarom.

uitkomst: 0 gepubliceerd (of er was niets nieuws), 1 niets gepubliceerd, 2 verkeerd gebruikt,
          3 gepubliceerd, maar er is een bestand met een fout
"""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `publiceer` to the command."""
    parser = commands.add_parser(
        "publiceer",
        help="maak alle sites en zet ze online",
        description="Maakt alle sites in een nieuwe map, kijkt ze na en zet ze in één keer online.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--naar", type=Path, required=True, metavar="MAP", help="de map met de versies")
    parser.add_argument(
        "--instellingen",
        type=Path,
        default=Path("publishconf.py"),
        metavar="BESTAND",
        help="de instellingen (normaal: publishconf.py)",
    )
    action = parser.add_mutually_exclusive_group()
    action.add_argument(
        "--terug", nargs="?", const="", metavar="VERSIE", help="ga terug naar de vorige versie, of naar deze"
    )
    action.add_argument("--lijst", action="store_true", help="laat zien welke versies er zijn")
    parser.add_argument("--droog", action="store_true", help="verander niets, en zeg wat er zou gebeuren")
    parser.add_argument(
        "--mag-weg", action="append", default=[], metavar="WAT", help="dit is met opzet weg (mag vaker)"
    )
    parser.add_argument(
        "--bewaar", type=int, default=5, metavar="AANTAL", help="hoeveel versies er blijven (normaal: 5)"
    )
    parser.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    parser.add_argument(
        "--samenvatting", type=Path, metavar="BESTAND", help="schrijf een verslag achter aan dit bestand (Markdown)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, _today: date) -> int:
    """Takes the options; publishes, goes back or lists. Gives the exit code."""
    try:
        if options.lijst:
            return _list(ReleaseFolder(options.naar))
        if options.terug is not None:
            return _back(ReleaseFolder(options.naar), options.terug, dry=options.droog)
        return _publish(options)
    except NotOurs as path:
        reason = f"{path} is geen koppeling van meedoen. Kies een andere map, of haal hem eerst zelf weg."
    except Busy:
        reason = "Er loopt al een publicatie naar deze map. Wacht tot die klaar is, en probeer het dan opnieuw."
    except NoLinks:
        reason = (
            "Op dit systeem, of op deze schijf, kan ik geen koppeling maken die in één keer wisselt. Publiceer op "
            "Linux of macOS.\nOf maak de sites met: pelican --settings publishconf.py --fatal errors\n"
            "en zet de map output dan zelf over."
        )
    except OSError as error:
        reason = _unwritable(error, options.naar)
    except KeyboardInterrupt:
        reason = "Gestopt."
    sys.stderr.write(f"{reason}\nEr is niets gepubliceerd.\n")
    return 1


def _unwritable(error: OSError, root: Path) -> str:
    if isinstance(error, PermissionError):
        return f"Ik mag niet schrijven in {error.filename}. Geef deze gebruiker rechten op de map {root}."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "De schijf is vol. Maak ruimte, of bewaar minder versies met --bewaar."
    return f"Lezen of schrijven lukt niet: {quote(str(error.filename or root), 200)}. Is de schijf in orde?"


def _publish(options: argparse.Namespace) -> int:
    wrong = ""
    if not options.instellingen.is_file():
        wrong = f"Het bestand {options.instellingen} is er niet. Sta je in de map van het project?"
    elif options.bewaar < 1:
        wrong = "Achter --bewaar hoort een getal vanaf 1: de versie die online staat, blijft altijd."
    elif options.naar.exists() and not options.naar.is_dir():
        wrong = f"{options.naar} is geen map."
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    request = PublishRequest(
        settings=options.instellingen.resolve(),
        root=options.naar,
        moment=local_time.now(options),
        day=options.datum,
        keep=options.bewaar,
        allowed=options.mag_weg,
        dry=options.droog,
    )
    result = publish(request, WAIT)
    sys.stdout.write(text(result, dry=options.droog))
    if options.samenvatting:
        with options.samenvatting.open("a", encoding="utf-8") as file:
            file.write(markdown(result, dry=options.droog))
    if not result.went_online:
        return 1
    return 3 if result.build_report and result.build_report.aside else 0


def _list(folder: ReleaseFolder) -> int:
    releases = folder.releases()
    if not releases:
        sys.stderr.write(f"In {folder.root} staan nog geen versies.\n")
        return 1
    sys.stdout.write(releases_text(releases, folder.current()))
    return 0


def _back(folder: ReleaseFolder, name: str, *, dry: bool) -> int:
    """Puts another release online; without a name the one before."""
    if not folder.versions.is_dir():
        sys.stderr.write(f"In {folder.root} staan nog geen versies.\n")
        return 1
    with folder.locked(WAIT):
        releases, current = folder.releases(), folder.current()
        chosen = _chosen(releases, current, name)
        if chosen is None and name:
            near = nearest_word(name, [each.name for each in releases])
            meant = f" Bedoelde je: {near}?" if near else " Met --lijst zie je welke er zijn."
            sys.stderr.write(f"De versie {quote(name)} is er niet.{meant}\n")
            return 2
        if chosen is None:
            sys.stderr.write("Er is geen oudere versie om naar terug te gaan.\n")
            return 1
        if chosen == current:
            sys.stdout.write(f"Versie {chosen.name} staat al online. Er is niets veranderd.\n")
            return 0
        if broken := damaged(chosen.folder, SITE):
            sys.stderr.write(
                f"Versie {chosen.name} is niet meer heel: {quote(broken[0])} is veranderd of weg. Kies een andere.\n"
            )
            return 1
        if not dry:
            folder.switch(chosen)
    was = f" Daarvoor was het {current.name}." if current else ""
    would = f"Met --terug komt versie {chosen.name} online." if dry else f"Versie {chosen.name} staat nu online."
    sys.stdout.write(f"{would}{was}\n")
    if not dry:
        sys.stdout.write(
            f"Let op: bij de volgende keer publiceren wijst “{NOW}” weer naar de nieuwste inhoud. Herstel die eerst, "
            "bijvoorbeeld met git revert.\n"
        )
    return 0


def _chosen(releases: tuple[Release, ...], current: Release | None, name: str) -> Release | None:
    if name:
        return next((each for each in releases if each.name == name), None)
    older = [each for each in releases if current is None or each.number < current.number]
    return older[-1] if older else None
