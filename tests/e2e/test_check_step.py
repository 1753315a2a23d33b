"""The step that checks a proposal, as the workflow runs it: its verdict, its summary and its preview of one page."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from tests.e2e.steps import ROOT, ended, script
from tests.hostile.bench import FILE, LINK, Bench, Change, bench
from tests.hostile.item import BASE
from tests.hostile.traps import SECRET

from meedoen.cli.main import command

pytestmark = pytest.mark.e2e
DORP = "content/activiteiten/dorp"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The repository to which is proposed."""
    (verbs,) = (each.choices for each in command()._actions if isinstance(each, argparse._SubParsersAction))
    if "--alleen-gewijzigd" not in verbs["controleer"]._option_string_actions:
        pytest.xfail("controleer --alleen-gewijzigd is not here yet")
    return bench(tmp_path_factory.mktemp("werkbank") / "origin")


def check(made: Bench, changes: Change, folder: Path) -> tuple[int, str, str]:
    """How the step ended, what it said, and the summary."""
    made.git("update-ref", "refs/heads/voorstel", made.propose(changes))
    clone, program = folder / "voorstel", folder / "programma"
    subprocess.run(
        ["git", "clone", "--quiet", "--branch=voorstel", str(made.home), str(clone)], check=True, capture_output=True
    )
    program.mkdir()
    for name, place in (("theme", ROOT / "theme"), (".venv", Path(sys.executable).parents[1])):
        (program / name).symlink_to(place)
    summary = folder / "samenvatting.md"
    about = {"BASIS": made.base, "VAN": "-x", "TAK": "--tak", "PLEK": "https://github.com/iemand/agenda"}
    done = ended(script("controle.yml", "Controleer"), clone, folder, GITHUB_STEP_SUMMARY=str(summary), **about)
    return done.returncode, done.stdout + done.stderr, summary.read_text(encoding="utf-8")


def test_good_proposal(made: Bench, tmp_path: Path) -> None:
    code, said, summary = check(made, {f"{DORP}/nieuw.md": (FILE, BASE)}, tmp_path)
    assert code == 0, said
    assert "Praten met koffie" in summary
    page = (tmp_path / "voorbeeld.html").read_text(encoding="utf-8")
    assert "Praten met koffie" in page


def test_proposal_with_a_fault_and_a_theme_of_its_own(made: Bench, tmp_path: Path) -> None:
    lure = b"{{ cycler.__init__.__globals__.os.system('touch " + str(made.canary).encode() + b"') }}"
    changes: Change = {
        f"{DORP}/fout.md": (FILE, BASE.replace(b"1 december 2026", b"31 november 2026")),
        f"{DORP}/koppeling.md": (LINK, b"../../../geheim.md"),
        f"{DORP}/nieuw.md": (FILE, BASE),
        "theme/templates/preview.html": (FILE, lure),
        "theme/templates/base.html": (FILE, lure),
    }
    code, said, summary = check(made, changes, tmp_path)
    assert code == 1
    assert "::error file=content/activiteiten/dorp/fout.md,line=4," in said
    page = tmp_path / "voorbeeld.html"
    told = said + summary + (page.read_text(encoding="utf-8") if page.exists() else "")
    assert SECRET not in told
    assert not made.canary.exists()
