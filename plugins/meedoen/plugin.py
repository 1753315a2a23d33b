"""Pelican's side: one generator that loads once and writes every site. The only module that imports Pelican."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.generators import Generator
from rjsmin import jsmin

from meedoen.agenda.agenda import Window
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.revision import Past
from meedoen.cli.report import report
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.git.repository import GitFailed, NoRepository, ShallowHistory
from meedoen.history.cache import program
from meedoen.history.past import read_past
from meedoen.language.problems import Problem
from meedoen.language.rules import is_fault
from meedoen.language.slug import is_name, slugify
from meedoen.language.wording import count, quote
from meedoen.newsletter.archive_reader import read_archive
from meedoen.notation.markup import trusted
from meedoen.outputs.feed_window import notices
from meedoen.outputs.site_build import StaticPage
from meedoen.programme.network import Network
from meedoen.publishing.build_job import BuildJob
from meedoen.publishing.build_report import of_build, read_online
from meedoen.publishing.catalogues import CATALOGUES, NotSpoken, read_catalogues
from meedoen.publishing.output_folder import NotOurs
from meedoen.publishing.proposal_label import InvalidLabel, read_proposal_label
from meedoen.publishing.quarantine import Aside, set_aside
from meedoen.publishing.run import Refused, Result, UnknownSites, build
from meedoen.publishing.template_cache import template_caches
from meedoen.rendering.renderer import Renderer

# Pages that every site has already.
_TAKEN = frozenset({"index", "kies", "abonneren", "zoeken", "404", "problemen", "stijl", "nieuwsbrief"})

_NO_HISTORY = """Deze map heeft geen geschiedenis van Git.
De kalenders kunnen daarom niet zeggen wanneer iets is gewijzigd: goed om te kijken, niet om te publiceren.
"""
_SHALLOW = """Deze map heeft maar een deel van de geschiedenis van Git.
Daarin is niet te zien hoe vaak iets is gewijzigd. Dan missen abonnees een wijziging.
Haal de hele geschiedenis op met: git fetch --unshallow
In een workflow: fetch-depth: 0 (GitHub, Forgejo) of GIT_DEPTH: 0 (GitLab)."""

_ANOTHER_OWNER = re.compile(r"dubious ownership in repository at '(.+)'")

log = logging.getLogger("meedoen")


class AgendaGenerator(Generator):
    """Reads the content once, and writes a folder for each municipality and the regional home."""

    def generate_context(self) -> None:
        """Keeps Pelican from writing the maintainers' pages itself: each site gets them in its own colours."""
        for kind in ("pages", "hidden_pages", "draft_pages"):
            for page in self.context.get(kind, ()):
                page.override_save_as = ""

    def generate_output(self, writer: object) -> None:
        """Builds everything; called by Pelican once it has read the maintainers' pages. Exits with 1 when refused."""
        settings = self.settings
        tree = scan(Path(settings["PATH"]).resolve())
        aside: tuple[Aside, ...] = ()
        record = _option(settings, "MEEDOEN_VERSLAG")
        if record:
            tree, aside = set_aside(tree, read_online(Path(_option(settings, "MEEDOEN_ONLINE"))))
        network, problems = read_network(tree.reference_files)
        newsletters, of_newsletters = read_archive(tree.editions, tree.locks, network) if network else (None, ())
        before = [*tree.problems, *problems, *of_newsletters]
        strict = bool(settings.get("MEEDOEN_STRICT"))
        if network is None or (strict and any(is_fault(each.rule) for each in problems)):
            _refuse(tuple(sorted([*before, *(one for each in aside for one in each.problems)])), tree)
        today = _today(settings, network.organisation.zone)
        try:
            spoken = read_catalogues(network, Path(settings["THEME"]) / CATALOGUES)
            named = _option(settings, "MEEDOEN_VOORSTEL"), _option(settings, "MEEDOEN_COMMIT")
            proposal_label = read_proposal_label(*named, preview=not settings.get("MEEDOEN_OWN_ADDRESSES"))
        except (NotSpoken, InvalidLabel) as told:
            _stop(str(told))
        job = BuildJob(
            tree=tree,
            network=network,
            window=Window.around(
                today,
                days_back=_number(settings, "MEEDOEN_DAGEN_TERUG", 60),
                months_on=_number(settings, "MEEDOEN_MAANDEN_VOORUIT", 18),
            ),
            past=_past(settings, tree, network, today, strict=strict),
            target=Path(settings["OUTPUT_PATH"]),
            renderer=Renderer(self.env, template_caches(settings, tree.root, program)),
            theme=_theme(Path(settings["THEME"]) / "static"),
            static_pages=_static_pages(self.context["pages"], tree.root),
            base="" if settings.get("MEEDOEN_OWN_ADDRESSES") else str(settings["SITEURL"]).rstrip("/"),
            preview=not settings.get("MEEDOEN_OWN_ADDRESSES"),
            outputs=frozenset(settings["MEEDOEN_OUTPUTS"]) if settings.get("MEEDOEN_OUTPUTS") else None,
            newsletters=newsletters,
            spoken=spoken,
            proposal_label=proposal_label,
        )
        only = frozenset(_option(settings, "MEEDOEN_GEMEENTE").replace(",", " ").split())
        processes = _number(settings, "MEEDOEN_PROCESSES", 0) or None
        try:
            result = build(job, job.target, strict=strict, before=before, processes=processes, only=only)
        except Refused as refused:
            _refuse(refused.problems, tree)
        except UnknownSites as asked:
            _stop(f"Deze gemeente staat niet in content/gemeenten/: {asked}. Er is niets gebouwd.")
        except NotOurs as found:
            _stop(f"De map {found} is niet van meedoen en is niet leeg. Kies een andere map, of maak hem zelf leeg.")
        else:
            _tell(result, tree, job.past)
            if record:
                of_build(result, job, aside).write(Path(record))


