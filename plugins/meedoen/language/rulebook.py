"""The page about all rules: from the rules and their examples to the text of docs/fouten.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from meedoen.language.rules import RULES, Rule

MADE = "<!-- Gemaakt met `meedoen documentatie` uit language/rules.py en tests/examples/regels/. -->"
_INTRODUCTION = """Staat er een fout in je bestand? Dan zegt de controle waar het is, wat er mis is en wat je kunt doen.
Op deze pagina staat elke melding, met een voorbeeld dat fout is en hetzelfde voorbeeld zoals het wel kan.

Een **fout** moet eerst weg: tot die tijd komt het bestand niet op de site.
Een **waarschuwing** is een tip. Je mag hem laten staan.
**Aandacht** is voor wie een voorstel meeleest. Het houdt niets tegen, en is vaak met opzet zo.

De code staat achter de titel van een melding, tussen haakjes: `[datum-bestaat-niet]`."""
_LEVELS = (("fout", "Fouten"), ("waarschuwing", "Waarschuwingen"), ("aandacht", "Aandacht"))
# What stands above what was there before, the example, what the checker says, and the mended example.
_WORDS = {
    "fout": ("", "Zo is het fout:", "Dit zegt de controle:", "Zo is het goed:"),
    "waarschuwing": ("", "Zo kan het beter:", "Dit zegt de controle:", "Zo is het goed:"),
    "aandacht": ("Dit staat er al:", "Dit stuurt iemand in:", "Dit leest wie het beoordeelt:", "Hierbij niet:"),
}
_MOST_BEFORE = 2  # files that were there before, shown to understand the example


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What breaks a rule and what mends it, as path → text, and what the checker says; empty where it is no text.

    `before` is what stands there already when somebody proposes the rest.
    """

    wrong: Mapping[str, str] = field(default_factory=dict)
    right: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    message: str = ""


def rules_page(examples: Mapping[str, Example]) -> str:
    """Takes the examples by rule.

    Gives the page: every rule with its level, reason and example, after a list of all.
    """
    parts = ["# Alle meldingen", MADE, _INTRODUCTION]
    for level, heading in _LEVELS:
        rules = [rule for rule in RULES.values() if rule.level == level]
        parts.append(
            f"**{heading}:**\n\n" + "\n".join(f"- [{rule.title}](#{rule.name}) `{rule.name}`" for rule in rules)
        )
    for level, heading in _LEVELS:
        parts.append(f"## {heading}")
        for rule in RULES.values():
            if rule.level == level:
                parts += _section(rule, examples.get(rule.name, Example()))
    return "\n\n".join(parts) + "\n"


def _section(rule: Rule, example: Example) -> Iterator[str]:
    yield f"### {rule.name}"
    yield f"**{rule.title.capitalize()}.** {rule.explanation}"
    before, wrong, says, right = _WORDS[rule.level]
    if 0 < len(example.before) <= _MOST_BEFORE:
        yield before
        yield from _files(example.before)
    if example.wrong:
        yield wrong
        yield from _files(example.wrong)
    if example.message:
        yield says
        yield _fenced(example.message, "text")
    if example.wrong and example.right:
        yield right
        yield from _files(example.right)


def _files(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield f"`content/{path}`"
        yield _fenced(text, "yaml")


def _fenced(text: str, language: str) -> str:
    return f"````{language}\n{text.rstrip()}\n````"
