"""What the editor must know of each forge, and to whom its page speaks."""

from __future__ import annotations

from meedoen.cms.backend import MESSAGES, backend, spoken_to
from meedoen.programme.forge import Forge

SHARED = {"repo": "example/agenda", "branch": "main", "commit_messages": MESSAGES}


def test_backend_of_github_asks_the_relay_and_the_least() -> None:
    forge = Forge("github", "https://github.com", "example/agenda")
    assert backend(forge, login="https://inloggen.example.org", application="") == {
        "name": "github", **SHARED, "auth_scope": "public_repo", "open_authoring": True,
        "base_url": "https://inloggen.example.org", "auth_endpoint": "auth",
    }  # fmt: skip


def test_backend_of_gitlab_needs_no_relay_and_takes_no_proposals() -> None:
    forge = Forge("gitlab", "https://gitlab.example.org", "example/agenda")
    assert backend(forge, login="", application="12ab") == {
        "name": "gitlab", **SHARED, "auth_type": "pkce", "base_url": "https://gitlab.example.org",
        "api_root": "https://gitlab.example.org/api/v4", "app_id": "12ab",
    }  # fmt: skip


def test_backend_of_forgejo_takes_proposals() -> None:
    forge = Forge("forgejo", "https://codeberg.org", "example/agenda")
    assert backend(forge, login="", application="") == {
        "name": "forgejo", **SHARED, "base_url": "https://codeberg.org", "api_root": "https://codeberg.org/api/v1",
        "open_authoring": True,
    }  # fmt: skip


def test_messages_never_name_who_made_a_change() -> None:
    assert [text for text in MESSAGES.values() if "author" in text] == []


def test_page_speaks_to_the_forge_alone() -> None:
    assert spoken_to(Forge("forgejo", "https://codeberg.org", "a/b")) == ("https://codeberg.org",)
