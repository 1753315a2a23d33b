"""A proposal as it is read from a working copy: what it changes, and which problems are of its making."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders import REFERENCE_FILES, TODAY
from tests.repositories import Story, koffie

from meedoen.language.problems import FilePosition
from meedoen.proposals.origin import Origin
from meedoen.proposals.proposal_reader import Reading, read_proposal
from meedoen.review.hints import hints
from meedoen.review.proposal import Proposal

FOLDER = "activiteiten/papendrecht"
KOFFIE, THEE = f"{FOLDER}/koffie.md", f"{FOLDER}/thee.md"
PLACE = "locaties/bibliotheek-papendrecht.yaml"
PICTURE = (Path(__file__).parents[2] / "examples/basis/content/activiteiten/dorp/koffie.png").read_bytes()


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Two good activities and one with a fault, all kept in Git."""
    told = Story(tmp_path / "agenda")
    old = koffie("Oud", times="25.00 - 26.00")
    told.commit({**told.reference_files(), KOFFIE: koffie(), THEE: koffie("Thee"), f"{FOLDER}/oud.md": old})
    return told


def read(story: Story) -> Reading:
    return read_proposal(story.content, Origin(story.content, "main"), TODAY, "jan")


def proposal(story: Story) -> Proposal:
    found = read(story).proposal
    assert found is not None
    return found


def faults(story: Story) -> list[tuple[str, str]]:
    return [(each.place.path.removeprefix("content/"), each.rule) for each in read(story).problems
            if each.rule not in ("toegankelijkheid-ontbreekt",)]  # fmt: skip


def changes(story: Story) -> list[tuple[str, str, str, str, bool]]:
    """Path, name before and after, old path, and whether the file is gone."""
    return [
        (each.path.removeprefix("content/"), each.before.name if each.before else "",
         each.after.name if each.after else "", each.old_path.removeprefix("content/"), each.gone)
        for each in proposal(story).changes
    ]  # fmt: skip


def test_nothing_changed(story: Story) -> None:
    assert (changes(story), read(story).problems, read(story).paths, read(story).old_faults) == ([], (), (), 1)


def test_what_is_not_in_git_yet_is_part_of_it(story: Story) -> None:
    story.git("checkout", "--quiet", "-b", "voorstel")
    story.commit({KOFFIE: koffie("Koffie en taart")})
    story.write({THEE: koffie("Thee en koek"), f"{FOLDER}/les.md": koffie("Les")})
    assert changes(story) == [
        (KOFFIE, "Koffie", "Koffie en taart", "", False),
        (f"{FOLDER}/les.md", "", "Les", "", False),
        (THEE, "Thee", "Thee en koek", "", False),
    ]
    found = proposal(story)
    assert ([each.path for each in found.others], found.sender, found.today) == ([], "jan", TODAY)
    assert [each.name for each in found.activities] == ["Koffie en taart", "Les", "Thee en koek"]


def test_others_are_what_the_proposal_leaves_alone(story: Story) -> None:
    story.write({THEE: koffie("Thee en koek")})
    assert [each.name for each in proposal(story).others] == ["Koffie"]


def test_file_that_went_and_file_that_moved(story: Story) -> None:
    story.write({KOFFIE: None, THEE: None, f"{FOLDER}/wijk/thee.md": koffie("Thee en koek")})
    assert changes(story) == [
        (KOFFIE, "Koffie", "", "", True),
        (f"{FOLDER}/wijk/thee.md", "Thee", "Thee en koek", THEE, False),
    ]


def test_only_the_problems_of_the_proposal_are_told(story: Story) -> None:
    story.write({KOFFIE: koffie(times="11.00 - 10.00", more="titl: x\n")})
    assert faults(story) == [(KOFFIE, "einde-voor-begin"), (KOFFIE, "onbekende-sleutel")]
    assert read(story).old_faults == 1
    assert changes(story) == [(KOFFIE, "Koffie", "", "", False)]


