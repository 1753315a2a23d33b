"""Where the files stand: from the address of a repository to the forge."""

from __future__ import annotations

import pytest

from meedoen.programme.forge import Forge, forge_of


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/example/agenda", Forge("github", "https://github.com", "example/agenda")),
        ("https://github.com/example/agenda.git/", Forge("github", "https://github.com", "example/agenda")),
        ("https://gitlab.com/a/b/agenda", Forge("gitlab", "https://gitlab.com", "a/b/agenda")),
        ("https://gitlab.example.org/a/b", Forge("gitlab", "https://gitlab.example.org", "a/b")),
        ("https://codeberg.org/example/agenda", Forge("forgejo", "https://codeberg.org", "example/agenda")),
        ("https://git.example.org:8443/a/b", None),
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
    assert forge_of("https://git.example.org:8443/a/b", "forgejo", "agenda") == Forge(
        "forgejo", "https://git.example.org:8443", "a/b", "agenda"
    )


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/a/b", "GitHub"),
        ("https://gitlab.dorp.nl/a/b", "GitLab"),
        ("https://codeberg.org/a/b", "Codeberg"),
        ("https://forgejo.dorp.nl/a/b", "Forgejo"),
        ("https://gitea.dorp.nl/a/b", "Forgejo"),
    ],
)
def test_forge_has_the_name_that_people_use_and_the_address_of_the_repository(address: str, name: str) -> None:
    forge = forge_of(f"{address}.git")
    assert forge is not None
    assert (forge.name, forge.url) == (name, address)
