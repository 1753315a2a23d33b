"""From a proposal in Git to a preview, by the steps of the workflows themselves: every page says what it is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.e2e.steps import ROOT, checkout, ended, run, script
from tests.hostile.bench import FILE, bench
from tests.hostile.item import BASE

pytestmark = pytest.mark.e2e
DORP = "content/activiteiten/dorp"


@dataclass(frozen=True, slots=True)
class Preview:
    """The folder of the preview, the commit of which it is, and what the two steps said."""

    output: Path
    commit: str
    fetched: str
    built: str


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """A proposal with a good file, a fault, what may not come in, and one that is taken away."""
    home = tmp_path_factory.mktemp("voorstel")
    made = bench(home / "origin")
    organisation = (made.content / "organisatie.yaml").read_bytes() + b"talen: [en]\n"
    commit = made.propose(
        {
            f"{DORP}/nieuw.md": (FILE, BASE),
            f"{DORP}/fout.md": (FILE, BASE.replace(b"1 december 2026", b"31 november 2026")),
            f"{DORP}/Fout.md": (FILE, BASE),
            f"{DORP}/foto.jpg": (FILE, bytes(9_000_000)),
            f"{DORP}/lezen.md": None,
            "content/organisatie.yaml": (FILE, organisation),
            "theme/templates/base.html": (FILE, b"<script>alert(1)</script>"),
            "yaml.py": (FILE, f"open({str(made.canary)!r}, 'w')".encode()),
        }
    )
    made.git("update-ref", "refs/pull/12/head", commit)
    made.git("config", "uploadpack.allowFilter", "true")
    work = checkout(made.home, home / "werk")
    fetch, build = (
        script("voorbeeld.yml", name) for name in ("Haal de bestanden van het voorstel op", "Bouw het voorbeeld")
    )
    fetched = run(fetch, work, home, NUMMER="12", KOP=commit)
    about = {"MEEDOEN_VOORSTEL": "12", "MEEDOEN_COMMIT": commit, "ADRES": "https://voorbeeld.example.org"}
    built = run(build, work, home, MEEDOEN_GESCHIEDENIS="nee", **about)
    assert not made.canary.exists()
    return Preview(home / "site", commit, fetched, built)


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
    robots = [each.attributes["content"] for tree in pages.values() for each in tree.css('meta[name="robots"]')]
    assert robots == ["noindex"] * len(pages)
    texts = [path.read_text(encoding="utf-8") for path in preview.output.rglob("robots.txt")]
    assert len(texts) == 3
    assert all("Disallow: /\n" in text for text in texts)


def test_preview_shows_the_proposal_without_its_faults(preview: Preview) -> None:
    pages = {path.name for path in (preview.output / "dorp" / "activiteit").glob("*.html")}
    assert "nieuw.html" in pages
    assert pages.isdisjoint({"fout.html", "Fout.html", "lezen.html"})
    assert "content/activiteiten/dorp/fout.md" in preview.built
    assert "[verkeerde-bestandsnaam]\n  --> “content/activiteiten/dorp/Fout.md”" in preview.fetched
    assert (
        "[beschadigd]\n  --> “content/activiteiten/dorp/foto.jpg”" in preview.fetched
    )  # too large to be fetched at all
    assert "alert(1)" not in (preview.output / "index.html").read_text(encoding="utf-8")


def test_preview_knows_its_own_address(preview: Preview) -> None:
    page = LexborHTMLParser((preview.output / "dorp" / "index.html").read_bytes())
    links = [each.attributes["href"] for each in page.css('link[rel="canonical"]')]
    assert links == ["https://voorbeeld.example.org/voorstel-12/dorp/"]


@pytest.mark.parametrize("number", ["", "0", "12; touch x", "../12", "-1"])
def test_number_that_is_none_ends_the_step(number: str, tmp_path: Path) -> None:
    done = ended(
        script("voorbeeld.yml", "Haal de bestanden van het voorstel op"),
        tmp_path,
        tmp_path,
        NUMMER=number,
        KOP="a" * 40,
    )
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (1, "", [])


def test_ordinary_preview_says_nothing_of_a_proposal(tmp_path: Path) -> None:
    content = ROOT / "tests" / "examples" / "basis" / "content"
    command = f".venv/bin/pelican {content} --settings pelicanconf.py --quiet --output {tmp_path / 'site'}"
    run(command, ROOT, tmp_path, MEEDOEN_GESCHIEDENIS="nee")
    assert 'class="trial"' not in (tmp_path / "site" / "dorp" / "index.html").read_text(encoding="utf-8")


# Modules that Python would take from the folder of a proposal, if the program were called carelessly there.
_LURES = (
    "meedoen/__init__.py",
    "yaml.py",
    "argparse.py",
    "sitecustomize.py",
    "usercustomize.py",
    "pelican/__init__.py",
)


@pytest.mark.parametrize("careless", [False, True], ids=["as it is", "with python -m"])
def test_check_takes_no_module_of_the_proposal(careless: bool, tmp_path: Path) -> None:
    canary, proposal = tmp_path / "uitgevoerd", tmp_path / "voorstel"
    for lure in _LURES:
        place = proposal / lure
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"open({str(canary)!r}, 'w')\n", encoding="utf-8")
    program = tmp_path / "programma"
    program.mkdir()
    (program / ".venv").symlink_to(Path(sys.executable).parents[1])
    (program / "theme").symlink_to(ROOT / "theme")
    check = script("controle.yml", "Controleer")
    safe = {"PYTHONSAFEPATH": "1"}
    if careless:
        check, safe = check.replace("/bin/meedoen", "/bin/python -m meedoen"), {}
    summary = str(tmp_path / "samenvatting.md")
    ended(check, proposal, tmp_path, BASIS="HEAD", VAN="iemand", GITHUB_STEP_SUMMARY=summary, **safe)
    assert canary.exists() is careless
