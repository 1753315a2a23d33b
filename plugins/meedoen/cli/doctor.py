"""`meedoen dokter`: looks for what usually breaks, and says for each what to do."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

from meedoen.cli import local_time
from meedoen.cli.annotation import OLD_COMMAND
from meedoen.doctor.diagnosis import BAD, GOOD, LOOK, Diagnosis
from meedoen.doctor.output_check import examine_output
from meedoen.doctor.website import Address, examine_address
from meedoen.doctor.working_copy import examine_working_copy
from meedoen.language.wording import capital, count, list_of, quote

EPILOG = """voorbeelden:
  meedoen dokter                                               deze map: Python, pakketten, Git, de klok
  meedoen dokter --output output                               een map met sites
  meedoen dokter --output /srv/agenda                          de versie die online staat
  meedoen dokter --adres https://dorp.agenda.example.org       een site op internet
  meedoen dokter --adres https://dorp.agenda.example.org --formaat json

✓ is goed, ! is om even naar te kijken, ✗ moet je herstellen. Er staat bij hoe.

uitkomst: 0 alles is goed (of alleen om naar te kijken), 1 er is iets te herstellen, 2 verkeerd gebruikt
"""
_MARKS = {GOOD: "✓", LOOK: "!", BAD: "✗"}
_COLOURS = {GOOD: "\x1b[32m", LOOK: "\x1b[1;33m", BAD: "\x1b[1;31m", "uit": "\x1b[0m"}


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `dokter` to the command."""
    parser = commands.add_parser(
        "dokter",
        help="zoek wat er mis is, en hoe je het herstelt",
        description="Kijkt na wat meestal stukgaat: in de map van het project, in een map met sites en op internet.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--map", type=Path, metavar="MAP", help="de map van het project (normaal: deze map)")
    parser.add_argument("--output", type=Path, metavar="MAP", help="een map met sites, of die van meedoen publiceer")
    parser.add_argument(
        "--adres", action="append", default=[], metavar="ADRES", help="een site op internet (mag vaker)"
    )
    parser.add_argument("--datum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is")
    parser.add_argument(
        "--formaat", choices=("tekst", "json"), default="tekst", help="hoe het verslag eruitziet (normaal: tekst)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; looks and reports. Gives the exit code."""
    complaint = _wrong(options)
    if complaint:
        sys.stderr.write(f"{complaint}\n")
        return 2
    all_diagnoses: list[tuple[str, Diagnosis]] = []
    plain = options.formaat == "tekst"
    for title, diagnoses in _examinations(options, today):
        if plain:
            sys.stdout.write(f"{title}\n")
        for diagnosis in diagnoses:
            all_diagnoses.append((title, diagnosis))
            if plain:
                sys.stdout.write(_lines(diagnosis, sys.stdout))
                sys.stdout.flush()
    if plain:
        sys.stdout.write(_closing(all_diagnoses))
    else:
        sys.stdout.write(_json(all_diagnoses))
    return 1 if any(each.state == BAD for _, each in all_diagnoses) else 0


def _wrong(options: argparse.Namespace) -> str:
    """What is wrong with the call; empty when nothing is."""
    for place in (options.map, options.output):
        if place is not None and not place.is_dir():
            return f"De map {place} is er niet."
    for address in options.adres:
        try:
            parts = urlsplit(address)
            whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
        except ValueError:
            whole = False
        if not whole or parts.query or parts.fragment or parts.username is not None:
            return f"{quote(address)} is geen adres van een site. Typ het zo: https://dorp.agenda.example.org"
    return ""


def _examinations(options: argparse.Namespace, today: date) -> Iterator[tuple[str, Iterable[Diagnosis]]]:
    now = local_time.now(options)
    if options.map is not None or not (options.output or options.adres):
        root = options.map or Path()
        yield f"De map van het project ({root.resolve()})", examine_working_copy(root, now)
    if options.output:
        yield f"De sites in {options.output}", examine_output(options.output, options.datum or today)
    for url in options.adres:
        moment = datetime.combine(options.datum, now.timetz()) if options.datum else now
        yield f"Het adres {url}", examine_address(Address(url), moment)


def _lines(diagnosis: Diagnosis, out: TextIO) -> str:
    colour = (_COLOURS[diagnosis.state], _COLOURS["uit"]) if out.isatty() else ("", "")
    lines = f"  {colour[0]}{_MARKS[diagnosis.state]}{colour[1]} {capital(diagnosis.part)}: {diagnosis.message}\n"
    if diagnosis.advice:
        lines += f"      Wat je kunt doen: {diagnosis.advice}\n"
    return lines.replace(OLD_COMMAND, "# #[")


def _closing(diagnoses: list[tuple[str, Diagnosis]]) -> str:
    states = [each.state for _, each in diagnoses]
    wrong, looks = states.count(BAD), states.count(LOOK)
    if not wrong and not looks:
        return "\nAlles is goed.\n"
    parts = [f"{wrong} te herstellen"] if wrong else []
    parts += [f"{count(looks, 'punt', 'punten')} om naar te kijken"] if looks else []
    return f"\n{capital(list_of(parts))}.\n"


def _json(diagnoses: list[tuple[str, Diagnosis]]) -> str:
    rows = [
        {"waar": title, "wat": each.part, "uitkomst": each.state, "gezien": each.message, "oplossing": each.advice}
        for title, each in diagnoses
    ]
    wrong = sum(each.state == BAD for _, each in diagnoses)
    text = json.dumps({"te-herstellen": wrong, "bevindingen": rows}, ensure_ascii=False, indent=1)
    return text.replace(OLD_COMMAND, "#\\u0023[") + "\n"
