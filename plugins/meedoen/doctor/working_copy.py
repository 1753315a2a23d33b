"""The folder in which people write and build: Python, packages, Git, and what differs from it."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from meedoen.doctor.diagnosis import Diagnosis, bad, good, look
from meedoen.git.command import Git, GitFailed
from meedoen.language.wording import count, day, list_of, quote

_OLDEST = (3, 11)
_PATIENCE = 30  # seconds for one question to Git
_FREE = 500_000_000  # octets
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_INSTALL = "Typ: make install. Zonder make: .venv/bin/python -m pip install --constraint constraints.txt --editable ."


def examine_working_copy(root: Path, now: datetime) -> Iterator[Diagnosis]:
    """Takes the folder of the project and the moment of now, with a time zone; gives what was seen there."""
    yield _python()
    yield from _packages(root)
    yield _disk_space(root)
    if shutil.which("git") is None:
        yield bad(
            "git",
            "Git is er niet.",
            advice="Installeer Git (git-scm.com). Zonder Git kun je bekijken, niet publiceren.",
        )
        return
    version = re.search(r"[0-9]+(?:\.[0-9]+)+", _ask(root, "--version") or "")
    yield good("git", f"Git {version[0]}." if version else "Git is er.")
    yield from _repository(root, now)


def _python() -> Diagnosis:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _OLDEST:
        return bad(
            "Python", f"Dit is Python {version}.", advice="Installeer Python 3.11 of nieuwer, en typ: make install"
        )
    return good("Python", f"Python {version}.")


def _packages(root: Path) -> Iterator[Diagnosis]:
    """The packages that the sites need, each in the version that the project was tested with."""
    versions = _pinned_versions(root)
    if versions is None:
        message = f"In {root} staat geen pyproject.toml die te lezen is."
        yield bad("pakketten", message, advice="Sta je in de map van het project? Of geef hem op met --map.")
        return
    missing = [name for name in versions if _installed(name) is None]
    other = [
        f"{name} is {_installed(name)}, en hoort {version} te zijn"
        for name, version in versions.items()
        if version and _installed(name) not in (None, version)
    ]
    if missing:
        yield bad("pakketten", f"Er ontbreekt: {list_of(missing)}.", advice=_INSTALL)
    if other:
        yield bad("pakketten", f"Een andere versie dan getest: {'; '.join(other)}.", advice=_INSTALL)
    if not missing and not other:
        yield good("pakketten", f"{count(len(versions), 'pakket', 'pakketten')}, elk in de geteste versie.")


def _pinned_versions(root: Path) -> dict[str, str] | None:
    """Name → pinned version (or empty) of what the project depends on itself."""
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        names = [match[0].lower() for each in project["dependencies"] if (match := _NAME.match(each))]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    constraints = root / "constraints.txt"
    lines = constraints.read_text(encoding="utf-8").splitlines() if constraints.is_file() else []
    pins = dict(line.split("==", 1) for line in lines if "==" in line)
    known = {_plain(name): version.split()[0] for name, version in pins.items() if version.split()}
    return {name: known.get(_plain(name), "") for name in names}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _disk_space(root: Path) -> Diagnosis:
    free = shutil.disk_usage(root).free
    shown = f"{free // 1_000_000} MB vrij."
    if free < _FREE:
        return bad(
            "schijf", f"Er is nog maar {shown}", advice="Maak ruimte: een halve gigabyte is genoeg om mee te beginnen."
        )
    return good("schijf", f"Er is {shown}")


def _repository(root: Path, now: datetime) -> Iterator[Diagnosis]:
    shallow, complaint = _answer(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        if "dubious ownership" in complaint:
            message = "De map is van een andere gebruiker. Daarom wil Git er niets mee."
            yield bad("geschiedenis", message, advice=f"Typ: git config --global --add safe.directory {root.resolve()}")
        else:
            message = "Deze map staat niet in Git. Agenda's weten dan niet wanneer iets is veranderd."
            yield bad("geschiedenis", message, advice="Haal het project op met: git clone")
        return
    if shallow == "true":
        message = "Er is maar een deel van de geschiedenis. Abonnees missen dan een wijziging."
        how = "Typ: git fetch --unshallow. In een workflow: fetch-depth: 0 (GitHub, Forgejo) of GIT_DEPTH: 0 (GitLab)."
        yield bad("geschiedenis", message, advice=how)
    else:
        yield good("geschiedenis", "De hele geschiedenis is er.")
    yield _identity(root)
    yield from _clock(root, now)
    yield _unsaved(root)
    yield _endings(root)


def _identity(root: Path) -> Diagnosis:
    name, mail = (_ask(root, "config", "--get", f"user.{each}") for each in ("name", "email"))
    if name and mail:
        return good("wie je bent", f"Git bewaart wijzigingen als {quote(name)}.")
    lacking = list_of([each for each, value in (("naam", name), ("mailadres", mail)) if not value])
    how = 'Typ: git config --global user.name "Jouw Naam" en git config --global user.email jij@voorbeeld.nl'
    return bad("wie je bent", f"Git weet nog niet wie je bent. Er ontbreekt: {lacking}.", advice=how)


def _clock(root: Path, now: datetime) -> Iterator[Diagnosis]:
    """A clock that is behind the last commit is wrong, or that of whoever made the commit was."""
    seconds = _ask(root, "log", "-1", "--format=%ct")
    if not seconds or not seconds.isdigit():
        yield look("klok", "Er is nog niets bewaard in Git.", advice="Typ: git add content, en daarna: git commit")
        return
    last = datetime.fromtimestamp(min(int(seconds), 253_402_300_799), UTC)
    shown = f"{day(now.date())}, {now:%H.%M} uur"
    if (last - now).total_seconds() > 300:
        message = f"Het is hier {shown}, maar de laatste commit is van {day(last.astimezone(now.tzinfo).date())}."
        yield bad(
            "klok",
            message,
            advice="Zet de klok van deze computer goed. Klopt hij wel? Dan liep de klok voor van wie dat maakte.",
        )
    else:
        yield good("klok", f"Het is {shown}. Dat past bij de laatste commit.")


def _unsaved(root: Path) -> Diagnosis:
    status = _ask(root, "status", "--porcelain=v1", "-z", "--no-renames", "--", "content") or ""
    paths = [each[3:] for each in status.split("\0") if each]
    if not paths:
        return good("inhoud", "Alles in content is bewaard in Git.")
    more = f" en nog {len(paths) - 1}" if len(paths) > 1 else ""
    message = f"Nog niet bewaard in Git: {quote(paths[0])}{more}."
    return look("inhoud", message, advice="Klaar ermee? Typ: git add content, en daarna: git commit")


def _endings(root: Path) -> Diagnosis:
    """Files whose line ends differ on the disk from those in Git look changed to some programs and not to others."""
    listing = _ask(root, "ls-files", "--eol", "-z", "--", "content") or ""
    odd = [each.partition("\t")[2] for each in listing.split("\0") if re.match(r"\S+\s+w/(?:crlf|mixed)\b", each)]
    if not odd:
        return good("regeleinden", "Alle regels eindigen zoals het hoort.")
    message = f"{count(len(odd), 'bestand heeft', 'bestanden hebben')} regeleinden van Windows, zoals {quote(odd[0])}."
    how = "Typ: git config core.autocrlf input, en daarna: git add --renormalize content"
    return look("regeleinden", message, advice=how)


def _ask(root: Path, *arguments: str) -> str | None:
    return _answer(root, *arguments)[0]


def _answer(root: Path, *arguments: str) -> tuple[str | None, str]:
    """What Git answers, None when it does not; and what it complains about."""
    # Where somebody keeps their settings counts here: who they are is one of the questions.
    settings = {key: os.environ[key] for key in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM") if key in os.environ}
    try:
        return Git(root, settings, _PATIENCE).ask(*arguments).strip("\n"), ""
    except GitFailed as failure:
        return None, str(failure)
