"""What the history has of an activity: when it was first there, when what people see of it last changed, how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

Choice = tuple[tuple[str, str], ...]
"""What one calendar is about: pairs of a facet's folder and a slug; empty for everything."""


@dataclass(frozen=True, slots=True)
class Revision:
    """How often an activity was changed and when, in UTC and whole seconds (RFC 5545 §3.8.7).

    `saved` is False while what is shown is not in the history yet.
    """

    created: datetime
    modified: datetime
    sequence: int = 0
    saved: bool = True


FIXED = Revision(datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC))
"""For content that comes without its history: always the same, so that no calendar sees a change that is none."""


@dataclass(frozen=True)
class Past:
    """The history of all content. `once` has, by site, every choice that ever had a calendar.

    `renamed` is (facet folder, old slug) → new slug of a place or partner whose file was given another name; `unknown`
    is for an activity that is not in the history at all. `differed` has, by id, the dates that once had a change.
    """

    revisions: Mapping[str, Revision] = field(default_factory=dict)
    once: Mapping[str, frozenset[Choice]] = field(default_factory=dict)
    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unknown: Revision = FIXED
    differed: Mapping[str, frozenset[date]] = field(default_factory=dict)

    def of(self, activity_id: str) -> Revision:
        """Takes the id of an activity; gives its revision."""
        return self.revisions.get(activity_id, self.unknown)
