"""All activities of the content, read once, with the problems of every file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from meedoen.content.source import SourceFile
from meedoen.language.problems import FilePosition, Problem, at
from meedoen.language.wording import quote
from meedoen.notation.text.document import Document, parse_document
from meedoen.programme.activity import Activity, Home, read_activity
from meedoen.programme.advice import Advice
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.programme.picture import check_picture


@dataclass(frozen=True, slots=True)
class Library:
    """The activities that can be published, in order of path, and everything that is wrong."""

    activities: tuple[Activity, ...]
    problems: tuple[Problem, ...]


def read_library(
    files: Iterable[SourceFile],
    network: Network,
    *,
    picture: Callable[[str], bytes | None] = lambda _: None,
    today: date | None = None,
) -> Library:
    """Takes the activity files and the network; gives the activities and the problems of every file.

    `picture` gives the bytes of a picture by its path; with `today` hints come along.
    """
    activities: list[Activity] = []
    problems: list[Problem] = []
    advice = Advice(network, today) if today else None
    for file in files:
        document = parse_document(file.path, file.data)
        if isinstance(document, tuple):
            problems.extend(document)
            continue
        activity, file_problems = read_activity(document, network, advice=advice)
        problems.extend(file_problems)
        if activity is None:
            continue
        if activity.image is not None and (fault := _picture_fault(activity, document, picture)):
            problems.append(fault)
            continue
        activities.append(activity)
    return Library(tuple(activities), tuple(problems))


def _picture_fault(activity: Activity, document: Document, picture: Callable[[str], bytes | None]) -> Problem | None:
    name = activity.image.file if activity.image else ""
    fault = check_picture(picture(f"{activity.path.rpartition('/')[0]}/{name}"), name)
    key = next((key for key, _ in document.fields.entries if key.text.lower() == "afbeelding"), None)
    place = FilePosition(activity.path, key.line, key.column, key.length) if key else FilePosition(activity.path)
    return at(place, fault) if fault else None


def clashes(claims: Iterable[tuple[str, str, str, tuple[str, ...]]]) -> tuple[Problem, ...]:
    """Takes claims (path, id, page, municipalities); gives problems for those of an id or a page that another file has.

    Who keeps it does not depend on a chosen id or name: see `_rank`.
    """
    ids: dict[str, str] = {}
    pages: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    for path, identifier, page, municipalities in sorted(claims, key=_rank):
        other = ids.setdefault(identifier, path)
        if other != path:
            problems.append(Problem(
                FilePosition(path), "dubbel-id", f"Het kenmerk {quote(identifier)} hoort al bij {other}.",
                "Geef het bestand een andere naam, bijvoorbeeld met het jaar of de plek erbij."))  # fmt: skip
            continue
        for municipality in municipalities:
            other = pages.setdefault((municipality, page), path)
            if other != path:
                problems.append(Problem(
                    FilePosition(path), "dubbel-adres", f"De pagina {quote(page)} in {municipality} is al van {other}.",
                    "Geef het bestand een andere naam. Staat er een id in de kop? Verander dat dan."))  # fmt: skip
                break
    return tuple(problems)


def _rank(claimed: tuple[str, str, str, tuple[str, ...]]) -> tuple[bool, bool, int, str]:
    """First who has the id by its file name, so that nobody takes over a page by writing its id; then the region."""
    path, identifier = claimed[:2]
    home = Home.of(path)
    return identifier != f"{home.folder}-{home.stem}", home.folder != REGION, path.count("/"), path


def claim(activity: Activity) -> tuple[str, str, str, tuple[str, ...]]:
    """Takes an activity; gives what it claims for itself alone: see `clashes`."""
    return activity.path, activity.id, activity.page, activity.municipalities
