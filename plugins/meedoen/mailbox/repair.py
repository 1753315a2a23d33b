"""A file as a mail program has bent it, bent back: lines that were broken, quotes that were curled, links in links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from meedoen.mailbox.excerpt import Excerpt, field_of
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field
from meedoen.notation.text.quoting import quoted

_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_KEY = re.compile(r"[\"'“”*]{0,2}([^\W\d][\w-]{1,30})[\"'“”*]{0,2}[ ]*[:=]\*?(?!//)[ ]*")
_CURLED = re.compile(r"[“”„‟«»](.*)[“”‟«»\"]|[‘’‚‛](.*)[‘’‛']")  # noqa: RUF001 - as mail programs make them
_CURLS = str.maketrans("“”„‟«»", '""""""')
_ANGLED = re.compile(r"<(?:mailto:|tel:)?([^\s<>]{3,2000})>")
_SAFE = re.compile(
    r"https://[a-z0-9.-]{1,60}\.safelinks\.protection\.outlook\.com/[^\s<>()\[\]\"']{1,3000}", re.IGNORECASE
)
_PLACES = frozenset({"locatie", "ruimte", "online"})
_BULLET = re.compile(r"[•·‣●▪]\s*")
_STARTS = re.compile(r"\s*(?:[-*+>#|]|[0-9]{1,3}[.)]\s|=)")
_NARROWEST, _WIDEST = 60, 80  # where mail programs break lines


def repaired(excerpt: Excerpt, *, flowed: bool = True) -> str:
    """Takes a file as it stands in a mail; gives the file. Of a text that nothing happened to exactly that.

    Not `flowed`: lines may have been broken.
    """
    header = _indented([_field(line) for line in _whole(excerpt.header)])
    body = [_unlinked(_spaced(line)).rstrip() for line in excerpt.body]
    if not flowed and _NARROWEST <= excerpt.width <= _WIDEST:
        body = _joined(body, excerpt.width)
    text = "\n".join(body).strip("\n")
    return "\n".join(["---", *header, "---", *([text] if text else [])]) + "\n"


def _spaced(line: str) -> str:
    return _ODD_SPACE.sub(" ", line)


def _whole(lines: Sequence[str]) -> list[str]:
    """The lines of the header without blank ones, each part of a broken line behind the line that it comes from."""
    joined: list[str] = []
    for raw_line in lines:
        line = _spaced(raw_line).rstrip()
        if not line.strip():
            continue
        new = field_of(line) or line[0] in " -#{" or _BULLET.match(line)
        goes_on = joined and _is_open(joined[-1])
        if joined and (not new or (goes_on and not _is_known(line))):
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _is_open(line: str) -> bool:
    """Whether a value begins with a quote or bracket that has not been closed yet."""
    match = _KEY.match(line)
    value = line[match.end() :] if match else line.lstrip(" -")
    if value[:1] == '"':
        return len(re.findall(r'(?<!\\)"', value)) == 1
    return value[:1] in ("[", "{") and value.count(value[0]) > value.count("]" if value[0] == "[" else "}")


def _is_known(line: str) -> bool:
    return field_of(line) in ACTIVITY.by_key


def _field(line: str) -> str:
    line = _BULLET.sub("- ", line, count=1) if _BULLET.match(line.lstrip()) else line
    match = _KEY.match(line)
    if not match or match[1].lower() not in ACTIVITY.by_key:
        return _straight(line)
    value = line[match.end() :].strip()
    if line[: match.start(1)].startswith("*") or line[match.end(1) : match.end()].startswith("*"):
        value = value.strip("*").strip()
    value = _straight(_unlinked(value))
    return f"{match[1].lower()}: {value}".rstrip()


def _indented(lines: Sequence[str]) -> list[str]:
    """The lines with two spaces before what belongs to the field above, where HTML has eaten them."""
    indented: list[str] = []
    row: Field | None = None  # the field that is open
    top: set[str] = set()
    item: set[str] = set()
    in_list = False
    for number, line in enumerate(lines):
        key = field_of(line.removeprefix("- "))
        if row is not None and line[0] not in " #" and _belongs(row, line, key, top, item):
            starts = line.startswith("- ")
            in_list = in_list or starts
            item = {key} if starts else item | {key}
            indented.append(f"{'    ' if in_list and not starts else '  '}{line}")
            continue
        if line[0] not in " #-":
            whole = any(each.startswith(" ") for each in lines[number + 1 : number + 3])
            row = ACTIVITY.by_key.get(key) if line.endswith(":") and not whole else None
            top.add(key)
            item, in_list = set(), False
        indented.append(line)
    return indented


def _belongs(row: Field, line: str, key: str, top: set[str], item: set[str]) -> bool:
    """Whether a line without indent is a part of the field above: of its table, and not needed as a field itself."""
    if line.startswith("- "):
        return bool(row.parts)
    if row.parts is None:
        return row.kind == "price" and bool(key) and key not in ACTIVITY.by_key
    return key in row.parts.by_key and key not in item and (key in top or key not in _PLACES)


def _straight(value: str) -> str:
    lead = value[: len(value) - len(value.lstrip(" -"))]
    rest = value[len(lead) :]
    if rest[:1] in ("[", "{"):
        return lead + rest.translate(_CURLS)
    match = _CURLED.fullmatch(rest)
    return lead + quoted((match[1] or match[2] or "").replace('\\"', '"')) if match else value


def _unlinked(line: str) -> str:
    """The line with addresses as they were typed: not twice, and not through the guard of a mail program."""
    line = _SAFE.sub(lambda match: _behind(match[0]), line)
    if "<" not in line:
        return line
    parts: list[str] = []
    spot = 0
    for match in _ANGLED.finditer(line):
        before = line[spot : match.start()]
        shown = before[-2000:].rsplit(None, 1)[-1:]
        twice = bool(shown) and _bare(shown[0]) == _bare(match[1])
        parts.append(before.rstrip() if twice else before + match[0])
        spot = match.end()
    return "".join(parts) + line[spot:]


def _behind(address: str) -> str:
    try:
        real = parse_qs(urlsplit(address.replace("&amp;", "&")).query).get("url", [""])[0]
    except ValueError:
        return address
    return real if real.startswith(("https://", "http://")) and not re.search(r"[\s<>\"]", real) else address


def _bare(address: str) -> str:
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower().strip("[]()<>"))
    return re.sub(r"^[0-9 +()-]+$", lambda number: re.sub(r"[^0-9]", "", number[0]), text).rstrip("/.,;")


def _joined(lines: Sequence[str], width: int) -> list[str]:
    """Lines that were broken because the next word did not fit, put together again."""
    joined: list[str] = []
    last = ""  # the last line as it was broken
    for line in lines:
        first = line.split(" ", 1)[0]
        fits = len(last) + 1 + len(first) <= width
        if not last or not line or fits or _STARTS.match(line):
            joined.append(line)
        else:
            joined[-1] = f"{joined[-1]} {line}"
        last = line
    return joined
