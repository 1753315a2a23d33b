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


def write_findings(found: Sequence[Finding], out: TextIO, *, form: str = "tekst", quiet: bool = False) -> None:
    """Writes the findings, which are in order; `quiet` leaves out all but faults, and the closing line without any."""
    shown = [each for each in found if each.level == FAULT or not quiet]
    if form == "json":
        out.write(_json(shown).replace(OLD_COMMAND, "#\\u0023[") + "\n")
        return
    if form == "github":
        text = "".join(f"{line}\n" for line in _commands(shown))
    else:
        colour = _COLOURS if out.isatty() else dict.fromkeys(_COLOURS, "")
        text = "".join(f"{line}\n" for line in _lines(shown, colour))
    if not quiet or shown:
        text += _closing(found) + "\n"
    out.write(text.replace(OLD_COMMAND, "# #["))


def _lines(found: Iterable[Finding], colour: dict[str, str]) -> Iterable[str]:
    for site, of_site in groupby(found, key=lambda each: each.site):
        yield f"{colour['stil']}{'─' * 4}{colour['uit']} {shown(site) if site else 'alle sites'}"
        for kind, of_kind in groupby(of_site, key=lambda each: each.kind):
            yield from _of_kind(kind, list(of_kind), colour)
        yield ""


def _of_kind(kind: str, found: list[Finding], colour: dict[str, str]) -> Iterable[str]:
    level, title = KINDS[kind].level, KINDS[kind].title
    yield f"{colour[level]}{level.capitalize()}: {title}{colour['uit']}  {colour['stil']}[{kind}]{colour['uit']}"
    one_hint = len({each.hint for each in found}) == 1
    for number, each in enumerate(found[:_MOST_OF_A_KIND], 1):
        yield from _wrapped(f"- {each.message}")
        if each.source and level != NOTICE:
            yield f"    {colour['stil']}{shown(each.source)}{colour['uit']}"
        if each.allow:
            yield f"    {colour['stil']}Mag dit weg? --mag-weg {each.allow}{colour['uit']}"
        if each.hint and (not one_hint or number == min(len(found), _MOST_OF_A_KIND)):
            yield from _wrapped(f"  Wat je kunt doen: {each.hint}")
    if len(found) > _MOST_OF_A_KIND:
        yield f"  - en nog {len(found) - _MOST_OF_A_KIND}"


def _wrapped(text: str) -> list[str]:
    return wrap(
        text, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _closing(found: Sequence[Finding]) -> str:
    totals = {level: sum(each.level == level for each in found) for level in _WORDS}
    said = [count(number, *_WORDS[level]) for level, number in totals.items() if number]
    if not said:
        return "Abonnees merken niets: alle agenda's zijn hetzelfde gebleven."
    end = "Zet dit niet online: abonnees raken iets kwijt." if totals[FAULT] else "Dit kan online."
    return f"{list_of(said)}. {end}"


def _commands(found: Sequence[Finding]) -> Iterable[str]:
    for level, command in _COMMANDS.items():
        of_level = [each for each in found if each.level == level]
        for each in of_level[:MOST]:
            where = f"file={value(each.source)}," if each.source else ""
            allow = f"Mag dit weg? --mag-weg {each.allow}" if each.allow else ""
            text = " ".join(part for part in (each.message, each.hint, allow) if part)
            yield f"::{command} {where}title={value(KINDS[each.kind].title.capitalize())}::{data(text)}"
        if rest := len(of_level) - min(len(of_level), MOST):
            more = f"En nog {count(rest, *_WORDS[level])}. Typ: python -m meedoen vergelijk"
            yield f"::{command} title=Er is meer::{more}"


def _json(found: Sequence[Finding]) -> str:
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
        for each in found
    ]
    return json.dumps(
        {"fouten": sum(each.level == FAULT for each in found), "bevindingen": rows}, ensure_ascii=False, indent=1
    )
