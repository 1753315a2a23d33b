"""`meedoen postvak`: mails with an activity in them become checked files on a branch, or an answer to paste."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.cli.delivery import Delivery, deliver_branch, deliver_nothing, deliver_patch
from meedoen.cli.mail_report import Report
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.content.layout import LARGEST_TEXT, MOST_WAITING
from meedoen.content.source import SourceFile
from meedoen.git.branches import Branches
from meedoen.git.repository import GitFailed, NoRepository
from meedoen.mailbox.amendment import says_what_is_wrong
from meedoen.mailbox.mail import Mail, UnreadableMail, read_mail, read_plain_text
from meedoen.mailbox.submission import ExistingContent, Submission, read_submissions

EPILOG = """voorbeelden:
  meedoen postvak bericht.eml               zet de activiteit klaar op een nieuwe tak
  meedoen postvak --droog bericht.eml       laat alleen zien wat er zou gebeuren
  meedoen postvak *.eml                     alle mails in deze map
  meedoen postvak --gemeente dorp a.eml     de mail zegt niet in welke gemeente het is
  meedoen postvak --patch uit.patch a.eml   maak een patch in plaats van een tak

Zo bewaar je een mail: in Outlook op internet en in Gmail kies je Downloaden, in andere programma's Opslaan als.
Je mag ook de tekst van een mail bewaren als txt-bestand.
Je eigen bestanden veranderen niet. Een tak haal je weer weg met: git branch -D inzending/…
De naam en het adres van wie de mail stuurde, worden nergens bewaard.

