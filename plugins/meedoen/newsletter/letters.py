"""The letters of a site: made of its editions."""

from __future__ import annotations

from meedoen.newsletter.letter import Letter
from meedoen.outputs.output import SiteBuild


def letters(_build: SiteBuild) -> tuple[Letter, ...]:
    """The letters of this site, newest first."""
    return ()
