"""Names say what they hold: variables are nouns, and a word means one thing wherever a reader meets it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.contract.test_layers import MODULES, tree

VAGUE = frozenset({"found", "told", "said", "given"})
# Verbs of the command beside what they are about.
SAME_NOUN = frozenset({"backlog", "listing", "reviewers"})


@pytest.mark.parametrize("module", MODULES)
def test_variables_say_what_they_hold(module: str) -> None:
    assert sorted(_vague(tree(module))) == []


def _vague(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in VAGUE:
            yield node.lineno, node.id
        elif isinstance(node, ast.arg) and node.arg in VAGUE:
            yield node.lineno, node.arg
        elif isinstance(node, ast.For) and _is_long(node) and "each" in _names(node.target):
            yield node.lineno, "each"


def _is_long(loop: ast.For) -> bool:
    """Whether its body takes more than a line, so that a reader has to remember what `each` was."""
    return (loop.body[-1].end_lineno or 0) > loop.body[0].lineno


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def test_public_classes_have_names_of_their_own() -> None:
    names = [
        node.name
        for module in MODULES
        for node in tree(module).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_modules_have_names_of_their_own() -> None:
    names = [module.rpartition("/")[2].removesuffix(".py") for module in MODULES if not module.endswith("__.py")]
    assert {name for name, times in Counter(names).items() if times > 1} == SAME_NOUN