def test_old_fault_in_a_file_that_is_changed_is_told(story: Story) -> None:
    story.write({f"{FOLDER}/oud.md": koffie("Ouder", times="25.00 - 26.00")})
    assert (faults(story), read(story).old_faults) == ([(f"{FOLDER}/oud.md", "tijd-bestaat-niet")], 0)


def test_place_that_goes_breaks_what_refers_to_it(story: Story) -> None:
    story.write({PLACE: None})
    assert faults(story) == [
        (KOFFIE, "onbekende-locatie"),
        (f"{FOLDER}/oud.md", "onbekende-locatie"),
        (THEE, "onbekende-locatie"),
    ]
    found = proposal(story)
    assert (found.besides, found.removed) == ((f"content/{PLACE}",), frozenset({f"content/{PLACE}"}))
    assert [(each.path, each.after) for each in found.touched] == [
        (f"content/{KOFFIE}", None),
        (f"content/{THEE}", None),
    ]


def test_place_with_another_name_touches_what_refers_to_it(story: Story) -> None:
    story.write({PLACE: REFERENCE_FILES[PLACE.removesuffix(".yaml")].replace("Markt 22", "Markt 23")})
    assert faults(story) == []
    touched = [
        (each.path, each.before and each.before.place, each.after and each.after.place)
        for each in proposal(story).touched
    ]
    assert [(path, old and old.street, new and new.street) for path, old, new in touched] == [
        (f"content/{KOFFIE}", "Markt 22", "Markt 23"),
        (f"content/{THEE}", "Markt 22", "Markt 23"),
    ]


def test_list_with_a_word_more_touches_nothing(story: Story) -> None:
    themes = "woordenlijsten/themas.yaml"
    story.write({themes: REFERENCE_FILES["woordenlijsten/themas"] + "dans: {naam: Dans}\n"})
    assert (faults(story), proposal(story).touched, proposal(story).besides) == ([], (), (f"content/{themes}",))


def test_fault_in_a_list_that_was_there_already_is_not_of_the_proposal(story: Story) -> None:
    story.commit({"partners/oud.yaml": "naam: Oud\nwebsite: geen\n"})
    story.write({KOFFIE: koffie("Koffie en taart")})
    assert faults(story) == []
    story.write({"partners/nieuw.yaml": "naam: Nieuw\nsoort: bibliotheek\nwebsite: geen\n"})
    assert faults(story) == [("partners/nieuw.yaml", "geen-link")]


def test_other_file_that_loses_its_page_counts_as_of_the_proposal(story: Story) -> None:
    story.write({f"{FOLDER}/wijk/koffie.md": koffie("Nog een")})
    assert faults(story) == [(f"{FOLDER}/wijk/koffie.md", "dubbel-id")]
    assert changes(story) == [(f"{FOLDER}/wijk/koffie.md", "", "", "", False)]
    story.commit({f"{FOLDER}/a.md": koffie("Met kenmerk", more="id: papendrecht-les\n")})
    story.write({f"{FOLDER}/wijk/koffie.md": None, f"{FOLDER}/les.md": koffie("Les")})
    assert faults(story) == [(f"{FOLDER}/a.md", "dubbel-id")]
    assert f"content/{FOLDER}/a.md" not in [each.path for each in proposal(story).others]


def test_clash_that_was_there_already_is_not_of_the_proposal(story: Story) -> None:
    story.commit({f"{FOLDER}/wijk/koffie.md": koffie("Nog een")})
    story.write({THEE: koffie("Thee en koek")})
    assert faults(story) == []


def test_picture_that_goes_breaks_its_activity(story: Story) -> None:
    pictured = koffie("Foto", more="afbeelding: {bestand: foto.png, alt: Iets}\n")
    story.write({f"{FOLDER}/foto.md": pictured})
    (story.content / FOLDER / "foto.png").write_bytes(PICTURE)
    story.commit()
    assert (faults(story), changes(story)) == ([], [])
    (story.content / FOLDER / "foto.png").write_bytes(b"geen plaatje")
    assert faults(story) == [(f"{FOLDER}/foto.md", "afbeelding-onbruikbaar")]
    (story.content / FOLDER / "foto.png").unlink()
    assert faults(story) == [(f"{FOLDER}/foto.md", "afbeelding-ontbreekt")]


