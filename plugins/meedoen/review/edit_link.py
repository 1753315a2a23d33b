"""Where a file of a proposal can be mended: the editor of the forge, on the branch of the proposal."""

from __future__ import annotations

from urllib.parse import quote

from meedoen.language.problems import FilePosition
from meedoen.programme.forge import forge_of
from meedoen.review.trouble import Edit, no_address

_EDITORS = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit"}


def edit_at(repository: str, branch: str) -> Edit:
    """Takes the address of a repository and a branch; gives what makes of a place in a file the address of its editor.

    Of a forge that is not known, or without a branch, that address is empty.
    """
    forge = forge_of(repository)
    if forge is None or not branch:
        return no_address
    base = f"{forge.url}/{_EDITORS[forge.kind]}/{quote(branch)}"
    return lambda place: f"{base}/{quote(place.path, errors='replace')}{_line(place)}"


def _line(place: FilePosition) -> str:
    return f"#L{place.line}" if place.line > 1 else ""
