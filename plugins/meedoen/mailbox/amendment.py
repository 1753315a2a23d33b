"""A mail that asks for lines in a file that is there: “dit gaat niet door”, as the page about one activity makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meedoen.content.layout import FileKind, kind_of
from meedoen.mailbox.closing import end_of_text
from meedoen.mailbox.excerpt import Excerpt, field_of, unquoted
from meedoen.mailbox.mail import Mail
from meedoen.mailbox.repair import repaired

_PATH = re.compile(r"content/activiteiten/[a-z0-9/-]{1,999}\.[a-z]{2,4}\b")
_WRONG = re.compile(r"dit gaat over .{3,400}? dit klopt niet:", re.IGNORECASE)
_MAY_COME = frozenset({"wijzigingen", "status", "reden"})
_NEAR, _MOST = 6, 40
_BROKEN = 50  # signs: a shorter line was not broken by a mail program


@dataclass(frozen=True, slots=True)
class Amendment:
    """A file, and the lines that it should get: `wijzigingen:` with dates, or `status:` and `reden:`."""

    path: str
    lines: tuple[str, ...]


def amendments(text: str) -> Iterator[Amendment]:
    """Takes the text of a mail; gives what it asks for, each file once."""
    lines = [unquoted(line) for line in text.split("\n")]
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if "content/activiteiten/" not in line:
            continue
        match = _PATH.search("".join((line, *lines[index + 1 : index + 2]))[:2000])
        start = next((n for n in range(index, min(index + _NEAR, len(lines))) if field_of(lines[n]) in _MAY_COME), -1)
        known = match and kind_of(match[0]) is FileKind.ACTIVITY
        if match and known and start >= 0 and match[0] not in seen:
            seen.add(match[0])
            yield Amendment(match[0], _block(lines[start : start + _MOST]))


def says_what_is_wrong(mail: Mail) -> bool:
    """Takes a mail; gives whether somebody tells in words of their own what is wrong with an activity."""
    return any(_WRONG.search(" ".join(text.content[:20_000].split())) for text in mail.texts)


def amended(original: str, lines: Sequence[str]) -> str | None:
    """Takes a file and lines; gives the file with these in its header, None where they do not fit in as lines."""
    rows = original.split("\n")
    first = 1 if rows[0].rstrip() == "---" else 0
    end = next((n for n in range(first, len(rows)) if first and rows[n].rstrip() == "---"), len(rows))
    while not first and end and not rows[end - 1].strip():
        end -= 1
    header = rows[first:end]
    for key, block in _blocks(lines):
        spot = next((n for n, row in enumerate(header) if field_of(row) == key and row[0] not in " -"), -1)
        if spot < 0:
            header += block
        elif key != "wijzigingen":
            header[spot : spot + 1] = block
        elif header[spot].split("#")[0].strip() != "wijzigingen:":
            return None
        else:
            last = spot + 1
            while last < len(header) and header[last][:1] in (" ", "-"):
                last += 1
            flush = header[spot + 1 : spot + 2] and header[spot + 1].startswith("-")
            header[last:last] = [row[2:] if flush else row for row in block[1:]]
    return "\n".join([*rows[:first], *header, *rows[end:]])


def _block(lines: Sequence[str]) -> tuple[str, ...]:
    """The fields at the start of these lines, mended as those of a whole file."""
    kept: list[str] = []
    for line in lines:
        is_part = not line.strip() or line[0] in " -" or field_of(line)
        goes_on = kept and len(kept[-1]) > _BROKEN and end_of_text([line])
        if not (is_part or goes_on):
            break
        kept.append(line)
    header = repaired(Excerpt(header=tuple(kept), body=())).split("\n")[1:-2]
    return tuple(row for _, block in _blocks(header) for row in block)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """key → its line and those below it, for the fields that a mail may change."""
    key, block = "", list[str]()
    for line in lines:
        if line[:1] not in (" ", "-"):
            if key in _MAY_COME:
                yield key, block
            key, block = field_of(line), []
        block.append(line)
    if key in _MAY_COME:
        yield key, block
