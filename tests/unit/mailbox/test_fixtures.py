"""Mails as mail programs send them: what the form wrote comes out again, letter for letter."""

from __future__ import annotations

import pytest
from tests.unit.mailbox.conftest import FILE, MAILS, network, received

from meedoen.mailbox.mail import read_mail

WHOLE = (
    "apple-mail-bijlage", "apple-mail-doorgestuurd", "apple-mail-flowed", "doorgestuurd-als-bijlage",
    "dubbel-quoted-printable", "dubbele-tekenset", "gmail-antwoord", "gmail-app", "gmail-doorgestuurd", "gmail-plat",
    "gmail-web", "ios-mail", "ios-mail-slim", "kladblok-bijlage", "outlook-app", "outlook-bureau",
    "outlook-bureau-html", "outlook-doorgestuurd", "outlook-web", "outlook-web-antwoord", "outlook-winmail",
    "samsung-mail", "streepjes-weg", "thunderbird-bijlage", "thunderbird-doorgestuurd", "thunderbird-flowed",
    "verkeerde-tekenset",
)  # fmt: skip
OTHER = {"drie-in-een", "geen-activiteit", "met-de-hand", "met-fouten", "webmail-alineas", "wijziging"}


@pytest.mark.parametrize("name", WHOLE)
def test_file_of_the_form_comes_out_as_it_went_in(name: str) -> None:
    found = received((MAILS / f"{name}.eml").read_bytes())
    assert [(each.path, each.text, each.faults) for each in found] == [
        ("content/activiteiten/dorp/samen-breien.md", FILE, ())
    ]


@pytest.mark.parametrize("name", sorted({*WHOLE, *OTHER}))
def test_sender_is_in_no_file(name: str) -> None:
    for each in received((MAILS / f"{name}.eml").read_bytes()):
        assert each.mentions == ()
        assert "ewoner" not in each.text
        assert "example.org>" not in each.text


def test_every_mail_is_tried() -> None:
    assert {path.stem for path in MAILS.glob("*.eml")} == {*WHOLE, *OTHER}
    assert len(WHOLE) > 20


def test_paragraphs_of_a_webmail_get_a_blank_line_between_them() -> None:
    (found,) = received((MAILS / "webmail-alineas.eml").read_bytes())
    assert found.text == FILE.replace("gratis.\n- Je", "gratis.\n\n- Je")


def test_three_files_in_one_mail() -> None:
    found = received((MAILS / "drie-in-een.eml").read_bytes())
    assert [(each.path, [fault.rule for fault in each.faults]) for each in found] == [
        ("content/activiteiten/dorp/wol-verven.md", ["datum-bestaat-niet"]),
        ("content/activiteiten/dorp/samen-breien.md", []),
        ("content/activiteiten/stad/haken-voor-beginners.md", []),
    ]


def test_file_typed_by_hand_without_any_dashes() -> None:
    (found,) = received((MAILS / "met-de-hand.eml").read_bytes())
    assert found.text == (
        "---\ntitel: Samen breien\ndatum: 12 januari 2027\ntijd: 14.00 - 16.00\nlocatie: Buurthuis De Brug\n---\n"
        "Neem je eigen naalden mee.\n"
    )
    assert (found.faults, found.left_out, found.bent) == ((), 3, True)


def test_mail_without_a_file() -> None:
    assert received((MAILS / "geen-activiteit.eml").read_bytes()) == ()


def test_faults_are_those_of_the_checker() -> None:
    (found,) = received((MAILS / "met-fouten.eml").read_bytes())
    assert [fault.rule for fault in found.faults] == ["datum-bestaat-niet", "tijd-bestaat-niet", "onbekende-locatie"]
    assert not found.is_fine


def test_change_takes_the_place_of_its_file() -> None:
    (found,) = received((MAILS / "wijziging.eml").read_bytes())
    assert (found.path, found.change, found.faults, found.likenesses) == (
        "content/activiteiten/dorp/koffie.md", True, (), ())  # fmt: skip


def test_letter_knows_its_sender_only_to_find_it() -> None:
    letter = read_mail((MAILS / "gmail-web.eml").read_bytes())
    assert letter.sender.addresses == {"een.bewoner@example.org"}
    assert letter.sender.names == {"een-bewoner"}
    assert network().municipalities.keys() == {"dorp", "stad"}
