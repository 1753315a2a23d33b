"""`meedoen werkvoorraad`: what waits to be reviewed, and what expires first, from local Git alone."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.agenda.network_reader import read_network
from meedoen.cli.annotation import OLD_COMMAND
from meedoen.content.disk import scan
from meedoen.git.repository import GitFailed, NoRepository, ShallowHistory
from meedoen.language.wording import count, day, quote
from meedoen.proposals.queue import Queue, read_queue
from meedoen.review.backlog import Waiting, WaitingActivity, farewell

EPILOG = """voorbeelden:
  meedoen werkvoorraad                    wat wacht er, en wat moet het eerst?
  meedoen werkvoorraad --formaat json     voor een ander programma

Haal eerst op wat er bij kwam. Ook de voorstellen van anderen komen dan mee:
  git fetch origin                                          takken
  git fetch origin '+refs/pull/*/head:refs/pull/*/head'     voorstellen op GitHub en Forgejo
  git fetch origin '+refs/merge-requests/*/head:refs/merge-requests/*/head'   op GitLab

uitkomst: 0 het is gelukt, 2 verkeerd gebruikt, of er is geen Git
"""
_COLOURS = {"laat": "\x1b[1;31m", "snel": "\x1b[1;33m", "kop": "\x1b[1m", "stil": "\x1b[2m", "uit": "\x1b[0m"}
_SOON = 7
_MOST_SHOWN = 10


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `werkvoorraad` to the command."""
    parser = commands.add_parser(
        "werkvoorraad",
        help="wat wacht er op meelezen, en wat verloopt het eerst?",
        description="Zoekt in Git de takken en voorstellen die nog niet zijn overgenomen, en zegt welke het eerst\n"
        "verlopen. Er verandert niets, en er gaat niets over internet.",
        epilog=EPILOG,
    )
    add = parser.add_argument
    add("--formaat", choices=("tekst", "json"), default="tekst", help="hoe de lijst eruitziet (normaal: tekst)")
    add("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    add("--content", type=Path, default=Path("content"), metavar="MAP", help="de map met de inhoud (normaal: content)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options; reads the proposals and reports them. Gives the exit code."""
    root: Path = options.content
    today = options.datum or today
    network, _ = read_network(scan(root).reference_files) if root.is_dir() else (None, ())
    if network is None:
        return _wrong(f"In de map {root} kan ik de gemeenten en organisaties niet lezen. Typ eerst: meedoen controleer")
    try:
        queue = read_queue(root, network, today)
    except NoRepository:
        return _wrong("Deze map staat niet in Git. Dan is er geen werkvoorraad.")
    except ShallowHistory:
        return _wrong("Hier staat maar een deel van de geschiedenis. Typ eerst: git fetch --unshallow")
    except GitFailed as failure:
        return _wrong(f"Git geeft geen antwoord. Git zegt: {quote(str(failure), 200)}")
    days = network.organisation.review_days
    colour = _COLOURS if sys.stdout.isatty() else dict.fromkeys(_COLOURS, "")
    if options.formaat == "json":
        written = _json(queue, today).replace(OLD_COMMAND, "#\\u0023[")
    else:
        written = "\n".join(_lines(queue, today, days, colour)).replace(OLD_COMMAND, "# #[")
    sys.stdout.write(f"{written}\n")
    return 0


def _lines(queue: Queue, today: date, days: int, colour: dict[str, str]) -> Iterator[str]:
    open_ = [each for each in queue.waiting if not each.is_over]
    over = [each for each in queue.waiting if each.is_over]
    if not queue.waiting:
        yield "Er wacht niets."
    elif open_:
        what = "voorstel wacht" if len(open_) == 1 else "voorstellen wachten"
        yield f"{len(open_)} {what}. Wat het eerst verloopt, staat bovenaan."
    for waiting in open_:
        yield ""
        yield from _waiting_lines(waiting, today, colour)
    if over:
        what = "voorstel is" if len(over) == 1 else "voorstellen zijn"
        yield from ("", f"{colour['kop']}{len(over)} {what} te laat: alles erin is al geweest.{colour['uit']}")
    for waiting in over:
        yield ""
        yield from _waiting_lines(waiting, today, colour)
        yield "  Plak dit erbij als je het sluit:"
        yield f"  {farewell(waiting, days)}"
    if queue.besides:
        what = "tak verandert" if queue.besides == 1 else "takken veranderen"
        yield from ("", f"Nog {queue.besides} {what} geen activiteit.")
    if queue.left_out:
        yield from ("", f"Er zijn nog {queue.left_out} takken meer. Ik keek alleen naar de nieuwste.")


def _waiting_lines(waiting: Waiting, today: date, colour: dict[str, str]) -> Iterator[str]:
    first = waiting.first
    left = (first - today).days if first else None
    mark = "laat" if waiting.is_over or left == 0 else "snel" if left is not None and left <= _SOON else "kop"
    waits = (today - waiting.since).days
    since = "sinds vandaag" if waits == 0 else f"sinds {day(waiting.since)} ({count(waits, 'dag', 'dagen')})"
    yield (
        f"{colour[mark]}{_left(waiting, left)}{colour['uit']} · {quote(waiting.name, 100)[1:-1]}, "
        f"{colour['stil']}wacht {since}{colour['uit']}"
    )
    for each in waiting.items[:_MOST_SHOWN]:
        yield f"  - {_item(each)}"
    if rest := max(0, len(waiting.items) - _MOST_SHOWN) + waiting.unread:
        yield f"  - en nog {count(rest, 'bestand', 'bestanden')}"
    if waiting.faults:
        there = "zit" if waiting.faults == 1 else "zitten"
        yield f"  {colour['laat']}Er {there} {count(waiting.faults, 'fout', 'fouten')} in.{colour['uit']}"


def _left(waiting: Waiting, left: int | None) -> str:
    if waiting.is_over:
        return "Te laat"
    if left is None:
        return "Geen datum bekend"
    return "Vandaag" if left == 0 else "Morgen" if left == 1 else f"Nog {left} dagen"


def _item(activity: WaitingActivity) -> str:
    name = quote(activity.name) if activity.name else "nog niet te lezen"
    when = f", {day(activity.first, weekday=True)}" if activity.first else ""
    return f"{activity.what}: {name}{when} ({activity.path.removeprefix('content/activiteiten/')})"


def _json(queue: Queue, today: date) -> str:
    rows = [
        {
            "naam": each.name,
            "verwijzing": each.ref,
            "sinds": each.since.isoformat(),
            "eerste-dag": each.first.isoformat() if each.first else None,
            "dagen-over": (each.first - today).days if each.first else None,
            "te-laat": each.is_over,
            "fouten": each.faults,
            "niet-gelezen": each.unread,
            "activiteiten": [
                {
                    "bestand": activity.path,
                    "titel": activity.name,
                    "wat": activity.what,
                    "eerste-dag": activity.first.isoformat() if activity.first else None,
                }
                for activity in each.items
            ],
        }
        for each in queue.waiting
    ]
    document = {"voorstellen": rows, "zonder-activiteit": queue.besides, "niet-gelezen": queue.left_out}
    return json.dumps(document, ensure_ascii=True, indent=1)


def _wrong(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
