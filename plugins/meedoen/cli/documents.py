"""`meedoen documentatie`: writes the documents that are made from the tables, or says which are no longer right."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.language.rulebook import Example, rules_page
from meedoen.language.rules import RULES
from meedoen.notation.schema.json_schema import file_schemas
from meedoen.notation.schema.reference import example_file, fields_page
from meedoen.outputs.data_reference import data_page, data_schema
from meedoen.outputs.serving import nginx

EPILOG = """voorbeelden:
  meedoen documentatie               schrijf alles opnieuw
  meedoen documentatie --controleer  kijk alleen of alles nog klopt

uitkomst: 0 alles klopt of is geschreven, 1 er is een bestand verouderd, 2 verkeerd gebruikt
"""
_EXAMPLES = "tests/examples/regels"
_GOLDEN = "tests/golden/regels"


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `documentatie` to the command."""
    parser = commands.add_parser(
        "documentatie",
        help="schrijf de pagina's over velden en meldingen",
        description="Maakt uit de tabellen: docs/velden.md, docs/fouten.md, docs/open-data.md, docs/schema/, "
        "docs/server/ en _voorbeeld.md.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--controleer", action="store_true", help="schrijf niets, zeg wat verouderd is")
    parser.add_argument(
        "--map", type=Path, default=Path(), metavar="MAP", help="de map van het project (normaal: deze map)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options; writes what differs, or only names it. Gives the exit code."""
    root: Path = options.map
    if not (root / _EXAMPLES).is_dir():
        sys.stderr.write(
            f"De map {root / _EXAMPLES} is er niet. Sta je in de map van het project? Of geef hem op met --map.\n"
        )
        return 2
    stale = {path: text for path, text in documents(root).items() if _read(root / path) != text}
    if options.controleer:
        for path in stale:
            sys.stdout.write(f"{path} is verouderd.\n")
        sys.stdout.write("Typ: meedoen documentatie\n" if stale else "Alle documentatie klopt.\n")
        return 1 if stale else 0
    for path, text in stale.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"Geschreven: {path}\n")
    if not stale:
        sys.stdout.write("Alle documentatie klopt al.\n")
    return 0


def documents(root: Path) -> dict[str, str]:
    """Takes the folder of the project; gives every document made from the tables and the rule examples, by its path."""
    schemas = {
        f"docs/schema/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in {**file_schemas(), "open-data": data_schema()}.items()
    }
    return {
        "docs/velden.md": fields_page(),
        "docs/fouten.md": rules_page({rule: _example(root, rule) for rule in RULES}),
        "docs/open-data.md": data_page(),
        "docs/server/nginx.conf": nginx(),
        "content/activiteiten/_voorbeeld.md": example_file(known_names(root / "content")),
        **schemas,
    }


def known_names(content: Path) -> dict[str, list[str]]:
    """Takes the content folder; gives its names per list, a library of the first municipality before other places."""
    network, _ = read_network(scan(content).reference_files)
    if network is None:
        return {}
    first = next(iter(network.municipalities))
    by_nearness = sorted(
        network.places.values(), key=lambda each: (each.municipality != first, each.kind != "vestiging")
    )
    own = network.organisation.organizer
    return {
        "gemeenten": list(network.municipalities),
        "locaties": [each.slug for each in by_nearness],
        "partners": sorted(network.partners, key=lambda slug: slug != own),
        "projecten": list(network.projects),
        **{name: list(terms) for name, terms in network.vocabularies.items()},
    }


def _example(root: Path, rule: str) -> Example:
    folder = root / _EXAMPLES / rule
    before, message = _texts(folder / "eerder"), _read(root / _GOLDEN / f"{rule}.txt")
    return Example(wrong=_texts(folder / "fout"), right=_texts(folder / "goed"), before=before, message=message)


def _texts(folder: Path) -> dict[str, str]:
    files = sorted(
        each for each in folder.rglob("*") if each.is_file() and each.suffix not in {".png", ".jpg", ".webp"}
    )
    return {file.relative_to(folder).as_posix(): _read(file) for file in files}


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
