"""From the bytes of one content file to its fields (text with a place) and its body; or what is wrong."""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import dataclass, field
from typing import Any

import yaml

from meedoen.language.problems import FilePosition, Problem, at
from meedoen.language.wording import quote
from meedoen.notation.text.encoding import decode, unified
from meedoen.notation.text.faults import find_faults, may_lose_text, unreadable
from meedoen.notation.text.header import Header, split_header
from meedoen.notation.text.limits import arranged, oversized_file, oversized_parts
from meedoen.notation.text.quoting import paste, quoted
from meedoen.notation.text.tree import Mapping, Node, Scalar, Sequence
from meedoen.notation.text.unseen import escaped, reveal, straighten

DEEPEST = 6
MOST_NODES = 2000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is eight times faster
_UNREADABLE = (yaml.YAMLError, ValueError, OverflowError)  # the last two: SafeLoader, at "\\UFFFFFFFF"
_EXAMPLE = "Een veld ziet er zo uit:   titel: Koffie en taal"
_NO_KEYS = frozenset({"", "<<"})


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its fields, and the text under the header ('' for .yaml) with the line where it starts.

    `header` is the text of the fields as somebody wrote it, without the dashes.
    """

    path: str
    fields: Mapping
    body: str
    body_line: int
    header: str = ""


def parse_document(path: str, data: bytes) -> Document | tuple[Problem, ...]:
    """Takes the path and the bytes of a file; gives its fields and text, or its problems, at most one for each line.

    What ends in .yaml or .yml is all header; any other file has its header between two lines of dashes.
    """
    if too_large := oversized_file(path, len(data)):
        return too_large
    text = decode(path, data)
    if isinstance(text, Problem):
        return (text,)
    text, problems = reveal(path, text)
    lines = text.split("\n")
    has_body = not path.endswith((".yaml", ".yml"))
    header, faults = split_header(path, lines) if has_body else (Header(lines, 1, "", 1), [])
    problems += faults
    if oversized := oversized_parts(path, header):
        return arranged(lines, [*problems, *oversized])
    straight, faults = straighten(path, header.lines, header.first)
    problems += faults
    fields = None
    if any(line.strip() and line.lstrip()[0] != "#" for line in straight):
        fields, faults = _read_fields(_Pass(path, straight, header.first), has_body)
        problems += faults
    elif not problems:
        place = FilePosition(path, max(header.first - 1, 1))
        problems = [Problem(place, "kop-leeg", "Er staan nog geen velden in de kop.", _EXAMPLE)]
    if fields is None or problems:
        return arranged(lines, problems)
    return Document(path, fields, header.body, header.body_line, "\n".join(header.lines))


def source_lines(data: bytes) -> tuple[str, ...]:
    """Takes the bytes of a file; gives its lines as `parse_document` counts them; what is no UTF-8 becomes �."""
    return tuple(unified(data.decode(errors="replace")).split("\n"))


class _Stopped(Exception):
    """The last problem in the pass says why reading stopped."""


@dataclass(slots=True)
class _Pass:
    """One pass over the events of a header: the problems so far, and whether a text went on over lines."""

    path: str
    lines: Several[str]
    first: int
    take: Any = None
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0
    dubious: bool = False

    def report(self, mark: Any, rule: str, message: str, hint: str = "", length: int = 1) -> None:
        place = FilePosition(self.path, mark.line + self.first, mark.column + 1, length)
        self.problems.append(Problem(place, rule, message, hint))


def _read_fields(run: _Pass, has_body: bool) -> tuple[Mapping | None, list[Problem]]:
    """The fields of the header, and what is wrong: by its lines, where these tell more, and by the events."""
    text = "\n".join((*run.lines, ""))
    run.take = _Loader(text).get_event
    root: Node | None = None
    error: Problem | None = None
    try:
        root = _root(run)
    except _Stopped:
        pass
    except _UNREADABLE as failure:
        error = _error(run, failure)
    if root is not None and not isinstance(root, Mapping) and not run.problems:
        line = run.lines[min(root.line - run.first, len(run.lines) - 1)]
        error = at(FilePosition(run.path, root.line, root.column), unreadable(line))
    if root is not None and "\\" in text:
        run.problems += escaped(run.path, root)
    if error is None and not run.problems and not run.dubious and not may_lose_text(text):
        return root if isinstance(root, Mapping) else None, []
    faults = find_faults(run.path, run.lines, run.first, readable=error is None, has_body=has_body)
    if error and all(problem.place.line > error.place.line for problem in faults):
        faults.append(error)
    return root if isinstance(root, Mapping) else None, faults + run.problems


def _root(run: _Pass) -> Node | None:
    run.take()
    start = run.take()
    if type(start) is yaml.StreamEndEvent:
        return None
    if start.version or start.tags:
        message = "Een regel mag niet met % beginnen."
        run.report(start.start_mark, "bijzonder-teken", message, "Haal de regel weg.")
        raise _Stopped
    root = _node(run, run.take(), 1)
    run.take()
    after = run.take()
    if type(after) is not yaml.StreamEndEvent:
        message, hint = "Hier begint een tweede kop.", "Haal deze regel weg, of maak een tweede bestand."
        run.report(after.start_mark, "tweede-kop", message, hint, 3)
    return root


def _node(run: _Pass, event: Any, depth: int) -> Node:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _scalar(run, event)
    start = event.start_mark
    if kind is yaml.AliasEvent:
        _refer(run, event)
        return Scalar("", start.line + run.first, start.column + 1, 0)
    if event.anchor is not None or event.tag is not None:
        _refer(run, event)
    if depth > DEEPEST:
        message = f"Hier zitten {depth} lagen in elkaar. Er mogen er hooguit {DEEPEST} zijn."
        run.report(start, "te-diep", message, "Haal haakjes of spaties aan het begin weg.")
        raise _Stopped
    return _mapping(run, event, depth) if kind is yaml.MappingStartEvent else _sequence(run, event, depth)


def _scalar(run: _Pass, event: Any) -> Scalar:
    start, end = event.start_mark, event.end_mark
    line, column = start.line, start.column
    if event.anchor is not None or event.tag is not None:
        _refer(run, event)
    if end.line == line:
        return Scalar(event.value, line + run.first, column + 1, end.column - column)
    run.dubious = run.dubious or event.style not in {"|", ">"}
    return Scalar(event.value, line + run.first, column + 1, len(run.lines[line].rstrip()) - column)


def _mapping(run: _Pass, opening: Any, depth: int) -> Mapping:
    take = run.take
    entries: list[tuple[Scalar, Node]] = []
    seen: dict[str, int] = {}
    while type(event := take()) is not yaml.MappingEndEvent:
        key = _scalar(run, event) if type(event) is yaml.ScalarEvent else _strange_key(run, event, depth)
        name = key.text
        if name in seen or name in _NO_KEYS:
            _refuse_key(run, event.start_mark, key, seen.get(name, 0))
        seen.setdefault(name, key.line)
        event = take()
        if type(event) is yaml.ScalarEvent:
            value: Node = (text := _scalar(run, event))
            # accepted as they are: `-koffie` or `nodig:ja` on the line below, `titel:Kom ook: thee`, `{x}`
            if text.line != key.line or ":" in name or (opening.flow_style and not text.length):
                run.dubious = True
                if not text.length:  # `? key` alone: YAML puts its value below the last line
                    value = Scalar(text.text, key.line, key.column + key.length, 0)
        else:
            value = _node(run, event, depth + 1)
        entries.append((key, value))
    _count(run, opening, 2 * len(entries))
    return Mapping(tuple(entries), opening.start_mark.line + run.first, opening.start_mark.column + 1)


def _sequence(run: _Pass, opening: Any, depth: int) -> Sequence:
    items: list[Node] = []
    while type(event := run.take()) is not yaml.SequenceEndEvent:
        items.append(_node(run, event, depth + 1))
    _count(run, opening, len(items))
    return Sequence(tuple(items), opening.start_mark.line + run.first, opening.start_mark.column + 1)


def _count(run: _Pass, opening: Any, nodes: int) -> None:
    run.nodes += nodes
    if run.nodes > MOST_NODES:
        message = f"De kop heeft meer dan {MOST_NODES} onderdelen."
        run.report(opening.start_mark, "te-veel-regels", message, "Laat weg wat bezoekers niet nodig hebben.")
        raise _Stopped


def _strange_key(run: _Pass, event: Any, depth: int) -> Scalar:
    _node(run, event, depth + 1)
    place = event.start_mark
    message = "Voor een dubbele punt staat één woord, geen lijst of verwijzing."
    run.report(place, "kop-onleesbaar", message, _EXAMPLE)
    return Scalar(f"\n{place.line}:{place.column}", place.line + run.first, place.column + 1, 1)


def _refuse_key(run: _Pass, mark: Any, key: Scalar, earlier: int) -> None:
    if key.text == "<<":
        message, hint = "Met << kun je hier geen velden overnemen.", "Schrijf de velden zelf uit."
        run.report(mark, "yaml-verwijzing", message, hint, key.length)
    elif not key.text:
        run.report(mark, "kop-onleesbaar", "Voor de dubbele punt staat niets.", _EXAMPLE)
    else:
        message = f"{quote(key.text)} staat er twee keer: op regel {earlier} en op regel {key.line}."
        run.report(mark, "dubbele-sleutel", message, "Haal een van de twee weg.", key.length)


def _refer(run: _Pass, event: Any) -> None:
    mark, end = event.start_mark, event.end_mark
    text = run.lines[mark.line][mark.column : end.column if end.line == mark.line else None].rstrip()
    hint = paste("Zet de tekst tussen aanhalingstekens", quoted(text))
    message = f"Dit is een verwijzing, en die kan hier niet: {quote(text)}."
    run.report(mark, "yaml-verwijzing", message, hint, len(text))


def _error(run: _Pass, failure: Exception) -> Problem:
    """The problem where YAML stopped: the start of what it could not finish, or what it did not expect."""
    mark = getattr(failure, "problem_mark", None)
    context = getattr(failure, "context", None) or ""
    if context.startswith("while scanning") or "flow" in context:
        mark = getattr(failure, "context_mark", None) or mark
    line = min(mark.line, len(run.lines) - 1) if mark else 0
    while line and not run.lines[line].strip():
        line -= 1
    column = mark.column if mark and mark.line == line else 0
    return at(FilePosition(run.path, line + run.first, column + 1), unreadable(run.lines[line]))
