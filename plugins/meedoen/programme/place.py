"""Where things happen: places from the list, and places that one activity brings itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A place. One that is not in the list has an empty slug and no page of its own."""

    slug: str
    name: str
    kind: str = ""
    municipality: str = ""
    street: str = ""
    postal_code: str = ""
    locality: str = ""
    point: tuple[float, float] | None = None
    rooms: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
    phone: str = ""
    website: str = ""
    opening_hours: Mapping[str, str] = field(default_factory=dict, hash=False)
    route: str = ""
    description: str = ""

    @property
    def address(self) -> str:
        """Street, postal code and town on one line, what is known of them: `Markt 22, 3351 PB Dorp`."""
        town = " ".join(part for part in (self.postal_code, self.locality) if part)
        return ", ".join(part for part in (self.street, town) if part)

    @property
    def line(self) -> str:
        """Name and address on one line, as calendars and map searches take it."""
        address = self.address
        return f"{self.name}, {address}" if address and address != self.name else self.name
