"""A web address as a QR code: a black and white SVG of its own, for a poster and for whoever sits at a computer."""

from __future__ import annotations

from io import BytesIO

import segno

MASK = 2
"""One mask for all codes: every reader undoes any (ISO/IEC 18004 §7.8); to try all eight takes four times as long."""


def qr(address: str) -> bytes:
    """Takes an address; gives its SVG, a millimetre a module, with the white border of four that readers need (§5.3.8).

    Level M: a code can still be read when 15 % of it is dirty or torn.
    """
    code = segno.make(address, error="m", micro=False, mask=MASK, boost_error=False)
    written = BytesIO()
    code.save(
        written,
        kind="svg",
        unit="mm",
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
    )
    return written.getvalue()


def code_path(page: str) -> str:
    """Takes the path of a page; gives where its code stands: beside it. `locatie/bieb.html` has `locatie/bieb.svg`."""
    return f"{page.removesuffix('.html')}.svg"
