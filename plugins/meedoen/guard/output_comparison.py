"""All findings of two outputs in order, with what was allowed to go, and what has one cause said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from meedoen.guard.absence import absence_findings
from meedoen.guard.comparison import Comparison
from meedoen.guard.event_source import EventSources
from meedoen.guard.feeds import feed_findings
from meedoen.guard.finding import Finding, finding_of, in_order
from meedoen.guard.kinds import KINDS
from meedoen.guard.membership import membership_findings
from meedoen.guard.presence import presence_findings
from meedoen.guard.published_output import read_publications
from meedoen.guard.subject import shown
from meedoen.language.wording import count

_MANY_TEXTS = 20


def compare(
    old: Path, new: Path, today: date, *, allowed: Sequence[str] = (), content: Path | None = None
) -> list[Finding] | None:
    """Takes two outputs and today; gives what subscribers will notice when `new` takes the place of `old`.

    Gives None when `old` has no calendars. `allowed` are ids, UIDs, addresses, sites or files in content/ that may go.
    `content` helps to name files: without it their names are worked out from the ids.
    """
    before, after = read_publications(old, new)
    if not before.files and not before.unreadable:
        return None
    if not after.files and not after.unreadable:
        return [finding_of("alles-weg")]
    comparison = Comparison(before, after, today, EventSources(content, {*before.sites, *after.sites}))
    findings = [
        *feed_findings(comparison),
        *presence_findings(comparison),
        *absence_findings(comparison),
        *membership_findings(comparison),
    ]
    shared = len(before.activities.keys() & after.activities.keys())
    return in_order(_allow(_one_cause(findings, shared), allowed))


def _one_cause(findings: list[Finding], shared: int) -> list[Finding]:
    """Very many texts that changed at once have one cause, and no subscriber misses a date by it."""
    texts = [each for each in findings if each.kind == "tekst-zonder-stempel"]
    if len(texts) <= _MANY_TEXTS or len(texts) * 2 <= shared:
        return findings
    whole = finding_of("teksten-zonder-stempel", count=count(len(texts), "activiteit", "activiteiten"))
    uids = {each.uid for each in texts}
    return [
        whole,
        *(each for each in findings if each not in texts and not (each.kind == "tekst" and each.uid in uids)),
    ]


def _allow(findings: Iterable[Finding], allowed: Sequence[str]) -> Iterator[Finding]:
    """What may go becomes a notice; what was allowed for nothing is said, since it may be a slip of the keyboard."""
    names = {name.strip().removesuffix("/") for name in allowed} - {""}
    used: set[str] = set()
    for finding in findings:
        match = names & _names(finding) if KINDS[finding.kind].loss else set()
        used |= match
        yield replace(finding, kind="mag-weg", hint="", allow="") if match else finding
    for name in sorted(names - used):
        yield finding_of("mag-weg-onnodig", allow=shown(name))


def _names(finding: Finding) -> set[str]:
    """By what a person may name this: UID, id, address, site, file with or without its ending."""
    uids = {finding.uid, finding.old} if finding.kind == "kenmerk-veranderd" else {finding.uid}
    ids = {uid.partition("@")[0] for uid in uids}
    return uids | ids | {finding.address, finding.source, finding.source.rpartition(".")[0]} - {""}
