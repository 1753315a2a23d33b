"""One thing that subscribers will notice, as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from meedoen.guard.kinds import KINDS

_ORDER = {name: number for number, name in enumerate(KINDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What changed and what a subscriber sees of it (`message`), and what to do (`hint`); `kind` is a key of KINDS.

    `site` is the folder of a site, "" for the whole. `uid`, `source` (the probable file in content/), `address` (a
    calendar file), `old` and `new` are "" where they are not known. `allow` is what to type behind --mag-weg.
    """

    kind: str
    site: str
    message: str
    hint: str = ""
    uid: str = ""
    source: str = ""
    address: str = ""
    old: str = ""
    new: str = ""
    allow: str = ""

    @property
    def level(self) -> str:
        """`fout`, `waarschuwing` or `bericht`."""
        return KINDS[self.kind].level


def finding_of(
    kind: str, site: str = "", *, uid: str = "", source: str = "", address: str = "", old: str = "", new: str = "",
    **words: str,
) -> Finding:  # fmt: skip
    """Takes a kind and its words; gives the finding. Texts of strangers come quoted (`quote`, `shown`)."""
    words |= {"old": old, "new": new}
    message, hint = KINDS[kind].message.format(**words), KINDS[kind].hint.format(**words)
    allow = words.get("allow", "") if KINDS[kind].loss else ""
    return Finding(
        kind=kind,
        site=site,
        message=message,
        hint=hint,
        uid=uid,
        source=source,
        address=address,
        old=old,
        new=new,
        allow=allow,
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Takes findings; gives the whole before its sites, then by site, most serious first."""
    return sorted(
        findings, key=lambda each: (each.site, _ORDER[each.kind], each.message, each.uid, each.address, each.hint)
    )
