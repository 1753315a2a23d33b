"""What comes of a proposal, in a few lines: may it, what does it, what must somebody look at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.language.wording import count, list_of
from meedoen.review.alteration import is_seen_twice, weighs
from meedoen.review.proposal import Proposal
from meedoen.review.safe_markdown import code, words

_MOST_NAMED = 20
_MOST_ORGANISERS = 5
_REST = {
    "fout": "Hieronder staat wat je kunt doen. Na elke verandering wordt het vanzelf opnieuw nagekeken.",
    "buiten": "In de inhoud zitten geen fouten. Maar dit voorstel verandert ook bestanden die geen inhoud zijn. "
    "Laat iemand van de techniek meekijken.",
    "goed": "Er zijn geen fouten. Lees het na. Klopt het? Voeg het dan samen (**Merge**).",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with what was found: `problems` for who wrote it, `hints` for who reviews it.

    `proposal` is None when the content as a whole could not be read. `basis` is what it was compared with; `old_faults`
    the number of other files that had a fault already.
    """

    proposal: Proposal | None
    problems: tuple[Problem, ...]
    hints: tuple[Problem, ...] = ()
    basis: str = ""
    old_faults: int = 0

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that keep something off the site."""
        return tuple(each for each in self.problems if is_fault(each.rule))


def verdict(judged: Judged) -> Iterator[str]:
    """Takes a judged proposal; gives the heading, what to do, and how much the proposal changes."""
    heading, advice = _heading(judged)
    yield from (f"## {heading}", "", advice)
    if judged.proposal is not None:
        yield from ("", _tally(judged.proposal))


def attention(proposal: Proposal) -> list[str]:
    """Takes a proposal; gives the lines that must not be missed, whatever else there is; none for most proposals."""
    points = list(_points(proposal))
    return ["", "**Let op**", "", *(f"- {each}" for each in points)] if points else []


def named(paths: Sequence[str]) -> str:
    """Takes paths; gives the first of these files, and how many more there are."""
    shown = ", ".join(code(each, 100) for each in paths[:_MOST_NAMED])
    rest = len(paths) - _MOST_NAMED
    return f"{shown} en nog {rest}" if rest > 0 else shown


def _heading(judged: Judged) -> tuple[str, str]:
    if faults := judged.faults:
        files = count(len({each.place.path for each in faults}), "bestand", "bestanden")
        there = f"Er {'is' if len(faults) == 1 else 'zijn'} {count(len(faults), 'fout', 'fouten')} in {files}."
        return "❌ Dit kan nog niet op de site", f"{there} {_REST['fout']}"
    if judged.proposal is not None and judged.proposal.outside:
        return "⚠️ Voeg dit nog niet samen", _REST["buiten"]
    where = ["bij **Let op**"] if judged.proposal is not None and attention(judged.proposal) else []
    if number := len(judged.hints):
        where.append(f"onderaan, in {count(number, 'punt', 'punten')} voor wie meeleest")
    if where:
        advice = f"Dat staat {list_of(where)}. Klopt het? Voeg het dan samen (**Merge**)."
        return "✅ Geen fouten, wel iets om naar te kijken", advice
    return "✅ Dit kan op de site", _REST["goed"]


def _tally(proposal: Proposal) -> str:
    changes = proposal.changes
    kinds = (
        (sum(each.is_new for each in changes), "nieuwe activiteit", "nieuwe activiteiten"),
        (sum(bool(each.before and each.after) for each in changes), "gewijzigde activiteit", "gewijzigde activiteiten"),
        (sum(each.gone for each in changes), "activiteit weg", "activiteiten weg"),
        (sum(not each.after and not each.gone for each in changes), "bestand met een fout", "bestanden met een fout"),
        (len(proposal.besides), "ander bestand", "andere bestanden"),
    )
    counts = [count(number, one, many) for number, one, many in kinds if number]
    return f"Dit voorstel: **{list_of(counts)}**." if counts else "Dit voorstel verandert niets aan de inhoud."


def _points(proposal: Proposal) -> Iterator[str]:
    if outside := proposal.outside:
        number = count(len(outside), "bestand", "bestanden")
        yield f"Buiten de map `content` {_changes(len(outside))} {number}: {named(outside)}."
    heavy = [each for each in proposal.changes if weighs(each)]
    if moved := [each for each in heavy if each.after]:
        number = count(len(moved), "activiteit", "activiteiten")
        yield f"Van {number} op de site verandert de datum, de tijd of de plek. Abonnees krijgen dat door."
    if lost := [each for each in heavy if each.after is None]:
        whose = _some(sorted({each.before.organizer.name for each in lost if each.before}))
        number = count(len(lost), "activiteit verdwijnt", "activiteiten verdwijnen")
        yield f"{number} van de site, van {whose}. Is dat met opzet?"
    if doubled := sum(is_seen_twice(each) for each in proposal.changes):
        number = count(doubled, "activiteit krijgt", "activiteiten krijgen")
        yield f"{number} een ander kenmerk. Wie die in de agenda heeft, ziet ze dan dubbel."
    if touched := proposal.touched:
        number = count(len(touched), "activiteit", "activiteiten")
        yield f"Door een andere plek, partner of lijst {_changes(len(touched))} ook {number}. Ze staan onderaan."


def _some(names: Sequence[str]) -> str:
    shown = [words(each) for each in names[:_MOST_ORGANISERS]]
    rest = len(names) - len(shown)
    return list_of([*shown, f"nog {rest}"] if rest else shown)


def _changes(number: int) -> str:
    return "verandert" if number == 1 else "veranderen"