def test_municipality_that_goes_takes_its_activities_along(story: Story) -> None:
    story.write({"gemeenten/papendrecht.yaml": None})
    rules = dict(faults(story))
    assert {path: rules[path] for path in (KOFFIE, THEE)} == dict.fromkeys((KOFFIE, THEE), "onbekende-map")
    assert [each.path for each in proposal(story).touched] == [f"content/{KOFFIE}", f"content/{THEE}"]


def test_content_without_an_organisation_cannot_be_judged(story: Story) -> None:
    story.write({"organisatie.yaml": None})
    found = read(story)
    assert (found.proposal, found.paths) == (None, ("content/organisatie.yaml",))
    assert ("organisatie.yaml", "ontbrekend-veld") in faults(story)


def test_first_content_of_all_is_of_the_proposal(story: Story) -> None:
    story.git("checkout", "--quiet", "--orphan", "leeg")
    story.git("rm", "-r", "-q", "--cached", ".")
    story.git("commit", "--quiet", "--allow-empty", "--message", "Begin")
    found = read_proposal(story.content, Origin(story.content, "leeg"), TODAY)
    assert found.proposal is not None
    assert [each.path for each in found.proposal.changes] == [
        f"content/{each}" for each in (KOFFIE, f"{FOLDER}/oud.md", THEE)
    ]
    assert [each.rule for each in found.problems if each.place.path.endswith("oud.md")][:1] == ["tijd-bestaat-niet"]


def test_links_and_odd_names_are_told_when_they_are_new(story: Story) -> None:
    (story.content / FOLDER / "koppeling.md").symlink_to("/etc/passwd")
    story.write({f"{FOLDER}/Niet Goed.md": koffie()})
    assert faults(story) == [
        (f"{FOLDER}/Niet Goed.md", "verkeerde-bestandsnaam"),
        (f"{FOLDER}/koppeling.md", "snelkoppeling"),
    ]
    assert proposal(story).besides == (f"content/{FOLDER}/Niet Goed.md", f"content/{FOLDER}/koppeling.md")
    story.commit()
    assert faults(story) == []


@pytest.mark.parametrize("name", ["a\nb.md", "a\udce9.md", "a\u202eb.md", "a\x1b[31m.md", "map\nx/koffie.md", "A B.md"])
def test_name_that_cannot_be_seen_is_told_when_it_is_new(story: Story, name: str) -> None:
    story.write({f"{FOLDER}/{name}": koffie()})
    assert [rule for _, rule in faults(story)] == ["verkeerde-bestandsnaam"]
    story.commit()
    assert faults(story) == []


def test_changed_files_know_where_their_fields_stand(story: Story) -> None:
    story.write({KOFFIE: koffie("Koffie en taart")})
    assert proposal(story).place(f"content/{KOFFIE}", "tijd") == FilePosition(f"content/{KOFFIE}", 4, 1, 4)


def test_hints_know_who_was_trusted_before_and_the_lines_of_other_files(story: Story) -> None:
    partner = "partners/taalhuis.yaml"
    story.write({f"{FOLDER}/koffie-2.md": koffie("Koffie voor twee")})
    plain = proposal(story)
    assert (plain.before, [each.rule for each in hints(plain)]) == (None, ["lijkt-dubbel"])
    assert f"content/{KOFFIE}, regel 2." in hints(plain)[0].message
    story.write({partner: REFERENCE_FILES["partners/taalhuis"] + 'accounts: ["@jan"]\n'})
    changed = proposal(story)
    assert changed.before is not None
    assert (changed.network.partners["taalhuis"].accounts, changed.trusted.partners["taalhuis"].accounts) == (
        ("@jan",),
        (),
    )
    assert [each.place.path for each in hints(changed) if each.rule == "andere-rechten"] == [f"content/{partner}"]
