"""One activity: from the fields of its file to a value that every output can use, or the problems that prevent it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from meedoen.language.problems import Fault, Problem
from meedoen.language.rules import is_fault
from meedoen.notation.fields.cast import read_record
from meedoen.notation.fields.reader import Reader, Record
from meedoen.notation.fields.rewriting import NOTHING_WRITTEN, WrittenFields, rewritten
from meedoen.notation.fields.values import AgeRange, Online, PriceLine
from meedoen.notation.markup import NOTHING, Html, render
from meedoen.notation.schema import ACTIVITY
from meedoen.notation.schema.status import EventStatus
from meedoen.notation.text.document import Document
from meedoen.programme.advice import Advice, advise
from meedoen.programme.change import Change, read_changes
from meedoen.programme.clock_change import check_clock_change
from meedoen.programme.joining import (
    Image,
    ProgrammeItem,
    Registration,
    read_image,
    read_programme,
    read_registration,
)
from meedoen.programme.location import REGION, resolve_change_place, resolve_location
from meedoen.programme.partner import Partner, Project
from meedoen.programme.place import Place
from meedoen.programme.resolver import Resolver
from meedoen.programme.schedule import Schedule, read_schedule
from meedoen.programme.vocabulary import Term


# Compared by identity: it is a key in every index, and its fields are many.
@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """What people can do, when, where and for whom. Everything that it refers to is resolved.

    `id` is permanent and becomes the UID; `page` is the name of its page within a site; `municipalities` are the
    slugs of the sites that show it; `folder` is the municipality (or `regio`) whose reviewers look after the file;
    `written` is what its file says, for who wants to change it.
    """

    id: str
    path: str
    folder: str
    page: str
    name: str
    schedule: Schedule
    municipalities: tuple[str, ...]
    organizer: Partner
    zone: str
    summary: str = ""
    body: Html = NOTHING
    place: Place | None = None
    room: str = ""
    online: Online | None = None
    partners: tuple[Partner, ...] = ()
    audience: tuple[Term, ...] = ()
    age: AgeRange | None = None
    languages: tuple[Term, ...] = ()
    language_level: str = ""
    core_function: Term | None = None
    also_touches: tuple[Term, ...] = ()
    programme_line: Term | None = None
    themes: tuple[Term, ...] = ()
    skills: tuple[Term, ...] = ()
    goals: tuple[Term, ...] = ()
    project: Project | None = None
    price: tuple[PriceLine, ...] = ()
    registration: Registration | None = None
    accessibility: tuple[Term, ...] = ()
    help_wanted: str = ""
    programme: tuple[ProgrammeItem, ...] = ()
    image: Image | None = None
    changes: tuple[Change, ...] = ()
    status: EventStatus = EventStatus.SCHEDULED
    reason: str = ""
    featured: bool = False
    hidden: bool = False
    written: WrittenFields = NOTHING_WRITTEN


_AS_WRITTEN = tuple(
    row.attribute
    for row in ACTIVITY
    if row.kind in ("line", "choice", "yes-no") and row.attribute in {each.name for each in fields(Activity)}
)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a file stands: its top folder (a municipality or `regio`) and its name without ending."""

    folder: str
    stem: str

    @classmethod
    def of(cls, path: str) -> Home:
        """From `content/activiteiten/<folder>/…/<stem>.md`."""
        _, _, folder, *_, name = path.split("/")
        return cls(folder, name.rpartition(".")[0])


def read_activity(
    document: Document, resolver: Resolver, *, advice: Advice | None = None
) -> tuple[Activity | None, tuple[Problem, ...]]:
    """Takes a file, what resolves its references, and what the hints need; gives the activity, None when a fault keeps
    it off the site, with all problems of the file.

    With `advice` the hints for the writer are worked out as well (dates in the past, hard words, labels).
    """
    reader = Reader(document.path, resolver.names)
    record = read_record(reader, ACTIVITY, document.fields)
    home = Home.of(document.path)
    activity = _build(record, reader, document, resolver, home, advice=advice is not None)
    if advice is not None:
        advise(record, document, reader, activity.schedule if activity else None, advice)
    problems = tuple(sorted(reader.problems))
    if any(is_fault(problem.rule) for problem in problems):
        return None, problems
    return activity, problems