def connect() -> None:
    """Registers the generator; Pelican keeps weak references, so the receiver is a function of this module."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: object) -> type[AgendaGenerator]:
    return AgendaGenerator


def _option(settings: Mapping[str, Any], name: str) -> str:
    """A setting that the environment may set for one run."""
    return str(os.environ.get(name, settings.get(name, "")) or "")


def _number(settings: Mapping[str, Any], name: str, usual: int) -> int:
    """A setting that is a whole number; ends the run for anything else."""
    text = _option(settings, name)
    if text and not (text.isascii() and text.isdigit() and len(text) < 5):
        _stop(f"{name} is {quote(text)}. Typ een getal, zoals: {usual or 2}")
    return int(text) if text else usual


def _today(settings: Mapping[str, Any], zone: str) -> date:
    """The day of the build: MEEDOEN_DATUM, else SOURCE_DATE_EPOCH, else the clock in the organisation's zone."""
    text = _option(settings, "MEEDOEN_DATUM")
    if text:
        try:
            return date.fromisoformat(text)
        except ValueError:
            _stop(f"MEEDOEN_DATUM is {quote(text)}. Typ een datum zo: 2026-12-01")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(ZoneInfo(zone)).date()


def _past(settings: Mapping[str, Any], tree: Tree, network: Network, today: date, *, strict: bool) -> Past:
    """What Git remembers. Ends a strict run when it remembers only half; without Git all stamps are fixed."""
    wanted = _option(settings, "MEEDOEN_GESCHIEDENIS") or "ja"
    if wanted not in ("ja", "nee"):
        _stop(f"MEEDOEN_GESCHIEDENIS is {quote(wanted)}. Typ: ja of nee")
    try:
        return read_past(tree, network, today, _progress) if wanted == "ja" else Past()
    except NoRepository:
        sys.stderr.write(_NO_HISTORY)
        return Past()
    except ShallowHistory:
        problem = _SHALLOW
    except GitFailed as failure:
        problem = f"De geschiedenis is niet te lezen. Git zegt: {quote(str(failure), 200)}"
        if owner := _ANOTHER_OWNER.search(str(failure)):
            problem += f"\nDe map is van een andere gebruiker. Typ: git config --global --add safe.directory {owner[1]}"
    if strict:
        _stop(f"{problem}\nEr is niets gepubliceerd. De vorige versie staat er nog.")
    sys.stderr.write(f"{problem}\n")
    return Past()


def _progress(line: str) -> None:
    """Shows how far it is, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{line}\x1b[K")


def _theme(static: Path) -> dict[str, bytes]:
    """Path → bytes of what each site gets; scripts without the remarks and spaces that are for who reads the source."""
    files = (path for path in sorted(static.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {
        path.relative_to(static).as_posix(): jsmin(path.read_bytes()) if path.suffix == ".js" else path.read_bytes()
        for path in files
    }


def _static_pages(pages: Iterable[Any], root: Path) -> tuple[StaticPage, ...]:
    """The maintainers' pages by slug. Ends the run for a link, a file elsewhere, or a slug that is no plain name."""
    written: list[StaticPage] = []
    for page in (each for main in pages for each in (main, *main.translations)):
        source = Path(page.source_path)
        if source.is_symlink() or not source.resolve().is_relative_to(root):
            _stop(f"{source.name} is een snelkoppeling. Zet de pagina zelf in content/paginas/.")
        if not is_name(page.slug) or page.slug in _TAKEN:
            better = slugify(page.slug) if slugify(page.slug) not in _TAKEN else f"over-{page.slug}"
            _stop(f"De pagina {source.name} kan niet {quote(page.slug)} heten. Typ in dat bestand: Slug: {better}")
        summary = str(page.metadata.get("summary", ""))
        body, lang = trusted(page.content), str(page.lang)
        written.append(StaticPage(page.slug, str(page.title), body, summary=summary, lang=lang))
    return tuple(sorted(written, key=lambda each: (each.slug, each.lang)))


def _refuse(problems: tuple[Problem, ...], tree: Tree) -> NoReturn:
    report(problems, tree.root, sys.stderr)
    _stop("Er is niets gepubliceerd. De vorige versie staat er nog.")


def _stop(message: str) -> NoReturn:
    """Ends the run with 1. Not through the log: Pelican's breaks sentences at 50 characters."""
    sys.stderr.write(f"{message}\n")
    raise SystemExit(1)


def _tell(result: Result, tree: Tree, past: Past) -> None:
    faults = tuple(each for each in result.problems if is_fault(each.rule))
    for summary in result.summaries:
        log.info(
            "%s: %s, %s, %s",
            summary.slug,
            count(summary.activities, "activiteit", "activiteiten"),
            count(summary.occurrences, "datum", "datums"),
            count(summary.files, "bestand", "bestanden"),
        )
    if faults:
        report(faults, tree.root, sys.stderr)
        left_out = count(len({each.place.path for each in faults}), "bestand is", "bestanden zijn")
        sys.stderr.write(f"{left_out} niet gepubliceerd. Alle andere pagina's zijn er wel.\n")
    sys.stderr.write("".join(f"{line}\n" for line in notices(result.shortened)))
    if unsaved := sum(not each.saved for each in past.revisions.values()):
        waiting = count(unsaved, "activiteit is", "activiteiten zijn")
        sys.stderr.write(f"{waiting} anders dan in Git, en nog niet opgeslagen (git commit).\n")
    total = sum(each.files for each in result.summaries)
    sys.stdout.write(
        f"Klaar: {count(len(result.summaries), 'site', 'sites')} met samen {count(total, 'bestand', 'bestanden')}.\n"
    )
