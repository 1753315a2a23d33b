"""What subscribers will notice, for people and programs: text by site, workflow commands, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import wrap
from typing import TextIO

from meedoen.cli.annotation import MOST, OLD_COMMAND, data, value
from meedoen.guard.finding import Finding
from meedoen.guard.kinds import FAULT, KINDS, NOTICE, WARNING
from meedoen.guard.subject import shown
from meedoen.language.wording import count, list_of

FORMATS = ("tekst", "github", "json")
_MOST_OF_A_KIND = 8
_WIDTH = 100
_COLOURS = {FAULT: "\x1b[1;31m", WARNING: "\x1b[1;33m", NOTICE: "\x1b[1m", "stil": "\x1b[2m", "uit": "\x1b[0m"}
_COMMANDS = {FAULT: "error", WARNING: "warning", NOTICE: "notice"}
_WORDS = {
    FAULT: ("fout", "fouten"),
    WARNING: ("waarschuwing", "waarschuwingen"),
    NOTICE: ("bericht", "berichten"),
}


def write_findings(findings: Sequence[Finding], out: TextIO, *, form: str = "tekst", quiet: bool = False) -> None:
    """Takes findings, which are in order; writes them in the form `form`.

    `quiet` leaves out all but faults, and the closing line without any.
    """
    shown = [each for each in findings if each.level == FAULT or not quiet]
    if form == "json":
        out.write(_json(shown).replace(OLD_COMMAND, "#\\u0023[") + "\n")
        return
    if form == "github":
        text = "".join(f"{line}\n" for line in _commands(shown))
    else:
        colour = _COLOURS if out.isatty() else dict.fromkeys(_COLOURS, "")
        text = "".join(f"{line}\n" for line in _lines(shown, colour))
    if not quiet or shown:
        text += _closing(findings) + "\n"
    out.write(text.replace(OLD_COMMAND, "# #["))


def _lines(findings: Iterable[Finding], colour: dict[str, str]) -> Iterable[str]:
    for site, of_site in groupby(findings, key=lambda each: each.site):
        yield f"{colour['stil']}{'─' * 4}{colour['uit']} {shown(site) if site else 'alle sites'}"
        for kind, of_kind in groupby(of_site, key=lambda each: each.kind):
            yield from _of_kind(kind, list(of_kind), colour)
        yield ""


def _of_kind(kind: str, findings: list[Finding], colour: dict[str, str]) -> Iterable[str]:
    level, title = KINDS[kind].level, KINDS[kind].title
    yield f"{colour[level]}{level.capitalize()}: {title}{colour['uit']}  {colour['stil']}[{kind}]{colour['uit']}"
    one_hint = len({each.hint for each in findings}) == 1
    for number, finding in enumerate(findings[:_MOST_OF_A_KIND], 1):
        yield from _wrapped(f"- {finding.message}")
        if finding.source and level != NOTICE:
            yield f"    {colour['stil']}{shown(finding.source)}{colour['uit']}"
        if finding.allow:
            yield f"    {colour['stil']}Mag dit weg? --mag-weg {finding.allow}{colour['uit']}"
        if finding.hint and (not one_hint or number == min(len(findings), _MOST_OF_A_KIND)):
            yield from _wrapped(f"  Wat je kunt doen: {finding.hint}")
    if len(findings) > _MOST_OF_A_KIND:
        yield f"  - en nog {len(findings) - _MOST_OF_A_KIND}"


def _wrapped(text: str) -> list[str]:
    return wrap(
        text, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _closing(findings: Sequence[Finding]) -> str:
    totals = {level: sum(each.level == level for each in findings) for level in _WORDS}
    counts = [count(number, *_WORDS[level]) for level, number in totals.items() if number]
    if not counts:
        return "Abonnees merken niets: alle agenda's zijn hetzelfde gebleven."
    end = "Zet dit niet online: abonnees raken iets kwijt." if totals[FAULT] else "Dit kan online."
    return f"{list_of(counts)}. {end}"


def _commands(findings: Sequence[Finding]) -> Iterable[str]:
    for level, command in _COMMANDS.items():
        of_level = [each for each in findings if each.level == level]
        for finding in of_level[:MOST]:
            where = f"file={value(finding.source)}," if finding.source else ""
            allow = f"Mag dit weg? --mag-weg {finding.allow}" if finding.allow else ""
            text = " ".join(part for part in (finding.message, finding.hint, allow) if part)
            yield f"::{command} {where}title={value(KINDS[finding.kind].title.capitalize())}::{data(text)}"
        if rest := len(of_level) - min(len(of_level), MOST):
            more = f"En nog {count(rest, *_WORDS[level])}. Typ: python -m meedoen vergelijk"
            yield f"::{command} title=Er is meer::{more}"


def _json(findings: Sequence[Finding]) -> str:
    rows = [
        {
            "soort": each.level,
            "code": each.kind,
            "titel": KINDS[each.kind].title,
            "site": each.site,
            "melding": each.message,
            "oplossing": each.hint,
            "mag-weg": each.allow,
            "kenmerk": each.uid,
            "bestand": each.source,
            "adres": each.address,
            "was": each.old,
            "wordt": each.new,
        }
        for each in findings
    ]
    return json.dumps(
        {"fouten": sum(each.level == FAULT for each in findings), "bevindingen": rows}, ensure_ascii=False, indent=1
    )
