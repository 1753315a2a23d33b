"""Who may do what: from text to the account of a person or team, and to the folder of a partner; or the fault in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from meedoen.language.problems import Fault
from meedoen.language.slug import is_name, slugify
from meedoen.language.wording import quote

MOST_PARTS, DEEPEST_FOLDER = 5, 4
# What GitHub, GitLab and Forgejo all write in a name; no space, comma or `#`, which mean something in CODEOWNERS.
_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?")
_MAIL = re.compile(r"[A-Za-z0-9]@[A-Za-z0-9-]+\.[a-z]")
_LEAD = re.compile(r"https?://[^/]+/(?:orgs/)?")


def parse_account(text: str) -> str | Fault:
    """Takes `@name` of a person, or `@organisation/team`, with or without the `@`; gives the account, or the fault."""
    parts = text.removeprefix("@").split("/")
    if len(parts) <= MOST_PARTS and ".." not in text and all(_PART.fullmatch(part) for part in parts):
        return f"@{'/'.join(parts)}"
    hint = 'Typ het zo: "@organisatie/groep". Of voor één account: "@naam"'
    if _LEAD.match(text) and not isinstance(near := parse_account(_nearest(text)), Fault):
        hint = f'Bedoelde je "{near}"?'
    elif _MAIL.search(text):
        hint = f"Dit lijkt een mailadres. {hint}"
    return Fault("geen-account", f"{quote(text)} is geen account.", hint)


def parse_folder(text: str, municipalities: Mapping[str, str]) -> str | Fault:
    """Takes a folder below that of a municipality (`papendrecht/taalhuis`); gives it by its slug, or the fault.

    `municipalities` has the accepted spellings of each.
    """
    parts = text.removeprefix("content/activiteiten/").strip("/").split("/")
    home = municipalities.get(parts[0]) or municipalities.get(slugify(parts[0]))
    if home is None:
        message = f"{quote(parts[0])} is geen map van een gemeente."
        return Fault("onbekende-map", message, f"Typ het zo: {next(iter(municipalities.values()), 'dorp')}/taalhuis")
    below = parts[1:]
    if 1 <= len(below) <= DEEPEST_FOLDER and all(is_name(part) for part in below):
        return "/".join([home, *below])
    message = f"{quote(text)} is geen map in die van een gemeente."
    near = "/".join(filter(None, (slugify(part) for part in below[:DEEPEST_FOLDER]))) or "taalhuis"
    return Fault("onbekende-map", message, f"Typ het zo: {home}/{near}")


def _nearest(address: str) -> str:
    """The account in the address of its page: `https://github.com/orgs/example/teams/agenda` → `example/agenda`."""
    return _LEAD.sub("", address, count=1).replace("/teams/", "/").strip("/")
