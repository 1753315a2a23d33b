"""`meedoen nieuwsbrief`: propose an edition, read it, see what differs, settle it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.cli.annotation import harmless
from meedoen.cli.newsletter_proposal import add_days, propose
from meedoen.cli.report import report
from meedoen.content.layout import EDITIONS, LOCKS
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.language.suggestion import nearest_name
from meedoen.language.wording import quote
from meedoen.newsletter.checking import unknown_activities
from meedoen.newsletter.draft_comparison import difference_lines
from meedoen.newsletter.edition_template import says_settled, settled_text
from meedoen.newsletter.lock import lock_text
from meedoen.programme.edition import Edition
from meedoen.programme.location import REGION
from meedoen.publishing.newsletter_workspace import NewsletterWorkspace, open_newsletter_workspace, shown

EPILOG = """voorbeelden:
  meedoen nieuwsbrief nieuw dorp                     een voorstel voor volgende week
  meedoen nieuwsbrief nieuw dorp --week 2026-49      een voorstel voor deze week
  meedoen nieuwsbrief toon dorp-2026-49              lees hem zoals hij wordt
  meedoen nieuwsbrief vergelijk dorp-2026-49         wat is er anders dan in de vorige?
  meedoen nieuwsbrief vastleggen dorp-2026-49        hij gaat de deur uit: verander hem niet meer

uitkomst: 0 gelukt, 1 er is een fout in de nieuwsbrief, 2 verkeerd gebruikt
"""
_CONTENT = "de map met de inhoud (normaal: content)"


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `nieuwsbrief` and its verbs to the command."""
    parser = commands.add_parser(
        "nieuwsbrief",
        help="maak een nieuwsbrief uit de agenda",
        description="Maakt een nieuwsbrief uit wat er in de agenda staat.",
        epilog=EPILOG,
    )
    verbs: argparse._SubParsersAction[Any] = parser.add_subparsers(
        title="wat je kunt doen", dest="handeling", metavar="WAT", required=True
    )
    new = verbs.add_parser("nieuw", help="maak een voorstel", epilog=EPILOG)
    new.add_argument("gemeente", metavar="GEMEENTE", help=f"de naam van het bestand van de gemeente, of {REGION}")
    add_days(new)
    new.add_argument("--doelgroep", default="", metavar="WIE", help="alleen voor deze doelgroep")
    new.add_argument(
        "--peildatum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="de dag waarop je hem verstuurt"
    )
    new.add_argument("--droog", action="store_true", help="laat het voorstel alleen zien")
    show = verbs.add_parser("toon", help="lees de nieuwsbrief", epilog=EPILOG)
    compare = verbs.add_parser("vergelijk", help="zie wat anders is dan in de vorige", epilog=EPILOG)
    settle = verbs.add_parser("vastleggen", help="leg vast wat je verstuurt", epilog=EPILOG)
    for each in (show, compare, settle):
        each.add_argument("editie", metavar="EDITIE", help="de naam van het bestand, zonder .yaml")
    compare.add_argument("vorige", nargs="?", default="", metavar="VORIGE", help="een andere dan de vorige")
    compare.add_argument("--formaat", choices=("tekst", "markdown"), default="tekst", help="hoe het eruitziet")
    settle.add_argument("--droog", action="store_true", help="zeg alleen wat er zou gebeuren")
    for verb, run_verb in ((new, _new), (show, _show), (compare, _compare), (settle, _settle)):
        verb.add_argument("--content", type=Path, default=Path("content"), metavar="MAP", help=_CONTENT)
        verb.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
        verb.set_defaults(run=_opened(run_verb))


_Verb = Callable[[argparse.Namespace, NewsletterWorkspace, tuple[Problem, ...]], int]


def _opened(verb: _Verb) -> Callable[[argparse.Namespace, date], int]:
    """The verb with the content read; 2 when there is none."""

    def run(options: argparse.Namespace, today: date) -> int:
        root: Path = options.content
        if not root.is_dir():
            return _refuse(f"De map {root} is er niet. Sta je in de map van het project? Of geef hem op met --content.")
        workspace, problems = open_newsletter_workspace(root, options.datum or today)
        if workspace is None:
            return _refuse("De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer")
        return verb(options, workspace, problems)

    return run


def _new(options: argparse.Namespace, workspace: NewsletterWorkspace, _problems: tuple[Problem, ...]) -> int:
    proposal = propose(options, workspace)
    if isinstance(proposal, str):
        return _refuse(proposal)
    edition, text = proposal
    if options.droog:
        _say(text.rstrip("\n").split("\n"))
        _say(["", f"Dit is een voorstel. Zonder --droog schrijf ik het in content/{EDITIONS}/{edition.slug}.yaml"])
        return 0
    place = _written(workspace, f"{EDITIONS}/{edition.slug}.yaml", text, new=True)
    if place is None:
        return _refuse(
            f"In content/{EDITIONS}/ kan ik {quote(edition.slug)} niet schrijven: het is er al, of een link."
        )
    _say([f"Bewaard: {place}", f"Lees hem: meedoen nieuwsbrief toon {edition.slug}", *_reminder(edition, workspace)])
    return 0


