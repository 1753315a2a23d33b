"""`meedoen controleer`: reads all content, or some of it, and says what is wrong and what to type instead."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.agenda.library import claim, clashes, read_library
from meedoen.agenda.network_reader import read_network
from meedoen.cli.judgement import judge, refused, save_summary
from meedoen.cli.report import FORMATS, report
from meedoen.content.disk import scan
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.publishing.newsletter_workspace import examined
from meedoen.review.verdict import Judged

EPILOG = """voorbeelden:
  meedoen controleer                                             alles
  meedoen controleer content/activiteiten/dorp            één map
  meedoen controleer content/activiteiten/dorp/koffie.md  één bestand
  meedoen controleer --formaat github                            voor een pull request
  meedoen controleer --alleen-gewijzigd origin/main              alleen wat jouw voorstel verandert
  meedoen controleer --alleen-gewijzigd origin/main --samenvatting samenvatting.md --voorbeeld voorbeeld.html
                                                                 met een samenvatting, en hoe het eruit gaat zien

uitkomst: 0 alles klopt (of alleen waarschuwingen), 1 er zijn fouten, 2 verkeerd gebruikt
"""
# An archive is meant to be past: only who names the file hears that its dates are over.
_ONLY_WHEN_NAMED = frozenset({"datum-voorbij"})


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `controleer` to the command."""
    parser = commands.add_parser(
        "controleer",
        help="kijk of de bestanden kloppen",
        description="Leest alle bestanden, of een deel, en zegt wat er mis is.",
        epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("paden", nargs="*", type=Path, metavar="PAD", help="bestanden of mappen (zonder: alles)")
    parser.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="MAP",
        help="de map met de inhoud (normaal: content)",
    )
    parser.add_argument(
        "--formaat", choices=FORMATS, default="tekst", help="hoe het verslag eruitziet (normaal: tekst)"
    )
    parser.add_argument("--streng", action="store_true", help="ook een waarschuwing geeft uitkomst 1")
    parser.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    _add_proposal(parser)
    parser.set_defaults(run=run)


def _add_proposal(parser: argparse.ArgumentParser) -> None:
    of_proposal = parser.add_argument_group("voor een voorstel")
    of_proposal.add_argument(
        "--alleen-gewijzigd", metavar="BASIS", help="kijk alleen na wat anders is dan in deze tak, tag of commit"
    )
    of_proposal.add_argument(
        "--samenvatting",
        type=Path,
        metavar="BESTAND",
        help="zet hier een samenvatting bij, voor wie meeleest (Markdown)",
    )
    of_proposal.add_argument(
        "--voorbeeld", type=Path, metavar="BESTAND", help="maak een pagina die laat zien hoe het eruit gaat zien (HTML)"
    )
    of_proposal.add_argument("--van", default="", metavar="ACCOUNT", help="wie dit voorstelt")
    of_proposal.add_argument(
        "--tak", default="", metavar="TAK", help="de tak van het voorstel, voor links om te bewerken"
    )
    of_proposal.add_argument(
        "--repository", default="", metavar="ADRES", help="waar die tak staat (normaal: zie organisatie.yaml)"
    )
    of_proposal.add_argument(
        "--thema", type=Path, default=Path("theme"), metavar="MAP", help="het thema voor het voorbeeld (normaal: theme)"
    )


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; checks and reports. Gives the exit code."""
    root: Path = options.content
    if not root.is_dir():
        sys.stderr.write(f"De map {root} is er niet. Sta je in de map van het project? Of geef hem op met --content.\n")
        return 2
    if complaint := refused(options):
        sys.stderr.write(f"{complaint}\n")
        return 2
    if options.alleen_gewijzigd is not None:
        return judge(options, options.datum or today)
    chosen = _chosen(root, options.paden)
    if isinstance(chosen, Path):
        sys.stderr.write(f"{chosen} is er niet, of staat niet in de map {root}.\n")
        return 2
    problems, checked = check(root, options.datum or today)
    if options.paden:
        problems = [each for each in problems if _within(each.place.path, chosen)]
        checked = [path for path in checked if _within(path, chosen)]
    else:
        problems = [each for each in problems if each.rule not in _ONLY_WHEN_NAMED]
    report(problems, root, sys.stdout, form=options.formaat, checked=len(checked))
    if options.samenvatting:
        save_summary(options.samenvatting, Judged(None, tuple(problems)))
    failed = any(options.streng or is_fault(each.rule) for each in problems)
    return 1 if failed else 0


def check(root: Path, today: date) -> tuple[list[Problem], list[str]]:
    """Takes the content folder and today; gives every problem in it, and the paths of the files that were read."""
    tree = scan(root)
    network, network_problems = read_network(tree.reference_files)
    problems = [*tree.problems, *network_problems]
    paths = [path for folder in sorted(tree.activities) for path in tree.activities[folder]]
    if network is not None:
        library = read_library(tree.read(paths), network, picture=tree.picture, today=today)
        problems += library.problems
        problems += clashes(claim(each) for each in library.activities)
        problems += examined(tree, network, library.activities, today)[1]
    return sorted(problems), [file.path for file in (*tree.reference_files, *tree.editions, *tree.locks)] + paths


def _chosen(root: Path, paths: Iterable[Path]) -> list[str] | Path:
    """The paths as `content/…`, or the first that is not there."""
    chosen: list[str] = []
    for path in paths:
        try:
            inside = path.absolute().relative_to(root.absolute())
        except ValueError:
            return path
        if not path.exists():
            return path
        chosen.append(f"content/{inside.as_posix()}".removesuffix("/."))
    return chosen


def _within(path: str, chosen: list[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in chosen)
