from __future__ import annotations

import pytest
from tests.unit.mailbox.conftest import FILE, mail, received

from meedoen.mailbox.mail import read_mail

SAID = "Er zit bij: "


def attached(headers: str, text: str = "x") -> bytes:
    """A mail with one attachment that has these headers."""
    return mail(f"--b\n{headers}\n\n{text}\n--b--\n", "multipart/mixed; boundary=b")


@pytest.mark.parametrize(
    ("headers", "remarks"),
    [
        ('Content-Type: image/png; name="a.png"', ["een plaatje. Zet het er zelf bij als je het wilt gebruiken."]),
        ('Content-Type: image/png; name="image001.png"\nContent-ID: <x>', []),
        ('Content-Type: application/pdf; name="a.PDF"', ["een document. Kopieer de tekst eruit."]),
        ('Content-Type: application/zip; name="a.zip"', ["een ingepakt bestand (zip). Pak het zelf uit."]),
        ('Content-Type: application/pkcs7-mime; name="smime.p7m"',
         ["een versleuteld deel. Open de mail en bewaar de tekst als txt-bestand."]),
        ('Content-Type: application/pkcs7-signature; name="smime.p7s"', []),
        ('Content-Type: application/x-iets; name="a.bin"', ["een bijlage die ik niet ken. Kijk er zelf naar."]),
        ('Content-Type: text/plain; name="a.txt"', []),
    ],
)  # fmt: skip
def test_what_is_not_read_is_said(headers: str, remarks: list[str]) -> None:
    assert read_mail(attached(headers)).remarks == [f"{SAID}{each}" for each in remarks]


@pytest.mark.parametrize(
    "kind",
    [
        "text/markdown", "text/x-markdown; name=a.md", "application/octet-stream; name=a.md", "text/yaml; name=a.yaml",
        "application/octet-stream; name=breien", "application/octet-stream", "text/x-iets", "TEXT/PLAIN; NAME=A.TXT",
    ],
)  # fmt: skip
def test_attachment_is_read_whatever_it_is_called(kind: str) -> None:
    assert [each.text for each in received(attached(f"Content-Type: {kind}", FILE))] == [FILE]


def test_header_without_dashes_in_a_yaml_file() -> None:
    fields = FILE.split("---\n")[1]
    (found,) = received(attached("Content-Type: text/yaml; name=a.yaml", fields))
    assert found.text == f"---\n{fields}---\n"
