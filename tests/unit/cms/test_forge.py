"""Where the files stand: from the address of a repository to what the editor must know."""

from __future__ import annotations

import pytest

from meedoen.cms.forge import MESSAGES, Forge, backend, forge_of, spoken_to

SHARED = {"repo": "example/agenda", "branch": "main", "commit_messages": MESSAGES}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/example/agenda", Forge("github", "https://github.com", "example/agenda")),
        ("https://github.com/example/agenda.git/", Forge("github", "https://github.com", "example/agenda")),
        ("https://gitlab.com/a/b/agenda", Forge("gitlab", "https://gitlab.com", "a/b/agenda")),
        ("https://gitlab.example.org/a/b", Forge("gitlab", "https://gitlab.example.org", "a/b")),
        ("https://codeberg.org/example/agenda", Forge("forgejo", "https://codeberg.org", "example/agenda")),
        ("https://git.example.org:8443/a/b", Forge("forgejo", "https://git.example.org:8443", "a/b")),
        ("http://github.com/example/agenda", None),
        ("https://github.com/example", None),
        ("https://github.com/a/b'; x", None),
        ("https://[/a/b", None),
        ("", None),
    ],
)
def test_forge_of_an_address(address: str, expected: Forge | None) -> None:
    assert forge_of(address) == expected


def test_kind_that_is_given_goes_before_the_name() -> None:
    assert forge_of("https://git.example.org/a/b", "gitlab") == Forge("gitlab", "https://git.example.org", "a/b")


def test_backend_of_github_asks_the_relay_and_the_least() -> None:
    forge = Forge("github", "https://github.com", "example/agenda")
    assert backend(forge, branch="main", login="https://inloggen.example.org", application="") == {
        "name": "github", **SHARED, "auth_scope": "public_repo", "open_authoring": True,
        "base_url": "https://inloggen.example.org", "auth_endpoint": "auth",
    }  # fmt: skip


def test_backend_of_gitlab_needs_no_relay_and_takes_no_proposals() -> None:
    forge = Forge("gitlab", "https://gitlab.example.org", "example/agenda")
    assert backend(forge, branch="main", login="", application="12ab") == {
        "name": "gitlab", **SHARED, "auth_type": "pkce", "base_url": "https://gitlab.example.org",
        "api_root": "https://gitlab.example.org/api/v4", "app_id": "12ab",
    }  # fmt: skip


def test_backend_of_forgejo_takes_proposals() -> None:
    forge = Forge("forgejo", "https://codeberg.org", "example/agenda")
    assert backend(forge, branch="main", login="", application="") == {
        "name": "forgejo", **SHARED, "base_url": "https://codeberg.org", "api_root": "https://codeberg.org/api/v1",
        "open_authoring": True,
    }  # fmt: skip


def test_messages_never_name_who_made_a_change() -> None:
    assert [text for text in MESSAGES.values() if "author" in text] == []


def test_page_speaks_to_the_forge_alone() -> None:
    assert spoken_to(Forge("forgejo", "https://codeberg.org", "a/b")) == ("https://codeberg.org",)
