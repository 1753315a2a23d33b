"""What the handbooks say can be typed: every example passes the checker, every link leads somewhere."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from meedoen.agenda.network_reader import read_network
from meedoen.cli.check import check
from meedoen.cms.widgets import EditorSetting, fields_of
from meedoen.content.disk import scan
from meedoen.language.rules import is_fault
from meedoen.notation.schema.activity_table import ACTIVITY

pytestmark = pytest.mark.programme

REPOSITORY = Path(__file__).parents[2]
CONTENT = REPOSITORY / "content"
TODAY = date(2026, 11, 22)
HANDBOOKS = [
    *sorted((REPOSITORY / "docs" / "handleiding").glob("*.md")),
    CONTENT / "activiteiten" / "LEESMIJ.md",
    REPOSITORY / "README.md",
]
GITHUB, GITLAB, EDITOR = (REPOSITORY / name for name in (".github", ".gitlab", ".vscode"))
LINKED = [
    *sorted((REPOSITORY / "docs").rglob("*.md")),
    *sorted(REPOSITORY.glob("*.md")),
    *sorted(GITHUB.rglob("*.md")),
    HANDBOOKS[-2],
]
FENCE = re.compile(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!`)\]\((?!https?://|mailto:)([^)\s]*)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
AROUND = shutil.ignore_patterns("activiteiten", "nieuwsbrieven")
"""What an example is read among: the network, without the hundreds of activities of today."""
BASE = {"titel": "Breien", "datum": "4 februari 2027", "tijd": "14.00 - 16.00", "locatie": "bibliotheek-papendrecht"}


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced example: its language, the path that it names behind it (or none), and its text."""

    language: str
    path: str
    text: str


def _examples(handbook: Path) -> Iterator[Example]:
    for fence in FENCE.finditer(handbook.read_text(encoding="utf-8")):
        yield Example(fence[1], fence[2].strip(), fence[3])


def _activity(example: Example) -> str:
    """A whole activity file: the example itself, or its fields laid over those of a plain activity."""
    if example.text.startswith("---\n"):
        return example.text
    given = re.findall(r"^([a-z-]+):", example.text, re.MULTILINE)
    rest = "".join(f"{key}: {value}\n" for key, value in BASE.items() if key not in given)
    return f"---\n{rest}{example.text}---\n"


def _is_activity(example: Example) -> bool:
    whole = example.language in ("yaml", "markdown") and example.text.startswith("---\n")
    fields = example.language == "yaml" and re.match(r"(?:datum|status|kernfunctie):", example.text) is not None
    return not example.path and (whole or fields)


def _files(handbook: Path) -> dict[str, str]:
    """path → text of every example of the handbook that is a file, or can be made one."""
    files: dict[str, str] = {}
    for number, example in enumerate(_examples(handbook), 1):
        if example.path:
            files[example.path] = example.text
        elif _is_activity(example):
            files[f"content/activiteiten/papendrecht/handboek-{number}.md"] = _activity(example)
    return files


