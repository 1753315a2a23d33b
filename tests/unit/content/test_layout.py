"""From a path to its kind, or to what is wrong with it; and every limit, on both sides of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.content.layout import (
    FOLDERS,
    LARGEST_BODY,
    LARGEST_HEADER,
    LARGEST_LETTER,
    LARGEST_PICTURE,
    LARGEST_TEXT,
    REFERENCED,
    FileKind,
    judge,
    kind_of,
    limit,
    size_fault,
)
from meedoen.content.source import EntryForm, FolderEntry
from meedoen.language.problems import Fault

DORP = "content/activiteiten/dorp"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/organisatie.yaml", FileKind.ORGANISATION),
        ("content/gemeenten/dorp.yaml", FileKind.MUNICIPALITY),
        ("content/locaties/plein.yaml", FileKind.PLACE),
        ("content/partners/taalhuis.yaml", FileKind.PARTNER),
        ("content/projecten/taal.yaml", FileKind.PROJECT),
        ("content/woordenlijsten/themas.yaml", FileKind.WORD_LIST),
        ("content/kalender/feestdagen.yaml", FileKind.CALENDAR),
        (f"{DORP}/koffie.md", FileKind.ACTIVITY),
        (f"{DORP}/1/2/3/4/5/6/koffie.yaml", FileKind.ACTIVITY),
        (f"{DORP}/foto.jpg", FileKind.PICTURE),
        (f"{DORP}/IMG_1234.JPG", FileKind.PICTURE),
        ("content/nieuwsbrieven/december.yaml", FileKind.EDITION),
        ("content/nieuwsbrieven/vastgelegd/december.json", FileKind.LETTER),
        ("content/paginas/over.md", FileKind.PAGE),
        ("content/paginas/diep/Wat dan ook.html", FileKind.PAGE),
        (f"{DORP}/LEESMIJ.md", FileKind.GUIDE),
        ("content/README.md", FileKind.GUIDE),
        (f"{DORP}/_klad.md", FileKind.HIDDEN),
        ("content/.htaccess", FileKind.HIDDEN),
        (f"{DORP}/_oud/koffie.md", FileKind.HIDDEN),
    ],
)
def test_kind_of_a_file(path: str, kind: FileKind) -> None:
    assert kind_of(path) is kind


@pytest.mark.parametrize(
    "path",
    [
        "content",
        "elders/organisatie.yaml",
        "content/foto.jpg",
        "content/organisatie.yml",
        "content/activiteit/dorp/koffie.md",
        "content/activiteiten/koffie.md",
        "content/activiteiten/Dorp/koffie.md",
        "content/locaties/dorp/plein.yaml",
        "content/locaties/plein.md",
        "content/locaties/plein.jpg",
        "content/gemeenten/regio.yaml",
        "content/gemeenten/theme.yaml",
        "content/nieuwsbrieven/anders/december.yaml",
        "content/nieuwsbrieven/vastgelegd/december.yaml",
        f"{DORP}/Koffie.md",
        f"{DORP}/koffie.yml",
        f"{DORP}/Map/koffie.md",
        f"{DORP}/foto van ons.jpg",
        f"{DORP}/NUL.jpg",
        f"{DORP}/1/2/3/4/5/6/7/koffie.md",
        f"{DORP}/{'a/' * 5_000}koffie.md",
    ],
)
def test_file_that_is_of_no_kind(path: str) -> None:
    assert kind_of(path) is None


def test_municipality_must_be_there_where_that_is_known() -> None:
    paths = (f"{DORP}/koffie.md", "content/activiteiten/regio/koffie.md", "content/locaties/plein.yaml")
    assert [kind_of(path, {"stad"}) for path in paths] == [None, FileKind.ACTIVITY, FileKind.PLACE]
    assert [kind_of(path, {"dorp"}) for path in paths] == [FileKind.ACTIVITY, FileKind.ACTIVITY, FileKind.PLACE]


@pytest.mark.parametrize(
    ("folder", "entry", "fault"),
    [
        ("content", FolderEntry("activiteit", EntryForm.FOLDER),
         Fault("onbekende-map", "“activiteit” hoort niet in content.", "Bedoelde je activiteiten?")),
        ("content", FolderEntry("theme", EntryForm.FOLDER),
         Fault("onbekende-map", "“theme” hoort niet in content.", "Zet een activiteit in content/activiteiten.")),
        ("content", FolderEntry("foto.jpg", EntryForm.FILE),
         Fault("onbekende-map", "“foto.jpg” hoort niet in content.",
               "Zet een plaatje naast de activiteit waar het bij hoort, in content/activiteiten.")),
        ("content/locaties", FolderEntry("dorp", EntryForm.FOLDER),
         Fault("onbekende-map", "In content/locaties horen geen mappen.",
               "Zet het bestand direct in content/locaties.")),
        ("content", FolderEntry("locaties", EntryForm.LINK),
         Fault("snelkoppeling", "“locaties” is een snelkoppeling. Die wordt niet gelezen.",
               "Zet er het bestand zelf neer, of de map met de bestanden.")),
        (DORP, FolderEntry("pijp.md", EntryForm.OTHER),
         Fault("verkeerd-bestandstype", "“pijp.md” is geen gewoon bestand.", "Haal het weg.")),
        (DORP, FolderEntry("taal.yml", EntryForm.FILE),
         Fault("verkeerd-bestandstype", "“taal.yml” is geen .md- of .yaml-bestand.", "Geef het de naam taal.md")),
        (DORP, FolderEntry("foto van ons.JPG", EntryForm.FILE),
         Fault("verkeerde-bestandsnaam", "“foto van ons.JPG” kan geen naam van een plaatje zijn.",
               "Geef het een naam zoals: foto-van-ons.jpg")),
        (DORP, FolderEntry("groot.md", EntryForm.FILE, LARGEST_TEXT + 1),
         Fault("bestand-te-groot", "“groot.md” is groter dan 100 kB.",
               "Maak de tekst korter. Plaatjes horen in een eigen bestand.")),
        (DORP, FolderEntry("groot.jpg", EntryForm.FILE, LARGEST_PICTURE + 1),
         Fault("afbeelding-te-groot", "Het plaatje “groot.jpg” is groter dan 8 MB.",
               "Maak het kleiner, bijvoorbeeld 1600 beeldpunten breed.")),
    ],
    ids=lambda each: each.name if isinstance(each, FolderEntry) else "",
)  # fmt: skip
def test_message_says_what_is_wrong_and_what_to_do(folder: str, entry: FolderEntry, fault: Fault) -> None:
    assert judge(folder, entry) == fault


@pytest.mark.parametrize("form", EntryForm)
@pytest.mark.parametrize(
    ("name", "kind"), [("_klad", FileKind.HIDDEN), (".git", FileKind.HIDDEN), ("LEESMIJ.md", FileKind.GUIDE)]
)
def test_what_nobody_reads_is_passed_over_whatever_it_is(name: str, kind: FileKind, form: EntryForm) -> None:
    assert judge("content", FolderEntry(name, form)) is kind


@pytest.mark.parametrize("kind", FileKind)
def test_limit_holds_to_the_last_octet(kind: FileKind) -> None:
    most = {FileKind.PICTURE: LARGEST_PICTURE, FileKind.LETTER: LARGEST_LETTER}.get(kind, LARGEST_TEXT)
    assert limit(kind) == most
    assert size_fault(kind, "x", most) is None
    assert size_fault(kind, "x", most + 1) is not None


def test_full_header_and_body_fit_with_line_ends_of_windows() -> None:
    assert 2 * (LARGEST_HEADER + LARGEST_BODY) >= LARGEST_TEXT >= LARGEST_HEADER + LARGEST_BODY


_NAMES = st.one_of(
    st.text(st.characters(exclude_characters="/"), min_size=1, max_size=9),
    st.sampled_from(
        [*FOLDERS, "activiteiten", "paginas", "nieuwsbrieven", "vastgelegd", "dorp", "a.md", "b.yaml", "c.jpg"]
    ),
)


@given(st.lists(_NAMES, min_size=1, max_size=9))
def test_kind_of_a_path_is_that_of_the_walk_to_it(names: list[str]) -> None:
    folder, verdict = "content", None
    for name in names[:-1]:
        verdict = judge(folder, FolderEntry(name, EntryForm.FOLDER))
        if verdict is not FileKind.FOLDER:
            break
        folder = f"{folder}/{name}"
    else:
        verdict = judge(folder, FolderEntry(names[-1], EntryForm.FILE))
    assert kind_of("/".join(("content", *names))) is (verdict if isinstance(verdict, FileKind) else None)


def test_folders_around_the_activities_are_of_different_kinds() -> None:
    assert len(REFERENCED) == len(FOLDERS) + 1
