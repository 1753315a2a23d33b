"""Our icons: simple lines on a grid of 24, written into the page beside the word that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from meedoen.notation.markup import Html, trusted

_SVG = (
    '<svg class="icon" width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'aria-hidden="true"><path d="{}"/></svg>'
)
_PERSON = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6"
_CALENDAR = "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4"
_RING = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z"
_BUBBLE = "M4 5h16v11H11l-4.5 4v-4H4zM8 9h8M8 12h5"
_PARKING = "M4 4h16v16H4zM10 17V7.5h3.2a2.8 2.8 0 0 1 0 5.6H10"
_PIN = "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
_CHECK = "M5 12.5l4.5 4.5L19.5 7"

ICONS: Mapping[str, str] = {
    "when": _CALENDAR,
    "clock": f"{_RING}M12 7v5l3.5 2",
    "where": _PIN,
    "route": "M12 3v18M12 5h6l2.5 2.5L18 10h-6M12 11H6l-2.5 2.5L6 16h6",
    "who": f"{_PERSON}M15.5 4.4a3.5 3.5 0 0 1 0 6.2M17.5 14.5c2.2.8 3.5 2.8 3.5 5.5",
    "price": f"{_RING}M15.5 8.8a4.3 4.3 0 1 0 0 6.4M7 11h5M7 13.5h5",
    "registration": "M4 20l1-4.5L15.5 5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19zM13.5 7l3.5 3.5",
    "organizer": "M5 21V9l7-5 7 5v12M2.5 21h19M9.5 21v-6h5v6",
    "language": _BUBBLE,
    "level": "M4 20h4v-5H4zM10 20h4V10h-4zM16 20h4V5h-4z",
    "access": f"{_RING}M12 7.6v.01M7.5 10.5l4.5 1 4.5-1M12 11.5v3M12 14.5l-2 3.5M12 14.5l2 3.5",
    "phone": "M6 3h3.5l1.5 5-2.2 1.6a12 12 0 0 0 5.6 5.6L16 13l5 1.5V18a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
    "mobile": "M8 2.5h8a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM11 18.5h2",
    "mail": "M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6",
    "web": f"{_RING}M3 12h18M12 3c2.5 2.5 3.5 6 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-6-3.5-9S9.5 5.5 12 3z",
    "map": "M3 6l6-2.5 6 2.5 6-2.5V18l-6 2.5-6-2.5-6 2.5zM9 3.5V18M15 6v14.5",
    "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21",
    "choose": "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
    "today": "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z"
    "M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4"
    "M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    "weekend": f"{_CALENDAR}M13.5 13.5v3M16.5 13.5v3",
    "child": "M12 15c3 0 5.5-3 5.5-6.3a5.5 5.5 0 0 0-11 0C6.5 12 9 15 12 15zM10.5 15h3M12 15c-1.5 2 1.5 4 0 6.5",
    "back": "M19 12H5M11 6l-6 6 6 6",
    "on": "M5 12h14M13 6l6 6-6 6",
    "places": _PIN,
    "subject": "M12 6.5C10 5 7 4.5 3.5 5v13c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.5V5c-3.5-.5-6.5 0-8.5 1.5zM12 6.5v13",
    "yes": _CHECK,
}
"""Name → path."""

FEATURES: Mapping[str, str] = {
    "rolstoel": "M10 5.2a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM10 8v6h5l2.5 5M10 10.5h4M7.6 11.5a5 5 0 1 0 6.9 6",
    "rolstoeltoilet": "M6 3h4v9M5 12h14c0 3.5-2 5.5-5 6l.5 3h-6l.5-4.5C6.5 15.5 5 14 5 12z",
    "lift": "M5 3h14v18H5zM12 3v18M8.5 14V9.5M7 11l1.5-1.5L10 11M15.5 9.5V14M14 12.5l1.5 1.5 1.5-1.5",
    "ringleiding": "M7 9.5a5 5 0 0 1 10 0c0 3.5-4 4-4 7.5a2.8 2.8 0 0 1-5.3 1.2M9.8 9.5a2.2 2.2 0 0 1 4.4 0"
    "c0 1.5-1.4 1.8-1.7 3",
    "gebarentolk": "M8 12V5.5a1.3 1.3 0 0 1 2.6 0V11V4.3a1.3 1.3 0 0 1 2.6 0V11V5.3a1.3 1.3 0 0 1 2.6 0V12"
    "V8.3a1.3 1.3 0 0 1 2.6 0V15a6 6 0 0 1-6 6c-2.5 0-4-1-5.2-3l-2.6-4a1.4 1.4 0 0 1 2.3-1.6L8 13.5",
    "schrijftolk": "M3.5 5h17v12h-17zM7 9h10M7 13h6M9 21h6",
    "ondertiteling": "M3.5 5h17v14h-17zM7 15h3M13 15h4M7 11.5h5M15 11.5h2",
    "prikkelarm": "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
    "rustige-ruimte": "M6 10V7a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v3M6 15h12v-3a2 2 0 1 1 3 1.7V18H3v-4.3A2 2 0 1 1 6 12z"
    "M5 18v2.5M19 18v2.5",
    "geleidehond": "M4 20v-7.5C4 11 5 10 6.5 10H13l3-5.5 1.5 2 3 1v2.5c0 1-1 2-2 2h-2l-.5 3v5"
    "M8 20v-4.5h5M4 12.5L2.5 10",
    "begeleider-welkom": ICONS["who"],
    "gratis-parkeren": _PARKING,
    "gehandicaptenparkeerplaats": _PARKING,
    "grote-letters": "M3 19L8.5 5 14 19M5 14.5h7M15.5 19l3-7.5 3 7.5M16.5 16.5h4",
    "audiodescriptie": "M4 10v4h3.5l5 4V6l-5 4zM16 9a4.5 4.5 0 0 1 0 6M18.8 6.5a8.5 8.5 0 0 1 0 11",
    "makkelijk-nederlands": _BUBBLE,
}
"""Word of the list of accessibility → path; a word that is not here has a check mark."""


@lru_cache(maxsize=256)
def icon(name: str) -> Html:
    """Takes a name of `ICONS`; gives the icon, in the colour of the text around it.

    Raises KeyError for another name.
    """
    return trusted(_SVG.format(ICONS[name]))


@lru_cache(maxsize=256)
def feature_icon(slug: str) -> Html:
    """Takes a word about accessibility; gives its icon, or a check mark."""
    return trusted(_SVG.format(FEATURES.get(slug, _CHECK)))
