"""Values that YAML cannot read, or reads as less than was typed: what is wrong, and a line to paste."""

from __future__ import annotations

import re

from meedoen.language.problems import Fault
from meedoen.language.wording import quote
from meedoen.notation.text.lines import BLOCK, Line
from meedoen.notation.text.quoting import end_of_part, paste, quoted

_WITH_QUOTES = "Zet de tekst tussen aanhalingstekens"
_CURLED = re.compile(r"[“”„‟«»‘’‚‛‹›](.*)[“”„‟«»‘’‚‛‹›\"']", re.DOTALL)  # noqa: RUF001 - of word processors
_CURLS = frozenset("“”„‟«»‹›")  # noqa: RUF001 - not the apostrophe
_COLON = re.compile(r":(?=[ \t]|\Z)")
_NOTE = re.compile(r"(?<![^ \t])#")
_COMMA = re.compile(r",(?=\s|\Z)")
_FIELD = re.compile(r"[a-z][a-z-]*")
_ESCAPE = r"\\[0abtnvfre \"/\\N_LP]|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}"
_BAD_ESCAPE = re.compile(rf"(?:[^\\]|{_ESCAPE})*+\\", re.DOTALL)
_REFERENCE = re.compile(r"\*[a-z0-9_-]+\Z|&[a-z0-9_-]+(?=\s|\Z)|!(?:[!<]|\S*/)")
_SPECIAL_START = re.compile(r"[*&!%@`|>,}\]]|[-?:](?=\s|\Z)")
_OPEN_LIST = re.compile(r"\[[^\[\]{}#\"':,]+(?:,[^\[\]{}#\"':,]*)+")
_SPECIAL_INSIDE = re.compile(r"[*&!%@`|>#]|[-?:](?=\s|\Z)|.*?(?:\s#|:\s|\])")


def lost_comment(line: Line) -> Fault | None:
    """Takes a line; gives the fault of a # that makes the rest of the value a note: `Bingo #2`."""
    value = line.value
    start = max(end_of_part(value), 0)
    if not start and value[:1] in {'"', "'", "[", "{"}:
        return None
    match = _NOTE.search(value, start)
    if not match:
        return None
    spot = match.start()
    text = value
    if start and value[0] in {'"', "'"}:
        text = value[1 : start - 1] + value[start:]
    hint = _requoted(line, text)
    if line.role == "more":
        hint = "Zet de hele tekst, vanaf de eerste regel, tussen aanhalingstekens."
    message = f"Wat achter een # staat, valt weg: {quote(value[spot:])}."
    return Fault("bijzonder-teken", message, hint, "dit valt weg", spot, len(value) - spot)


def loose_quotes(line: Line) -> Fault | None:
    """Takes a line.

    Gives the fault of a quote that opens the value and does not close at its end: `'s Avonds`, `"Koffie" en thee`.
    """
    value = line.value
    if value[:1] not in {'"', "'"}:
        return None
    end = end_of_part(value)
    if end < 0:
        text = value if value[0] == "'" else value[1:].rstrip("”“„ ") or value
        message = f"De tekst begint met een los aanhalingsteken: {quote(value)}."
        return Fault("los-aanhalingsteken", message, _requoted(line, text), "los aanhalingsteken", 0, 1)
    rest = value[end:].strip()
    if not rest:
        return None
    message = f"Achter het tweede aanhalingsteken staat nog tekst: {quote(rest)}."
    spot = len(value) - len(rest)
    return Fault("los-aanhalingsteken", message, _requoted(line), "deze tekst", spot, len(rest))


def bad_escape(line: Line) -> Fault | None:
    """Takes a line.

    Gives the fault of a backslash between double quotes that means nothing there: `"C:\\Mijn documenten"`.
    """
    value = line.value
    if not value.startswith('"') or end_of_part(value) != len(value):
        return None
    match = _BAD_ESCAPE.match(value)
    if not match:
        return None
    message = f"Tussen dubbele aanhalingstekens betekent een \\ iets bijzonders: {quote(value)}."
    hint = _requoted(line, value[1:-1], "Typ elke \\ twee keer")
    return Fault("bijzonder-teken", message, hint, "dit teken", match.end() - 1, 1)


def curled(line: Line) -> Fault | None:
    """Takes a line; gives the fault of curly quotes around the whole value.

    Inside a text they are fine, and so is an apostrophe.
    """
    text = _uncurled(line.value)
    if not text:
        return None
    hint = _requoted(line, text, "Laat ze weg, of typ rechte aanhalingstekens")
    return Fault("krulquotes", f"Om {quote(text)} staan gekrulde aanhalingstekens.", hint, "gekruld")


