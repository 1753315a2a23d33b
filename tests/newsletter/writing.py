"""Letters made by hand, as editions make them: two towns, the region, a target group, an empty week, a full one."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from PIL import Image
from tests.builders import agenda, site

from meedoen.newsletter.exports import list_of_letters, written
from meedoen.notation.markup import plain, render
from meedoen.outputs.letter import Item, Letter, NoteKind, Picture, Section
from meedoen.outputs.site_build import Asset, SiteBuild
from meedoen.programme.edition import Edition
from meedoen.programme.picture import Rendition, renditions
from meedoen.programme.scheme import schemes, spine
from meedoen.rendering.renderer import Renderer

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "templates"
ADDRESS = "https://papendrecht.agenda.example.org"
HOST = "papendrecht.agenda.example.org"
MONDAY = date(2026, 11, 30)
INTRO = (
    "De dagen zijn kort, de bibliotheek is lang open. Kom **luisteren, leren** of een kop koffie drinken.\n\n"
    "Nieuw is het [spreekuur over energie](https://www.example.org/energie). Loop gerust binnen:\n\n"
    "- op maandag in de leeszaal\n- op donderdag in het wijkcentrum\n"
)
COLOURS = {
    "taal": "#b3421f", "digitaal": "#1f5fa8", "lezen": "#7a2f5d", "gezondheid": "#2f6b3a", "ontmoeten": "#a8570a",
    "kunst-en-muziek": "#6a3fa0", "kinderen": "#0f6f78", "maken": "#8a5a2b",
}  # fmt: skip
NAMES = (
    ("Taalcafé", "Oefen Nederlands in een kleine groep. Iedereen mag meedoen, ook als je net begint.", "taal"),
    ("Voorlezen voor peuters", "Liedjes zingen, een prentenboek kijken en daarna samen spelen.", "kinderen"),
    ("Spreekuur Digitale Overheid", "Hulp met DigiD, toeslagen en formulieren. Loop binnen.", "digitaal"),
    ("Leeskring: korte verhalen", "We lezen een kort verhaal hardop en praten erover. Kom gewoon.", "lezen"),
    ("Repaircafé", "Neem je kapotte lamp, broek of fiets mee. Vrijwilligers helpen je om hem te maken.", "maken"),
    ("Wandelen met de wijkzuster", "Een rustig rondje van een half uur. Daarna is er koffie.", "gezondheid"),
    ("Open podium", "Zing, speel of lees iets voor. Kijken mag natuurlijk ook.", "kunst-en-muziek"),
    ("Koffie-uurtje", "Praat bij met mensen uit de buurt. De koffie staat klaar.", "ontmoeten"),
)  # fmt: skip
WHEN = (
    "elke dinsdag, 10.00 tot 11.30 uur, niet op 29 december",
    "woensdag 2 december, 9.30 tot 10.30 uur",
    "elke maandag en donderdag, 13.00 tot 16.00 uur",
    "donderdag 3 december, 20.00 tot 21.30 uur",
    "zaterdag 5 december, 11.00 tot 15.00 uur",
)


@cache
def photograph() -> tuple[Rendition, ...]:
    """A picture as the site has it."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 700)).convert("RGB").save(out, "PNG")
    return renditions(out.getvalue())


def item(number: int, **changed: object) -> Item:
    """An activity; each number another one."""
    name, summary, theme = NAMES[number % len(NAMES)]
    more = f", deel {number // len(NAMES) + 1}" if number >= len(NAMES) else ""
    found = Item(
        id=f"papendrecht-activiteit-{number}",
        name=f"{name}{more}",
        when=WHEN[number % len(WHEN)],
        where=("Bibliotheek Papendrecht, Leeszaal", "Wijkcentrum De Vijzel")[number % 2],
        url=f"{ADDRESS}/activiteit/activiteit-{number}.html",
        summary=summary,
        audience=("18 jaar en ouder", "0 tot 4 jaar", "")[number % 3],
        price=("gratis", "€ 2,50")[number % 4 == 3],
        theme=theme,
    )
    return replace(found, **changed)  # type: ignore[arg-type]


