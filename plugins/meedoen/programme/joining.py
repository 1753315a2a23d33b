"""How to take part: signing up, the programme of the day, the picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meedoen.content import layout
from meedoen.language.problems import Fault
from meedoen.language.slug import slugify
from meedoen.language.wording import quote
from meedoen.notation.fields.parsers import parse_url
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.schema.status import RegistrationStatus
from meedoen.notation.text.tree import Node
from meedoen.notation.time.clock import Times

NOT_NEEDED, NEEDED, HANDY = "nee", "ja", "handig"


@dataclass(frozen=True, slots=True)
class Registration:
    """Whether and how to sign up; the dates are inclusive. Without a status it is open as long as the dates are."""

    needed: str = NOT_NEEDED
    url: str = ""
    phone: str = ""
    mail: str = ""
    capacity: int | None = None
    status: RegistrationStatus | None = None
    opens: date | None = None
    closes: date | None = None

    def status_on(self, today: date) -> RegistrationStatus:
        """How it is with signing up on this day, by what was written and by the dates."""
        if self.status in (RegistrationStatus.FULL, RegistrationStatus.WAITING_LIST, RegistrationStatus.CLOSED):
            return self.status
        if self.opens and today < self.opens:
            return RegistrationStatus.NOT_YET_OPEN
        if self.closes and today > self.closes:
            return RegistrationStatus.CLOSED
        return RegistrationStatus.OPEN if self.opens else self.status or RegistrationStatus.OPEN


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """One part of a day programme; parts with the same start run side by side."""

    times: Times
    name: str
    room: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture beside the activity file, by its name."""

    file: str
    alt: str = ""
    creator: str = ""
    licence: str = ""


def read_registration(value: Record | str, node: Node, reader: Reader) -> Registration | None:
    """Takes a word, a link or a block, with its place; gives the registration; None when it could not be understood."""
    if isinstance(value, Record):
        values = dict(value.values)
        values.setdefault("needed", NEEDED)
        opens, closes = values.get("opens"), values.get("closes")
        if opens and closes and closes < opens:
            reader.report(
                value.node("closes"),
                Fault(
                    "einde-voor-begin",
                    "De aanmelding sluit voordat die opent.",
                    "Kijk de datums bij “van” en “tot” na.",
                ),
            )
            return None
        return Registration(**values)
    word = slugify(value)
    if word in {"niet-nodig", "nee", "niet", "hoeft-niet", "vrije-inloop", "inloop"}:
        return Registration()
    if word in {"nodig", "ja", "verplicht", "vooraf"}:
        return Registration(NEEDED)
    if word in {"handig", "gewenst", "mag"}:
        return Registration(HANDY)
    url = parse_url(value)
    if isinstance(url, Fault):
        reader.report(
            node,
            Fault(
                "geen-keuze",
                f"{quote(value)} begrijp ik hier niet.",
                "Typ: niet nodig, nodig, handig, of de link naar de aanmelding.",
            ),
        )
        return None
    return Registration(NEEDED, url)


def read_programme(records: tuple[Record, ...]) -> tuple[ProgrammeItem, ...]:
    """Takes the blocks of a programme; gives the parts that have a time and a title, by time; equal times keep the
    order of the file.
    """
    items = [ProgrammeItem(**record.values) for record in records if {"times", "name"} <= record.values.keys()]
    return tuple(sorted(items, key=lambda item: item.times.start))


def read_image(value: Record | str, node: Node, reader: Reader) -> Image | None:
    """Takes a file name or a block, with its place; gives the picture; a missing alt text is a warning."""
    image = Image(**value.values) if isinstance(value, Record) and "file" in value.values else None
    if isinstance(value, str):
        image = Image(value)
    if image is None:
        return None
    if not layout.is_picture_name(image.file.rpartition(".")[0]):
        reader.report(node, layout.picture_name_fault(image.file))
        return None
    if not layout.is_picture(image.file):
        message = f"{quote(image.file)} is geen soort plaatje dat hier kan."
        reader.report(node, Fault("verkeerd-bestandstype", message, "Gebruik jpg, png of webp."))
        return None
    if not image.alt:
        reader.report(
            node,
            Fault(
                "alt-ontbreekt",
                "Er staat niet bij wat er op het plaatje te zien is.",
                "Voeg bij de afbeelding een regel toe, bijvoorbeeld: alt: Mensen praten aan een tafel",
            ),
        )
    return image
