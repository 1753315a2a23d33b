from __future__ import annotations

import pytest

from meedoen.newsletter.screen_preview import headers_of_preview
from meedoen.outputs.serving import headers_for

CSP = "Content-Security-Policy"


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("/dorp/nieuwsbrief/dorp-2026-w49/listmonk.html", ("style-src", "'unsafe-inline'")),
        ("/dorp/nieuwsbrief/dorp-2026-w49/proef-donker.html", ("frame-ancestors", "'self'")),
        ("/nieuwsbrief/regio-2026-12/proef.html", ("frame-src", "'self'")),
        ("/dorp/nieuwsbrief/dorp-2026-w49.html", None),
        ("/dorp/nieuwsbrief/dorp-2026-w49/kopieer.html", None),
        ("/dorp/nieuwsbrief.html", None),
    ],
)
def test_preview_lets_letters_have_their_style_and_stand_in_frames(path: str, changed: tuple[str, str] | None) -> None:
    published, shown = dict(headers_for(path)), dict(headers_of_preview(path))
    policies = [dict(each.split(" ", 1) for each in found.pop(CSP).split("; ")) for found in (published, shown)]
    assert published == shown
    different = {name: value for name, value in policies[1].items() if policies[0].get(name) != value}
    assert (different.get(changed[0]) == changed[1]) if changed else different == {}
