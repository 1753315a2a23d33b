"""The glossary: what people see in Dutch, what the code calls it, and what the standards call it."""

from __future__ import annotations

from collections.abc import Iterator

from meedoen.notation.schema.field import Table

_HEAD = """# Glossary

Dutch is what a resident, partner or employee sees; the code has the English word; the standards have the last column
(RFC 5545 in capitals, schema.org in camel case). Why: [decision 5](decisions/0005-dutch-outside-english-inside.md).
The terms stand in `tools/glossary.py`, the fields in the field table; `make docs` makes this page of them.

## Terms

| Dutch | in the code | what it is | RFC 5545, schema.org, or where the word is from |
| --- | --- | --- | --- |
"""
_FIELDS = """
## Fields of an activity file

| Dutch | in the code | RFC 5545 | schema.org |
| --- | --- | --- | --- |
"""
TERMS = (
    ("activiteit", "Activity", "what somebody organises, on one date or many", "VEVENT, Event"),
    ("datum, keer", "Occurrence", "one date of an activity, with what is different on that date", "recurrence instance"),
    ("reeks", "Schedule", "the dates of an activity as its file gives them", "RRULE, RDATE, EXDATE; eventSchedule"),
    ("herhaling", "Recurrence", "the rule of a series", "RRULE, Schedule"),
    ("behalve", "exceptions", "the dates on which a series does not happen", "EXDATE, exceptDate"),
    ("wijziging", "Change", "what is different on one date", "RECURRENCE-ID"),
    ("agenda", "Agenda", "what one site shows in a window of time", "VCALENDAR"),
    ("kalender, abonnement", "Subscription", "a calendar file that people follow", "iCalendar feed"),
    ("site van een gemeente", "SiteBuild", "one site while it is built", "static-site generators"),
    ("gemeente", "Municipality", "whose site it is", "City"),
    ("locatie", "Place", "where it is", "LOCATION, Place"),
    ("partner, organisator", "Partner, organizer", "who organises it", "ORGANIZER, Organization"),
    ("woordenlijst", "vocabulary, Term", "a list of words to choose from", "DefinedTermSet, DefinedTerm"),
    ("keuze", "Facet", "a way in which people look: for whom, about what, where, by whom", "faceted search"),
    ("melding, fout", "Problem, Fault", "what is wrong: with its place in a file; without", "linters: diagnostic"),
    ("regel", "Rule", "a kind of problem, with a name that never changes", "linters: rule"),
    ("plek in een bestand", "FilePosition", "file, line and column", "linters: location"),
    ("pagina", "Page", "a path, a template and its values", "static-site generators"),
    ("(maakt pagina's)", "Renderer", "from a page to bytes with the templates of the theme", "static-site generators"),
    ("(voor de sjablonen)", "TemplateContext", "what the templates use, in one language", "static-site generators"),
    ("(wat er komt)", "build_plan", "every path of a site with what to write there", "static-site generators"),
    ("(een bouw)", "BuildJob, Shard", "what is to be built; a share of it for one process", "build tools"),
    ("nieuwsbrief, editie", "Edition, Letter", "what somebody decided about it; the edition written out", "newsletters"),
    ("concept", "Draft", "a letter before it has addresses", "mail programs"),
    ("vastgesteld", "settled, lock", "a letter that will not change any more, kept as a file", "lock files"),
    ("profiel", "ExportProfile", "a program that sends newsletters, with its merge tags", "newsletter tools"),
    ("voorproefje", "preheader", "the line behind the subject", "newsletter tools"),
    ("voorstel", "Proposal", "what somebody proposes", "pull request, merge request"),
    ("terzijde", "quarantine, Aside", "a bad file that its last good version stands in for", "mail filters"),
    ("versie online", "Release", "a whole output that can be put online and kept to go back to", "deployment tools"),
    ("geschiedenis", "Past, Revision", "when an activity was made and changed, and how often",
     "CREATED, LAST-MODIFIED, SEQUENCE"),
    ("(vingerafdruk)", "ActivityFingerprint", "what one version of a file means to a calendar", "build caches"),
)  # fmt: skip


def glossary(fields: Table) -> str:
    """Takes the field table of an activity; gives the page in Markdown."""
    return "".join((_HEAD, *map(_row, TERMS), _FIELDS, *map(_row, _fields(fields))))


def _fields(fields: Table) -> Iterator[tuple[str, ...]]:
    for row in fields:
        yield f"`{row.key}`", f"`{row.attribute}`", row.ical, row.schema_org


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n"
