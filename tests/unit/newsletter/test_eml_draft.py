from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsletter.writing import LETTERS, files, letter

from meedoen.newsletter.eml_draft import message
from meedoen.newsletter.export_profile import PLAIN
from meedoen.newsletter.plain_text import flowed, plain_text

FOLDER = "nieuwsbrief/papendrecht-2026-w49/"


def read(data: bytes) -> EmailMessage:
    """The mail as Python's own reader understands it, without defects."""
    mail = message_from_bytes(data, policy=default)
    assert [each.defects for each in mail.walk() if each.defects] == []
    return mail


def unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def joined(text: str) -> str:
    """Flowed lines joined as a mail program does it (RFC 3676 §4.1, DelSp=no)."""
    paragraphs, open_ = [], ""
    for line in text.split("\n"):
        whole = open_ + line.removeprefix(" ")
        open_ = whole if line.endswith(" ") else ""
        if not open_:
            paragraphs.append(whole)
    return "\n".join(paragraphs)


@pytest.mark.parametrize("name", LETTERS)
def test_draft_is_read_back_as_it_was_written(name: str) -> None:
    made = files(LETTERS[name]())
    mail = read(made[f"{FOLDER}concept.eml"])
    text, html = mail.iter_parts()
    assert mail.get_content_type() == "multipart/alternative"
    assert [each.get_content_type() for each in (text, html)] == ["text/plain", "text/html"]
    assert (text.get_param("format"), text.get_param("delsp")) == ("flowed", "no")
    assert joined(unix(text.get_content())) == made[f"{FOLDER}generiek.txt"].decode()
    assert unix(html.get_content()) == made[f"{FOLDER}generiek.html"].decode() + "\n"
    assert mail["Subject"] == LETTERS[name]().edition.subject


def test_draft_is_for_nobody_and_was_never_sent() -> None:
    data = files(LETTERS["weekly"]())[f"{FOLDER}concept.eml"]
    mail = read(data)
    assert sorted(mail.keys()) == ["Content-Language", "Content-Type", "From", "MIME-Version", "Subject", "X-Unsent"]
    assert (mail["X-Unsent"], mail["From"]) == ("1", "Bibliotheek AanZet <agenda@example.org>")
    assert re.findall(rb"\r(?!\n)|(?<!\r)\n|[\x80-\xff]", data) == []
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_draft_without_an_address_of_the_sender_has_none() -> None:
    assert read(message(letter(mail=""), "<p>x</p>"))["From"] is None


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=90))
def test_any_subject_and_sender_are_one_line_that_is_read_back(words: str) -> None:
    found = letter(sender=words)
    found = replace(found, edition=replace(found.edition, subject=words))
    mail = read(message(found, "<p>x</p>"))
    assert "".join(str(mail["Subject"]).split()) == "".join(words.split())


@given(st.lists(st.text("ab >.-From", max_size=200), max_size=4))
def test_flowed_lines_are_joined_to_what_they_were(paragraphs: list[str]) -> None:
    text = "".join(f"{' '.join(each.split())}\n" for each in paragraphs)
    made = flowed(text)
    assert joined(made) == text
    assert all(len(line) <= 78 for line in made.split("\n") if " " in line.strip())


def test_longest_line_of_a_letter_is_no_longer_than_a_screen() -> None:
    lines = flowed(plain_text(LETTERS["full"](), PLAIN)).split("\n")
    assert [each for each in lines if len(each) > 78 and " " in each.strip()] == []
