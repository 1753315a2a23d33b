"""What the editor must know to save at the forge where the files stand."""

from __future__ import annotations

from typing import Any

from meedoen.programme.forge import Forge

# What is written about a change: never who made it, since Git has that already.
MESSAGES = {
    "create": "Nieuw: {{path}}",
    "update": "Veranderd: {{path}}",
    "delete": "Weg: {{path}}",
    "uploadMedia": "Plaatje erbij: {{path}}",
    "deleteMedia": "Plaatje weg: {{path}}",
}


def backend(forge: Forge, *, login: str, application: str) -> dict[str, Any]:
    """Takes the forge, and how people log in; gives the part of the configuration that says where to save.

    `login` is the address of the relay that GitHub needs, `application` the number under which the editor is known to
    GitLab or Forgejo. Only GitHub and Forgejo let people without rights propose through a copy of their own.
    """
    shared = {"name": forge.kind, "repo": forge.project, "branch": forge.branch, "commit_messages": MESSAGES}
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
    """Takes the forge; gives the addresses that the editor asks for files, and for the pictures of people."""
    if forge.kind == "github":
        return ("https://api.github.com", "https://www.githubstatus.com", "https://avatars.githubusercontent.com")
    return (forge.host,)
