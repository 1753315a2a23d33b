from __future__ import annotations

import pytest
from tests.unit.mailbox.conftest import FILE, mail, received

from meedoen.notation.text.envelope import enveloped


def marked(folder: str, text: str = FILE, *, change: bool = False, name: str = "x") -> bytes:
    return mail(enveloped(folder=folder, name=name, text=text, change=change))


@pytest.mark.parametrize(
    ("folder", "place", "home"),
    [
        ("dorp", "locatie: buurthuis-de-brug", "dorp"),
        ("stad", "locatie: buurthuis-de-brug", "dorp"),
        ("regio", "locatie: buurthuis-de-brug", "regio"),
        ("nergens", "locatie: Bibliotheek Stad", "stad"),
        ("stad", "adres: Speeltuin, Kade 1, Dorp", "stad"),
        ("nergens", "adres: Speeltuin, Kade 1, Dorp", "dorp"),
        ("nergens", "adres: {naam: Speeltuin, plaats: Stad}", "stad"),
        ("nergens", "online: link na aanmelding\ngemeenten: [dorp, stad]", "regio"),
    ],
)
def test_folder_follows_from_the_place_and_the_mail(folder: str, place: str, home: str) -> None:
    (found,) = received(marked(folder, FILE.replace("locatie: buurthuis-de-brug", place)))
    assert (found.path, found.faults) == (f"content/activiteiten/{home}/samen-breien.md", ())


def test_folder_that_nobody_can_tell() -> None:
    data = marked("nergens", FILE.replace("locatie: buurthuis-de-brug", "online: link na aanmelding"))
    (found,) = received(data)
    assert (found.path, found.unknown_home, found.is_fine, found.faults) == ("", True, False, ())
    (given,) = received(data, "stad")
    assert (given.path, given.is_fine) == ("content/activiteiten/stad/samen-breien.md", True)


@pytest.mark.parametrize(
    ("words", "home"),
    [
        ("Hallo, ik wil deze activiteit aanmelden voor de agenda van Stad. Laat de regels hieronder zo staan.", "stad"),
        (
            "> Hallo, ik wil deze activiteit aanmelden voor de agenda\n> van Dorp. Laat de regels hieronder zo staan.",
            "dorp",
        ),
        ("Hallo, voor de agenda van Nergens.", ""),
    ],
)
def test_folder_by_the_words_of_the_form(words: str, home: str) -> None:
    text = FILE.replace("locatie: buurthuis-de-brug", "online: link na aanmelding")
    (found,) = received(mail(f"{words}\n\n{text}"))
    assert found.path == (f"content/activiteiten/{home}/samen-breien.md" if home else "")


def test_unreadable_file_is_not_asked_for_its_municipality() -> None:
    (found,) = received(mail(FILE.replace("titel: Samen", "titel: Samen: en")))
    assert (found.unknown_home, [each.rule for each in found.faults]) == (False, ["dubbele-punt"])


def test_name_is_free() -> None:
    (found,) = received(marked("dorp", FILE.replace("Samen breien", "Koffie")))
    assert found.path == "content/activiteiten/dorp/koffie-2.md"


def test_change_of_a_file_that_is_not_there_is_a_new_file() -> None:
    (found,) = received(marked("dorp", change=True, name="weg"))
    assert (found.path, found.change) == ("content/activiteiten/dorp/samen-breien.md", False)


def test_same_file_twice_counts_once_and_the_best_wins() -> None:
    wrong = FILE.replace("tijd: 14.00 - 16.00\n", "tijd: 14.00 - 16.00\nonbekend: x\n")
    assert [each.text for each in received(mail(f"{wrong}\n{enveloped(folder='dorp', name='x', text=FILE)}"))] == [FILE]
    assert len(received(mail(f"{FILE}\n{FILE.replace('14.00', '13.00')}"))) == 2


def test_form_of_a_text_that_reads_best_wins() -> None:
    body = (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{FILE.replace('titel:', 'titel')}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n<pre>{FILE}</pre>\n--b--\n"
    )
    assert [each.text for each in received(mail(body, "multipart/alternative; boundary=b"))] == [FILE]


def test_looks_like_what_is_there() -> None:
    text = "---\ntitel: Koffie in leeszaal\ndatum: 12 januari 2027\ntijd: 10.00\nlocatie: bibliotheek-dorp\n---\nKom.\n"
    (found,) = received(mail(text))
    assert [(each.activity.id, each.is_double) for each in found.likenesses] == [("dorp-koffie", True)]
    (other,) = received(mail(FILE))
    assert other.likenesses == ()


def test_identifier_of_another_file_is_refused() -> None:
    (found,) = received(mail(FILE.replace("---\ntitel", "---\nid: dorp-koffie\ntitel")))
    assert [each.rule for each in found.faults] == ["dubbel-id"]


def test_picture_that_did_not_come_along_is_a_fault() -> None:
    (found,) = received(mail(FILE.replace("---\ntitel", "---\nafbeelding: {bestand: weg.jpg, alt: Wol}\ntitel")))
    assert [each.rule for each in found.faults] == ["afbeelding-ontbreekt"]


def test_at_most_twenty_files_of_one_mail() -> None:
    text = "".join(
        enveloped(folder="dorp", name="x", text=FILE.replace("Samen", f"Samen {number}")) for number in range(30)
    )
    assert len(received(mail(text))) == 20
