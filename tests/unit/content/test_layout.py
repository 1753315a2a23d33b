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
    Kind,
    judge,
    kind_of,
    limit,
    size_fault,
)
from meedoen.content.source import Entry, Form
from meedoen.language.problems import Fault

DORP = "content/activiteiten/dorp"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/organisatie.yaml", Kind.ORGANISATION),
        ("content/gemeenten/dorp.yaml", Kind.MUNICIPALITY),
        ("content/locaties/plein.yaml", Kind.PLACE),
        ("content/partners/taalhuis.yaml", Kind.PARTNER),
        ("content/projecten/taal.yaml", Kind.PROJECT),
        ("content/woordenlijsten/themas.yaml", Kind.WORD_LIST),
        ("content/kalender/feestdagen.yaml", Kind.CALENDAR),
        (f"{DORP}/koffie.md", Kind.ACTIVITY),
        (f"{DORP}/1/2/3/4/5/6/koffie.yaml", Kind.ACTIVITY),
        (f"{DORP}/foto.jpg", Kind.PICTURE),
        (f"{DORP}/IMG_1234.JPG", Kind.PICTURE),
        ("content/nieuwsbrieven/december.yaml", Kind.EDITION),
        ("content/nieuwsbrieven/vastgelegd/december.json", Kind.LETTER),
        ("content/paginas/over.md", Kind.PAGE),
        ("content/paginas/diep/Wat dan ook.html", Kind.PAGE),
        (f"{DORP}/LEESMIJ.md", Kind.GUIDE),
        ("content/README.md", Kind.GUIDE),
        (f"{DORP}/_klad.md", Kind.HIDDEN),
        ("content/.htaccess", Kind.HIDDEN),
        (f"{DORP}/_oud/koffie.md", Kind.HIDDEN),
    ],
)
def test_kind_of_a_file(path: str, kind: Kind) -> None:
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
    assert [kind_of(path, {"stad"}) for path in paths] == [None, Kind.ACTIVITY, Kind.PLACE]
    assert [kind_of(path, {"dorp"}) for path in paths] == [Kind.ACTIVITY, Kind.ACTIVITY, Kind.PLACE]


@pytest.mark.parametrize(
    ("folder", "entry", "fault"),
    [
        ("content", Entry("activiteit", Form.FOLDER),
         Fault("onbekende-map", "“activiteit” hoort niet in content.", "Bedoelde je activiteiten?")),
        ("content", Entry("theme", Form.FOLDER),
         Fault("onbekende-map", "“theme” hoort niet in content.", "Zet een activiteit in content/activiteiten.")),
        ("content", Entry("foto.jpg", Form.FILE),
         Fault("onbekende-map", "“foto.jpg” hoort niet in content.",
               "Zet een plaatje naast de activiteit waar het bij hoort, in content/activiteiten.")),
        ("content/locaties", Entry("dorp", Form.FOLDER),
         Fault("onbekende-map", "In content/locaties horen geen mappen.",
               "Zet het bestand direct in content/locaties.")),
        ("content", Entry("locaties", Form.LINK),
         Fault("snelkoppeling", "“locaties” is een snelkoppeling. Die wordt niet gelezen.",
               "Zet er het bestand zelf neer, of de map met de bestanden.")),
        (DORP, Entry("pijp.md", Form.OTHER),
         Fault("verkeerd-bestandstype", "“pijp.md” is geen gewoon bestand.", "Haal het weg.")),
        (DORP, Entry("taal.yml", Form.FILE),
         Fault("verkeerd-bestandstype", "“taal.yml” is geen .md- of .yaml-bestand.", "Geef het de naam taal.md")),
        (DORP, Entry("foto van ons.JPG", Form.FILE),
         Fault("verkeerde-bestandsnaam", "“foto van ons.JPG” kan geen naam van een plaatje zijn.",
               "Geef het een naam zoals: foto-van-ons.jpg")),
        (DORP, Entry("groot.md", Form.FILE, LARGEST_TEXT + 1),
         Fault("bestand-te-groot", "“groot.md” is groter dan 100 kB.",
               "Maak de tekst korter. Plaatjes horen in een eigen bestand.")),
        (DORP, Entry("groot.jpg", Form.FILE, LARGEST_PICTURE + 1),
         Fault("afbeelding-te-groot", "Het plaatje “groot.jpg” is groter dan 8 MB.",
               "Maak het kleiner, bijvoorbeeld 1600 beeldpunten breed.")),
    ],
    ids=lambda each: each.name if isinstance(each, Entry) else "",
)  # fmt: skip
def test_message_says_what_is_wrong_and_what_to_do(folder: str, entry: Entry, fault: Fault) -> None:
    assert judge(folder, entry) == fault


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(("name", "kind"), [("_klad", Kind.HIDDEN), (".git", Kind.HIDDEN), ("LEESMIJ.md", Kind.GUIDE)])
def test_what_nobody_reads_is_passed_over_whatever_it_is(name: str, kind: Kind, form: Form) -> None:
    assert judge("content", Entry(name, form)) is kind


@pytest.mark.parametrize("kind", Kind)
def test_limit_holds_to_the_last_octet(kind: Kind) -> None:
    most = {Kind.PICTURE: LARGEST_PICTURE, Kind.LETTER: LARGEST_LETTER}.get(kind, LARGEST_TEXT)
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
        verdict = judge(folder, Entry(name, Form.FOLDER))
        if verdict is not Kind.FOLDER:
            break
        folder = f"{folder}/{name}"
    else:
        verdict = judge(folder, Entry(names[-1], Form.FILE))
    assert kind_of("/".join(("content", *names))) is (verdict if isinstance(verdict, Kind) else None)


def test_folders_around_the_activities_are_of_different_kinds() -> None:
    assert len(REFERENCED) == len(FOLDERS) + 1
