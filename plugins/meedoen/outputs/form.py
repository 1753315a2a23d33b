"""The form with which anybody proposes an activity: made of the field table and the lists of one site.

The page is a paper form without script. The script makes the same file as `meedoen nieuw` in the browser and hands it
to the forge, to mail or to the disk. The page itself sends nothing: its policy needs no more than any other page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from json import dumps
from typing import Any

from meedoen.language.voice import N_
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field
from meedoen.outputs.form_data import forge_data, rules_data
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild
from meedoen.programme.writing_help import writing_help

FORM_PAGE, FORM_NAMES, CHANGE_PAGE = "aanmelden.html", "aanmelden.json", "wijzigen.html"

FIRST: Mapping[str, str] = {
    "titel": N_("Hoe heet de activiteit?"),
    "datum": N_("Op welke dag is het?"),
    "tijd": N_("Hoe laat?"),
    "hele-dag": N_("Het duurt de hele dag"),
    "herhaling": N_("Komt het vaker terug?"),
    "tot": N_("Tot en met welke dag?"),
    "behalve": N_("Wanneer is het niet?"),
    "ook": N_("Op welke datums nog meer?"),
    "locatie": N_("Waar is het?"),
    "adres": N_("Een andere plek"),
    "online": N_("Link om online mee te doen"),
    "doelgroep": N_("Voor wie is het?"),
    "prijs": N_("Wat kost het?"),
    "aanmelden": N_("Moet je je aanmelden?"),
    "samenvatting": N_("Vertel in één zin wat er te doen is"),
    "beschrijving": N_("Vertel er meer over"),
}
"""Field → what is asked first, in plain words. These have a place of their own in the template."""
MORE: Mapping[str, str] = {
    "einddatum": N_("Duurt het dagen achter elkaar? Wat is de laatste dag?"),
    "ruimte": N_("In welke zaal of ruimte?"),
    "organisator": N_("Wie organiseert het?"),
    "met": N_("Wie doen er mee?"),
    "leeftijd": N_("Voor welke leeftijd?"),
    "taal": N_("In welke taal is het?"),
    "taalniveau": N_("Hoeveel Nederlands heb je nodig?"),
    "thema": N_("Waar gaat het over?"),
    "vaardigheid": N_("Wat oefen of leer je?"),
    "toegankelijkheid": N_("Wat is er geregeld voor mensen met een beperking?"),
    "programmalijn": N_("Bij welke programmalijn hoort het?"),
    "kernfunctie": N_("Bij welke kernfunctie hoort het?"),
    "project": N_("Bij welk project hoort het?"),
    "hulp-gezocht": N_("Zoek je hulp van bewoners?"),
}
"""Field → what is asked to who wants to tell more, in this order."""
NOT_ASKED: Mapping[str, str] = {
    "id": "follows from the file",
    "afbeelding": "a picture can't travel in an address or in the text of a mail",
    "wijzigingen": "is for an activity that is there already",
    "gemeenten": "the form is of one municipality",
    "raakt-ook": "of the library",
    "sdg": "of the library",
    "programma": "takes a table; in the file it is easy",
    "status": "what is new goes ahead",
    "reden": "belongs to the state",
    "uitgelicht": "of the library",
    "verborgen": "of the library",
}


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of the form. `options` are (value, name) of a choice from a list; `field` the row of the table."""

    field: Field
    text: str
    options: tuple[tuple[str, str], ...] = ()

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
    """`aanmelden.html` and `wijzigen.html`, in the main language alone, and what the first asks for when it is open.

    That is the names that are taken, and the help with writing.
    """
    agenda = build.agenda
    network, site = agenda.network, agenda.site
    data = rules_data(network.holidays, site.school_region, agenda.window.today.year)
    yield Page(FORM_PAGE, "form.html", build.voice.gettext("Iets organiseren? Meld het aan"), {
        "first": {key: _question(build, key, text) for key, text in FIRST.items()},
        "more": tuple(_question(build, key, text) for key, text in MORE.items() if _is_there(build, key)),
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


def _question(build: SiteBuild, key: str, text: str) -> FormQuestion:
    row = ACTIVITY.by_key[key]
    return FormQuestion(row, text, _options(build, row))


def _is_there(build: SiteBuild, key: str) -> bool:
    """Whether there is something to choose from: an organisation without projects is not asked for one."""
    row = ACTIVITY.by_key[key]
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