@pytest.mark.parametrize("handbook", HANDBOOKS, ids=lambda path: path.name)
def test_examples_of_a_handbook_are_without_faults(handbook: Path, tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content", ignore=AROUND)
    files = _files(handbook)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    problems, checked = check(tmp_path / "content", TODAY)
    assert [each for each in problems if is_fault(each.rule)] == []
    assert files.keys() - set(checked) == set()


def test_handbook_about_files_has_a_whole_activity_and_its_fields() -> None:
    files = _files(REPOSITORY / "docs" / "handleiding" / "bestand.md")
    assert len(files) == 5


@pytest.mark.parametrize(("name", "most"), [("bewoner", 240), ("partner", 520)])
def test_handbook_fits_on_its_page(name: str, most: int) -> None:
    """Half a page for residents, one for partners, beside the picture."""
    text = (REPOSITORY / "docs" / "handleiding" / f"{name}.md").read_text(encoding="utf-8")
    assert len(re.sub(r"\]\([^)]*\)", "]", text).split()) <= most


@pytest.mark.parametrize("handbook", HANDBOOKS, ids=lambda path: path.name)
def test_pictures_say_what_is_on_them(handbook: Path) -> None:
    assert [alt for alt in PICTURE.findall(handbook.read_text(encoding="utf-8")) if len(alt.split()) < 4] == []


def test_names_in_the_handbook_for_partners_stand_in_the_editor() -> None:
    network, _ = read_network(scan(CONTENT).reference_files)
    assert network is not None
    text = (REPOSITORY / "docs" / "handleiding" / "partner.md").read_text(encoding="utf-8")
    fields = fields_of(ACTIVITY, EditorSetting(network))
    labels = [each["label"] for row in fields for each in (row, *row.get("fields", ()))]
    named = {"Herhaling", "Tot en met", "Behalve", "Locatie", "Adres", "Afbeelding", "Alt", "Wijzigingen", "Status"}
    assert named <= set(re.findall(r"\*\*([^*]+)\*\*", text))
    assert {name for name in named if not any(label.startswith(name) for label in labels)} == set()
    assert "Voeg wijziging toe" in text  # as Decap says it of a list with this name for one of its items
    assert next(row for row in fields if row["name"] == "wijzigingen")["label_singular"] == "wijziging"


def test_both_forges_have_the_same_templates() -> None:
    """Forgejo reads those of .github; GitLab has its own folder, knows no header, and links from the top."""
    ours = [_without_header(each) for each in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.md"))]
    theirs = [each.read_text(encoding="utf-8") for each in sorted((GITLAB / "issue_templates").glob("*.md"))]
    assert sorted(ours) == sorted(theirs)
    proposal = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    default = (GITLAB / "merge_request_templates" / "Default.md").read_text(encoding="utf-8")
    assert default == proposal.replace("](../content/", "](/content/")


def _without_header(template: Path) -> str:
    return template.read_text(encoding="utf-8").partition("\n---\n\n")[2]


def test_settings_of_the_text_editor_give_each_file_its_schema() -> None:
    settings = json.loads((EDITOR / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    found: dict[Path, str] = {}
    for name, patterns in settings.items():
        schema = REPOSITORY / name
        Draft202012Validator.check_schema(json.loads(schema.read_text(encoding="utf-8")))
        for pattern in patterns:
            found |= dict.fromkeys(REPOSITORY.glob(pattern), schema.name)
    words = CONTENT / "woordenlijsten" / "moeilijke-woorden.yaml"  # a list of its own form
    assert {each for each in CONTENT.rglob("*.yaml") if each.name[0] != "_"} - {words} == found.keys()


def test_snippets_of_the_text_editor_are_without_faults(tmp_path: Path) -> None:
    snippets = json.loads((EDITOR / "activiteit.code-snippets").read_text(encoding="utf-8"))
    typed = ["\n".join(re.sub(r"\$\{\d:([^}]*)\}", r"\1", line) for line in each["body"]) for each in snippets.values()]
    whole, series, change = typed
    shutil.copytree(CONTENT, tmp_path / "content", ignore=AROUND)
    path = "content/activiteiten/papendrecht/uit-een-snippet.md"
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(whole.replace("locatie:", f"{series}{change}locatie:"), encoding="utf-8")
    problems, checked = check(tmp_path / "content", TODAY)
    assert path in checked
    assert [each for each in problems if each.place.path == path and is_fault(each.rule)] == []


@pytest.mark.parametrize("page", LINKED, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    assert [link for link in LINK.findall(text) if not _leads_somewhere(page, unquote(link))] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists() or not target.is_relative_to(REPOSITORY):
        return False
    return not anchor or anchor in _anchors(target)


def _anchors(page: Path) -> set[str]:
    """The anchors of the headings, as the forge makes them, and those that were written as HTML."""
    text = page.read_text(encoding="utf-8")
    headings = (re.sub(r"[^\w\- ]", "", heading.lower()).strip() for heading in HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in headings} | set(re.findall(r'(?:id|name)="([^"]+)"', text))
