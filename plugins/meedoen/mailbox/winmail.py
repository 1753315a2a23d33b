"""`winmail.dat`: the envelope in which Outlook sends text and attachments to those who do not have Outlook (TNEF)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_SIGNATURE = 0x223E9F78
_ATTACHMENT, _BODY = 0x0006800F, 0x0002800C
_MOST = 500


def unpacked(data: bytes) -> Iterator[bytes]:
    """Takes the bytes of `winmail.dat`; gives the text of the message and its attachments, as far as the file is whole.

    Attachments that are text only.
    """
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        return
    spot = 6
    for _ in range(_MOST):
        if spot + 9 > len(data):
            return
        kind, length = struct.unpack_from("<II", data, spot + 1)
        content = data[spot + 9 : spot + 9 + length]
        if len(content) < length:
            return
        if kind in (_ATTACHMENT, _BODY) and b"titel" in content[:4000].lower():
            yield content.rstrip(b"\x00")
        spot += 9 + length + 2  # and a checksum