uitkomst: 0 alles staat klaar, 1 met een of meer mails moet je nog iets doen, 2 verkeerd gebruikt
"""


BRANCHES = "inzending/"
"""How the names of branches with mails begin."""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `postvak` to the command."""
    parser = commands.add_parser(
        "postvak",
        help="haal activiteiten uit mails",
        description="Haalt activiteiten uit mails, kijkt ze na en zet ze klaar. Klopt iets niet, dan krijg je een "
        "antwoord dat je in je mail kunt plakken.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("mails", nargs="+", type=Path, metavar="BERICHT", help="mails die je bewaard hebt (.eml, .txt)")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--tak", action="store_true", help="zet elke mail klaar op een nieuwe tak (dit is normaal)")
    target.add_argument("--patch", metavar="BESTAND", help="maak een patch (een streepje: op het scherm)")
    target.add_argument("--droog", action="store_true", help="bewaar niets, laat alleen zien wat er zou gebeuren")
    parser.add_argument(
        "--gemeente", metavar="NAAM", help="de map voor alles uit deze mails, bijvoorbeeld: dorp of regio"
    )
    parser.add_argument(
        "--mag-openbaar", action="store_true", help="de naam of het nummer van de afzender mag erin staan"
    )
    parser.add_argument(
        "--vanaf", default="HEAD", metavar="TAK", help="waar een nieuwe tak begint (normaal: waar je bent)"
    )
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="MAP", help="de map met de inhoud (normaal: content)"
    )
    parser.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; reads, checks, delivers and reports. Gives the exit code."""
    root: Path = options.content
    today = options.datum or today
    if not root.is_dir():
        return _wrong(f"De map {root} is er niet. Sta je in de map van het project? Of geef hem op met --content.")
    if missing := next((each for each in options.mails if not each.is_file()), None):
        return _wrong(f"{missing} is er niet. Bewaar de mail eerst als bestand.")
    if options.patch not in (None, "-") and Path(options.patch).exists():
        return _wrong(f"{options.patch} is er al. Kies een andere naam.")
    tree = scan(root)
    network, _ = read_network(tree.reference_files)
    if network is None:
        return _wrong("De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer")
    if options.gemeente and options.gemeente != "regio" and options.gemeente not in network.municipalities:
        return _wrong(
            f"De gemeente {options.gemeente} ken ik niet. Kies uit: {', '.join(network.municipalities)}, regio."
        )
    try:
        branches = Branches(root, BRANCHES, options.vanaf)
        waiting = branches.waiting(MOST_WAITING, LARGEST_TEXT)
    except (NoRepository, GitFailed):
        if not (options.patch or options.droog):
            return _wrong(
                f"Ik kan hier geen tak maken: {root} staat niet in Git, of {options.vanaf} is er niet. "
                "Gebruik --patch of --droog."
            )
        branches, waiting = None, {}
    paths = [path for folder in sorted(tree.activities) for path in tree.activities[folder]]
    library = read_library(tree.read(paths), network, picture=tree.picture)
    existing = ExistingContent(
        network,
        library.activities,
        {folder: tree.stems(folder) for folder in tree.activities},
        tree.picture,
        today,
        _source(tree),
    )
    out = sys.stderr if options.patch == "-" else sys.stdout
    who = ("Postvak", f"postvak@{network.organisation.domain}")
    if options.droog:
        delivery: Delivery = deliver_nothing
    elif options.patch:
        noon = datetime.combine(today, time(12), ZoneInfo(network.organisation.zone))
        delivery = deliver_patch(options.patch, tree, who, noon)
    else:
        assert branches is not None  # noqa: S101 - refused above
        delivery = deliver_branch(branches, who, today)
    return _process(options, existing, waiting, delivery, Report(out, network, _places(waiting)))


def _process(
    options: argparse.Namespace,
    existing: ExistingContent,
    waiting: dict[str, dict[str, bytes]],
    delivery: Delivery,
    report: Report,
) -> int:
    existing, ready = _with_waiting(existing, waiting)
    stored = stuck = 0
    for path in options.mails:
        report.mail(path.name)
        mail = _mail(path, report)
        if mail is None:
            stuck += 1
            continue
        submissions = read_submissions(mail, existing, options.gemeente or "")
        good = [each for each in submissions if each.is_fine and (options.mag_openbaar or not each.mentions)]
        fresh = [each for each in good if each.text not in ready]
        report.remarks(mail.remarks)
        for each in submissions:
            report.submission(each, ready.get(each.text, ""), allowed=options.mag_openbaar)
        if not submissions:
            report.nothing(tells_in_words=says_what_is_wrong(mail))
        where = ""
        if fresh:
            where, lines = delivery(fresh)
            report.stored(lines)
        ready |= {each.text: where or path.name for each in fresh}
        existing = _with(existing, fresh)
        stored += len(fresh)
        stuck += len(submissions) - len(good) + (not submissions)
    report.closing(mails=len(options.mails), stored=stored, stuck=stuck, dry=options.droog)
    return 1 if stuck else 0


def _source(tree: Tree) -> Callable[[str], str]:
    return lambda path: next(tree.read([path])).data.decode("utf-8", "replace")


def _places(waiting: dict[str, dict[str, bytes]]) -> dict[str, str]:
    return {path: branch for branch, files in waiting.items() for path in files}


def _mail(path: Path, report: Report) -> Mail | None:
    with path.open("rb") as file:
        data = file.read(40_000_000)
    try:
        return read_plain_text(data) if path.suffix.lower() == ".txt" else read_mail(data)
    except UnreadableMail as error:
        report.unreadable(str(error))
        return None


def _with_waiting(
    existing: ExistingContent, waiting: dict[str, dict[str, bytes]]
) -> tuple[ExistingContent, dict[str, str]]:
    """The content with what stands on other branches, and text → branch of that."""
    ready = {data.decode("utf-8", "replace"): branch for branch, files in waiting.items() for data in files.values()}
    known_paths = {each.path for each in existing.activities}
    files = [
        SourceFile(path, data) for each in waiting.values() for path, data in each.items() if path not in known_paths
    ]
    files = [each for each in files if each.path.startswith("content/activiteiten/") and each.path.count("/") > 2]
    known = {*existing.network.municipalities, "regio"}
    files = [each for each in files if each.path.split("/")[2] in known]
    library = read_library(files, existing.network)
    taken = {folder: set(names) for folder, names in existing.taken.items()}
    for each in files:
        taken.setdefault(each.path.split("/")[2], set()).add(each.stem)
    return replace(existing, activities=(*existing.activities, *library.activities), taken=taken), ready


def _with(existing: ExistingContent, submissions: Iterable[Submission]) -> ExistingContent:
    """The content with these files in it, so that the next mail takes other names and may look like them."""
    taken = {folder: set(names) for folder, names in existing.taken.items()}
    new = [each for each in submissions if not each.change]
    for each in new:
        taken.setdefault(each.path.split("/")[2], set()).add(Path(each.path).stem)
    return replace(
        existing, activities=(*existing.activities, *(each.activity for each in new if each.activity)), taken=taken
    )


def _wrong(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
