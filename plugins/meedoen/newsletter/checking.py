"""What is wrong with an edition among all activities: names that nobody has, a text older than what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from meedoen.language.problems import Problem
from meedoen.language.suggestion import nearest_name
from meedoen.language.wording import day, list_of, quote
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.draft import Draft
from meedoen.notation.schema.content_tables import NEWSLETTER
from meedoen.programme.edition import Edition
from meedoen.programme.location import REGION

Shown = Mapping[str, Iterable[str]]
"""The id of each activity with the municipalities whose sites show it."""
_FIELDS = (("highlights", "uitgelicht"), ("left_out", "weglaten"))


def unknown_activities(archive: Archive, shown: Shown) -> tuple[Problem, ...]:
    """Takes the archive, and the sites that show each activity; gives ids in editions that are still to be settled and
    that no activity on their site has.
    """
    return tuple(
        _unknown(archive, edition, attribute, key, identifier, shown)
        for edition in archive.editions.values()
        if not (edition.settled and edition.slug in archive.locks)
        for attribute, key in _FIELDS
        for identifier in getattr(edition, attribute)
        if not _is_shown(identifier, edition, shown)
    )


def _is_shown(identifier: str, edition: Edition, shown: Shown) -> bool:
    return identifier in shown and (edition.municipality == REGION or edition.municipality in shown[identifier])


def _unknown(archive: Archive, edition: Edition, attribute: str, key: str, identifier: str, shown: Shown) -> Problem:
    own = {each: each for each in shown if _is_shown(each, edition, shown)}
    near = nearest_name(identifier, own)
    if identifier in shown:
        message = f"De activiteit {quote(identifier)} staat niet op de site van {edition.municipality}."
    else:
        message = f"Het kenmerk {quote(identifier)} bij {quote(key)} heeft geen enkele activiteit."
    hint = "Het kenmerk is de map en de naam van het bestand, zoals: dorp-taalcafe"
    if near:
        hint = f"Bedoelde je: {near}?"
    return Problem(archive.place(edition, attribute, identifier), "onbekende-activiteit", message, hint)


def stale(archive: Archive, drafts: Mapping[str, Draft]) -> Iterator[Problem]:
    """Takes the archive and the letters as they would be now; gives of a settled edition: what was changed after it was
    sent. Of another with a letter: that it is older than this.

    `drafts` are the letters as they would be now, by slug; a settled one is only compared with what its file says.
    """
    for edition in archive.editions.values():
        lock = archive.locks.get(edition.slug)
        if lock is None:
            continue
        place = archive.place(edition, "settled")
        if edition.settled and (fields := different(edition, lock.edition)):
            message = f"Deze nieuwsbrief is vastgesteld. Daarna is veranderd: {list_of(fields)}."
            hint = "Dat telt niet meer mee. Zet het terug zoals het was. Of maak een nieuwe nieuwsbrief."
            place = archive.place(edition, _ATTRIBUTES[fields[0]])
            yield Problem(place, "vastgelegd-verouderd", message, hint)
        elif not edition.settled and not (edition.slug in drafts and drafts[edition.slug].same_as(lock)):
            message = f"Wat in vastgelegd/{edition.slug}.json staat, is ouder dan deze nieuwsbrief."
            hint = f"Ga je hem opnieuw versturen? Typ: meedoen nieuwsbrief vastleggen {edition.slug}"
            yield Problem(place, "vastgelegd-verouderd", message, hint)


_ATTRIBUTES = {row.key: row.attribute for row in NEWSLETTER if row.attribute != "settled"}


def different(edition: Edition, settled: Edition) -> list[str]:
    """Takes an edition and the same as it was settled; gives the fields that say something else than when the edition
    was settled, as people type them.
    """
    return [key for key, name in _ATTRIBUTES.items() if getattr(edition, name) != getattr(settled, name)]


def quiet(archive: Archive, drafts: Mapping[str, Draft]) -> Iterator[Problem]:
    """Takes the archive and the letters as they would be now; gives highlights of which nothing is to come any more:
    they are not in the letter.
    """
    for slug, draft in drafts.items():
        edition = archive.editions[slug]
        identifiers = {each.item.id for each in draft.entries}
        for identifier in edition.highlights if not edition.settled else ():
            if identifier not in identifiers:
                message = f"Van {quote(identifier)} is er na {day(edition.opens)} geen datum meer die doorgaat."
                hint = "Haal het weg bij “uitgelicht”, of kies een andere."
                yield Problem(archive.place(edition, "highlights", identifier), "uitgelicht-voorbij", message, hint)
