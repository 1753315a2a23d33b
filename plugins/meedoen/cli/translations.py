"""`meedoen vertalingen`: keeps the catalogues of the interface in step with its texts, and says what is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

import meedoen
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.catalogue import State, begun, state, template, updated
from meedoen.language.voice import DUTCH
from meedoen.language.wording import count, quote
from meedoen.publishing.catalogues import CATALOGUES

EPILOG = """voorbeelden:
  meedoen vertalingen                zet nieuwe teksten in elke taal erbij
  meedoen vertalingen tr             begin met Turks: theme/vertalingen/tr.po
  meedoen vertalingen --controleer   kijk alleen wat er ontbreekt

uitkomst: 0 alles is vertaald, 1 er ontbreekt iets of er is iets fout, 2 verkeerd gebruikt
"""
_MODULES = ("notation/schema", "outputs", "agenda/facet.py", "language/voice.py")
_LISTS = ("doelgroepen", "themas", "talen", "toegankelijkheid", "programmalijnen", "kernfuncties")
_SHOWN = 5


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `vertalingen` to the command."""
    parser = commands.add_parser(
        "vertalingen",
        help="werk de vertalingen van de site bij",
        description="Zoekt alle teksten van de site en zet ze in theme/vertalingen/: een bestand voor elke taal.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("taal", nargs="?", help="begin met deze taal, bijvoorbeeld: tr")
    parser.add_argument("--controleer", action="store_true", help="schrijf niets, zeg wat ontbreekt")
    parser.add_argument(
        "--map", type=Path, default=Path(), metavar="MAP", help="de map van het project (normaal: deze map)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options; writes the catalogues, or only says how far they are. Gives the exit code."""
    root: Path = options.map
    folder = root / "theme" / CATALOGUES
    if not (root / "theme" / "templates").is_dir():
        sys.stderr.write("De map theme/ is er niet. Sta je in de map van het project? Of geef hem op met --map.\n")
        return 2
    if options.taal and not _begin(folder, options.taal):
        return 2
    texts = texts_of(root)
    complete = True
    for path in sorted(folder.glob("*.po")):
        try:
            before = path.read_bytes()
            after = updated(path.stem, before, texts)
            progress = state(path.stem, after, texts)
        except (PoFileError, ValueError) as error:
            sys.stderr.write(f"{path} is niet te lezen: {quote(str(error))}\n")
            complete = False
            continue
        if options.controleer and after != before:
            sys.stdout.write(f"{path} is verouderd. Typ: meedoen vertalingen\n")
            complete = False
        elif after != before:
            path.write_bytes(after)
        _tell(path, progress)
        complete = complete and not progress.missing and not progress.faults
    return 0 if complete else 1


def texts_of(root: Path) -> Catalog:
    """Takes the folder of the project; gives the texts of theme and program, and the names in its lists of words."""
    return template(dict(_sources(root)), dict(_names(root)))


def _sources(root: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((root / "theme" / "templates").rglob("*.html")):
        yield path.relative_to(root).as_posix(), path.read_bytes()
    package = Path(meedoen.__file__).parent
    for name in _MODULES:
        for path in sorted((package / name).rglob("*.py")) if (package / name).is_dir() else [package / name]:
            yield f"plugins/meedoen/{path.relative_to(package).as_posix()}", path.read_bytes()


def _names(root: Path) -> Iterator[tuple[str, list[str]]]:
    network, _ = read_network(scan((root / "content").resolve()).reference_files)
    for name in _LISTS if network else ():
        terms = network.vocabularies.get(name, {}) if network else {}
        yield f"content/woordenlijsten/{name}.yaml", [each.name for each in terms.values()]


def _begin(folder: Path, code: str) -> bool:
    path = folder / f"{code}.po"
    if path.exists():
        return True
    try:
        empty = begun(code)
    except (UnknownLocaleError, ValueError):
        sys.stderr.write(f"{quote(code)} is geen taal die ik ken. Typ een code, zoals: en, tr, ar, uk of pl.\n")
        return False
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(empty)
    return True


def _tell(path: Path, progress: State) -> None:
    if path.stem == DUTCH.code:
        line = count(progress.texts, "tekst in eigen woorden", "teksten in eigen woorden")
    else:
        translated = progress.texts - len(progress.missing)
        line = f"{translated} van {count(progress.texts, 'tekst', 'teksten')} vertaald"
    sys.stdout.write(f"{path.name}: {line}.\n")
    for each in progress.missing[:_SHOWN]:
        sys.stdout.write(f"  nog niet: {quote(each)}\n")
    if len(progress.missing) > _SHOWN:
        sys.stdout.write(f"  en nog {len(progress.missing) - _SHOWN} andere\n")
    for each in progress.faults:
        sys.stdout.write(f"  fout: {each}\n")
