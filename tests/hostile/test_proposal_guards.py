"""The tests of proposals bite: with one guard taken out of a copy of the package, the same judgement fails."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.hostile.bench import Bench, bench
from tests.hostile.proposals import ATTACKS
from tests.hostile.test_proposals import fetch, judge
from tests.hostile.world import PLUGINS

pytestmark = pytest.mark.e2e

BY_NAME = {each.name: each for each in ATTACKS}
# Module in intake/ (or the way to it from there), what is in it, what stands there instead, and the attacks that get through.
GUARDS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("admission.py", r"if mode not in _FORMS:", "if False:", ("programma", "modus-groep")),
    ("../content/layout.py", r"if entry\.form is EntryForm\.LINK:", "if False:", ("link-bestand",)),
    ("../content/layout.py", r"if not is_name\(stem\):", "if False:", ("naam-regel", "naam-apparaat", "naam-nfd")),
    ("../content/layout.py", r"if not is_name\(name\):", "if False:", ("map-naam",)),
    ("../content/layout.py", r"if ending not in endings:", "if False:", ("naam-plaatje-bij-locatie",)),
    ("../content/layout.py", r"folder\.count\(\"/\"\) >= DEEPEST", "False", ("map-diep",)),
    ("admission.py", r"if name\.lower\(\) in _GIT:", "if False:", ("boom-punten", "boom-punt", "boom-git-groot")),
    ("admission.py", r"if kind is FileKind\.PAGE:", "if False:", ("pagina",)),
    ("../content/layout.py", r"and is_name\(stem\.lower\(\)\.replace\(\"_\", \"-\"\)\)", "", ("naam-apparaat-plaatje",)),
    ("tree_comparison.py", r"self\._met > MOST_FILES", "False", ("boom-51",)),
    ("tree_comparison.py", r"self\._trees > _MOST_TREES or", "", ("boom-bom-leeg",)),
    ("tree_comparison.py", r"or size > self\._left", "", ("boom-groot",)),
    ("proposal_content.py", r"if fault := size_fault\(kind, name, size\):", "if fault := None:", ("tekst-te-groot", "plaatje-te-groot")),
    ("proposal_content.py", r"if total > LARGEST_PROPOSAL:", "if False:", ("samen-te-groot",)),
    ("proposal_content.py", r"if other != path:", "if False:", ("naam-botst",)),
    ("../git/objects.py", r'b"/" in name', "False", ("boom-schuin", "boom-absoluut")),
    ("../git/objects.py", r"if path in entries:", "if False:", ("boom-dubbel",)),
    ("../git/command.py", r'"--no-replace-objects", ', "", ("vervanging",)),
    ("../git/command.py", r'"GIT_ALLOC_LIMIT": "128m"', "", ("bom-in-de-schaduw",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The repository to which the attacks are proposed."""
    return bench(tmp_path_factory.mktemp("werkbank") / "werkbank")


@pytest.mark.parametrize(("module", "pattern", "instead", "names"), GUARDS, ids=lambda each: str(each)[:40])
def test_without_the_guard_attacks_get_through(
    module: str, pattern: str, instead: str, names: tuple[str, ...], made: Bench, tmp_path: Path
) -> None:
    plugins = tmp_path / "plugins"
    shutil.copytree(PLUGINS, plugins, ignore=shutil.ignore_patterns("__pycache__"))
    place = plugins / "meedoen" / "intake" / module
    text, times = re.subn(pattern, instead, place.read_text(encoding="utf-8"))
    assert times, f"{pattern} is not in {module} any more"
    place.write_text(text, encoding="utf-8")
    found = fetch(made, {name: BY_NAME[name].make(made) for name in names}, tmp_path, plugins)
    for name in names:
        with pytest.raises(AssertionError):
            judge(BY_NAME[name], found[name], made)
