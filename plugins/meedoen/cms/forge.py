"""Where the files stand: what kind of forge that is, and what the editor must know to save there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

# What is written about a change: never who made it, since Git has that already.
MESSAGES = {
    "create": "Nieuw: {{path}}",
    "update": "Veranderd: {{path}}",
    "delete": "Weg: {{path}}",
    "uploadMedia": "Plaatje erbij: {{path}}",
    "deleteMedia": "Plaatje weg: {{path}}",
}

ForgeKind = Literal["github", "gitlab", "forgejo"]
KINDS: tuple[ForgeKind, ...] = ("github", "gitlab", "forgejo")


@dataclass(frozen=True, slots=True)
class Forge:
    """`host` is its address without a slash at the end, `project` the path of the repository there."""

    kind: ForgeKind
    host: str
    project: str


def forge_of(repository: str, kind: ForgeKind | None = None) -> Forge | None:
    """The forge at the address of a repository; None when that is no such address.

    Without `kind` it follows from the name of the host; what is not GitHub or GitLab is taken for Forgejo, which has
    no name of its own.
    """
    try:
        parts = urlsplit(repository)
        name = parts.hostname or ""
    except ValueError:
        return None
    project = parts.path.strip("/").removesuffix(".git")
    if parts.scheme != "https" or not name or "/" not in project or any(each in project for each in " \"'<>"):
        return None
    guessed: ForgeKind = "github" if name == "github.com" else "gitlab" if "gitlab" in name else "forgejo"
    return Forge(kind or guessed, f"https://{parts.netloc}", project)


def backend(forge: Forge, *, branch: str, login: str, application: str) -> dict[str, Any]:
    """The part of the configuration that says where to save.

    `login` is the address of the relay that GitHub needs, `application` the number under which the editor is known to
    GitLab or Forgejo. Only GitHub and Forgejo let people without rights propose through a copy of their own.
    """
    shared = {"name": forge.kind, "repo": forge.project, "branch": branch, "commit_messages": MESSAGES}
    if forge.kind == "github":
        # The least that is enough for a public repository.
        own: dict[str, Any] = {"auth_scope": "public_repo", "open_authoring": True}
        if login:
            own |= {"base_url": login, "auth_endpoint": "auth"}
        return shared | own
    if forge.kind == "gitlab":
        own = {"auth_type": "pkce", "base_url": forge.host, "api_root": f"{forge.host}/api/v4"}
    else:
        own = {"base_url": forge.host, "api_root": f"{forge.host}/api/v1", "open_authoring": True}
    return shared | own | ({"app_id": application} if application else {})


def spoken_to(forge: Forge) -> tuple[str, ...]:
    """The addresses that the editor asks for files, and for the pictures of people."""
    if forge.kind == "github":
        return ("https://api.github.com", "https://www.githubstatus.com", "https://avatars.githubusercontent.com")
    return (forge.host,)
