"""`meedoen vergelijk`: exit codes, and the report for people, for GitHub and for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.guard.conftest import WEEKLY, calendar, event

from meedoen.cli.findings import write_findings
from meedoen.cli.main import main
from meedoen.guard.finding import Finding, finding_of
from meedoen.guard.kinds import KINDS

Run = Callable[..., tuple[int, str]]
KEEP = event("dorp-blijft", SUMMARY="Blijft")
EVIL = "Kom\\n::error::stuk ##[error]x \x1b[31mrood\u202e %0A"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Compares two outputs with one calendar each; exit code and what was written."""
    monkeypatch.chdir(tmp_path)

    def compared(old: bytes | None, new: bytes | None, *options: str) -> tuple[int, str]:
        for name, data in (("oud", old), ("nieuw", new)):
            Path(name, "dorp").mkdir(parents=True)
            if data is not None:
                Path(name, "dorp", "agenda.ics").write_bytes(data)
        code = main(["vergelijk", "oud", "nieuw", "--datum", "2026-11-24", *options])
        return code, capsys.readouterr().out

    return compared


def test_same_calendars_are_fine(run: Run) -> None:
    assert run(calendar(KEEP), calendar(KEEP)) == (0, "Abonnees merken niets: alle agenda's zijn hetzelfde gebleven.\n")


def test_changes_are_fine(run: Run) -> None:
    code, text = run(calendar(KEEP), calendar(KEEP, event(**WEEKLY)))
    assert (code, text.splitlines()) == (0, [
        "──── dorp",
        "Bericht: nieuw  [nieuw]",
        "  - “Taalcafé”: dinsdag 1 december 2026, 10.00 tot 11.30 uur, en nog 3 datums.",
        "",
        "1 bericht. Dit kan online.",
    ])  # fmt: skip


def test_loss_is_said_with_what_to_do(run: Run) -> None:
    code, text = run(calendar(KEEP, event()), calendar(KEEP))
    assert (code, text.splitlines()) == (1, [
        "──── dorp",
        "Fout: een activiteit die nog komt, en weg is  [verdwenen]",
        "  - “Taalcafé” staat nergens meer in, en was nog te komen: dinsdag 1 december 2026, 10.00 tot 11.30",
        "    uur. Abonnees zien het zonder uitleg verdwijnen.",
        "    content/activiteiten/dorp/taalcafe.md",
        "    Mag dit weg? --mag-weg dorp-taalcafe",
        "    Wat je kunt doen: Zet het bestand terug. Gaat het niet door? Schrijf er dan in: status:",
        "    afgelast, en een reden.",
        "",
        "1 fout. Zet dit niet online: abonnees raken iets kwijt.",
    ])  # fmt: skip


def test_loss_may_be_wanted(run: Run) -> None:
    code, text = run(calendar(KEEP, event()), calendar(KEEP), "--mag-weg", "dorp-taalcafe")
    assert (code, text.splitlines()[1]) == (0, "Bericht: weg, en dat mag  [mag-weg]")


def test_quiet_says_faults_only(run: Run) -> None:
    code, text = run(calendar(KEEP), calendar(KEEP, event()), "--stil")
    assert (code, text) == (0, "")


def test_first_publication_is_fine(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(None, calendar(KEEP)) == (0, "")


def test_output_without_calendars_is_not(run: Run) -> None:
    code, text = run(calendar(KEEP), None)
    assert (code, text.splitlines()[1]) == (1, "Fout: er is geen agenda meer  [alles-weg]")


@pytest.mark.parametrize("missing", ["oud", "nieuw"])
def test_folder_that_is_not_there_is_wrong_use(
    tmp_path: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ({"oud", "nieuw"} - {missing}).pop()).mkdir()
    assert main(["vergelijk", str(tmp_path / "oud"), str(tmp_path / "nieuw")]) == 2
    assert capsys.readouterr().err == (
        f"De map {tmp_path / missing} is er niet. Geef eerst de map van de oude versie, dan die van de nieuwe.\n"
    )


def test_json_has_everything(run: Run) -> None:
    _, text = run(calendar(KEEP, event()), calendar(KEEP), "--formaat", "json")
    told = json.loads(text)
    assert (told["fouten"], len(told["bevindingen"])) == (1, 1)
    row = told["bevindingen"][0]
    assert {key: row[key] for key in ("soort", "code", "site", "kenmerk", "bestand", "mag-weg", "was", "wordt")} == {
        "soort": "fout",
        "code": "verdwenen",
        "site": "dorp",
        "kenmerk": "dorp-taalcafe@x.nl",
        "bestand": "content/activiteiten/dorp/taalcafe.md",
        "mag-weg": "dorp-taalcafe",
        "was": "dinsdag 1 december 2026, 10.00 tot 11.30 uur",
        "wordt": "",
    }


def test_json_of_a_first_publication_is_json_too(run: Run) -> None:
    assert json.loads(run(None, calendar(KEEP), "--formaat", "json")[1]) == {"fouten": 0, "bevindingen": []}


def test_github_is_one_command_for_each(run: Run) -> None:
    _, text = run(calendar(KEEP, event()), calendar(KEEP), "--formaat", "github")
    first, last = text.splitlines()
    assert first.startswith(
        "::error file=content/activiteiten/dorp/taalcafe.md,title=Een activiteit die nog komt%2C en weg is::“Taalcafé” "
    )
    assert first.endswith(" Mag dit weg? --mag-weg dorp-taalcafe")
    assert last == "1 fout. Zet dit niet online: abonnees raken iets kwijt."


@pytest.mark.parametrize("form", ["tekst", "github", "json"])
def test_text_of_strangers_is_text_everywhere(run: Run, form: str) -> None:
    evil = event("dorp-kwaad", SUMMARY=EVIL, LOCATION=EVIL)
    _, text = run(calendar(KEEP, evil), calendar(KEEP, event("dorp-\x07::error::", SUMMARY=EVIL)), "--formaat", form)
    assert [line for line in text.splitlines() if line.startswith("::error::")] == []
    assert [bad for bad in ("\x1b", "\u202e", "\x07", "##[") if bad in text] == []


def written(*findings: Finding, form: str = "tekst", terminal: bool = False) -> str:
    out = Terminal() if terminal else io.StringIO()
    write_findings(findings, out, form=form)
    return out.getvalue()


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_are_for_a_terminal_only() -> None:
    each = finding_of("alles-weg")
    assert ("\x1b[1;31m" in written(each, terminal=True), "\x1b" in written(each)) == (True, False)


@pytest.mark.parametrize(("form", "shown", "rest"), [("tekst", 8, "en nog 4"), ("github", 9, "En nog 3 berichten")])
def test_many_of_a_kind_are_counted(form: str, shown: int, rest: str) -> None:
    text = written(*(finding_of("nieuw", "dorp", name=f"N{number}", when="nu") for number in range(12)), form=form)
    assert (text.count(": nu."), rest in text) == (shown, True)


def test_every_kind_has_its_words() -> None:
    words = dict.fromkeys(
        ("allow", "name", "why", "path", "main", "count", "when", "where", "how", "day", "zone", "back", "property"),
        "X",
    )
    for kind in KINDS:
        each = finding_of(kind, message="X", old="X", new="X", **words)
        assert "{" not in each.message + each.hint
        assert each.message.endswith((".", "X"))


def test_help_has_examples_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["vergelijk", "--help"])
    assert "meedoen vergelijk output.online output --mag-weg" in capsys.readouterr().out
