"""A letter as it looks on a light and on a dark screen, whatever the screen of the employee is."""

from __future__ import annotations

_DARK = "(prefers-color-scheme: dark)"
_SCHEMES = 'name="color-scheme" content="light dark"'


def by_day(html: str) -> bytes:
    """The letter without what it changes on a dark screen."""
    return _only(html, "light", "not all").encode()


def by_night(html: str) -> bytes:
    """The letter with that, always."""
    return _only(html, "dark", "all").encode()


def _only(html: str, scheme: str, media: str) -> str:
    return html.replace(_SCHEMES, f'name="color-scheme" content="{scheme}"', 1).replace(_DARK, media, 1)