def _build(
    record: Record, reader: Reader, document: Document, resolver: Resolver, home: Home, *, advice: bool
) -> Activity | None:
    location = resolve_location(record, reader, resolver, home.folder)
    region = resolver.municipality(location.home).school_region
    schedule = read_schedule(record, reader, resolver.holidays, region, advice=advice)
    description = _description(record, reader, document)
    joined = _joining(record, reader)
    if schedule is None:
        return None
    changes = read_changes(
        record.get("changes", ()),
        reader,
        schedule,
        lambda each: resolve_change_place(each, reader, resolver, home.folder),
    )
    check_clock_change(schedule, changes, location.zone, record, reader)
    identifier = record.get("id") or f"{home.folder}-{home.stem}"
    get = record.get
    organizer = resolver.partner(get("organizer", ""))
    return Activity(
        id=identifier,
        path=document.path,
        folder=home.folder,
        page=identifier.removeprefix(f"{home.folder}-") if home.folder != REGION else identifier,
        schedule=schedule,
        municipalities=location.municipalities,
        organizer=organizer,
        zone=location.zone,
        body=render(description) if description else NOTHING,
        place=location.place,
        online=get("online"),
        partners=tuple(resolver.partner(key) for key in get("partners", ()) if key != organizer.slug),
        age=get("age"),
        project=resolver.project(get("project", "")),
        price=get("price", ()),
        changes=changes,
        written=_written(record, document),
        **_as_written(record),
        **_terms(record, resolver, organizer),
        **joined,
    )


def _written(record: Record, document: Document) -> WrittenFields:
    fields = rewritten(record, ACTIVITY)
    story = fields.pop("beschrijving", "")
    return WrittenFields(fields, str(story) or document.body, document.header)


def _as_written(record: Record) -> dict[str, Any]:
    """The fields whose value is what the activity has: a line, a choice, yes or no."""
    return {"name": "", **{name: record.values[name] for name in _AS_WRITTEN if name in record.values}}


def _terms(record: Record, resolver: Resolver, organizer: Partner) -> dict[str, Any]:
    get, terms = record.get, resolver.terms
    line = terms("programmalijnen", (get("programme_line"),)) if get("programme_line") else ()
    project = resolver.project(get("project", ""))
    core = (
        get("core_function")
        or (line[0].core_function if line else "")
        or (project.core_function if project else "")
        or organizer.core_function
    )
    return {
        "audience": terms("doelgroepen", get("audience", ())),
        "languages": terms("talen", get("languages", ())),
        "core_function": terms("kernfuncties", (core,))[0] if core else None,
        "also_touches": terms("kernfuncties", get("also_touches", ())),
        "programme_line": line[0] if line else None,
        "themes": terms("themas", get("themes", ())),
        "skills": terms("vaardigheden", get("skills", ())),
        "goals": terms("sdg", get("goals", ())),
        "accessibility": terms("toegankelijkheid", get("accessibility", ())),
    }


def _joining(record: Record, reader: Reader) -> dict[str, Any]:
    values: dict[str, Any] = {"programme": read_programme(record.get("programme", ()))}
    if (value := record.get("registration")) is not None:
        values["registration"] = read_registration(value, record.node("registration"), reader)
    if (value := record.get("image")) is not None:
        values["image"] = read_image(value, record.node("image"), reader)
    if record.get("status", EventStatus.SCHEDULED) is not EventStatus.SCHEDULED and "reason" not in record.nodes:
        reader.report(
            record.node("status"),
            Fault(
                "reden-ontbreekt",
                f"Er staat niet bij waarom het {record.get('status')} is.",
                "Voeg een regel toe, bijvoorbeeld: reden: De docent is ziek.",
            ),
        )
    return values


def _description(record: Record, reader: Reader, document: Document) -> str:
    story: str = record.get("description", "")
    if story and document.body.strip():
        reader.report(
            record.keys["description"],
            Fault(
                "dubbele-tekst",
                "Er staat een beschrijving in de kop, en ook een tekst onder de kop.",
                "Zet alle tekst onder de kop.",
            ),
        )
    return story or document.body.strip()
