"""What people type in a header that YAML cannot read, or reads as something else: every line that has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from meedoen.language.problems import Fault, FilePosition, Problem, at
from meedoen.language.wording import count, quote
from meedoen.notation.text.header import is_nearly_dashes
from meedoen.notation.text.lines import Line, Role, read_lines
from meedoen.notation.text.quoting import as_value, end_of_part, paste, quoted
from meedoen.notation.text.value_faults import (
    bad_escape,
    brackets,
    curled,
    curled_items,
    inner_colon,
    list_items,
    loose_quotes,
    lost_comment,
    reference,
    special_start,
)

Pattern = Callable[[Line], Fault | None]

_EXAMPLE = "Een veld ziet er zo uit:   titel: Koffie en taal"
_SPACE = "Typ er een spatie tussen"
_GLUED = re.compile(r"([^\W\d][\w-]*):(?!//)(?=\S)(.*)")
_ADDRESS = re.compile(r"(?:https?|mailto|tel|webcal):")
_OTHER_SIGN = re.compile(r"([^\W\d][\w-]*)\s*(?:[=-]>|[=;\uff1a])\s*(.*)")
_NO_SIGN = re.compile(r"([^\W\d][\w-]*)(?:\s+(.*))?")
_BULLET = re.compile(r"[*•·‣●–—]\s+(.*)")  # noqa: RUF001 - as word processors make them
_CURLED_START = re.compile(r"[-:,\[] *[“”„‟«»‘’‚‛‹›]")  # noqa: RUF001 - as word processors make them


def may_lose_text(header: str) -> bool:
    """Takes a header that YAML can read; gives whether a sign in it is worth a second look; meant to be quick."""
    return "#" in header or (not header.isascii() and _CURLED_START.search(header) is not None)


def find_faults(path: str, lines: Sequence[str], first: int, readable: bool, has_body: bool) -> list[Problem]:
    """Takes the path and the lines of a header; gives a problem for each line with a fault that people often make.

    They are in the order of the file. `first` is the number of the first line. In a header that YAML can read
    (`readable`) only those count that lose text, or that are refused; `has_body` tells whether text may follow the
    header.
    """
    problems: list[Problem] = []
    for line in read_lines(lines, first):
        if line.role == "loose" and has_body and not readable and (fault := _text_starts(line)):
            return [*problems, at(_place(path, line), fault)]
        patterns = ALWAYS[line.role] if readable else (*ALWAYS[line.role], *WHEN_UNREADABLE[line.role])
        if fault := next((fault for pattern in patterns if (fault := pattern(line))), None):
            problems.append(at(_place(path, line), fault))
    return problems


def unreadable(source: str) -> Fault:
    """Takes a line that YAML cannot read; gives the fault, for when no pattern tells why."""
    text = source.strip()
    message = f"Deze regel is niet te lezen: {quote(text)}."
    line = next(iter(read_lines([source], 1)), None)
    if line and line.dash and not line.key:
        message = f"Voor een lijst staat eerst de naam van het veld: {quote(text)}."
    if line and line.key and line.value and end_of_part(line.value) < 0:
        hint = paste("Zet de tekst tussen aanhalingstekens", f"{line.start}{quoted(line.value)}")
        return Fault("kop-onleesbaar", message, hint)
    return Fault("kop-onleesbaar", message, _EXAMPLE)


def _place(path: str, line: Line) -> FilePosition:
    if line.role == "crooked" or not line.value:
        return FilePosition(path, line.number, line.indent + 1, line.column - 1 - line.indent + len(line.value))
    return FilePosition(path, line.number, line.column, len(line.value))


def _glued_key(line: Line) -> Fault | None:
    match = _GLUED.fullmatch(line.key)
    if not match:
        return None
    fault = _space_missing(line.dash, match.group(1), f"{match.group(2)}: {line.value}".rstrip())
    return replace(fault, offset=line.indent + len(line.dash) + 1 - line.column, length=len(line.key))


def _glued_text(line: Line) -> Fault | None:
    match = None if _ADDRESS.match(line.value) else _GLUED.fullmatch(line.value)
    return _space_missing("", match.group(1), match.group(2)) if match else None


def _glued_field(line: Line) -> Fault | None:
    match = _GLUED.fullmatch(line.value)
    return _space_missing("", match.group(1), match.group(2)) if match else None


def _space_missing(dash: str, key: str, value: str) -> Fault:
    message = f"Achter de dubbele punt ontbreekt een spatie: {quote(f'{key}:{value}')}."
    return Fault("kop-onleesbaar", message, paste(_SPACE, f"{dash}{_field(key, value)}"))


def _other_sign(line: Line) -> Fault | None:
    match = _OTHER_SIGN.fullmatch(line.value)
    if not match:
        return None
    message = f"Achter {quote(match.group(1))} hoort een dubbele punt: {quote(line.value)}."
    hint = paste("Typ een dubbele punt", _field(match.group(1), match.group(2)))
    return Fault("kop-onleesbaar", message, hint)


def _no_sign(line: Line) -> Fault | None:
    match = _NO_SIGN.fullmatch(line.value)
    if not match:
        return None
    message = f"Achter {quote(match.group(1))} ontbreekt een dubbele punt: {quote(line.value)}."
    advice = "Typ een dubbele punt en een spatie (of twee spaties vooraan, als dit bij de regel erboven hoort)"
    return Fault("kop-onleesbaar", message, paste(advice, _field(match.group(1), match.group(2) or "")))


def _field(key: str, value: str) -> str:
    return f"{key}: {as_value(value)}" if value else f"{key}:"


def _bullet(line: Line) -> Fault | None:
    match = _BULLET.fullmatch(line.value)
    if not match:
        return None
    message = f"Een lijst heeft gewone streepjes nodig: {quote(line.value)}."
    hint = paste("Typ een streepje en een spatie", f"- {as_value(match.group(1))}")
    return Fault("kop-onleesbaar", message, hint)


def _bullet_below(line: Line) -> Fault | None:
    return None if line.value[0] in "–—" else _bullet(line)  # noqa: RUF001 - a text may go on with a dash


def _glued_dash(line: Line) -> Fault | None:
    if not re.match(r"-[^\s-]", line.value):
        return None
    message = f"Achter het streepje ontbreekt een spatie: {quote(line.value)}."
    return Fault("kop-onleesbaar", message, paste(_SPACE, f"- {as_value(line.value[1:])}"))


def _list_under_value(line: Line) -> Fault | None:
    if not line.dash or line.indent < line.level:
        return None
    item = quote(f"{line.start}{line.value}".rstrip())
    message = f"Hier begint een lijst met {item}, maar daarboven staat al een waarde."
    return Fault("inspringing", message, "Zet alles in de lijst, elk met een streepje op een eigen regel.")


def _crooked(line: Line) -> Fault | None:
    text = f"{line.start}{line.value}".rstrip()
    advice = "Begin vooraan op de regel"
    if line.level:
        advice = f"Zet er {count(line.level, 'spatie', 'spaties')} voor, niet {line.indent}"
    message = f"Deze regel begint niet recht onder de andere: {quote(text)}."
    return Fault("inspringing", message, paste(advice, text))


def _text_starts(line: Line) -> Fault | None:
    words = line.value.split()
    is_text = len(words) >= 8 or (len(words) >= 4 and line.value[-1] in ".!?") or words[0].strip("#") == ""
    if not is_nearly_dashes(line.value) and not (line.after_blank and is_text):
        return None
    message = f"Boven {quote(line.value)} ontbreekt een regel met drie streepjes."
    return Fault("kop-niet-gesloten", message, "Zet --- tussen de velden en de tekst:   ---")


_VALUE: tuple[Pattern, ...] = (
    curled,
    lost_comment,
    loose_quotes,
    bad_escape,
    reference,
    special_start,
    brackets,
    curled_items,
)
ALWAYS: dict[Role, tuple[Pattern, ...]] = {
    "entry": (_glued_key, *_VALUE),
    "crooked": (_list_under_value,),
    "value": (_bullet, *_VALUE, _glued_dash, _glued_text),
    "more": (lost_comment, _bullet_below),
    "loose": (),
}
WHEN_UNREADABLE: dict[Role, tuple[Pattern, ...]] = {
    "entry": (list_items, inner_colon),
    "crooked": (_crooked,),
    "value": (list_items, inner_colon),
    "more": (),
    "loose": (_bullet, _glued_dash, _glued_field, _other_sign, _no_sign),
}
