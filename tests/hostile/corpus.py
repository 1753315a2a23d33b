"""Everything that strangers may send, as one list of items. Each differs from the base activity in one point.

To add one: a row in `fields.py` (a line of the header), `texts.py` (the text below it, or bytes), `names.py` (a name),
`traps.py` (a link, a picture) or `frame.py` (a file around the activities). Or a file: `files/<rule>/<name>.md` must be
refused with that rule at the first line that differs from `base.md`, `files/onschadelijk/<name>.md` must do no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.hostile import fields, frame, names, texts, traps
from tests.hostile.item import BASE, FOLDER, HERE, Harmless, Item, Outcome, Refused, activity, with_body, with_line

_LARGE = 50_000


def _rows() -> Iterator[Item]:
    for name, line, outcome in fields.ROWS:
        yield activity(name, outcome, with_line(line), heavy=len(line) > _LARGE)


def _texts() -> Iterator[Item]:
    for name, body, outcome in texts.BODIES:
        yield activity(name, outcome, with_body(body))
    for name, body in texts.SLOW:
        yield activity(name, Harmless(), with_body(body), heavy=True)
    for name, old, new, outcome in texts.BYTES:
        data = BASE.replace(old, new) if old == b"\n" else BASE.replace(old, new, 1)
        yield activity(name, outcome, data, heavy=len(data) > _LARGE)


def _files() -> Iterator[Item]:
    for file in sorted((HERE / "files").glob("*/*")):
        outcome: Outcome = Harmless() if file.parent.name == "onschadelijk" else Refused(file.parent.name)
        yield activity(file.stem, outcome, file.read_bytes(), path=f"{FOLDER}/{file.name}")


def _names() -> Iterator[Item]:
    for path, outcome in names.PATHS:
        yield activity(path, outcome, path=path)
    for path, outcome in names.FOLDERS:
        yield Item(path, path, outcome, make=partial(_in_folder, path))


def _in_folder(path: str, content: Path) -> None:
    activity("koffie-in-map", Harmless(), path=f"{path}/koffie-in-map.md").put(content)


def _traps() -> Iterator[Item]:
    for path, make, outcome in traps.TRAPS:
        yield Item(path, path, outcome, make=partial(make, path), heavy=True)
    for name, picture, data, outcome in traps.PICTURES:
        yield _pictured(name, picture, outcome, partial(_write, f"{FOLDER}/{picture}", data) if data else None)
    for name, make in traps.NO_PICTURES:
        picture = f"{name}.jpg"
        yield _pictured(name, picture, Refused("afbeelding-ontbreekt"), partial(make, f"{FOLDER}/{picture}"))


def _pictured(name: str, picture: str, outcome: Outcome, make: Callable[[Path], None] | None) -> Item:
    data = with_line(f"afbeelding: {{bestand: '{picture}', alt: Koffie}}")
    return Item(name, f"{FOLDER}/{name}.md", outcome, data, make, heavy=make is not None)


def _write(path: str, data: Callable[[], bytes], content: Path) -> None:
    place = content / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data())


def _frame() -> Iterator[Item]:
    for path, text, outcome in frame.FRAME:
        yield Item(path, path, outcome, text.encode(), heavy=len(text) > _LARGE)
    for path, text, line in frame.USED:
        kind, _, name = path.removesuffix(".yaml").partition("/")
        facet = {"locaties": "locatie", "partners": "partner"}.get(kind)
        own = (f"{facet}/{name}.*", f"{facet}/{name}--*.ics") if facet else ()
        pages = (f"activiteit/{name}.html", f"activiteit/{name}.ics", *own)
        yield Item(
            path, f"{FOLDER}/{name}.md", Harmless(outputs=pages), with_line(line), partial(_write, path, text.encode)
        )
    for name, text in frame.TOWNS:
        path = f"gemeenten/{name}.yaml"
        yield Item(path, path, Harmless(outputs=(f"/{name}/*",)), text.encode())


CORPUS: tuple[Item, ...] = (*_rows(), *_texts(), *_files(), *_names(), *_traps(), *_frame())
