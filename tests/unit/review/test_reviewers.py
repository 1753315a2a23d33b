"""Who must look, by our own table; and by what the forges make of the files that we write for them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from codeowners import CodeOwners
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import REFERENCE_FILES, reference_files
from tests.proposals import TODAY, some

from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.content.layout import FOLDERS
from meedoen.programme.network import Network
from meedoen.review.proposal import FileChange, Proposal
from meedoen.review.reviewers import PLACES, SHARED, codeowners, reviewers, rights
from meedoen.review.summary import summary
from meedoen.review.verdict import Judged

REPOSITORY = Path(__file__).parents[3]
ORGANISATION = REFERENCE_FILES["organisatie"]
TECHNICIANS, EDITORS, HOME, TALK = "@org/techniek", "@org/redactie", "@org/papendrecht", "@taalhuis"
PATHS = (
    "Makefile", ".github/CODEOWNERS", "content", "contentx/y", "content/organisatie.yaml",
    "content/organisatie.yaml.md", "content/organisatie-yaml", "content/gemeenten/papendrecht.yaml",
    "content/partners/taalhuis.yaml",
    "content/activiteiten/papendrecht/koffie.md", "content/activiteiten/papendrecht/taalhuis/praten.md",
    "content/activiteiten/papendrecht/taalhuis/jong/lezen.md", "content/activiteiten/papendrecht/taalhuis-2/x.md",
    "content/activiteiten/papendrecht/taalhuis.md", "content/activiteiten/sliedrecht/koffie.md",
    "content/activiteiten/regio/dag.md", "content/woordenlijsten/themas.yaml", "docs/content/organisatie.yaml",
)  # fmt: skip


@cache
def network(*, technicians: bool = True, editors: bool = True, home: bool = True, talk: bool = True) -> Network:
    """With these named: who looks after the code, what is shared, Papendrecht, and the partner's folder."""
    organisation = ORGANISATION + (f'techniek: ["{TECHNICIANS}"]\n' if technicians else "")
    organisation += f'beoordelaars: ["{EDITORS}"]\n' if editors else ""
    town = REFERENCE_FILES["gemeenten/papendrecht"] + (f'beoordelaars: ["{HOME}"]\n' if home else "")
    partner = (
        REFERENCE_FILES["partners/taalhuis"]
        + f'accounts: ["{TALK}"]\n'
        + ("eigen-map: papendrecht/taalhuis\n" if talk else "")
    )
    found, problems = read_network(
        reference_files(organisatie=organisation, gemeenten__papendrecht=town, partners__taalhuis=partner)
    )
    assert (problems, found is not None) == ((), True)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["Makefile"], (TECHNICIANS,)),
        (["content/organisatie.yaml"], (TECHNICIANS,)),
        (["content/gemeenten/papendrecht.yaml"], (TECHNICIANS,)),
        (["content/partners/taalhuis.yaml"], (EDITORS,)),
        (["content/activiteiten/regio/dag.md"], (EDITORS,)),
        (["content/activiteiten/papendrecht/koffie.md"], (HOME,)),
        (["content/activiteiten/papendrecht/taalhuis/praten.md"], (TALK, HOME)),
        (["content/activiteiten/papendrecht/taalhuis-2/x.md"], (HOME,)),
        (["content/activiteiten/sliedrecht/koffie.md"], (EDITORS,)),
        (
            ["content/activiteiten/papendrecht/a.md", "content/activiteiten/papendrecht/b.md", "Makefile"],
            (HOME, TECHNICIANS),
        ),
        ([], ()),
    ],
)
def test_who_must_look(paths: list[str], expected: tuple[str, ...]) -> None:
    assert reviewers(network(), paths) == expected


