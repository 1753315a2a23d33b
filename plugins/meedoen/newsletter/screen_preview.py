"""A letter as it looks on a light and on a dark screen, whatever that of the employee is, and how it is served."""

from __future__ import annotations

from meedoen.newsletter.paths import PROOF, is_mail
from meedoen.outputs.serving import POLICY, Header, headers_for

_DARK = "(prefers-color-scheme: dark)"
_SCHEMES = 'name="color-scheme" content="light dark"'
_WITH_FRAMES = f"{POLICY}; frame-src 'self'; frame-ancestors 'none'"
_IN_MAIL = "default-src 'none'; img-src 'self' https:; style-src 'unsafe-inline'; frame-ancestors 'self'"


def by_day(html: str) -> bytes:
    """Takes the HTML of a letter; gives the letter without what it changes on a dark screen."""
    return _only(html, "light", "not all").encode()


def by_night(html: str) -> bytes:
    """Takes the HTML of a letter; gives the letter with that, always."""
    return _only(html, "dark", "all").encode()


def headers_of_preview(path: str) -> tuple[Header, ...]:
    """Takes a path; gives the same on somebody's own computer, where a letter is shown as mail programs show it, and in
    frames.

    It has its style in its elements, which no page of the site may have.
    """
    headers = headers_for(path)
    policy = _IN_MAIL if is_mail(path.lstrip("/")) else _WITH_FRAMES if path.endswith(f"/{PROOF}") else ""
    return tuple(
        (name, policy or value) if name == "Content-Security-Policy" else (name, value) for name, value in headers
    )


def _only(html: str, scheme: str, media: str) -> str:
    return html.replace(_SCHEMES, f'name="color-scheme" content="{scheme}"', 1).replace(_DARK, media, 1)
