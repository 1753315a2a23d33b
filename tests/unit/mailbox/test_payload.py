from __future__ import annotations

import pytest

from meedoen.mailbox.payload import decoded, unflowed


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("café".encode(), "utf-8", "café"),
        ("café".encode(), "iso-8859-1", "café"),
        ("café".encode("latin-1"), "iso-8859-1", "café"),
        ("café €".encode("windows-1252"), "utf-8", "café €"),
        ("café".encode("utf-16"), "", "café"),
        ("café".encode("utf-16le"), "utf-16le", "café"),
        (b"\xef\xbb\xbfx\r\ny\rz", "", "x\ny\nz"),
        ("cafÃ©".encode(), "utf-8", "café"),
        ("Ã en ä blijven".encode(), "utf-8", "Ã en ä blijven"),
        (b"caf=C3=A9 en =C3=A9=\n=\nn", "", "café en én"),
        (b"https://example.org/?a=3D&b=20", "", "https://example.org/?a=3D&b=20"),
        ("a\u200bb\u00adc\x00d\u2028e".encode(), "", "abcd e"),
        (b"+AHQ-", "utf-7", "+AHQ-"),
    ],
)  # fmt: skip
def test_letters(data: bytes, charset: str, text: str) -> None:
    assert decoded(data, charset) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("een \ntwee \ndrie\nvier", "een twee drie\nvier"),
        (" > geen quote\n  ingesprongen", "> geen quote\n ingesprongen"),
        (">> diep \n>> er\n> minder", "> > diep er\n> minder"),
        ("> a \nb", "> a\nb"),
        ("tekst\n-- \nnaam", "tekst\n-- \nnaam"),
    ],
)
def test_flowed_lines_become_whole(text: str, whole: str) -> None:
    assert unflowed(text, delete_space=False) == whole


def test_flowed_lines_without_their_space() -> None:
    assert unflowed("een  \ntwee \n-drie", delete_space=True) == "een twee-drie"
