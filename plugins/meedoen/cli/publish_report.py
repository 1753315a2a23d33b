"""What a run of `meedoen publiceer` did, in words: for the log, and as Markdown for the summary of a workflow."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from meedoen.cli.annotation import OLD_COMMAND
from meedoen.cli.findings import write_findings
from meedoen.guard.finding import Finding
from meedoen.guard.kinds import FAULT, KINDS
from meedoen.language.wording import capital, count, day, quote
from meedoen.release.publish_run import FAILED, INCOMPLETE, LOSS, PREVIEW, PUBLISHED, SAME, PublishResult
from meedoen.release.release_folder import NOW, Release
from meedoen.review.safe_markdown import words

_MOST = 20


def text(outcome: PublishResult, *, dry: bool = False) -> str:
    """The report for a terminal or a log. No line of it begins with the text of a stranger."""
    out = io.StringIO()
    if outcome.findings:
        write_findings(outcome.findings, out)
        out.write("\n")
    for line in _aside_lines(outcome):
        out.write(f"{line}\n")
    out.write("".join(f"{line}\n" for line in _verdict(outcome, dry=dry)))
    return out.getvalue().replace(OLD_COMMAND, "# #[")


def shelf_text(there: Sequence[Release], current: Release | None) -> str:
    """The releases, newest first, with an arrow at the one that is online."""
    rows = (f"{'→' if each == current else ' '} {each.name}" for each in reversed(there))
    online = "" if current else f"De koppeling “{NOW}” wijst naar geen van deze.\n"
    return "".join(f"{row}\n" for row in rows) + online


def _verdict(outcome: PublishResult, *, dry: bool) -> Iterator[str]:
    """What happened, and what to do when nothing was published."""
    record = outcome.record
    if record and record.unsaved:
        waiting = count(record.unsaved, "activiteit is", "activiteiten zijn")
        yield f"{waiting} anders dan in Git, en nog niet opgeslagen (git commit)."
    if record and outcome.state in (PUBLISHED, SAME):
        sites = count(len(record.sites), "site", "sites")
        if outcome.state == SAME:
            yield f"Er is niets veranderd. Versie {outcome.release} blijft online, met {sites}."
        elif dry:
            yield f"Dit zou online komen: {sites}, {_changed(outcome)} Er is nog niets veranderd (--droog)."
        else:
            yield f"Versie {outcome.release} staat online: {sites}, {_changed(outcome)}"
        if outcome.state == PUBLISHED and outcome.findings is None:
            yield "Dit is de eerste keer hier: er was niets om mee te vergelijken."
        if record.aside:
            yield "Herstel de bestanden die hierboven staan. Dan komt ook het nieuwe online."
        return
    yield from _refusal(outcome)
    before = f"Versie {outcome.before} staat nog online." if outcome.before else "Er stond nog niets online."
    yield f"Er is niets gepubliceerd. {before}"


def _refusal(outcome: PublishResult) -> Iterator[str]:
    if outcome.state == FAILED:
        yield "De sites konden niet gemaakt worden. Hierboven staat waarom."
    elif outcome.state == PREVIEW:
        yield "Deze instellingen zijn voor een voorbeeld, niet voor online. Gebruik: --instellingen publishconf.py"
    elif outcome.state == INCOMPLETE:
        yield f"Er ontbreekt iets in wat gemaakt is: {_some(outcome.missing)}. Meld het als je dit vaker ziet."
    elif outcome.state == LOSS:
        yield "Abonnees zouden iets kwijtraken: zie hierboven. Is dat de bedoeling? Geef het dan op met --mag-weg."


def _changed(outcome: PublishResult) -> str:
    changed = count(outcome.changed, "bestand is", "bestanden zijn")
    return f"{changed} anders dan eerst." if outcome.before else f"samen {outcome.changed} bestanden."


def _some(paths: Sequence[str]) -> str:
    more = f" en nog {len(paths) - 3}" if len(paths) > 3 else ""
    return ", ".join(quote(each) for each in paths[:3]) + more


def _aside_lines(outcome: PublishResult) -> Iterator[str]:
    rows = outcome.record.aside if outcome.record else ()
    for row in rows:
        yield f"Terzijde gezet: {quote(row['bestand'], 200)[1:-1]}"
        for each in row["problemen"][:3]:
            told = " ".join(f"{each['melding']} {each['oplossing']}".split("\n")).rstrip()
            yield f"  - regel {each['regel']}: {told}  [{each['code']}]"
        yield f"  {_shown(row)}"
    if rows:
        yield ""


def _shown(row: dict[str, Any]) -> str:
    """What visitors see of this file."""
    instead = row["in-plaats"]
    if instead is None:
        return "Hiervan staat niets online: er is geen eerdere versie die klopt."
    when = day(date.fromisoformat(instead["dag"]))
    return (
        f"De versie van {when} ({instead['commit'][:7]}) blijft online. Wat daarna is veranderd, is nog niet te zien."
    )


def markdown(outcome: PublishResult, *, dry: bool = False) -> str:
    """The report as Markdown, with every text of a stranger escaped."""
    return "\n".join(_markdown(outcome, dry=dry)) + "\n"


def _markdown(outcome: PublishResult, *, dry: bool) -> Iterator[str]:
    titles = {PUBLISHED: "Dit zou online komen" if dry else "De sites staan online", SAME: "Er is niets veranderd"}
    yield f"## {titles.get(outcome.state, 'Er is niets gepubliceerd')}"
    yield ""
    for line in _verdict(outcome, dry=dry):
        yield f"{words(line)}  "
    rows = outcome.record.aside if outcome.record else ()
    if rows:
        yield ""
        yield f"### {count(len(rows), 'bestand', 'bestanden')} met een fout"
        yield ""
        for row in rows[:_MOST]:
            yield f"- **{words(row['bestand'])}**"
            for each in row["problemen"][:3]:
                yield f"  - Regel {each['regel']}: {words(each['melding'])} {words(each['oplossing'])}".rstrip()
            yield f"  - {words(_shown(row))}"
        if len(rows) > _MOST:
            yield f"- en nog {len(rows) - _MOST}"
    if outcome.findings:
        yield ""
        yield "### Wat abonnees merken"
        yield ""
        for found in _first(outcome.findings):
            yield f"- {capital(found.level)}: {words(found.message)}"
            if found.level == FAULT and found.hint:
                yield f"  - Wat je kunt doen: {words(found.hint)}"
            if found.level == FAULT and KINDS[found.kind].loss and found.allow:
                yield f"  - Mag dit weg? Geef dan op: {words(f'--mag-weg {found.allow}')}"
        if len(outcome.findings) > _MOST:
            yield f"- en nog {len(outcome.findings) - _MOST}"


def _first(findings: Sequence[Finding]) -> list[Finding]:
    """What weighs most comes first."""
    levels = {level: number for number, level in enumerate(("fout", "waarschuwing", "bericht"))}
    return sorted(findings, key=lambda each: levels[each.level])[:_MOST]
