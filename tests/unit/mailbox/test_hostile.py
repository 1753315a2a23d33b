"""Mails made to harm: none of them takes long, none of them stops the tool, none of them writes what it should not."""

from __future__ import annotations

import base64
import io
import time
import zipfile
from contextlib import suppress

import pytest
from tests.unit.mailbox.conftest import FILE, MAILS, mail, received

from meedoen.mailbox.mail import LARGEST, UnreadableMail, read_mail

HTML = "text/html; charset=utf-8"
FIELDS = "titel: x\ndatum: y\n---\n"
PATH = "content/activiteiten/dorp/samen-breien.md"
SLOWEST = 8  # seconds, on a busy machine; what is quadratic takes minutes


def nested(depth: int) -> bytes:
    inner = f"Content-Type: text/plain\n\n{FILE}".encode()
    for number in range(depth):
        mark = f"--b{number}\n".encode()
        inner = f"Content-Type: multipart/mixed; boundary=b{number}\n\n".encode() + mark + inner + b"\n" + mark
    return b"MIME-Version: 1.0\n" + inner


def attached(kind: str, data: bytes) -> bytes:
    body = base64.encodebytes(data).decode()
    part = f"--b\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\n{body}\n--b--\n"
    return mail(part, "multipart/mixed; boundary=b")


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("activiteit.md", b"0" * 20_000_000)
    return packed.getvalue()


LARGE = {
    "html-lt": mail("<" * 390_000, HTML),
    "html-comments": mail("<!--" * 95_000, HTML),
    "html-tags": mail("<a " * 130_000, HTML),
    "html-styles": mail("<style>" * 50_000, HTML),
    "html-blocks": mail("<div>" * 70_000, HTML),
    "html-number": mail("&#" + "9" * 100_000 + ";", HTML),
    "html-lines": mail("<pre>" + "\n" * 390_000, HTML),
    "quotes": mail("> " * 190_000),
    "quoted-lines": mail("> > >\n" * 60_000),
    "fields": mail("titel: x\ndatum: y\n" * 20_000),
    "marks": mail("=== begin a/b ===\n" * 20_000),
    "equals": mail("= " * 190_000),
    "quote-signs": mail("titel: " + '"' * 390_000 + "\ndatum: x\n"),
    "brackets": mail("titel: x\ndatum: " + "[" * 30_000 + "\n---\n"),
    "safe-links": mail(FIELDS + "https://a.safelinks.protection.outlook.com/?url=" * 8_000),
    "angles": mail(FIELDS + "aaa<" * 90_000),
    "words": mail(FIELDS + "op " * 100_000),
    "greetings": mail(FIELDS + "met vriendelijke en en en en en en en en en en en en x\n" * 5_000),
    "mail-headers": mail("van: x\n" * 50_000),
    "phones": mail(FIELDS + "06 " * 100_000),
    "long-header": mail(FILE, headers="Subject: " + "=?utf-8?q?a?= " * 30_000 + "\n"),
    "long-from": mail(FILE, headers="Sender: " + '"a" <a@b.c>, ' * 30_000 + "\n"),
    "long-type": mail(FILE, "text/plain; " + 'a*0*="x"; ' * 20_000),
    "many-headers": mail(FILE, headers="X: y\n" * 100_000),
    "many-parts": mail("--b\nContent-Type: text/plain\n\nx\n" * 3_000 + "--b--", "multipart/mixed; boundary=b"),
    "nested": nested(90),
    "forwarded": mail("", "message/rfc822") + b"Content-Type: message/rfc822\n\n" * 90,
    "all-bytes": bytes(range(256)) * 1_000,
    "not-base64": mail("!!!!" * 1_000, headers="Content-Transfer-Encoding: base64\n"),
    "winmail": attached("application/ms-tnef", b"\x78\x9f\x3e\x22" + b"\xff" * 100_000),
}


@pytest.mark.parametrize("name", LARGE)
def test_nothing_takes_long(name: str) -> None:
    start = time.process_time()
    received(LARGE[name])
    assert time.process_time() - start < SLOWEST


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Dit is geen mail."),
        (bomb(), "Dit is geen mail."),
        (b"%PDF-1.7 x", "Dit is geen mail."),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Dit is een msg-bestand van Outlook."),
        (nested(5_000), "Er zitten te veel berichten in elkaar."),
        (b"x" * (LARGEST + 1), "Het is groter dan 30 MB."),
    ],
)
def test_what_is_no_mail_is_said(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableMail) as raised:
        read_mail(data)
    assert str(raised.value).startswith(why)


def test_zip_is_never_opened() -> None:
    data = attached('application/zip; name="a.zip"', bomb())
    assert (received(data), read_mail(data).remarks) == (
        (),
        ["Er zit bij: een ingepakt bestand (zip). Pak het zelf uit."],
    )


@pytest.mark.parametrize(
    "name", ["../../../etc/x.md", "/etc/x.md", "..\\x.md", "x\0.md", ".git/config.md", "a" * 500 + ".md"]
)
def test_name_of_an_attachment_goes_nowhere(name: str) -> None:
    assert [each.path for each in received(attached(f'text/markdown; name="{name}"', FILE.encode()))] == [PATH]


@pytest.mark.parametrize(
    "target", ["../../etc/passwd", "dorp/..", "/", "dorp/../stad", "DORP/.git", "nergens/x", "dorp/con"]
)
@pytest.mark.parametrize("word", ["begin", "wijzig"])
def test_mark_goes_nowhere_else(word: str, target: str) -> None:
    found = received(mail(f"=== {word} {target} ===\n{FILE}=== einde ===\n"))
    assert [(each.path, each.change) for each in found] == [(PATH, False)]


def test_nested_too_deep_is_left_and_said() -> None:
    assert received(nested(50)) == ()
    assert read_mail(nested(50)).remarks != []
    assert [each.text for each in received(nested(5))] == [FILE]


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("a", "a\0"),
        FILE.replace("breien", "breien\u200b"),
        FILE.replace("Samen", "\u202eSamen"),
        FILE.replace("Neem", "\x07Neem"),
        FILE.replace("datum", "\ufeffdatum"),
    ],
)
def test_what_nobody_sees_is_gone(text: str) -> None:
    assert [each.text for each in received(mail(text))] == [FILE]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085", "\v", "\f"])
def test_hidden_line_end_makes_no_field(sign: str) -> None:
    (found,) = received(mail(FILE.replace("Samen breien\n", f"Samen breien{sign}uitgelicht ja\n")))
    assert "titel: Samen breien uitgelicht ja\n" in found.text


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "rot13", "zip", "idna", "bestaat-niet", '"'])
def test_strange_charset_makes_no_other_letters(charset: str) -> None:
    text = FILE.replace("Samen", "+AHQ- \\x53amen")
    assert [each.text for each in received(mail(text, f"text/plain; charset={charset}"))] == [text]


def test_headers_that_somebody_put_in_a_subject_do_nothing() -> None:
    text = mail(FILE, headers="Subject: x\r\n Content-Type: text/html\r\nBcc: y@example.org\r\n")
    assert [each.text for each in received(text)] == [FILE]


def test_cut_off_mails_are_read_as_far_as_they_go() -> None:
    for path in sorted(MAILS.glob("*.eml")):
        data = path.read_bytes()
        for size in range(0, len(data), max(1, len(data) // 12)):
            with suppress(UnreadableMail):
                assert len(received(data[:size])) < 4
