from __future__ import annotations

import pytest
from tests.builders import network, source

from meedoen.newsletter.archive import Archive
from meedoen.newsletter.archive_reader import read_archive
from meedoen.programme.edition import Edition

GOOD = "gemeente: papendrecht\nvan: 30 november 2026\ntot: 6 december 2026\nonderwerp: Deze week\n"


def _read(*texts: str) -> tuple[Archive, list[tuple[int, str, str, str]]]:
    """Editions a, b … and the problems: line, rule, message and hint."""
    files = [source(f"content/nieuwsbrieven/{name}.yaml", text) for name, text in zip("abc", texts, strict=False)]
    archive, problems = read_archive(files, [], network())
    return archive, [(each.place.line, each.rule, each.message, each.hint) for each in problems]


def test_edition_is_what_somebody_decided() -> None:
    archive, problems = _read(
        GOOD + "doelgroep: 18+\npeildatum: 26 november 2026\nvoorproefje: Kom mee\nintro: |\n  Kom *mee*.\n"
        "uitgelicht: [papendrecht-taalcafe]\nsecties: [nieuw, thema/taal, doelgroep]\nweglaten: papendrecht-koffie\n"
        "hoogstens: 6\nvastgesteld: nee\n"
    )
    assert problems == []
    (edition,) = archive.editions.values()
    assert edition == Edition(
        slug="a", path="content/nieuwsbrieven/a.yaml", municipality="papendrecht", first=edition.first,
        last=edition.last, as_of=edition.as_of, subject="Deze week", preheader="Kom mee", intro="Kom *mee*.",
        audience="18-plus", highlights=("papendrecht-taalcafe",), sections=("nieuw", "thema/taal", "doelgroep"),
        left_out=("papendrecht-koffie",), most_in_section=6,
    )  # fmt: skip
    assert [str(each) for each in (edition.first, edition.last, edition.as_of)] == [
        "2026-11-30",
        "2026-12-06",
        "2026-11-26",
    ]


def test_region_has_letters_too_and_the_first_day_is_the_day_of_making() -> None:
    archive, problems = _read(GOOD.replace("papendrecht", "regio"))
    assert problems == []
    assert [each.municipality for each in archive.of("regio")] == ["regio"]
    assert [each.as_of for each in archive.of("regio")] == [each.first for each in archive.of("regio")]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (
            ("papendrecht", "papendrech"),
            (
                1,
                "onbekende-gemeente",
                "De gemeente “papendrech” staat niet in de lijst.",
                "Bedoelde je: papendrecht (Papendrecht)?",
            ),
        ),
        (
            ("tot: 6 december", "tot: 6 november"),
            (
                3,
                "einde-voor-begin",
                "De laatste dag (6 november 2026) ligt voor de eerste (30 november 2026).",
                "Kijk allebei de datums na. Klopt het jaar?",
            ),
        ),
        (
            ("tot: 6 december 2026", "tot: 6 december 2027"),
            (3, "datum-ver-weg", "Deze nieuwsbrief gaat over 372 dagen.", "Kijk het jaar na."),
        ),
        (
            ("onderwerp", "peildatum: 7 december 2026\nonderwerp"),
            (
                4,
                "einde-voor-begin",
                "De peildatum (7 december 2026) ligt na de laatste dag (6 december 2026). Dan is alles al voorbij.",
                "Kijk allebei de datums na.",
            ),
        ),
        (
            ("onderwerp", "secties: [nieuws, doelgroep]\nonderwerp"),
            (4, "geen-keuze", "Het stuk “nieuws” ken ik niet.", "Bedoelde je: nieuw?"),
        ),
        (
            ("onderwerp", "secties: [thema/tall]\nonderwerp"),
            (4, "geen-keuze", "Het stuk “thema/tall” ken ik niet.", "Bedoelde je: thema/taal?"),
        ),
        (
            ("onderwerp", "hoogstens: 0\nonderwerp"),
            (4, "geen-getal", "Met 0 past er niets in een stuk.", "Typ een getal vanaf 1, of haal de regel weg."),
        ),
        (
            ("onderwerp", "preheader: Kom\nonderwerp"),
            (4, "onbekende-sleutel", "Het veld “preheader” ken ik niet.", "Bedoelde je: voorproefje?"),
        ),
        (
            ("onderwerp", "vorige: a\nonderwerp"),
            (
                4,
                "vorige-past-niet",
                "“a” is niet ouder dan deze nieuwsbrief.",
                "Kies een oudere nieuwsbrief voor dezelfde lezers, of haal de regel weg.",
            ),
        ),
    ],
)
def test_mistake_is_told_with_its_line_and_what_to_type(
    changed: tuple[str, str], problem: tuple[int, str, str, str]
) -> None:
    archive, problems = _read(GOOD.replace(*changed, 1))
    assert problems == [problem]
    assert len(archive.editions) == (problem[1] == "datum-ver-weg")


def test_faulty_edition_leaves_the_others_as_they_are() -> None:
    archive, problems = _read(GOOD, "gemeente: [\n", GOOD.replace("30 november", "1 december") + "vorige: a\n")
    assert [problem[1] for problem in problems] == ["bijzonder-teken"]
    assert list(archive.editions) == ["a", "c"]
    assert [each.slug for each in archive.before(archive.editions["c"])] == ["a"]


def test_editions_that_call_each_other_the_previous_one_end() -> None:
    archive, problems = _read(GOOD + "vorige: b\n", GOOD + "vorige: a\n")
    assert [problem[1] for problem in problems] == ["vorige-past-niet"]
    assert [archive.before(each) for each in archive.editions.values()] == [()]
