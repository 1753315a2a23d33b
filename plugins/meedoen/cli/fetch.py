"""`meedoen haal-voorstel`: the content of a proposal from Git into a folder, as data, within limits."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from meedoen.cli.annotation import OLD_COMMAND
from meedoen.content.layout import LARGEST_PICTURE, LARGEST_TEXT, MOST_FILES
from meedoen.git.command import GitFailed
from meedoen.git.objects import Objects
from meedoen.git.repository import NoRepository
from meedoen.intake.proposal_content import NoMeeting, ProposalContent, read_proposal_content
from meedoen.intake.proposal_folder import put_down
from meedoen.intake.refusal import TITLES, WHOLE, Refusal
from meedoen.language.wording import count, list_of, quote
from meedoen.publishing.output_folder import NotOurs

EPILOG = f"""voorbeelden:
  meedoen haal-voorstel --commit FETCH_HEAD --naar voorstel             wat net is opgehaald
  meedoen haal-voorstel --commit FETCH_HEAD --basis main --naar voorstel
  meedoen haal-voorstel --commit FETCH_HEAD --naar voorstel --laat-weg  wat niet mag, blijft weg

Alleen gewone bestanden uit de map content komen mee: hooguit {MOST_FILES} die anders zijn, een tekst tot
{LARGEST_TEXT // 1024} kB en een plaatje tot {LARGEST_PICTURE // 1_000_000} MB.
Er wordt niets uit het voorstel uitgevoerd. De rest van de map blijft zoals die in de basis is.
Een voorstel van iemand anders haal je eerst op, bijvoorbeeld zo: git fetch origin refs/pull/12/head

uitkomst: 0 het staat klaar, 1 er is iets geweigerd en er is niets geschreven, 2 verkeerd gebruikt
"""
_SHOWN_ELSEWHERE = 5


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `haal-voorstel` to the command."""
    parser = commands.add_parser(
        "haal-voorstel",
        help="haal de bestanden van een voorstel uit Git",
        description="Haalt de inhoud van een voorstel uit Git, zonder iets uit te voeren, en zet die in een map.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--commit", required=True, metavar="COMMIT", help="het voorstel")
    parser.add_argument("--basis", default="HEAD", metavar="COMMIT", help="waar het bij komt (normaal: waar je bent)")
    parser.add_argument("--naar", required=True, type=Path, metavar="MAP", help="een nieuwe map, of een van meedoen")
    parser.add_argument("--laat-weg", action="store_true", help="laat weg wat niet mag, en ga door")
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="MAP", help="de map met de inhoud (normaal: content)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, _today: date) -> int:
    """Takes the options; fetches, reports and writes. Gives the exit code."""
    if not options.content.is_dir():
        return _wrong(
            f"De map {options.content} is er niet. Sta je in de map van het project? Of geef hem op met --content."
        )
    try:
        with Objects(options.content) as objects:
            return _fetch(objects, options)
    except NoRepository:
        return _wrong(f"De map {options.content} staat niet in Git. Dit werkt in een kopie die met git is opgehaald.")
    except GitFailed as failure:
        return _wrong(f"Git kan het niet lezen. Git zegt: {quote(str(failure), 200)}")


def _fetch(objects: Objects, options: argparse.Namespace) -> int:
    names = {"--commit": options.commit, "--basis": options.basis}
    commits = {option: objects.repository.commit(name) for option, name in names.items()}
    for option, commit in commits.items():
        if commit is None:
            return _wrong(f"{quote(names[option])} is hier geen commit ({option}). Haal het eerst op met: git fetch")
    try:
        content = read_proposal_content(objects, str(commits["--commit"]), str(commits["--basis"]))
    except NoMeeting:
        return _wrong(
            "Het voorstel en de basis hebben in deze kopie geen gezamenlijk begin. Haal de hele geschiedenis op met: "
            "git fetch --unshallow"
        )
    _tell(content, sys.stdout)
    if content.refused and (not options.laat_weg or any(each.rule in WHOLE for each in content.refused)):
        print("Er is niets opgehaald.")
        return 1
    try:
        written = put_down(options.naar, options.content.resolve().name, content.files(objects))
    except NotOurs as other:
        return _wrong(f"De map {other} is niet van meedoen en is niet leeg. Kies een andere map.")
    except PermissionError as error:
        return _wrong(f"In {error.filename} mag ik niet schrijven. Kies een andere map.")
    own, removed = count(len(content.own), "bestand", "bestanden"), count(content.removed, "bestand", "bestanden")
    print(f"Klaar: {own} uit het voorstel, {removed} weggehaald, {written - len(content.own)} hetzelfde gebleven.")
    return 0


def _tell(content: ProposalContent, out: TextIO) -> None:
    """Names of strangers stand between quotes, and never at the start of a line."""
    if content.elsewhere:
        named = [quote(each) for each in content.elsewhere[:_SHOWN_ELSEWHERE]]
        rest = len(content.elsewhere) - len(named)
        names = list_of([*named, f"nog {rest}"] if rest else named)
        out.write(f"Dit voorstel verandert ook iets anders: {_safe(names)}. Dat komt niet mee.\n\n")
    out.write("".join(f"{_safe(line)}\n" for line in _lines(content.refused)))


def _lines(refused: Sequence[Refusal]) -> Iterable[str]:
    for turn, refusal in enumerate(refused, 1):
        yield f"{turn} van {len(refused)} · Geweigerd: {TITLES[refusal.rule]}  [{refusal.rule}]"
        yield f"  --> {quote(refusal.path, 300)}"
        yield f"   = {refusal.message}"
        yield f"   = Wat je kunt doen: {refusal.hint}"
        yield ""


def _safe(line: str) -> str:
    return line.encode("utf-8", "replace").decode().replace(OLD_COMMAND, "# #[")


def _wrong(message: str) -> int:
    sys.stderr.write(f"{_safe(message)}\n")
    return 2
