"""A proposal on one page for who decides: may it, what does it, how will it look; Markdown for any forge."""

from __future__ import annotations

from collections.abc import Sequence

from meedoen.agenda.agenda import Window
from meedoen.language.problems import Problem
from meedoen.language.wording import count, list_of
from meedoen.review.aftermath import aftermath
from meedoen.review.alteration import alteration
from meedoen.review.proposal import Proposal
from meedoen.review.reviewers import groups, paths_of
from meedoen.review.safe_markdown import code, words
from meedoen.review.trouble import Edit, no_address, trouble
from meedoen.review.verdict import Judged, attention, named, verdict

LONGEST = 60_000
"""Characters. A comment on GitHub holds 65,536, a summary of a job 1 MiB."""
_KEPT_FREE = 20_000
"""For what stands below the activities: the other files and the foot."""
_MOST_SHOWN = 40
_MOST_GROUPS = 12


def summary(judged: Judged, edit: Edit = no_address) -> str:
    """Takes a judged proposal, and what gives the address where a place in a file can be mended; gives the page."""
    problems = _section("Wat er beter moet" if judged.faults else "Tips voor de schrijver", judged.problems, edit)
    hints = _section("Voor wie meeleest", judged.hints, no_address)
    lines = list(verdict(judged))
    lines += problems if judged.faults else []
    if judged.proposal is not None:
        lines += _readers(judged.proposal)
        lines += attention(judged.proposal)
        lines += _changes(judged.proposal, edit, LONGEST - _KEPT_FREE - _length((*lines, *problems, *hints)))
        lines += aftermath(judged.proposal)
    lines += [] if judged.faults else problems
    lines += [*hints, "", "---", _foot(judged)]
    return "".join(f"{line}\n" for line in lines)


def _section(title: str, problems: Sequence[Problem], edit: Edit) -> list[str]:
    return ["", f"## {title}", "", *trouble(problems, edit)] if problems else []


def _readers(proposal: Proposal) -> list[str]:
    """Who must look, where the content names anybody."""
    reader_groups = groups(proposal.trusted, paths_of(proposal))[:_MOST_GROUPS]
    shown = list_of([list_of([words(each) for each in group], "of") for group in reader_groups])
    return ["", f"Wie dit meeleest: {shown}."] if shown else []


def _changes(proposal: Proposal, edit: Edit, room: int) -> list[str]:
    window = Window.around(proposal.today)
    lines: list[str] = []
    for number, change in enumerate(proposal.changes):
        part = ["", *alteration(change, proposal, window, edit)]
        if number >= _MOST_SHOWN or _length(lines) + _length(part) > room:
            rest = [each.path for each in proposal.changes[number:]]
            left = count(len(rest), "bestand", "bestanden")
            return [*lines, "", f"Voor nog {left} is hier geen plaats: {named(rest)}. Bekijk die in het voorstel zelf."]
        lines += part
    return lines


def _foot(judged: Judged) -> str:
    sentences: list[str] = []
    if judged.basis:
        sentences += ["Alleen wat dit voorstel verandert, is nagekeken.", f"Vergeleken met {code(judged.basis, 100)}."]
    if judged.old_faults:
        old = count(judged.old_faults, "ander bestand zit", "andere bestanden zit")
        sentences.append(f"In {old} al langer een fout. Dat komt niet door dit voorstel.")
    return " ".join([*sentences, "Gemaakt door `meedoen controleer`."])


def _length(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)