def letter(*sections: Section, colour: str = "#004f9f", **changed: object) -> Letter:
    """A letter with these sections."""
    edition = Edition(
        slug="papendrecht-2026-w49", path="content/nieuwsbrieven/papendrecht-2026-w49.yaml", municipality="papendrecht",
        first=MONDAY, last=MONDAY + timedelta(days=6), as_of=MONDAY - timedelta(days=4),
        subject="Deze week: taalcafé, een open podium en meer", settled=True,
    )  # fmt: skip
    own = schemes(colour)
    intro = render(INTRO)
    found = Letter(
        edition=edition, title="Papendrecht, 30 november tot en met 6 december", sender="Bibliotheek AanZet",
        url=f"{ADDRESS}/nieuwsbrief/papendrecht-2026-w49.html", site_url=f"{ADDRESS}/",
        archive_url=f"{ADDRESS}/nieuwsbrief.html", sections=sections, schemes=own,
        spines={slug: (spine(each, own.day), spine(each, own.night, dark=True)) for slug, each in COLOURS.items()},
        preheader="Van een taalcafé tot een open podium: dit is er te doen in Papendrecht.",
        intro=intro, intro_text=plain(intro), address="Groenmarkt 153, Dordrecht", mail="agenda@example.org",
    )  # fmt: skip
    return replace(found, **changed)  # type: ignore[arg-type]


def weekly() -> Letter:
    """A usual week: highlights with a picture, what is new, what changed, what does not go on."""
    shown = Picture(
        url=f"{ADDRESS}/beeld/activiteit-0-960.webp", width=960, height=560,
        alt="Mensen praten met elkaar aan een lange tafel.",
    )  # fmt: skip
    moved = item(5, note="Verplaatst: was dinsdag 1 december, 10.00 uur", note_kind=NoteKind.RESCHEDULED)
    off = item(4, note="Gaat niet door: de zaal is dicht.", note_kind=NoteKind.CANCELLED)
    return letter(
        Section("uitgelicht", "Uitgelicht", (item(0, picture=shown), item(6, note="Nieuw"))),
        Section("voor-iedereen", "Voor iedereen", (item(2), item(3), item(7)), more=4,
                more_url=f"{ADDRESS}/week/2026-w49.html"),
        Section("kinderen", "Voor kinderen", (item(1),)),
        Section("verplaatst", "Verplaatst", (moved,)),
        Section("gaat-niet-door", "Gaat niet door", (off,)),
    )  # fmt: skip


def other_town() -> Letter:
    """The same week in a municipality with another colour, and an activity that is there twice at different places."""
    twice = (item(0), item(8, name="Taalcafé", where="Wijkcentrum Sliedrecht"))
    return letter(Section("deze-week", "Deze week", (*twice, item(4), item(5))), colour="#e6b800",
                  title="Sliedrecht, 30 november tot en met 6 december")  # fmt: skip


def regional() -> Letter:
    """The whole region, without an intro, address or a line behind the subject."""
    items = tuple(
        item(number, where=f"Bibliotheek {town}")
        for number, town in enumerate(("Dordrecht", "Gorinchem", "Alblasserdam"))
    )
    return letter(Section("regio", "In de regio", items), colour="#00539f", intro=render(""), intro_text="",
                  address="", mail="", preheader="", title="Drechtsteden en omgeving, december")  # fmt: skip


def for_children() -> Letter:
    """One target group."""
    items = tuple(
        item(number, audience="4 tot 12 jaar", theme="kinderen", note="Nieuw" if number == 6 else "")
        for number in (1, 4, 6)
    )
    return letter(
        Section("kinderen", "4 tot 12 jaar", items), colour="#0f6f78", title="Voor kinderen in Papendrecht, december"
    )


def empty() -> Letter:
    """A week without anything."""
    return letter(preheader="", title="Papendrecht, 28 december tot en met 3 januari")


def full() -> Letter:
    """As many as a letter should have."""
    sections = tuple(
        Section(f"deel-{part}", f"Rubriek {part + 1}", tuple(map(item, range(part * 8, part * 8 + 8))), more=3,
                more_url=f"{ADDRESS}/week/2026-w49.html#deel-{part}")
        for part in range(5)
    )  # fmt: skip
    return letter(*sections, colour="#7a2f5d")


LETTERS = {
    "weekly": weekly,
    "other_town": other_town,
    "regional": regional,
    "for_children": for_children,
    "empty": empty,
    "full": full,
}


def build(*, preview: bool = False) -> SiteBuild:
    """The site that the letters belong to, with the picture of the first activity."""
    return replace(site(agenda(), preview=preview), pictures={"papendrecht-activiteit-0": photograph()})


@cache
def renderer() -> Renderer:
    """The theme."""
    loader = FileSystemLoader(TEMPLATES)
    return Renderer(Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True))


def files(*letters: Letter, preview: bool = False) -> dict[str, bytes]:
    """path → bytes of everything that is made of these letters."""
    own = build(preview=preview)
    planned = (*written(own, letters), list_of_letters(own, letters))
    paths = [each.path for each in planned]
    assert len(paths) == len(set(paths))
    return {each.path: each.content() if isinstance(each, Asset) else renderer()(own, each) for each in planned}
