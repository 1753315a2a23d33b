"""What time it is for the organisation whose content this is: the only clock of the commands."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from meedoen.content.layout import LARGEST_TEXT
from meedoen.language.problems import Fault
from meedoen.notation.fields.parsers import parse_zone
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.tree import Scalar


def now(options: argparse.Namespace) -> datetime:
    """Takes the options of a verb; gives the moment, in the `tijdzone` of the organisation whose content they mean.

    Without one that can be read, in that of this computer: what is wrong with it is told by who reads the content.
    """
    return datetime.now(UTC).astimezone(_zone(_content(options) / "organisatie.yaml"))


def _content(options: argparse.Namespace) -> Path:
    if "content" in options:
        return Path(options.content)
    root = options.instellingen.parent if "instellingen" in options else getattr(options, "map", None) or Path()
    return Path(root) / "content"


def _zone(path: Path) -> ZoneInfo | None:
    if path.is_symlink() or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            document = parse_document("content/organisatie.yaml", file.read(LARGEST_TEXT + 1))
    except OSError:
        return None
    entries = document.fields.entries if isinstance(document, Document) else ()
    text = next((node.text for key, node in entries if key.text == "tijdzone" and isinstance(node, Scalar)), "")
    zone = parse_zone(text, "")
    return None if isinstance(zone, Fault) else ZoneInfo(zone)
