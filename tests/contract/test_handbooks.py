"""What the handbooks say can be typed: every example passes the checker, every link leads somewhere."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from meedoen.cli.check import check
from meedoen.language.rules import is_fault

REPOSITORY = Path(__file__).parents[2]
CONTENT = REPOSITORY / "content"
TODAY = date(2026, 11, 22)
HANDBOOKS = [
    *sorted((REPOSITORY / "docs" / "handleiding").glob("*.md")),
    CONTENT / "activiteiten" / "LEESMIJ.md",
    REPOSITORY / "README.md",
]
LINKED = [*sorted((REPOSITORY / "docs").rglob("*.md")), *sorted(REPOSITORY.glob("*.md")), HANDBOOKS[-2]]
FENCE = re.compile(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!`)\]\((?!https?://|mailto:)([^)\s]*)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
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
    shutil.copytree(CONTENT, tmp_path / "content")
    files = _files(handbook)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    problems, checked = check(tmp_path / "content", TODAY)
    assert [each for each in problems if is_fault(each.rule)] == []
    assert files.keys() - set(checked) == set()


def test_handbook_for_partners_has_a_whole_activity_and_its_fields() -> None:
    files = _files(REPOSITORY / "docs" / "handleiding" / "partner.md")
    assert len(files) == 5


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
