"""Colours that a municipality chose by hand: which of them can stay, and the nearest one for those that cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from meedoen.language.problems import Fault
from meedoen.language.wording import quote, ratio
from meedoen.notation.fields.reader import Reader, Record
from meedoen.programme.colour import nearest
from meedoen.programme.scheme import CHOSEN, DERIVED, NAMED, Accents, Lack, lacking, schemes

_Lacks = Callable[[Accents], tuple[Lack, ...]]


def read_accents(brand: str, record: Record, reader: Reader) -> tuple[Accents, Accents]:
    """Takes the colour of a municipality, its fields and the reader; gives what a municipality with this colour chose
    under `kleuren`, and under `kleuren-donker`.

    A colour that cannot be read is reported. The nearest one takes its place, so that the others are judged by what
    will stand there and a preview shows what is proposed; publishing stops at the problem.
    """
    light = _settled(record.get("accents"), partial(_lacks, brand), "licht", reader)
    return light, _settled(record.get("accents_dark"), partial(_lacks, brand, light), "donker", reader)


def _lacks(brand: str, light: Accents, dark: Accents | None = None) -> tuple[Lack, ...]:
    """What cannot be read on a light screen; on a dark one if that is given."""
    made = schemes(brand, light, dark or DERIVED)
    return tuple(lacking(made.day if dark is None else made.night, made.pattern))


def _settled(written: Record | None, lacks: _Lacks, screen: str, reader: Reader) -> Accents:
    """The colours of one block, each judged beside those before it."""
    settled = DERIVED
    if written is None:
        return settled
    for name in CHOSEN:
        attribute = name.replace("-", "_")
        colour = written.get(attribute, "")
        # A head may be one that only the letters chosen for it can stand on.
        beside = replace(settled, on_head=written.get("on_head", "")) if name == "head" else settled
        if lacks(replace(settled, **{attribute: colour})) and (
            lacking := lacks(replace(beside, **{attribute: colour}))
        ):
            typed = colour
            colour = _instead(beside, attribute, colour, lacks) or _instead(settled, attribute, colour, lacks) or ""
            fault = _fault(name, typed, lacking, written.keys[attribute].text, colour, screen)
            reader.report(written.node(attribute), fault)
        settled = replace(settled, **{attribute: colour})
    return settled


def _instead(chosen: Accents, attribute: str, colour: str, lacks: _Lacks) -> str | None:
    """The nearest colour that can be read beside what is chosen. Only a head may have none, beside grey letters."""
    return nearest(colour, lambda each: not lacks(replace(chosen, **{attribute: each})))


def _fault(name: str, colour: str, lacking: tuple[Lack, ...], key: str, instead: str, screen: str) -> Fault:
    worst = min(lacking, key=lambda each: each.contrast / each.pair.least)
    front, ground = NAMED[worst.pair.front].dutch, NAMED[worst.pair.ground].dutch
    if worst.pair.front == name:
        what = f"{quote(colour)} niet goed op {'het patroon in ' * worst.on_pattern}{ground} ({worst.ground})"
    elif worst.on_pattern:
        what = f"{front} ({worst.front}) niet goed op {quote(colour)} met het patroon ({worst.ground})"
    else:
        what = f"{front} ({worst.front}) niet goed op {quote(colour)}"
    enough = f"Het contrast is {ratio(worst.contrast)}, nodig is {ratio(worst.pair.least)}."
    return Fault(
        "te-weinig-contrast",
        f"Op een {screen} scherm leest {what}. {enough}",
        f'Typ: {key}: "{instead}". Die kleur lijkt er het meest op en leest wel goed.',
        "leest niet goed",
    )
