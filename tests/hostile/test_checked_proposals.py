"""The same proposals before the checker, checked out as the first stage of the workflows does it."""

from __future__ import annotations

import argparse
import re
import subprocess
import time
from pathlib import Path

import pytest
from tests.hostile.bench import Bench, bench
from tests.hostile.proposals import CHECKED_OUT, Attack
from tests.hostile.traps import SECRET
from tests.hostile.world import TODAY

from meedoen.cli.main import command, main

pytestmark = pytest.mark.e2e

# Of these the checker says nothing: they are a matter of Git alone, or stand where nobody reads.
UNREAD = frozenset({"uitvoerbaar-bestand", "andere-repository", "pagina-van-de-beheerder", "beschadigd"})
# Two names that are one on another computer: there they are one file.
PICTURES = frozenset({"naam-botst"})
_ODD_LINE = re.compile(r"\s*(?:::(?!error |warning )|##)")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The repository to which the attacks are proposed, and a clone of it in which they are checked out."""
    (verbs,) = (each.choices for each in command()._actions if isinstance(each, argparse._SubParsersAction))
    if "--alleen-gewijzigd" not in verbs["controleer"]._option_string_actions:
        pytest.xfail("controleer --alleen-gewijzigd is not here yet")
    home = tmp_path_factory.mktemp("werkbank")
    found = bench(home / "werkbank")
    found.git("clone", "--quiet", "--shared", str(found.home), str(home / "voorstel"))
    return found


@pytest.mark.parametrize("attack", CHECKED_OUT, ids=lambda each: each.name)
def test_checker_refuses_it_or_it_is_harmless(
    attack: Attack, made: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    clone = made.home.with_name("voorstel")
    checkout = ["git", "-C", str(clone), "checkout", "--quiet", "--force", "--detach", attack.make(made)]
    done = subprocess.run(checkout, capture_output=True, check=False)
    if done.returncode:
        return  # what Git refuses to check out, ends the step before the checker is there
    monkeypatch.chdir(clone)
    summary, start = tmp_path / "samenvatting.md", time.process_time()
    more = ["--thema", str(Path(__file__).parents[2] / "theme"), "--voorbeeld", str(tmp_path / "voorbeeld.html")]
    asked = ["--alleen-gewijzigd", made.base, "--datum", TODAY, "--formaat", "github", "--samenvatting", str(summary)]
    code = main(["controleer", *asked, *more])
    spent, said = time.process_time() - start, capsys.readouterr()
    told = said.out + said.err + "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    refused = {rule for _, rule in attack.refused} - UNREAD and attack.name not in PICTURES
    assert code in ((1,) if refused else (0, 1))
    assert spent < 4
    assert SECRET not in told
    assert [line for line in said.out.split("\n") if _ODD_LINE.match(line)] == []
    assert not made.canary.exists()
