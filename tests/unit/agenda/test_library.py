from __future__ import annotations

import io
from datetime import date

from PIL import Image
from tests.builders import TODAY, activity, network, source

from meedoen.agenda.library import claim, clashes, read_library
from meedoen.content.source import SourceFile
from meedoen.language.problems import FilePosition

FOLDER = "content/activiteiten/papendrecht"
FIELDS = "datum: 1 december 2026\ntijd: 10.00\nlocatie: wijkcentrum\n"


def file(name: str, fields: str = "", body: str = "") -> SourceFile:
    """An activity file of Papendrecht."""
    return source(f"{FOLDER}/{name}.md", f"---\ntitel: {name}\n{FIELDS}{fields}---\n{body}\n")


def png() -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


def test_files_with_and_without_faults() -> None:
    files = [file("goed"), file("fout", "prijs: duur\n"), source(f"{FOLDER}/kapot.md", "geen kop"), file("ook-goed")]
    library = read_library(files, network())
    assert [each.page for each in library.activities] == ["goed", "ook-goed"]
    assert [(each.place.path, each.rule) for each in library.problems] == [
        (f"{FOLDER}/fout.md", "prijs-onleesbaar"),
        (f"{FOLDER}/kapot.md", "geen-kop"),
    ]


def test_library_of_nothing() -> None:
    library = read_library([], network())
    assert (library.activities, library.problems) == ((), ())


def test_hints_come_with_a_day() -> None:
    files = [file("oud", "doelgroep: jeugd\n", "We faciliteren koffie.")]
    assert read_library(files, network()).problems == ()
    assert [each.rule for each in read_library(files, network(), today=TODAY).problems] == ["moeilijk-woord"]
    assert [each.rule for each in read_library(files, network(), today=date(2027, 1, 1)).problems] == [
        "datum-voorbij",
        "moeilijk-woord",
    ]


def test_picture_beside_the_file() -> None:
    files = [file("foto", "afbeelding: {bestand: foto.png, alt: Een foto}\n")]
    asked: list[str] = []

    def picture(path: str) -> bytes:
        asked.append(path)
        return png()

    library = read_library(files, network(), picture=picture)
    assert (len(library.activities), library.problems, asked) == (1, (), [f"{FOLDER}/foto.png"])


def test_picture_that_is_not_there_keeps_the_activity_away() -> None:
    library = read_library([file("foto", "afbeelding: {bestand: foto.png, alt: Een foto}\n")], network())
    assert library.activities == ()
    assert [(each.rule, each.place) for each in library.problems] == [
        ("afbeelding-ontbreekt", FilePosition(f"{FOLDER}/foto.md", 6, 1, 10))
    ]


def test_claim_of_an_activity() -> None:
    assert claim(activity()) == (f"{FOLDER}/taalcafe.md", "papendrecht-taalcafe", "taalcafe", ("papendrecht",))


def test_no_clash() -> None:
    claims = [
        (f"{FOLDER}/x.md", "papendrecht-x", "x", ("papendrecht",)),
        ("content/activiteiten/sliedrecht/x.md", "sliedrecht-x", "x", ("sliedrecht",)),
    ]
    assert clashes(claims) == ()


def test_id_belongs_to_the_file_that_is_named_by_it() -> None:
    claims = [
        (f"{FOLDER}/aap.md", "papendrecht-taal", "taal", ("papendrecht",)),
        (f"{FOLDER}/taal.md", "papendrecht-taal", "taal", ("papendrecht",)),
        (f"{FOLDER}/diep/taal.md", "papendrecht-taal", "taal", ("papendrecht",)),
    ]
    assert [(each.place.path, each.rule) for each in clashes(claims)] == [
        (f"{FOLDER}/diep/taal.md", "dubbel-id"),
        (f"{FOLDER}/aap.md", "dubbel-id"),
    ]


def test_page_of_the_region_stays_with_the_region() -> None:
    claims = [
        (f"{FOLDER}/regio-quiz.md", "papendrecht-regio-quiz", "regio-quiz", ("papendrecht",)),
        ("content/activiteiten/regio/quiz.md", "regio-quiz", "regio-quiz", ("bonaire", "papendrecht", "sliedrecht")),
    ]
    assert [(each.place.path, each.rule, each.message) for each in clashes(claims)] == [
        (
            f"{FOLDER}/regio-quiz.md",
            "dubbel-adres",
            "De pagina “regio-quiz” in papendrecht is al van content/activiteiten/regio/quiz.md.",
        )
    ]


def test_order_of_the_claims_does_not_matter() -> None:
    claims = [claim(activity(path=f"{FOLDER}/{name}.md")) for name in ("a", "b", "c", "diep/a", "diep/b")]
    assert clashes(reversed(claims)) == clashes(claims)