def _reminder(edition: Edition, workspace: NewsletterWorkspace) -> list[str]:
    """That the letter before was not settled: only then is it known what readers were told."""
    before = workspace.archive.editions.get(edition.previous)
    if before is None or before.settled:
        return []
    return [f"De vorige is nog niet vastgelegd. Is hij verstuurd? Typ: meedoen nieuwsbrief vastleggen {before.slug}"]


def _show(options: argparse.Namespace, workspace: NewsletterWorkspace, problems: tuple[Problem, ...]) -> int:
    edition = _edition(options.editie, workspace, problems)
    if isinstance(edition, int):
        return edition
    _say(workspace.read_out(workspace.drafts((edition,))[0]))
    return 0


def _compare(options: argparse.Namespace, workspace: NewsletterWorkspace, problems: tuple[Problem, ...]) -> int:
    edition = _edition(options.editie, workspace, problems)
    if isinstance(edition, int):
        return edition
    slug = options.vorige or edition.previous
    if not slug:
        _say([f"Bij {edition.slug} staat geen vorige nieuwsbrief. Dit is de eerste: alles is erbij."])
        return 0
    previous = _edition(slug, workspace, problems)
    if isinstance(previous, int):
        return previous
    _say(difference_lines(workspace.against(edition, previous), markdown=options.formaat == "markdown"))
    return 0


def _settle(options: argparse.Namespace, workspace: NewsletterWorkspace, problems: tuple[Problem, ...]) -> int:
    edition = workspace.archive.editions.get(options.editie) or workspace.archive.unlocked.get(options.editie)
    if edition is None:
        return _unknown(options.editie, workspace, problems)
    if edition.settled and edition.slug in workspace.archive.locks:
        _say([f"{edition.slug} is al vastgesteld. Toch veranderen? Zet eerst in het bestand: vastgesteld: nee"])
        return 0
    wrong = [
        each
        for each in unknown_activities(workspace.archive, shown(workspace.activities))
        if each.place.path == edition.path
    ]
    if wrong:
        report(wrong, workspace.tree.root, sys.stdout)
        return 1
    draft = workspace.fresh(replace(edition, settled=True))
    lock = f"{LOCKS}/{edition.slug}.json"
    if options.droog:
        _say(workspace.read_out(draft))
        _say(["", f"Zonder --droog schrijf ik dit in content/{lock}, en zet ik in het bestand: vastgesteld: ja"])
        return 0
    source = next(each for each in workspace.tree.editions if each.path == edition.path)
    if _written(workspace, lock, lock_text(draft)) is None:
        return _refuse(f"In content/{LOCKS}/ kan ik niet schrijven: daar staat een snelkoppeling.")
    text = settled_text(source.data.decode().replace("\r\n", "\n"))
    if not says_settled(edition.path, text):
        _say([f"Vastgelegd: content/{lock}", f"Typ zelf nog in {edition.path}: vastgesteld: ja"])
        return 0
    _written(workspace, edition.path.removeprefix("content/"), text)
    _say(
        [f"Vastgelegd: content/{lock}", "Zet allebei de bestanden in Git. Dan blijft deze nieuwsbrief zoals hij nu is."]
    )
    return 0


def _edition(slug: str, workspace: NewsletterWorkspace, problems: tuple[Problem, ...]) -> Edition | int:
    """The edition of this name, or the exit code after it was told why there is none."""
    edition = workspace.archive.editions.get(slug.removesuffix(".yaml"))
    return _unknown(slug, workspace, problems) if edition is None else edition


def _unknown(slug: str, workspace: NewsletterWorkspace, problems: Iterable[Problem]) -> int:
    names = (f"content/{EDITIONS}/{slug}.yaml", f"content/{LOCKS}/{slug}.json")
    own = [each for each in problems if each.place.path in names and is_fault(each.rule)]
    if own:
        report(own, workspace.tree.root, sys.stdout)
        return 1
    near = nearest_name(slug, {each: each for each in workspace.archive.editions})
    hint = f"Bedoelde je: {near}?" if near else f"Kijk in content/{EDITIONS}/ welke er zijn."
    return _refuse(f"De nieuwsbrief {quote(slug)} is er niet. {hint}")


def _written(workspace: NewsletterWorkspace, path: str, text: str, *, new: bool = False) -> str | None:
    """Writes a file below the content folder; None when that leads elsewhere, or is there already and must be new."""
    root: Path = workspace.tree.root
    place = root / path
    if place.is_symlink() or not place.resolve().is_relative_to(root.resolve()):
        return None
    if any(each.is_symlink() for each in place.parents if each != root and each.is_relative_to(root)):
        return None
    if new and place.exists():
        return None
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return place.as_posix()


def _say(lines: Iterable[str]) -> None:
    sys.stdout.write(harmless("".join(f"{line}\n" for line in lines)))


def _refuse(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
