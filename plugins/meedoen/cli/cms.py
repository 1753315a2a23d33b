"""`meedoen cms`: writes the editor for staff and regular partners to a folder, or says what is no longer right."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from meedoen import cms
from meedoen.agenda.network_reader import read_network
from meedoen.cms.config import Deployment
from meedoen.cms.site import editor_files
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.language.wording import list_of, quote
from meedoen.programme.forge import KINDS, forge_of
from meedoen.programme.network import Network

EPILOG = """voorbeelden:
  meedoen cms --naar beheer                          maak het beheer in de map beheer
  meedoen cms --naar beheer --inlog https://inloggen.example.org
  meedoen cms --naar beheer --app 1234abcd           bij GitLab of Forgejo
  meedoen cms --naar beheer --lokaal                 om te proberen op je eigen computer
  meedoen cms --naar beheer --controleer             schrijf niets, zeg wat verouderd is

uitkomst: 0 alles klopt of is geschreven, 1 er is een bestand verouderd, 2 verkeerd gebruikt
"""
LOCAL = "http://localhost:8081/api/v1"
"""Where decap-server listens by itself."""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `cms` to the command."""
    parser = commands.add_parser(
        "cms",
        help="maak het beheer: activiteiten invullen in de browser",
        description="Schrijft het beheer (Decap CMS): een website waarop medewerkers en partners bestanden invullen.\n"
        "In de map staat een LEESMIJ.md: hoe je het online zet en hoe mensen inloggen.",
        epilog=EPILOG,
    )
    add = parser.add_argument
    add("--naar", type=Path, required=True, metavar="MAP", help="de map waarin het beheer komt")
    add("--inlog", default="", metavar="URL", help="het adres van het doorgeefluik voor inloggen (GitHub)")
    add("--app", default="", metavar="NUMMER", help="het nummer van de app (GitLab, Forgejo)")
    add("--adres", default="", metavar="URL", help="het adres waarop het beheer komt te staan")
    add("--lokaal", nargs="?", const=LOCAL, default="", metavar="URL", help=f"bewaar via decap-server ({LOCAL})")
    add("--controleer", action="store_true", help="schrijf niets, zeg wat verouderd is")
    add("--content", type=Path, default=Path("content"), metavar="MAP", help="de map met de inhoud (normaal: content)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, today: date) -> int:
    """Takes the options; writes what differs, or only names it. Gives the exit code."""
    tree = scan(options.content)
    network, _ = read_network(tree.reference_files)
    if network is None:
        return _wrong("De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer")
    deployment = _deployment(options, network)
    if isinstance(deployment, str):
        return _wrong(deployment)
    target: Path = options.naar
    if target.exists() and not target.is_dir():
        return _wrong(f"{target} is geen map. Kies een andere naam bij --naar.")
    if (target / "organisatie.yaml").exists() or (target / ".git").exists():
        return _wrong(f"In de map {target} staat al iets anders. Kies een lege map bij --naar, bijvoorbeeld: beheer")
    script = (Path(cms.__file__).parent / "bestand.js").read_text(encoding="utf-8")
    files = editor_files(network, deployment, script, folders_of(tree))
    return _report(target, files) if options.controleer else _write(target, files)


def folders_of(tree: Tree) -> tuple[str, ...]:
    """Takes the content; gives every folder that has activities, as seen from `content/activiteiten/`, sorted."""
    paths = (path.removeprefix("content/activiteiten/") for paths in tree.activities.values() for path in paths)
    return tuple(sorted({path.rpartition("/")[0] for path in paths}))


def _deployment(options: argparse.Namespace, network: Network) -> Deployment | str:
    """What was asked for, or what is wrong with it."""
    repository = network.organisation.repository
    if not repository:
        return "In content/organisatie.yaml staat niet waar de bestanden staan. Voeg toe: repository: https://…"
    forge = network.organisation.forge
    if forge is None and forge_of(repository, KINDS[0]):
        return (
            f"Wat voor plek is {quote(repository)}? Zet in content/organisatie.yaml een regel erbij, "
            f"bijvoorbeeld: repository-soort: forgejo (of {list_of(KINDS[:2], 'of')})"
        )
    if forge is None:
        return f"De repository {quote(repository)} in content/organisatie.yaml is geen adres van een project."
    for name in ("inlog", "adres"):
        if (url := getattr(options, name)) and not url.startswith("https://"):
            return f"Het adres bij --{name} begint met https://. Dit is {quote(url)}."
    if options.inlog and forge.kind != "github":
        return f"--inlog is alleen voor GitHub. Bij {forge.kind.capitalize()} gebruik je --app."
    if options.app and forge.kind == "github":
        return "--app is voor GitLab en Forgejo. Bij GitHub gebruik je --inlog."
    if options.lokaal and not options.lokaal.startswith(("http://localhost:", "http://127.0.0.1:")):
        return f"Bij --lokaal hoort een adres op deze computer, zoals {LOCAL}."
    return Deployment(
        forge,
        login=options.inlog.rstrip("/"),
        application=options.app,
        address=options.adres.rstrip("/"),
        local=options.lokaal,
    )


def _report(target: Path, files: dict[str, str]) -> int:
    stale = [name for name, text in files.items() if not _is_same(target / name, text)]
    for name in stale:
        sys.stdout.write(f"{target / name} is verouderd.\n")
    sys.stdout.write("Typ het zonder --controleer om het te maken.\n" if stale else "Het beheer klopt.\n")
    return 1 if stale else 0


def _write(target: Path, files: dict[str, str]) -> int:
    target.mkdir(parents=True, exist_ok=True)
    written = [name for name, text in files.items() if not _is_same(target / name, text)]
    for name in written:
        (target / name).unlink(missing_ok=True)  # never through a link
        (target / name).write_text(files[name], encoding="utf-8", newline="\n")
        sys.stdout.write(f"Geschreven: {target / name}\n")
    if not written:
        sys.stdout.write("Het beheer klopt al.\n")
    missing = [name for name in ("decap-cms.js", "js-yaml.min.js") if not (target / name).is_file()]
    if missing:
        sys.stdout.write(f"Nog nodig in die map: {list_of(missing)}. Hoe dat gaat, staat in {target / 'LEESMIJ.md'}.\n")
    return 0


def _is_same(file: Path, text: str) -> bool:
    return file.is_file() and not file.is_symlink() and file.read_bytes() == text.encode()


def _wrong(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
