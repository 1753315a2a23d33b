"""A designer finds a template by its name and can read it: short lines, a first line that says what it is, one list."""

from __future__ import annotations

import re
from inspect import getsource
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from meedoen.rendering import renderer, template_context

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = {path.relative_to(THEME / "templates").as_posix(): path for path in THEME.rglob("templates/**/*.html")}
WIDTH = 120
ABOUT = re.compile(r"\{# ([A-Z][^.]+\.)")
"""The first sentence of a template."""
ROW = re.compile(r"^\| `([\w/]+\.html)` \| (.+) \|$", re.MULTILINE)


@pytest.mark.parametrize("name", TEMPLATES)
def test_lines_are_short(name: str) -> None:
    lines = TEMPLATES[name].read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDTH] == []


def test_list_has_every_template_with_its_first_sentence() -> None:
    texts = {name: " ".join(path.read_text(encoding="utf-8").split()) for name, path in TEMPLATES.items()}
    first = {name: said[1] if (said := ABOUT.match(text)) else "" for name, text in texts.items()}
    assert dict(ROW.findall((THEME / "README.md").read_text(encoding="utf-8"))) == first


def test_every_part_is_used() -> None:
    code = "".join(map(getsource, (renderer, template_context)))
    named = {f"parts/{name}.html" for name in renderer.SHARED_PARTS} | set(re.findall(r'"(parts/\w+\.html)"', code))
    trees = [_tree(path) for path in TEMPLATES.values()]
    asked = {name for tree in trees for name in find_referenced_templates(tree)}
    assert {name for name in TEMPLATES if name.startswith("parts/")} == {
        name for name in asked | named if name and name.startswith("parts/")
    }


def _tree(path: Path) -> nodes.Template:
    return Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(path.read_text(encoding="utf-8"))
