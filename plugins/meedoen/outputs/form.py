"""The form with which anybody proposes an activity: made of the field table and the lists of one site.

The page is a paper form without script. The script makes the same file as `meedoen nieuw` in the browser and hands it
to the forge, to mail or to the disk. The page itself sends nothing: its policy needs no more than any other page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from json import dumps
from typing import Any

from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field
from meedoen.outputs.form_data import forge_data, rules_data
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild
from meedoen.programme.writing_help import writing_help

FORM_PAGE, FORM_NAMES, CHANGE_PAGE = "aanmelden.html", "aanmelden.json", "wijzigen.html"

FIRST = tuple(row for row in ACTIVITY if row.question and row.asked == "first")
"""What is asked first. These have a place of their own in the template."""
MORE = tuple(row for when in ("more", "last") for row in ACTIVITY if row.question and row.asked == when)
"""What is asked to who wants to tell more, in this order: what the library knows best comes last."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of the form. `options` are (value, name) of a choice from a list; `field` the row of the table."""

    field: Field
    options: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """What is asked, in Dutch."""
        return self.field.question

    @property
    def key(self) -> str:
        """The name of the field in the file."""
        return self.field.key

    @property
    def shape(self) -> str:
        """Which control asks it: `date`, `one` or `many` of a list, or `line`."""
        if self.field.kind in ("reference", "choice"):
            return "many" if self.field.many else "one"
        return "date" if self.field.kind == "date" else "line"


def forms(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `aanmelden.html` and `wijzigen.html`, in the main language alone, and what the
    first asks for when it is open.

    That is the names that are taken, and the help with writing.
    """
    agenda = build.agenda
    network, site = agenda.network, agenda.site
    data = rules_data(network.holidays, site.school_region, agenda.window.today.year)
    yield Page(FORM_PAGE, "form.html", build.voice.gettext("Iets organiseren? Meld het aan"), {
        "first": {row.key: FormQuestion(row, _options(build, row)) for row in FIRST},
        "more": tuple(FormQuestion(row, _options(build, row)) for row in MORE if _is_there(build, row)),
        "rules": data,
        "forge": forge_data(network.organisation.forge),
        "folder": f"content/activiteiten/{site.slug}/",
        "names": FORM_NAMES,
    }, once=True)  # fmt: skip
    yield Asset(FORM_NAMES, partial(_names, build))
    yield Page(CHANGE_PAGE, "change.html", build.voice.gettext("Klopt er iets niet?"), {
        "rules": data,
        "forge": forge_data(network.organisation.forge),
    }, indexed=False, once=True)  # fmt: skip


def _is_there(build: SiteBuild, row: Field) -> bool:
    """Whether there is something to choose from: an organisation without projects is not asked for one."""
    return row.kind != "reference" or bool(_options(build, row))


def _options(build: SiteBuild, row: Field) -> tuple[tuple[str, str], ...]:
    if row.kind == "choice":
        return tuple((choice, choice) for choice in row.choices)
    if row.kind != "reference":
        return ()
    network, site = build.agenda.network, build.agenda.site.slug
    if row.vocabulary == "locaties":
        places = [(key, each.name) for key, each in network.places.items() if each.municipality == site]
        return tuple(sorted(places, key=lambda pair: pair[1].lower()))
    if row.vocabulary == "partners":
        near = [(key, each.name) for key, each in network.partners.items() if site in (each.municipalities or (site,))]
        return tuple(sorted(near, key=lambda pair: pair[1].lower()))
    names = network.names.labels.get(row.vocabulary, {})
    return tuple((key, build.facts.named(name)) for key, name in names.items())


def _names(build: SiteBuild) -> bytes:
    """The names of files in the folder of this site that the public knows, and the help with writing."""
    site = build.agenda.site.slug
    paths = (each.path for each in build.agenda.activities if each.folder == site)
    known: dict[str, Any] = {
        "taken": sorted({path.rpartition("/")[2].rpartition(".")[0] for path in paths}),
        "help": writing_help(build.agenda.network),
    }
    return dumps(known, ensure_ascii=False, separators=(",", ":")).encode()
