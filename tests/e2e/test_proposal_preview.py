"""From a proposal in Git to a preview of it, with the commands of the workflow: every page says what it is."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.hostile.bench import FILE, bench
from tests.hostile.item import BASE

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).resolve().parents[2]
DORP = "content/activiteiten/dorp"
DAY = "2026-11-22"


@dataclass(frozen=True, slots=True)
class Preview:
    """The folder of the preview, the commit of which it is, and what the builder said."""

    output: Path
    commit: str
    said: str


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """A proposal with a good file, one with a fault, one that may not come in, and one that is taken away."""
    home = tmp_path_factory.mktemp("voorstel")
    made = bench(home / "werkbank")
    organisation = (made.content / "organisatie.yaml").read_bytes() + b"talen: [en]\n"
    commit = made.propose(
        {
            f"{DORP}/nieuw.md": (FILE, BASE),
            f"{DORP}/fout.md": (FILE, BASE.replace(b"1 december 2026", b"31 november 2026")),
            f"{DORP}/Fout.md": (FILE, BASE),
            f"{DORP}/lezen.md": None,
            "content/organisatie.yaml": (FILE, organisation),
            "theme/templates/base.html": (FILE, b"<script>alert(1)</script>"),
        }
    )
    taken, output = home / "opgehaald", home / "site"
    fetch = ["meedoen", "haal-voorstel", "--commit", commit, "--naar", str(taken), "--laat-weg"]
    _run([sys.executable, "-m", *fetch, "--content", str(made.content)])
    settings = ["--settings", "pelicanconf.py", "--output", str(output), "--fatal", "errors", "--quiet"]
    said = _run(
        [sys.executable, "-m", "pelican", str(taken / "content"), *settings],
        MEEDOEN_VOORSTEL="12",
        MEEDOEN_COMMIT=commit,
        MEEDOEN_GESCHIEDENIS="nee",
        MEEDOEN_DATUM=DAY,
    )
    return Preview(output, commit, said)


def _run(command: list[str], **settings: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **settings}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_every_page_says_of_which_proposal_it_is(preview: Preview) -> None:
    pages = sorted(preview.output.rglob("*.html"))
    said = {
        page.relative_to(preview.output).as_posix(): LexborHTMLParser(page.read_bytes()).css("p.trial")
        for page in pages
    }
    short = preview.commit[:7]
    texts = {path: [each.text(strip=False) for each in found] for path, found in said.items()}
    dutch = f"VOORBEELD van voorstel 12, commit {short}. Dit is nog geen echte agenda."
    english = f"PREVIEW of proposal 12, commit {short}. This is not a real agenda yet."
    assert {path: text for path, text in texts.items() if text != [english if "/en/" in f"/{path}" else dutch]} == {}
    assert {"index.html", "dorp/index.html", "dorp/404.html", "dorp/en/index.html", "stad/index.html"} <= texts.keys()


def test_search_engines_stay_away_from_all_of_it(preview: Preview) -> None:
    pages = {page: LexborHTMLParser(page.read_bytes()) for page in preview.output.rglob("*.html")}
    robots = {tree.css_first('meta[name="robots"]').attributes["content"] for tree in pages.values()}
    assert robots == {"noindex"}
    texts = [path.read_text(encoding="utf-8") for path in preview.output.rglob("robots.txt")]
    assert len(texts) == 3
    assert all("Disallow: /\n" in text for text in texts)


def test_preview_shows_the_proposal_without_its_faults(preview: Preview) -> None:
    pages = {path.name for path in (preview.output / "dorp" / "activiteit").glob("*.html")}
    assert "nieuw.html" in pages
    assert pages.isdisjoint({"fout.html", "Fout.html", "lezen.html"})
    assert "content/activiteiten/dorp/fout.md" in preview.said
    assert "alert(1)" not in (preview.output / "index.html").read_text(encoding="utf-8")


def test_ordinary_preview_says_nothing_of_a_proposal(preview: Preview, tmp_path: Path) -> None:
    content = ROOT / "tests" / "examples" / "basis" / "content"
    output = tmp_path / "site"
    command = [sys.executable, "-m", "pelican", str(content), "--settings", "pelicanconf.py", "--quiet"]
    _run([*command, "--output", str(output)], MEEDOEN_GESCHIEDENIS="nee", MEEDOEN_DATUM=DAY)
    assert 'class="trial"' not in (output / "dorp" / "index.html").read_text(encoding="utf-8")
