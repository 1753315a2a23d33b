"""Where the text of a person ends in a mail: a greeting, a signature, a disclaimer, the mail that was answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GREETING = re.compile(
    r"(?:(?:met|en|veel|de)\s+)*(?:(?:vriendelijke?|hartelijke?|lieve|warme|sportieve|zonnige|beste)\s+)*"
    r"(?:groet|groeten|groetjes|groetjes van|mvg|m\.v\.g\.|hgr|gr\.?|hoogachtend|liefs)"
    r"(?:[ ,.!]+(?:van\s+)?[^\W\d_][\w.-]*(?:\s+[\w.-]+){0,3})?[ ,.!]*"
    r"|(?:alvast\s+)?(?:hartelijk\s+)?(?:bedankt|dank)(?:\s+alvast)?[ ,.!]*"
    r"|(?:kind|best|warm)?\s*regards[ ,.!]*|(?:many )?thanks[ ,.!]*",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:verzonden|verstuurd|sent|download|haal|get|gesendet|outlook)\b.{0,60}"
    r"(?:iphone|ipad|outlook|samsung|galaxy|android|ios|mail|yahoo|huawei|proton|mobiel|phone|tablet|windows|downloaden).{0,80}",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"_{8,}|-{5,}.{0,60}-{3,}|-{3,}\s*(?:forwarded|doorgestuurd|original|oorspronkelijk).{0,60}"
    r"|begin (?:doorgestuurd|forwarded) (?:bericht|message):?|begin forwarded message:?",
    re.IGNORECASE,
)
_WROTE = re.compile(r"(?:op|on|am) .{5,160}(?:schreef|wrote|schrieb|geschreven)\b.{0,120}:?", re.IGNORECASE)
_DISCLAIMER = re.compile(
    r"(?:disclaimer|proclaimer|dit e-?mail\s?bericht|dit bericht (?:is|en|kan|bevat)|deze e-?mail"
    r"|de informatie in (?:dit|deze)|de inhoud van (?:dit|deze) (?:e-?mail|bericht)|this (?:e-?mail|message)"
    r"|denk aan het milieu|virusvrij|deze e-mail is gecontroleerd)\b.*",
    re.IGNORECASE,
)
_HEADER = re.compile(r"\*?(?:van|from|afzender)\*?\s*:\*?\s.*", re.IGNORECASE)
_NEXT_HEADER = re.compile(r"\*?(?:verzonden|aan|sent|to|datum|date|onderwerp|subject|cc)\*?\s*:\*?.*", re.IGNORECASE)
_LONGEST_ENDING = 25  # lines: a greeting that is followed by more is part of the text
_LONGEST_LINE = 400


def is_mail_header(lines: Sequence[str], index: int) -> bool:
    """Takes lines and an index; gives whether the lines that a mail program writes above an earlier mail begin there.

    These are Van, Verzonden, Aan …
    """
    if not _HEADER.fullmatch(lines[index].strip()[:_LONGEST_LINE]):
        return False
    return any(_NEXT_HEADER.fullmatch(line.strip()[:_LONGEST_LINE]) for line in lines[index + 1 : index + 4])


def end_of_text(lines: Sequence[str]) -> int:
    """Takes lines; gives the index of the first that the writer did not mean for the file, else their number."""
    for index, whole_line in enumerate(lines):
        line = whole_line.strip()[:_LONGEST_LINE]
        if not line:
            continue
        if whole_line.rstrip() in ("--", "__", "\u2014") or whole_line in ("-- ", "\u2013 "):
            return index
        if _SEPARATOR.fullmatch(line) or _DEVICE.fullmatch(line) or _DISCLAIMER.match(line):
            return index
        if _WROTE.fullmatch(" ".join((line, *lines[index + 1 : index + 2])).strip()[:_LONGEST_LINE]):
            return index
        if _WROTE.fullmatch(line) or is_mail_header(lines, index):
            return index
        if _GREETING.fullmatch(line) and sum(1 for each in lines[index:] if each.strip()) <= _LONGEST_ENDING:
            return index
    return len(lines)
