"""The tests bite: with one guard taken out of a copy of the package, the same look at the output finds the harm."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.hostile.corpus import CORPUS
from tests.hostile.harms import Signature, harms
from tests.hostile.world import PLUGINS, world

pytestmark = pytest.mark.e2e
Guard = Mapping[str, tuple[tuple[str, str], ...]]


def _harms_without(guard: Guard, items: str, folder: Path, theme: frozenset[Signature]) -> list[str]:
    """The harms of a build by a copy of the package in which these patterns of these modules are replaced."""
    plugins = folder / "plugins"
    shutil.copytree(PLUGINS, plugins, ignore=shutil.ignore_patterns("__pycache__"))
    for module, edits in guard.items():
        path = plugins / "meedoen" / module
        text = path.read_text(encoding="utf-8")
        for pattern, replacement in edits:
            text, times = re.subn(pattern, replacement, text)
            assert times, f"{pattern} is not in {module} any more"
        path.write_text(text, encoding="utf-8")
    made = world(folder / "wereld", [each for each in CORPUS if re.match(items, each.name)])
    done = made.build(plugins=plugins)
    assert done.returncode == 0, done.stderr
    return harms(made.output, theme)


def test_without_autoescape_a_title_runs_as_script(tmp_path: Path, theme: frozenset[Signature]) -> None:
    guard = {
        "rendering/renderer.py": (
            (r"if environment\.autoescape is not True:", "environment.autoescape = False\n        if not environment:"),
        )
    }
    found = _harms_without(guard, "titel-", tmp_path, theme)
    assert "dorp/activiteit/titel-script.html: <script> {} alert(1)" in found
    assert any(re.match(r"dorp/activiteit/titel-onerror\.html: onerror=", each) for each in found)


def test_without_the_sanitiser_a_text_runs_as_script(tmp_path: Path, theme: frozenset[Signature]) -> None:
    guard = {
        "notation/markup.py": (
            (r"_cleaner\.clean\(html\)", "html"),
            (r"(?m)^_OPTIONS = .*$", r"\g<0> | cmark.Options.CMARK_OPT_UNSAFE"),
        )
    }
    found = _harms_without(guard, "tekst-", tmp_path, theme)
    assert "dorp/activiteit/tekst-javascript.html: href=javascript:alert(1) on <a> has an odd scheme" in found
    assert any(re.match(r"dorp/activiteit/tekst-script\.html: <script>", each) for each in found)
    assert any(re.match(r"dorp/activiteit/tekst-iframe\.html: <iframe>", each) for each in found)
    assert {"xml", "json"} <= {each[len("dorp/nieuw.") :].partition(":")[0] for each in found if "dorp/nieuw." in each}


def test_without_containment_a_link_publishes_the_secret(tmp_path: Path, theme: frozenset[Signature]) -> None:
    guard = {
        "content/disk.py": (
            (r"(?:\w+|\([^()]*\))\.is_symlink\(\)", "False"),
            (r"follow_symlinks=False", "follow_symlinks=True"),
            (r'getattr\(os, "O_NOFOLLOW", 0\)', "0"),
            (r"inside = .*", "inside = True"),
        )
    }
    found = _harms_without(guard, "activiteiten/dorp/koppeling-(?:bestand|absoluut|map)", tmp_path, theme)
    assert "dorp/activiteit/koppeling-bestand.html: the secret" in found
    assert "dorp/activiteit/koffie.html: the secret" not in found
