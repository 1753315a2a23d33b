"""`controleer --alleen-gewijzigd`: a proposal, judged by what it changes; what is said of it, and where it is saved."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from meedoen.cli.report import report
from meedoen.language.rules import is_fault
from meedoen.language.wording import count
from meedoen.proposals.origin import NoOrigin, Origin
from meedoen.proposals.proposal_reader import Reading, read_proposal
from meedoen.review.edit_link import edit_at
from meedoen.review.hints import hints
from meedoen.review.summary import summary
from meedoen.review.trouble import Edit, no_address
from meedoen.review.verdict import Judged

MOST_BYTES = 1_000_000
"""What a summary of a job on GitHub may hold is 1 MiB; a longer one is not shown at all."""


def refused(options: argparse.Namespace) -> str:
    """Takes the options; gives what is wrong with this combination, empty when it is fine."""
    basis = options.alleen_gewijzigd
    if basis is not None and options.paden:
        return "Bij --alleen-gewijzigd geef je geen bestanden op: het voorstel bepaalt welke dat zijn."
    if basis is None and options.voorbeeld:
        return "Bij --voorbeeld hoort --alleen-gewijzigd, bijvoorbeeld: --alleen-gewijzigd origin/main"
    for path in (options.samenvatting, options.voorbeeld):
        if path is not None and (path.is_dir() or not path.absolute().parent.is_dir()):
            return f"In {path} kan ik niets bewaren. Geef de naam van een bestand, in een map die er is."
    if options.voorbeeld and not (options.thema / "templates" / "preview.html").is_file():
        return f"In {options.thema} staat geen thema. Sta je in de map van het project? Of geef het op met --thema."
    return ""


def judge(options: argparse.Namespace, today: date) -> int:
    """Takes the options and today; reads the proposal, reports, and saves what was asked for. Gives the exit code."""
    root: Path = options.content
    try:
        reading = read_proposal(root, Origin(root, options.alleen_gewijzigd), today, options.van)
    except NoOrigin as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    proposal = reading.proposal
    judged = Judged(
        proposal,
        reading.problems,
        hints(proposal) if proposal else (),
        options.alleen_gewijzigd,
        reading.old_faults,
    )
    report(judged.problems, root, sys.stdout, form=options.formaat, checked=len(reading.paths))
    if options.formaat == "tekst":
        _tell(judged, reading, root)
    if options.samenvatting:
        save_summary(options.samenvatting, judged, _edit(options, judged))
    if options.voorbeeld and proposal:
        from meedoen.proposals.preview import preview  # noqa: PLC0415 - Jinja and the theme, for this alone

        options.voorbeeld.write_bytes(preview(proposal, root, options.thema))
    failed = any(options.streng or is_fault(each.rule) for each in judged.problems)
    return 1 if failed else 0


def save_summary(path: Path, judged: Judged, edit: Edit = no_address) -> None:
    """Takes a file and what was judged; adds the summary to it, unless that would become too large for a forge."""
    data = summary(judged, edit).encode("utf-8", "replace")
    there = path.stat().st_size if path.is_file() else 0
    if there + len(data) > MOST_BYTES:
        sys.stderr.write(f"In {path} is geen plaats meer voor de samenvatting.\n")
        return
    with path.open("ab") as file:
        file.write(data)


def _edit(options: argparse.Namespace, judged: Judged) -> Edit:
    known = judged.proposal.network.organisation.repository if judged.proposal else ""
    return edit_at(options.repository or known, options.tak)


def _tell(judged: Judged, reading: Reading, root: Path) -> None:
    """What was looked at, and what was not; then the hints for who reviews."""
    number = len(reading.paths)
    if number:
        files = (
            "Alleen het bestand van dit voorstel is"
            if number == 1
            else f"Alleen de {count(number, 'bestand', 'bestanden')} van dit voorstel zijn"
        )
        line = f"{files} nagekeken."
    else:
        line = f"Er is niets anders dan in {judged.basis}."
    if old := judged.old_faults:
        line += f" In {count(old, 'ander bestand zit', 'andere bestanden zit')} al een fout; dat komt niet hierdoor."
    else:
        line += " De andere bestanden blijven zoals ze zijn."
    sys.stdout.write(f"{line}\n")
    if judged.hints:
        sys.stdout.write("\nVoor wie meeleest:\n\n")
        report(judged.hints, root, sys.stdout)
