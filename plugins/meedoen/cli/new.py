"""`meedoen nieuw`: asks the few things that an activity needs, and writes its file."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.agenda.network_reader import read_network
from meedoen.cli.dialogue import BACK, Dialogue, Stopped, ask_all, take_answers
from meedoen.cli.questions import QUESTIONS, NewActivity, activity_of
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.language.slug import free_name
from meedoen.language.wording import count, day, list_of
from meedoen.programme.network import Network

EPILOG = """voorbeelden:
  meedoen nieuw                         beantwoord de vragen
  meedoen nieuw --gemeente dorp  sla een vraag over
  meedoen nieuw --ja --gemeente dorp --titel Taalcafé --datum "1 december 2026" \\
      --tijd "10.00 - 11.30" --plek bibliotheek-dorp \\
      --samenvatting "Oefen Nederlands met een kop koffie."

uitkomst: 0 bewaard (of je wilde het niet bewaren), 1 gestopt, 2 verkeerd gebruikt
"""
_MOST_DATES = 4
_NOT_FOR_WRITERS = frozenset({"kernfunctie-ontbreekt"})


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `nieuw` to the command."""
    parser = commands.add_parser(
        "nieuw",
        help="maak een nieuwe activiteit",
        description="Vraagt wat er nodig is, laat het bestand zien en bewaart het.",
        epilog=EPILOG,
    )
    for question in QUESTIONS:
        parser.add_argument(f"--{question.name}", metavar="TEKST", help=question.text)
    parser.add_argument("--ja", action="store_true", help="vraag niets en bewaar meteen")
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="MAP", help="de map met de inhoud (normaal: content)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; asks, shows and writes. Gives the exit code."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    root: Path = options.content
    if not root.is_dir():
        sys.stderr.write(f"De map {root} is er niet. Sta je in de map van het project? Of geef hem op met --content.\n")
        return 2
    values = {question.name: getattr(options, question.name) for question in QUESTIONS}
    answers = {name: " ".join(value.split()) for name, value in values.items() if value is not None}
    return compose(Dialogue(sys.stdin, sys.stdout), root, answers, today, ask=not options.ja)


def compose(dialogue: Dialogue, root: Path, answers: Mapping[str, str], today: date, *, ask: bool) -> int:
    """Takes answers known beforehand, by question; asks the rest and writes a file below `root`.

    Gives the exit code.
    """
    tree = scan(root)
    network, _ = read_network(tree.reference_files)
    if network is None:
        dialogue.say("De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer")
        return 2
    try:
        draft = _draft(dialogue, network, answers, today, ask=ask)
        if draft is None:
            return 2
        target = new_path(tree, draft)
        _show(dialogue, draft, target, network, today)
        if ask and not dialogue.agreed("Bewaren?"):
            dialogue.say("Goed. Er is niets bewaard.")
            return 0
    except (KeyboardInterrupt, Stopped):
        dialogue.say("\n\nGestopt. Er is niets bewaard. Je kunt altijd opnieuw beginnen.")
        return 1
    if not _write(root, target, draft.text):
        dialogue.say(
            f"De map {target.parent.as_posix()} is een snelkoppeling. Daar schrijf ik niet. Er is niets bewaard."
        )
        return 2
    dialogue.say(f"Bewaard: {(root / target).as_posix()}")
    dialogue.say("Wil je meer vertellen? Open het bestand en typ je tekst onder de onderste streepjes.")
    return 0


def new_path(tree: Tree, draft: NewActivity) -> Path:
    """Takes an activity; gives where its file goes, below the content folder.

    The name is after the title, with a number where it is taken.
    """
    folder = Path("activiteiten", draft.folder)
    return folder / f"{free_name(draft.fields['titel'], tree.stems(draft.folder))}.md"


def _draft(
    dialogue: Dialogue, network: Network, answers: Mapping[str, str], today: date, *, ask: bool
) -> NewActivity | None:
    if not ask:
        return take_answers(dialogue, network, answers, today)
    dialogue.say(f"Een nieuwe activiteit. Typ {BACK} voor de vorige vraag. Stoppen kan altijd met Ctrl+C.")
    return ask_all(dialogue, network, answers, today)


def _show(dialogue: Dialogue, draft: NewActivity, target: Path, network: Network, today: date) -> None:
    dialogue.say(f"\nDit wordt {target.name}, in de map {target.parent.as_posix()}:\n")
    for line in draft.text.splitlines():
        dialogue.say(f"    {line}")
    activity, problems = activity_of(draft, network, today)
    if activity is not None and activity.schedule.is_series:
        days = activity.schedule.days
        shown = [day(each, weekday=True, short=True) for each in days[:_MOST_DATES]]
        last = f" … {day(days[-1], weekday=True, short=True)}" if len(days) > _MOST_DATES else ""
        dialogue.say(
            f"\nHet is {count(len(days), 'keer', 'keer')}: {', '.join(shown) if last else list_of(shown)}{last}."
        )
    for problem in problems:
        if problem.rule not in _NOT_FOR_WRITERS:
            dialogue.say(f"\nTip: {problem.message} {problem.hint}")


def _write(root: Path, target: Path, text: str) -> bool:
    """Writes a new file, never over another one and never outside the content folder; whether it could."""
    folder = (root / target).parent
    if not folder.resolve().is_relative_to(root.resolve()) or folder.is_symlink():
        return False
    folder.mkdir(parents=True, exist_ok=True)
    with (root / target).open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return True
