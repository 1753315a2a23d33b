"""Style and scripts that old telephones understand: plain colours, no nesting, JavaScript of 2009."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[3] / "theme" / "static"
SCRIPTS = sorted(STATIC.glob("*.js"))
STYLES = sorted(STATIC.glob("*.css"))
COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
TEXTS = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
NEWER = re.compile(r"=>|`|\b(?:let|const|class|async|await|import|export)\s|\?\.|\?\?|\.\.\.|\bof\b")
"""What came with ES2015 and later: one of these makes the whole script fail on an old engine."""
MODERN = re.compile(r"oklch|oklab|\blch\(|\blab\(|color-mix|rgb\(\s*from|:has\(|@layer|@container|\B&[ .:\[]")


def without_comments(path: Path) -> str:
    return COMMENTS.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.name)
def test_script_is_es5(script: Path) -> None:
    assert NEWER.findall(TEXTS.sub("''", without_comments(script))) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda each: each.name)
def test_style_has_nothing_that_old_engines_drop(style: Path) -> None:
    assert MODERN.findall(without_comments(style)) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda each: each.name)
def test_style_is_not_nested(style: Path) -> None:
    depth, stack, head = [], ["sheet"], ""
    text = TEXTS.sub("''", without_comments(style))
    for part in re.split(r"([{}])", text):
        if part == "{":
            stack.append("at" if head.lstrip().startswith("@") else "rule")
            depth.append(stack.count("rule"))
        elif part == "}":
            stack.pop()
        else:
            head = part.rpartition(";")[2]
    assert stack == ["sheet"]
    assert max(depth) == 1


@pytest.mark.parametrize("style", STYLES, ids=lambda each: each.name)
def test_focus_is_never_hidden_and_own_colours_stay_possible(style: Path) -> None:
    # Where the skip link leads is no control.
    text = without_comments(style).replace("main:focus { outline: 0; }", "")
    assert re.findall(r"outline:\s*(?:none|0)\b|forced-color-adjust:\s*none", text) == []
    assert [each for each in re.findall(r"font-size:\s*([^;}]+)", text) if each.strip().endswith("px")] == []
