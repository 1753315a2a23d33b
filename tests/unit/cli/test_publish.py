from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.release.conftest import BAD, KOFFIE, Project, project
from tests.unit.release.releases import add, filled

from meedoen.cli.main import main
from meedoen.release.release_folder import ReleaseFolder

__all__ = ["project"]
ONE, TWO, THREE = (f"2026-11-2{day}-0017-1a2b3c4" for day in range(1, 4))


def online(root: Path) -> str:
    current = ReleaseFolder(root).current()
    return current.name if current else ""


def test_list_shows_the_newest_first_and_what_is_online(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(filled(tmp_path, ONE, TWO), THREE)
    assert main(["publiceer", "--naar", str(tmp_path), "--lijst"]) == 0
    assert capsys.readouterr().out == f"  {THREE}\n→ {TWO}\n  {ONE}\n"


def test_back_goes_to_the_one_before_and_by_name_forward(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(tmp_path, ONE, TWO, THREE)
    back = ["publiceer", "--naar", str(tmp_path), "--terug"]
    assert (main([*back, "--droog"]), online(tmp_path)) == (0, THREE)
    assert capsys.readouterr().out == f"Met --terug komt versie {TWO} online. Daarvoor was het {THREE}.\n"
    assert (main(back), online(tmp_path)) == (0, TWO)
    assert (main(back), online(tmp_path)) == (0, ONE)
    assert capsys.readouterr().out.splitlines()[2] == f"Versie {ONE} staat nu online. Daarvoor was het {TWO}."
    assert (main(back), online(tmp_path)) == (1, ONE)
    assert capsys.readouterr().err == "Er is geen oudere versie om naar terug te gaan.\n"
    assert (main([*back, THREE]), online(tmp_path)) == (0, THREE)
    assert main([*back, THREE]) == 0
    assert capsys.readouterr().out.endswith(f"Versie {THREE} staat al online. Er is niets veranderd.\n")


def test_back_to_a_name_that_is_not_there_names_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(tmp_path, ONE, TWO)
    assert main(["publiceer", "--naar", str(tmp_path), "--terug", ONE[:-1]]) == 2
    assert capsys.readouterr().err == f"De versie “{ONE[:-1]}” is er niet. Bedoelde je: {ONE}?\n"


def test_back_to_a_damaged_release_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release_folder = filled(tmp_path, ONE, TWO)
    (release_folder.versions / ONE / "site" / "dorp" / "index.html").write_text("half", encoding="utf-8")
    assert (main(["publiceer", "--naar", str(tmp_path), "--terug"]), online(tmp_path)) == (1, TWO)
    assert "is niet meer heel: “dorp/index.html”" in capsys.readouterr().err


def test_folder_without_releases_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for way in ("--lijst", "--terug"):
        assert main(["publiceer", "--naar", str(tmp_path), way]) == 1
        assert capsys.readouterr().err == f"In {tmp_path} staan nog geen versies.\n"


def test_folder_of_somebody_else_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nu").mkdir()
    (tmp_path / "versies").mkdir()
    assert main(["publiceer", "--naar", str(tmp_path), "--terug"]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/nu is geen koppeling van meedoen. Kies een andere map, of haal hem eerst zelf weg.\n"
        "Er is niets gepubliceerd.\n"
    )


def test_folder_that_may_not_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also root can't make a folder where a file stands."""
    (tmp_path / "versies").write_text("een bestand", encoding="utf-8")
    assert main(["publiceer", "--naar", str(tmp_path), "--instellingen", __file__]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "Er is niets gepubliceerd."


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--instellingen", "nergens.py"], "Het bestand nergens.py is er niet."),
        (["--instellingen", __file__, "--bewaar", "0"], "Achter --bewaar hoort een getal vanaf 1"),
        (["--instellingen", __file__, "--bewaar", "veel"], "“veel” past niet bij --bewaar."),
        (["--terug", "--lijst"], "kunnen niet samen"),
        (["--datum", "morgen"], "“morgen” past niet bij --datum."),
    ],
)
def test_wrong_use_is_said_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    target = tmp_path / "srv"
    try:
        code = main(["publiceer", "--naar", str(target), *more])
    except SystemExit as stopped:
        code = int(str(stopped.code))
    assert (code, said in capsys.readouterr().err, target.exists()) == (2, True, False)


@pytest.mark.e2e
def test_bad_file_gives_three_and_a_report_in_the_summary_of_a_workflow(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = project.server.with_name("samenvatting.md")
    summary.write_text("Eerder.\n", encoding="utf-8")
    call = ["publiceer", "--naar", str(project.server), "--instellingen", str(project.settings)]
    project.story.commit({"activiteiten/papendrecht/nieuw.md": BAD})
    commit = project.story.git("rev-parse", "HEAD")[:7]
    assert main([*call, "--samenvatting", str(summary), "--datum", "2026-11-24"]) == 3
    told = capsys.readouterr().out
    assert told.splitlines()[0] == "Terzijde gezet: content/activiteiten/papendrecht/nieuw.md"
    assert "  Hiervan staat niets online: er is geen eerdere versie die klopt." in told.splitlines()
    assert "Dit is de eerste keer hier: er was niets om mee te vergelijken." in told.splitlines()
    name = online(project.server)
    assert name.endswith(commit)
    assert summary.read_text(encoding="utf-8").startswith("Eerder.\n## De sites staan online\n")
    assert "- **content/activiteiten/papendrecht/nieuw.md**\n" in summary.read_text(encoding="utf-8")
    # The same again: nothing is switched, and the file is still told of.
    assert (main([*call, "--datum", "2026-11-24"]), online(project.server)) == (3, name)
    assert f"Er is niets veranderd. Versie {name} blijft online, met 1 site." in capsys.readouterr().out
    project.story.commit({KOFFIE: None, "activiteiten/papendrecht/nieuw.md": None})
    assert (main([*call, "--datum", "2026-11-24"]), online(project.server)) == (1, name)
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Abonnees zouden iets kwijtraken: zie hierboven. Is dat de bedoeling? Geef het dan op met --mag-weg.",
        f"Er is niets gepubliceerd. Versie {name} staat nog online.",
    ]
