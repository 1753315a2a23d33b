"""The activity files in the text of a mail: between marks, or from the first field to where the text ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from meedoen.mailbox.closing import end_of_text, is_mail_header
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.text.envelope import Mark, mark_of
from meedoen.notation.text.header import is_nearly_dashes

MOST = 20
_QUOTE = re.compile(r"(?:[ ]?>)+[ ]?")
_FIELD = re.compile(r"[\"'“”*]{0,2}([^\W\d][\w-]{1,30})[\"'“”*]{0,2}[ \u00a0]?[:=](?!//)(?:[ \u00a0]?\S.*)?\*?")
_OF_MAIL = frozenset({"van", "aan", "from", "to", "verzonden", "sent"})
_MOST_HEADER = 120
_ABOVE = 8  # lines in which the form says for which site a file is
_NEAR = 12  # lines in which a second field must stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A file as it stands in a mail: lines of the header, lines of the text, and where they were meant to go.

    `left_out` are the lines below that were taken for a greeting or a signature; `above` is what stands before it.
    """

    header: tuple[str, ...]
    body: tuple[str, ...]
    mark: Mark | None = None
    left_out: tuple[str, ...] = ()
    width: int = 0
    above: str = ""


def excerpts(text: str) -> Iterator[Excerpt]:
    """Takes the text of a mail; gives every file in it, at most twenty."""
    lines = text.split("\n")
    starts = _starts(lines)
    for number, start in enumerate(starts[:MOST]):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        above = " ".join(" ".join(map(unquoted, lines[max(0, start - _ABOVE) : start])).split())
        yield _excerpt(lines[start:end], max(map(len, lines)), above)


def field_of(line: str) -> str:
    """Takes a line; gives the name before its colon when it may be a field, empty for any other line."""
    match = _FIELD.fullmatch(line[:400].rstrip()) or (_FIELD.match(line) if len(line) > 400 else None)
    return match[1].lower() if match else ""


def _starts(quoted: Sequence[str]) -> list[int]:
    """The lines where a file begins: a mark, or the dashes above the first field (or that field)."""
    lines = [unquoted(line) for line in quoted]
    starts: list[int] = []
    in_marks, after = False, 0
    for index, line in enumerate(lines):
        mark = mark_of(line)
        if mark:
            # A mark with no file below it is about an attachment.
            in_marks = mark.word != "einde" and any(map(field_of, lines[index + 1 : index + 2 + _NEAR]))
            if in_marks:
                starts.append(index)
                after = index + 2 + _NEAR
        elif not in_marks and index >= after and _begins(lines, index):
            starts.append(_with_dashes(lines, index, after))
            after = _after_header(lines, index)
    return starts


def _begins(lines: Sequence[str], index: int) -> bool:
    if field_of(lines[index]) not in ACTIVITY.by_key:
        return False
    nearby = lines[max(0, index - 3) : index + 4]
    if field_of(lines[index]) == "datum" and any(field_of(line) in _OF_MAIL for line in nearby):
        return False
    if any(is_mail_header(lines, each) for each in range(max(0, index - 4), index + 1)):
        return False
    near = takewhile(lambda line: not is_nearly_dashes(line.strip()), lines[index : index + _NEAR])
    known = {each for each in map(field_of, near) if each in ACTIVITY.by_key}
    return len(known) >= 2 and bool(known & {"titel", "datum"})


def _with_dashes(lines: Sequence[str], index: int, floor: int) -> int:
    """The line of dashes above this field, with only what can stand in a header between them; else the field."""
    for above in range(index - 1, max(floor, index - _NEAR) - 1, -1):
        line = lines[above]
        if is_nearly_dashes(line.strip()):
            return above
        if line.strip() and not field_of(line) and line[0] not in "#- ":
            break
    return index


def _after_header(lines: Sequence[str], index: int) -> int:
    """Where the next file can begin at the earliest: below a run of fields."""
    for spot in range(index + 1, min(index + _MOST_HEADER, len(lines))):
        if is_nearly_dashes(lines[spot].strip()):
            return spot + 1
        if field_of(lines[spot]) == "titel" and spot > index + 1 and not lines[spot - 1].strip():
            return spot
    return index + _NEAR


def unquoted(line: str, depth: int = 99) -> str:
    """Takes a line; gives it without its quote marks, or without `depth` of them."""
    match = _QUOTE.match(line)
    if not match:
        return line
    rest = line
    for _ in range(min(depth, match[0].count(">"))):
        rest = rest.lstrip(" ").removeprefix(">")
    return rest.removeprefix(" ")


def _depth(line: str) -> int:
    match = _QUOTE.match(line)
    return match[0].count(">") if match else 0


def _excerpt(lines: Sequence[str], width: int, above: str) -> Excerpt:
    mark = mark_of(unquoted(lines[0]))
    depth = _depth(lines[0])
    plain = _level(lines, depth) if depth else list(lines)
    if mark:
        plain = plain[1:]
    end = next((spot for spot, line in enumerate(plain) if (each := mark_of(line)) and each.word == "einde"), -1)
    whole = plain[:end] if end >= 0 else plain
    header, body = _split(whole)
    stop = len(body) if end >= 0 else end_of_text(body)
    below = [*body[stop:], *(plain[end + 1 :] if end >= 0 else ())]
    return Excerpt(
        header=tuple(header),
        body=tuple(body[:stop]),
        mark=mark,
        left_out=tuple(below),
        width=width,
        above=above[-2000:],
    )


def _level(lines: Sequence[str], depth: int) -> list[str]:
    """The quoted lines without their marks, until the quote ends; what a program broke off a line goes back."""
    unquoted_lines: list[str] = []
    for index, line in enumerate(lines):
        own = _depth(line)
        if own >= depth or not line.strip():
            unquoted_lines.append(unquoted(line, depth))
        elif any(_depth(each) >= depth for each in lines[index + 1 : index + 3]):
            unquoted_lines[-1] = f"{unquoted_lines[-1].rstrip()} {unquoted(line).strip()}"
        else:
            break
    return unquoted_lines


def _split(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The header and the text below it. Dashes that a program has eaten are thought where they must have been."""
    start = next((spot for spot, line in enumerate(lines) if line.strip()), len(lines))
    if start < len(lines) and is_nearly_dashes(lines[start].strip()):
        start += 1
    blank = False
    for spot in range(start, min(len(lines), start + _MOST_HEADER)):
        line = lines[spot]
        if is_nearly_dashes(line.strip()) and spot > start:
            return list(lines[start:spot]), list(lines[spot + 1 :])
        if not line.strip():
            blank = True
        elif field_of(line) or line[0] in " \t\u00a0-#•·[{" or line.strip()[0] in "]}":
            blank = False
        elif blank and not _closes(lines, spot):
            return list(lines[start:spot]), list(lines[spot:])
    return list(lines[start : start + _MOST_HEADER]), list(lines[start + _MOST_HEADER :])


def _closes(lines: Sequence[str], spot: int) -> bool:
    """Whether more fields and the dashes below them still follow, so that this line belongs to the header."""
    for line in lines[spot + 1 : spot + 40]:
        if is_nearly_dashes(line.strip()) and line.rstrip() != "--":
            return True
        if line.strip() and not field_of(line) and line[0] not in " \t-":
            return False
    return False
