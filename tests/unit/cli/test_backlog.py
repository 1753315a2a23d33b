"""`meedoen werkvoorraad`: what is said, in text and as data, also of hostile branches."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.repositories import Story, koffie
from tests.unit.proposals.test_queue import TOWN, branch, later

from meedoen.cli.main import main

Run = Callable[..., tuple[int, str, str]]
EVIL = "Kom ::error::stuk ##[error]x"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A project with one activity, in which the command runs."""
    told = Story(tmp_path / "project")
    told.commit({**told.reference_files(), f"{TOWN}/koffie.md": koffie()})
    monkeypatch.chdir(told.root)
    return told


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command on 24 November; exit code and what was said."""

    def ran(*options: str) -> tuple[int, str, str]:
        code = main(["werkvoorraad", "--datum", "2026-11-24", *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


def test_nothing_waits(story: Story, run: Run) -> None:
    assert run() == (0, "Er wacht niets.\n", "")


def test_what_waits_is_told_by_what_expires_first(story: Story, run: Run) -> None:
    branch(story, "inzending/morgen", {f"{TOWN}/a.md": later("Morgen", "25 november 2026")})
    branch(story, "later", {f"{TOWN}/b.md": later("Later", "9 december 2026"), f"{TOWN}/c.md": "stuk"})
    branch(story, "stuk", {f"{TOWN}/c.md": "stuk"})
    branch(story, "code", {"../Makefile": "x", "locaties/zolder.yaml": "naam: Zolder\n"})
    code, text, _ = run()
    assert (code, text.splitlines()) == (0, [
        "3 voorstellen wachten. Wat het eerst verloopt, staat bovenaan.",
        "",
        "Morgen · inzending/morgen, wacht sinds 21 september 2026 (64 dagen)",
        "  - nieuw: “Morgen”, woensdag 25 november 2026 (papendrecht/a.md)",
        "",
        "Nog 15 dagen · later, wacht sinds 21 september 2026 (64 dagen)",
        "  - nieuw: “Later”, woensdag 9 december 2026 (papendrecht/b.md)",
        "  - nieuw: nog niet te lezen (papendrecht/c.md)",
        "  Er zit 1 fout in.",
        "",
        "Geen datum bekend · stuk, wacht sinds 21 september 2026 (64 dagen)",
        "  - nieuw: nog niet te lezen (papendrecht/c.md)",
        "  Er zit 1 fout in.",
        "",
        "Nog 1 tak verandert geen activiteit.",
    ])  # fmt: skip


def test_what_is_over_gets_a_text_to_close_with(story: Story, run: Run) -> None:
    branch(story, "oud", {f"{TOWN}/a.md": later("Voorbij", "3 november 2026")})
    _, text, _ = run()
    assert text.splitlines() == [
        "",
        "1 voorstel is te laat: alles erin is al geweest.",
        "",
        "Te laat · oud, wacht sinds 21 september 2026 (64 dagen)",
        "  - nieuw: “Voorbij” (papendrecht/a.md)",
        "  Plak dit erbij als je het sluit:",
        "  Dag! Bedankt voor “Voorbij”. Het is ons niet gelukt om dit op tijd te lezen: de datum is al geweest. Daarom "
        "sluiten we dit voorstel. Dat spijt ons. Stuur je nog eens iets in? Graag! Doe het liefst minstens 3 werkdagen "
        "van tevoren.",
    ]


def test_long_lists_are_cut_off(story: Story, run: Run) -> None:
    branch(story, "veel", {f"{TOWN}/a-{number:02}.md": koffie(f"Nummer {number}") for number in range(52)})
    _, text, _ = run()
    assert text.splitlines()[-2:] == ["  - nieuw: “Nummer 9”, dinsdag 1 december 2026 (papendrecht/a-09.md)",
                                      "  - en nog 42 bestanden"]  # fmt: skip


def test_colours_are_for_a_terminal_alone(story: Story) -> None:
    branch(story, "tak", {f"{TOWN}/a.md": later("Morgen", "25 november 2026")})
    command = [sys.executable, "-m", "meedoen", "werkvoorraad", "--datum", "2026-11-24"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    inner, outer = os.openpty()
    subprocess.run(command, stdout=outer, env=environment, check=True)
    shown = os.read(inner, 10_000).decode()
    assert "\x1b[1;33mMorgen\x1b[0m · tak, " in shown
    plain = subprocess.run(command, capture_output=True, env=environment, check=True).stdout.decode()
    assert "Morgen · tak, " in plain
    assert "\x1b" not in plain


def test_program_gets_data(story: Story, run: Run) -> None:
    branch(story, "tak", {f"{TOWN}/a.md": later("Lezen", "9 december 2026")})
    code, text, _ = run("--formaat", "json")
    assert (code, json.loads(text)) == (0, {
        "voorstellen": [{
            "naam": "tak", "verwijzing": "refs/heads/tak", "sinds": "2026-09-21", "eerste-dag": "2026-12-09",
            "dagen-over": 15, "te-laat": False, "fouten": 0, "niet-gelezen": 0,
            "activiteiten": [{
                "bestand": f"content/{TOWN}/a.md", "titel": "Lezen", "wat": "nieuw", "eerste-dag": "2026-12-09",
            }],
        }],
        "zonder-activiteit": 0,
        "niet-gelezen": 0,
    })  # fmt: skip


def test_hostile_names_are_told_as_text(story: Story, run: Run) -> None:
    branch(story, "kwaad/\u202e##x", {f"{TOWN}/a.md": later(f'"{EVIL}"', "9 december 2026")})
    _, text, _ = run()
    assert ("##[" in text, "\u202e" in text) == (False, False)
    assert (
        "  - nieuw: “Kom ::error::stuk # #[error]x”, woensdag 9 december 2026 (papendrecht/a.md)" in text.splitlines()
    )
    _, data, _ = run("--formaat", "json")
    assert ("##[" in data, "\u202e" in data) == (False, False)
    (found,) = json.loads(data)["voorstellen"]
    assert (found["verwijzing"], found["activiteiten"][0]["titel"]) == ("refs/heads/kwaad/\u202e##x", EVIL)


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        ("leeg", "In de map content kan ik de gemeenten en organisaties niet lezen. Typ eerst: meedoen controleer\n"),
        ("los", "Deze map staat niet in Git. Dan is er geen werkvoorraad.\n"),
        ("ondiep", "Hier staat maar een deel van de geschiedenis. Typ eerst: git fetch --unshallow\n"),
    ],
)
def test_what_prevents_it_is_said(
    story: Story, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepare: str, said: str
) -> None:
    place = tmp_path / prepare
    if prepare == "ondiep":
        story.git("clone", "--quiet", "--depth=1", f"file://{story.root}", str(place))
    else:
        place.mkdir()
    if prepare == "los":
        story.content.rename(place / "content")
    monkeypatch.chdir(place)
    assert run() == (2, "", said)
