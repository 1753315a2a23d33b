"""Where a file of a proposal can be mended: the editor of the forge, on the branch of the proposal."""

from __future__ import annotations

from urllib.parse import quote

from meedoen.language.problems import FilePosition
from meedoen.programme.forge import forge_of
from meedoen.review.trouble import Edit, no_address

_EDITORS = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit"}


def edit_at(repository: str, branch: str) -> Edit:
    """From a place to the address of its editor; of a forge that is not known, or without a branch, to nothing."""
    found = forge_of(repository)
    if found is None or not branch:
        return no_address
    way = f"{found.url}/{_EDITORS[found.kind]}/{quote(branch)}"
    return lambda place: f"{way}/{quote(place.path, errors='replace')}{_line(place)}"


def _line(place: FilePosition) -> str:
    return f"#L{place.line}" if place.line > 1 else ""