def reference(line: Line) -> Fault | None:
    """Takes a line; gives the fault of YAML's own references and kinds: `*naam`, `&naam`, `!!soort`."""
    if not _REFERENCE.match(line.value):
        return None
    message = f"De tekst begint met {line.value[0]} en is dan een verwijzing: {quote(line.value)}."
    return Fault("yaml-verwijzing", message, _requoted(line), "verwijzing")


def special_start(line: Line) -> Fault | None:
    """Takes a line; gives the fault of a value that starts with a sign of YAML: `*Nieuw*`, `@home`, `- koffie`."""
    value = line.value
    if not _SPECIAL_START.match(value) or BLOCK.match(value):
        return None
    message = f"Een tekst mag niet zomaar met {value[0]} beginnen: {quote(value)}."
    return Fault("bijzonder-teken", message, _requoted(line), "dit teken", 0, 1)


def brackets(line: Line) -> Fault | None:
    """Takes a line.

    Gives the fault of brackets that are part of a text and not of a list: `[Nieuw] lezen`, `{x}`, `[Nieuw`.
    """
    value = line.value
    if value[:1] not in {"[", "{"}:
        return None
    end = end_of_part(value)
    closing = "]" if value[0] == "[" else "}"
    rest = value[end:].strip()
    if end < 0:
        message = f"Het haakje {value[0]} gaat niet dicht: {quote(value)}."
        hint = _requoted(line)
        if _OPEN_LIST.fullmatch(value):
            hint = paste(f"Zet {closing} achter de lijst", f"{line.start}{value}{closing}")
        return Fault("bijzonder-teken", message, hint, "dit haakje", 0, 1)
    if rest:
        message = f"Achter het haakje {closing} staat nog tekst: {quote(rest)}."
        spot = len(value) - len(rest)
        return Fault("bijzonder-teken", message, _requoted(line), "deze tekst", spot, len(rest))
    if closing == "}" and ":" not in value:
        message = f"De haakjes {{ en }} betekenen hier iets bijzonders: {quote(value)}."
        return Fault("bijzonder-teken", message, _requoted(line), "deze haakjes")
    return None


def list_items(line: Line) -> Fault | None:
    """Takes a line.

    Gives the fault of an item between brackets that needs quotes of its own: `[a, *Nieuw*, 's Avonds]`.
    """
    value = line.value
    if value[:1] != "[" or end_of_part(value) != len(value) or not value[1:].isprintable() or '"' in value:
        return None
    items = [item.strip() for item in _COMMA.split(value[1:-1])]
    mended = [quoted(item) if _needs_quotes(item) else item for item in items]
    if items == mended:
        return None
    wrong = next(item for item, good in zip(items, mended, strict=True) if item != good)
    hint = paste(_WITH_QUOTES, f"{line.start}[{', '.join(mended)}]")
    message = f"In de lijst staat tekst met een bijzonder teken: {quote(wrong)}."
    return Fault("bijzonder-teken", message, hint, "deze tekst", value.find(wrong, 1), len(wrong))


def curled_items(line: Line) -> Fault | None:
    """Takes a line; gives the fault of curly quotes around an item between brackets."""
    value = line.value
    if value[:1] != "[" or end_of_part(value) != len(value):
        return None
    items = [item.strip() for item in _COMMA.split(value[1:-1])]
    mended = [quoted(text) if (text := _uncurled(item)) else item for item in items]
    if items == mended:
        return None
    hint = paste("Laat ze weg, of typ rechte aanhalingstekens", f"{line.start}[{', '.join(mended)}]")
    return Fault("krulquotes", "In de lijst staan gekrulde aanhalingstekens.", hint, "gekruld")


def inner_colon(line: Line) -> Fault | None:
    """Takes a line; gives the fault of a colon followed by a space in a value without quotes: `Muziek: live`."""
    match = None if line.value[:1] in {'"', "'", "[", "{"} else _COLON.search(line.value)
    if not match:
        return None
    message = f"In de tekst staat een dubbele punt: {quote(line.value)}."
    hint = _requoted(line)
    if line.dash and not _FIELD.fullmatch(line.key):
        hint = paste(_WITH_QUOTES, f"{line.dash}{quoted(f'{line.key}: {line.value}')}")
    return Fault("dubbele-punt", message, hint, "deze dubbele punt", match.start(), 1)


def _requoted(line: Line, text: str = "", advice: str = _WITH_QUOTES) -> str:
    return paste(advice, line.start + quoted(text or line.value))


def _uncurled(value: str) -> str:
    match = _CURLED.fullmatch(value)
    return match.group(1).strip() if match and _CURLS.isdisjoint(match.group(1)) else ""


def _needs_quotes(item: str) -> bool:
    if item[:1] == "'":
        return end_of_part(item) != len(item)
    return _SPECIAL_INSIDE.match(item) is not None
