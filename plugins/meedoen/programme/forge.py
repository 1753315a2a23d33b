"""Where the files of an organisation stand: what kind of forge that is, and at which addresses people reach it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import urlsplit

ForgeKind = Literal["github", "gitlab", "forgejo"]
KINDS: tuple[ForgeKind, ...] = ("github", "gitlab", "forgejo")
MAIN = "main"
_NAMES = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"}
_BY_HOST: tuple[tuple[str, ForgeKind], ...] = (
    ("github", "github"),
    ("gitlab", "gitlab"),
    ("codeberg.org", "forgejo"),
    ("forgejo", "forgejo"),
    ("gitea", "forgejo"),
)


@dataclass(frozen=True, slots=True)
class Forge:
    """`host` is its address without a slash at the end, `project` the path of the repository there."""

    kind: ForgeKind
    host: str
    project: str
    branch: str = MAIN

    @property
    def name(self) -> str:
        """What people call it."""
        return "Codeberg" if self.host == "https://codeberg.org" else _NAMES[self.kind]

    @property
    def url(self) -> str:
        """The page of the repository."""
        return f"{self.host}/{self.project}"


def forge_of(repository: str, kind: str = "", branch: str = "") -> Forge | None:
    """Takes the address of a repository, the kind and the branch; gives the forge at the address of a repository.

    Without `kind` it follows from the name of the host.

    None when that is no address of a repository, or when nothing tells what kind of forge it is.
    """
    try:
        parts = urlsplit(repository)
        host = parts.hostname or ""
    except ValueError:
        return None
    project = parts.path.strip("/").removesuffix(".git")
    if parts.scheme != "https" or not host or "/" not in project or any(each in project for each in " \"'<>"):
        return None
    known_kind = kind or next((known for word, known in _BY_HOST if word in host), "")
    return (
        Forge(cast("ForgeKind", known_kind), f"https://{parts.netloc}", project, branch or MAIN) if known_kind else None
    )
