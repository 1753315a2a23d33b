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

De code staat achter de titel van een melding, tussen haakjes: `[datum-bestaat-niet]`."""
_LEVELS = (("fout", "Fouten"), ("waarschuwing", "Waarschuwingen"))


@dataclass(frozen=True, slots=True)
class Example:
    """What breaks a rule and what mends it, as path → text, and what the checker says; empty where it is no text."""

    wrong: Mapping[str, str] = field(default_factory=dict)
    right: Mapping[str, str] = field(default_factory=dict)
    message: str = ""


def rules_page(examples: Mapping[str, Example]) -> str:
    """Every rule with its level, its reason and its example, after a list of them all."""
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
    if example.wrong:
        yield "Zo is het fout:" if rule.level == "fout" else "Zo kan het beter:"
        yield from _files(example.wrong)
    if example.message:
        yield "Dit zegt de controle:"
        yield _fenced(example.message, "text")
    if example.wrong and example.right:
        yield "Zo is het goed:"
        yield from _files(example.right)


def _files(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield f"`content/{path}`"
        yield _fenced(text, "yaml")


def _fenced(text: str, language: str) -> str:
    return f"````{language}\n{text.rstrip()}\n````"
