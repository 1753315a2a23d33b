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


def text(result: PublishResult, *, dry: bool = False) -> str:
    """Takes how it went; gives the report for a terminal or a log. No line of it begins with the text of a stranger."""
    out = io.StringIO()
    if result.findings:
        write_findings(result.findings, out)
        out.write("\n")
    for line in _aside_lines(result):
        out.write(f"{line}\n")
    out.write("".join(f"{line}\n" for line in _verdict(result, dry=dry)))
    return out.getvalue().replace(OLD_COMMAND, "# #[")


def releases_text(releases: Sequence[Release], current: Release | None) -> str:
    """Takes releases; gives them newest first, with an arrow at the one that is online."""
    rows = (f"{'→' if each == current else ' '} {each.name}" for each in reversed(releases))
    online = "" if current else f"De koppeling “{NOW}” wijst naar geen van deze.\n"
    return "".join(f"{row}\n" for row in rows) + online


def _verdict(result: PublishResult, *, dry: bool) -> Iterator[str]:
    """What happened, and what to do when nothing was published."""
    build_report = result.build_report
    if build_report and build_report.unsaved:
        waiting = count(build_report.unsaved, "activiteit is", "activiteiten zijn")
        yield f"{waiting} anders dan in Git, en nog niet opgeslagen (git commit)."
    if build_report and result.state in (PUBLISHED, SAME):
        sites = count(len(build_report.sites), "site", "sites")
        if result.state == SAME:
            yield f"Er is niets veranderd. Versie {result.release} blijft online, met {sites}."
        elif dry:
            yield f"Dit zou online komen: {sites}, {_changed(result)} Er is nog niets veranderd (--droog)."
        else:
            yield f"Versie {result.release} staat online: {sites}, {_changed(result)}"
        if result.state == PUBLISHED and result.findings is None:
            yield "Dit is de eerste keer hier: er was niets om mee te vergelijken."
        if build_report.aside:
            yield "Herstel de bestanden die hierboven staan. Dan komt ook het nieuwe online."
        return
    yield from _refusal(result)
    before = f"Versie {result.before} staat nog online." if result.before else "Er stond nog niets online."
    yield f"Er is niets gepubliceerd. {before}"


def _refusal(result: PublishResult) -> Iterator[str]:
    if result.state == FAILED:
        yield "De sites konden niet gemaakt worden. Hierboven staat waarom."
    elif result.state == PREVIEW:
        yield "Deze instellingen zijn voor een voorbeeld, niet voor online. Gebruik: --instellingen publishconf.py"
    elif result.state == INCOMPLETE:
        yield f"Er ontbreekt iets in wat gemaakt is: {_some(result.missing)}. Meld het als je dit vaker ziet."
    elif result.state == LOSS:
        yield "Abonnees zouden iets kwijtraken: zie hierboven. Is dat de bedoeling? Geef het dan op met --mag-weg."


def _changed(result: PublishResult) -> str:
    changed = count(result.changed, "bestand is", "bestanden zijn")
    return f"{changed} anders dan eerst." if result.before else f"samen {result.changed} bestanden."


def _some(paths: Sequence[str]) -> str:
    more = f" en nog {len(paths) - 3}" if len(paths) > 3 else ""
    return ", ".join(quote(each) for each in paths[:3]) + more


def _aside_lines(result: PublishResult) -> Iterator[str]:
    rows = result.build_report.aside if result.build_report else ()
    for row in rows:
        yield f"Terzijde gezet: {quote(row['bestand'], 200)[1:-1]}"
        for problem in row["problemen"][:3]:
            advice = " ".join(f"{problem['melding']} {problem['oplossing']}".split("\n")).rstrip()
            yield f"  - regel {problem['regel']}: {advice}  [{problem['code']}]"
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


def markdown(result: PublishResult, *, dry: bool = False) -> str:
    """Takes how it went; gives the report as Markdown, with every text of a stranger escaped."""
    return "\n".join(_markdown(result, dry=dry)) + "\n"


def _markdown(result: PublishResult, *, dry: bool) -> Iterator[str]:
    titles = {PUBLISHED: "Dit zou online komen" if dry else "De sites staan online", SAME: "Er is niets veranderd"}
    yield f"## {titles.get(result.state, 'Er is niets gepubliceerd')}"
    yield ""
    for line in _verdict(result, dry=dry):
        yield f"{words(line)}  "
    rows = result.build_report.aside if result.build_report else ()
    if rows:
        yield ""
        yield f"### {count(len(rows), 'bestand', 'bestanden')} met een fout"
        yield ""
        for row in rows[:_MOST]:
            yield f"- **{words(row['bestand'])}**"
            for problem in row["problemen"][:3]:
                advice = f"{words(problem['melding'])} {words(problem['oplossing'])}".rstrip()
                yield f"  - Regel {problem['regel']}: {advice}"
            yield f"  - {words(_shown(row))}"
        if len(rows) > _MOST:
            yield f"- en nog {len(rows) - _MOST}"
    if result.findings:
        yield ""
        yield "### Wat abonnees merken"
        yield ""
        for finding in _first(result.findings):
            yield f"- {capital(finding.level)}: {words(finding.message)}"
            if finding.level == FAULT and finding.hint:
                yield f"  - Wat je kunt doen: {words(finding.hint)}"
            if finding.level == FAULT and KINDS[finding.kind].loss and finding.allow:
                yield f"  - Mag dit weg? Geef dan op: {words(f'--mag-weg {finding.allow}')}"
        if len(result.findings) > _MOST:
            yield f"- en nog {len(result.findings) - _MOST}"


def _first(findings: Sequence[Finding]) -> list[Finding]:
    """What weighs most comes first."""
    levels = {level: number for number, level in enumerate(("fout", "waarschuwing", "bericht"))}
    return sorted(findings, key=lambda each: levels[each.level])[:_MOST]
