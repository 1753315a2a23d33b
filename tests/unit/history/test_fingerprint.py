"""Two versions have the same trace exactly when a subscriber sees no difference."""

from __future__ import annotations

import pytest
from tests.builders import REFERENCE_FILES
from tests.repositories import koffie

from meedoen.history.fingerprint import (
    ActivityFingerprint,
    activity_fingerprint,
    is_activity,
    is_reference_file,
    reference_fingerprints,
)

PATH = "activiteiten/papendrecht/koffie.md"
PLACE = REFERENCE_FILES["locaties/bibliotheek-papendrecht"]


def trace(text: str, path: str = PATH) -> ActivityFingerprint:
    """The trace of this text."""
    return activity_fingerprint(path, text.encode())


def test_trace_names_what_it_refers_to_and_its_facets() -> None:
    more = (
        "doelgroep: [18+, Jeugd]\nthema: taal\nprijs: gratis\nherhaling: elke dinsdag\ntot: 5 januari 2027\n"
        "behalve: [feestdagen, schoolvakanties]\norganisator: Taalhuis\n"
        "wijzigingen:\n  - {datum: 8 december 2026, locatie: Wijkcentrum}\n"
    )
    found = trace(koffie(more=more))
    assert (found.id, found.refers, found.sites) == (
        "papendrecht-koffie",
        (
            "doelgroepen/18-plus",
            "doelgroepen/jeugd",
            "gemeenten/papendrecht",
            "kalender/feestdagen.yaml",
            "kalender/schoolvakanties.yaml",
            "locaties/bibliotheek-papendrecht",
            "locaties/wijkcentrum",
            "organisatie",
            "partners/taalhuis",
            "themas/taal",
        ),
        (),
    )
    assert {
        ("doelgroep", "18-plus"),
        ("doelgroep", "jeugd"),
        ("thema", "taal"),
        ("locatie", "bibliotheek-papendrecht"),
        ("partner", "taalhuis"),
    } <= set(found.values)


@pytest.mark.parametrize(
    "more",
    [
        "ruimte: Zolder\n",
        "prijs: 5 euro\n",
        "samenvatting: Kom.\n",
        "status: uitgesteld\nreden: Ziek.\n",
        "online: link na aanmelding\n",
    ],
)
def test_what_subscribers_see_is_in_the_digest(more: str) -> None:
    assert trace(koffie(more=more)).digest != trace(koffie()).digest


def test_id_is_not_in_the_digest() -> None:
    found = trace(koffie(more="id: papendrecht-thee\n"))
    assert (found.id, found.digest, found.core) == ("papendrecht-thee", trace(koffie()).digest, trace(koffie()).core)


def test_unreadable_text_counts_by_its_bytes() -> None:
    first, second = trace("---\ntitel: [\n---\n"), trace("---\ntitel: [ \n---\n")
    assert first.id == "papendrecht-koffie"
    assert first.digest[0] == second.digest[0] == "!"
    assert first.digest != second.digest


def test_text_with_a_fault_keeps_its_id() -> None:
    found = trace(koffie(more="id: papendrecht-thee\nherhaling: elke blauwe maandag\n"))
    assert (found.id, found.digest[0]) == ("papendrecht-thee", "!")


def test_hidden_activity_looks_like_nothing_and_refers_to_nothing() -> None:
    found = trace(koffie(more="verborgen: ja\n"))
    assert (found.digest, found.refers) == ("", ())


def test_activity_of_the_region_chooses_its_sites() -> None:
    text = koffie(more="gemeenten: [Papendrecht, sliedrecht]\n")
    assert trace(text, "activiteiten/regio/quiz.md").sites == ("papendrecht", "sliedrecht")


def test_record_is_known_by_every_name() -> None:
    found = reference_fingerprints(
        "woordenlijsten/doelgroepen.yaml", REFERENCE_FILES["woordenlijsten/doelgroepen"].encode()
    )
    assert {name: record.key for name, record in found.items()} == {
        "doelgroepen/jeugd": "doelgroepen/jeugd",
        "doelgroepen/18-plus": "doelgroepen/18-plus",
        "doelgroepen/18-jaar-en-ouder": "doelgroepen/18-plus",
        "doelgroepen/volwassenen": "doelgroepen/18-plus",
    }


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (PLACE + "route: Achterom.\ntelefoon: 078 123 45 67\n", True),
        (PLACE.replace("naam: Bibliotheek Papendrecht", "naam:  'Bibliotheek  Papendrecht'  # zo"), True),
        ("\n".join(reversed(PLACE.strip().split("\n"))), True),
        (PLACE.replace("Markt 22", "Markt 23"), False),
        (PLACE.replace("51.83", "51.84"), False),
        (PLACE + "toegankelijkheid: [rolstoel]\n", False),
    ],
)
def test_only_what_a_calendar_shows_of_a_place_is_in_its_digest(text: str, same: bool) -> None:
    (old, new) = (reference_fingerprints("locaties/x.yaml", each.encode())["locaties/x"] for each in (PLACE, text))
    assert (old.digest == new.digest) is same


def test_place_refers_to_how_accessible_it_is() -> None:
    found = reference_fingerprints("locaties/x.yaml", (PLACE + "toegankelijkheid: [Rolstoel]\n").encode())["locaties/x"]
    assert found.refers == ("toegankelijkheid/rolstoel",)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("activiteiten/dorp/koffie.md", "activity"),
        ("activiteiten/dorp/diep/koffie.yaml", "activity"),
        ("activiteiten/koffie.md", ""),
        ("activiteiten/dorp/_voorbeeld.md", ""),
        ("activiteiten/dorp/Koffie.md", ""),
        ("activiteiten/dorp/koffie.png", ""),
        ("organisatie.yaml", "reference"),
        ("locaties/a.yaml", "reference"),
        ("locaties/a.md", ""),
        ("paginas/over.md", ""),
        ("woordenlijsten/talen.yaml", "reference"),
    ],
)
def test_which_files_count(path: str, kind: str) -> None:
    assert (is_activity(path), is_reference_file(path)) == (kind == "activity", kind == "reference")