def test_summary_says_who_must_look_without_calling_them() -> None:
    path = "content/activiteiten/papendrecht/taalhuis/praten.md"
    change = FileChange(
        path,
        None,
        some("praten", folder="content/activiteiten/papendrecht/taalhuis/"),
        "content/activiteiten/regio/x.md",
    )
    one = Proposal(network(), (change,), (), TODAY, outside=("Makefile",))
    # As code, which no forge makes a mention of.
    said = "Wie dit meeleest: `@taalhuis` of `@org/papendrecht`, `@org/redactie` en `@org/techniek`."
    assert said in summary(Judged(one, ())).split("\n")
    nobody = replace(one, network=network(technicians=False, editors=False, home=False, talk=False))
    assert "Wie dit meeleest" not in summary(Judged(nobody, ()))


def test_where_nobody_is_named_nobody_must_look() -> None:
    bare = network(technicians=False, editors=False, home=False, talk=False)
    assert (rights(bare), reviewers(bare, PATHS)) == ((), ())


def test_partner_without_accounts_has_no_folder_of_its_own() -> None:
    partner = REFERENCE_FILES["partners/taalhuis"] + "eigen-map: papendrecht/taalhuis\n"
    organisation = f'{ORGANISATION}beoordelaars: ["{EDITORS}"]\n'
    found, _ = read_network(reference_files(partners__taalhuis=partner, organisatie=organisation))
    assert found is not None
    assert [each.path for each in rights(found) if "taalhuis" in each.path] == []


NAMED = st.fixed_dictionaries(dict.fromkeys(("technicians", "editors", "home", "talk"), st.booleans()))
SEGMENT = st.sampled_from(
    ("content", "activiteiten", "papendrecht", "sliedrecht", "taalhuis", "regio", "x", "organisatie.yaml", "gemeenten")
)
ANY_PATH = st.one_of(st.sampled_from(PATHS), st.lists(SEGMENT, min_size=1, max_size=6).map("/".join))


@given(NAMED, ANY_PATH)
def test_github_asks_the_same_people(named: dict[str, bool], path: str) -> None:
    found = network(**named)
    said = CodeOwners(codeowners(found, "github")).of(path)
    assert tuple(name for _, name in said) == reviewers(found, [path])
    assert codeowners(found, "gitlab") == codeowners(found, "github")


@given(NAMED, ANY_PATH)
def test_forgejo_asks_the_same_people_for_what_can_be_there(named: dict[str, bool], path: str) -> None:
    found = network(**named)
    folders = (*SHARED, "gemeenten", *(f"activiteiten/{slug}" for slug in found.municipalities))
    usual = path == "content/organisatie.yaml" or any(path.startswith(f"content/{each}/") for each in folders)
    if usual or not path.startswith("content"):
        assert set(_forgejo(codeowners(found, "forgejo"), path)) == set(reviewers(found, [path]))


def _forgejo(text: str, path: str) -> list[str]:
    """Its rules as its documentation has them: whole expressions, `!` for all other files, a backslash taken away."""
    asked: list[str] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        rule, *owners = line.split(" ")
        negative = rule.startswith("!")
        matches = re.fullmatch(rule.removeprefix("!").replace("\\\\", "\\"), path) is not None
        if matches != negative:
            asked += owners
    return asked


@pytest.mark.programme
def test_every_folder_of_the_content_is_somebodys() -> None:
    content = REPOSITORY / "content"
    folders = {each.name for each in content.iterdir() if each.is_dir()} | set(FOLDERS)
    assert folders - {"activiteiten", "gemeenten"} - set(SHARED) == set()


@pytest.mark.programme
def test_file_of_this_repository_is_fresh() -> None:
    found, _ = read_network(scan(REPOSITORY / "content").reference_files)
    assert found is not None
    assert found.organisation.forge is not None
    kind = found.organisation.forge.kind
    assert (REPOSITORY / PLACES[kind]).read_text(encoding="utf-8") == codeowners(found, kind), (
        "typ: meedoen beoordelaars"
    )
    assert [place for each, place in PLACES.items() if each != kind and (REPOSITORY / place).exists()] == []
