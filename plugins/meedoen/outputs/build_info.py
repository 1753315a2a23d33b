"""When a site was made, and which: one small file, so that a new day changes no page of an activity."""

from __future__ import annotations

import json
from functools import partial

from meedoen.outputs.site_build import Asset, Outcome, SiteBuild

BUILT = "gebouwd.json"


def build_info(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives the file that `gebouwd.js` and `meedoen dokter` read."""
    yield Asset(BUILT, partial(told, build))


def told(build: SiteBuild) -> bytes:
    """Takes the build of a site; gives which site this is, the day on which it was made, and that day in the words of
    each of its languages.
    """
    site, day = build.agenda.site, build.agenda.window.today
    words = {each.code: each.day(day) for each in build.voices}
    info = {"site": site.slug, "naam": site.name, "dag": day.isoformat(), "tekst": words}
    return (json.dumps(info, ensure_ascii=False, indent=1) + "\n").encode()
