"""The whole life of a few activities, on a real repository with a clone for everybody who touches it.

Partner and resident propose, the check tells, the employee merges, the publisher publishes; then a date is cancelled, a
day goes by, a file breaks and is mended, and somebody goes back. After each step the pages, the calendars and the guard
say what is true.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from tests.repositories import Story, koffie

from meedoen.cli.main import main
from meedoen.release.manifest import digests

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY = "2026-11-24"
SETTINGS = "import sys\nsys.path.insert(0, {root!r})\nfrom {settings} import *\nPATH = {content!r}\nPAGE_PATHS = []\n"
TAALCAFE = """---
titel: Taalcafé
samenvatting: Oefen Nederlands met een kop koffie.
datum: 1 december 2026
tijd: 10.00 - 11.30
herhaling: elke dinsdag
tot: 22 december 2026
locatie: wijkcentrum
organisator: taalhuis
doelgroep: volwassenen
prijs: gratis
aanmelden: niet nodig
---
Je oefent in een kleine groep.
"""
RESIDENT = """From: Bewoner <bewoner@gmail.com>
To: agenda@example.org
Subject: Nieuwe activiteit: Taal cafe
Content-Type: text/plain; charset=utf-8

Hallo, ik wil deze activiteit aanmelden voor de agenda van Papendrecht. Laat de regels hieronder zo staan.

---
titel: Taal café
datum: 1 december 2026
tijd: 10.00 - 11.30
locatie: wijkcentrum
---
Kom praten.
"""
CANCELLED = """From: Bewoner <bewoner@gmail.com>
To: agenda@example.org
Subject: Gaat niet door: Taalcafe
Content-Type: text/plain; charset=utf-8

Hallo, dit gaat over Taalcafé. In het bestand content/activiteiten/papendrecht/taalcafe.md moet dit erbij:

wijzigingen:
  - datum: 8 december 2026
    status: afgelast
    reden: De docent is ziek.
"""
BAD = "---\ntitel: Koffie\ndatum: ergens in mei\n---\nKom.\n"


class Life:
    """The bare repository of everybody, the clones, and the folder of releases."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.forge, self.server = root / "agenda.git", root / "srv"
        start = Story(root / "begin")
        frame = {name: text for name, text in start.reference_files().items() if "bonaire" not in name}
        start.commit({**frame, "activiteiten/papendrecht/koffie.md": koffie("Koffie")})
        git(root, "clone", "--quiet", "--bare", str(root / "begin"), str(self.forge))
        for name in ("partner", "medewerker", "publicist", "controle"):
            git(root, "clone", "--quiet", str(self.forge), str(root / name))

    def clone(self, name: str) -> Path:
        """The clone of somebody."""
        return self.root / name

    def settings(self, name: str, content: Path) -> Path:
        """Settings of the project for another content folder."""
        place = self.root / f"{name}_{content.parent.name}.py"
        place.write_text(SETTINGS.format(root=str(ROOT), settings=name, content=str(content)), encoding="utf-8")
        return place

    def propose(self, number: int, files: dict[str, str]) -> None:
        """The partner commits these files on a branch, which the forge keeps as a proposal."""
        folder = self.clone("partner")
        git(folder, "fetch", "--quiet", "origin")
        git(folder, "checkout", "--quiet", "-B", f"voorstel-{number}", "origin/main")
        save(folder, files)
        git(folder, "push", "--quiet", "--force", "origin", f"HEAD:refs/pull/{number}/head")

    def merge(self, ref: str) -> None:
        """The employee takes over what stands at this ref, and sends it to the forge."""
        folder = self.clone("medewerker")
        git(folder, "pull", "--quiet")
        git(folder, "fetch", "--quiet", "origin", "+refs/pull/*/head:refs/pull/*/head")
        git(folder, "merge", "--quiet", "--no-ff", "--message", "Overgenomen", ref)
        git(folder, "push", "--quiet")

    def publish(self, day: str, *options: str) -> int:
        """What the nightly publication does; the exit code."""
        folder = self.clone("publicist")
        git(folder, "pull", "--quiet")
        settings = self.settings("publishconf", folder / "content")
        return main(
            ["publiceer", "--naar", str(self.server), "--instellingen", str(settings), "--datum", day, *options]
        )

    def page(self, path: str) -> str:
        """A page as it is online; empty when it is not there."""
        place = self.server / "nu" / "papendrecht" / path
        return place.read_text(encoding="utf-8") if place.is_file() else ""

    def dates(self, title: str) -> list[tuple[date, str]]:
        """What a calendar program makes of the feed: the dates of this activity, with what is said of each."""
        calendar = icalendar.Calendar.from_ical((self.server / "nu" / "papendrecht" / "agenda.ics").read_bytes())
        found = recurring_ical_events.of(calendar).between(datetime(2026, 11, 1), datetime(2027, 2, 1))  # noqa: DTZ001
        told = [
            (each.start.date(), str(each.get("STATUS", "CONFIRMED"))) for each in found if title in str(each["SUMMARY"])
        ]
        return sorted(told)

    def sequence(self, title: str) -> int:
        """How often subscribers saw the activity change."""
        calendar = icalendar.Calendar.from_ical((self.server / "nu" / "papendrecht" / "agenda.ics").read_bytes())
        return max(int(each.get("SEQUENCE", 0)) for each in calendar.walk("VEVENT") if title in str(each["SUMMARY"]))


def git(folder: Path, *arguments: str) -> str:
    """What Git answers, as somebody without settings of their own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = {"NAME": "Iemand", "EMAIL": "iemand@example.org"}
    environment |= {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(folder), "-c", "core.hooksPath=/dev/null", *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8").stdout


def save(folder: Path, files: dict[str, str]) -> None:
    """Commits these files of content/activiteiten/papendrecht."""
    for name, text in files.items():
        (folder / "content" / "activiteiten" / "papendrecht" / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Wijziging")


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Life:
    """Everything at its beginning: one activity, nothing published."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "plugins"))
    monkeypatch.delenv("MEEDOEN_GESCHIEDENIS", raising=False)
    return Life(tmp_path)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """What was written since the last time."""
    written = capsys.readouterr()
    return written.out + written.err


def test_from_proposal_to_going_back(
    life: Life, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # The first publication.
    assert life.publish(FIRST_DAY) == 0
    assert "Koffie" in life.page("index.html")
    assert life.dates("Koffie") == [(date(2026, 12, 1), "CONFIRMED")]

    # A partner proposes; the check of the forge judges that alone, and shows how it will look.
    life.propose(1, {"taalcafe.md": TAALCAFE})
    check = life.clone("controle")
    git(check, "fetch", "--quiet", "origin", "refs/pull/1/head")
    git(check, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    monkeypatch.chdir(check)
    summary, preview = tmp_path / "samenvatting.md", tmp_path / "voorbeeld.html"
    said(capsys)
    outcomes = ("--samenvatting", str(summary), "--voorbeeld", str(preview), "--thema", str(ROOT / "theme"))
    asked = ("--alleen-gewijzigd", "origin/main", "--datum", FIRST_DAY, "--formaat", "github")
    judged = main(["controleer", *asked, *outcomes])
    assert (judged, "::error" in said(capsys)) == (0, False)
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("## ✅")
    assert [word for word in ("Taalcafé", "elke dinsdag", "22 december", "Wijkcentrum") if word not in told] == []
    assert "Oefen Nederlands met een kop koffie." in preview.read_text(encoding="utf-8")

    # A preview of the whole site, from the objects of the proposal and with our own program.
    publisher = life.clone("publicist")
    git(publisher, "fetch", "--quiet", "origin", "refs/pull/1/head")
    monkeypatch.chdir(publisher)
    assert main(["haal-voorstel", "--commit", "FETCH_HEAD", "--naar", str(tmp_path / "voorstel")]) == 0
    settings = life.settings("pelicanconf", tmp_path / "voorstel" / "content")
    about = {"MEEDOEN_VOORSTEL": "1", "MEEDOEN_COMMIT": git(publisher, "rev-parse", "FETCH_HEAD").strip()}
    about |= {"MEEDOEN_GESCHIEDENIS": "nee", "MEEDOEN_DATUM": FIRST_DAY}
    pelican = [sys.executable, "-m", "pelican", "-s", str(settings), "-o", str(tmp_path / "proef")]
    subprocess.run([*pelican, "-q", "--fatal", "errors"], env=os.environ | about, check=True, capture_output=True)
    shown = (tmp_path / "proef" / "papendrecht" / "activiteit" / "taalcafe.html").read_text(encoding="utf-8")
    assert ("voorstel 1" in shown, "noindex" in shown) == (True, True)
    assert life.page("activiteit/taalcafe.html") == ""  # nothing of it is online

    # A resident mails the same; the employee sees both, and that they look alike.
    mail = tmp_path / "bericht.eml"
    mail.write_text(RESIDENT, encoding="utf-8")
    employee = life.clone("medewerker")
    git(employee, "fetch", "--quiet", "origin", "+refs/pull/*/head:refs/pull/*/head")
    monkeypatch.chdir(employee)
    assert main(["postvak", str(mail), "--datum", FIRST_DAY]) == 0
    said(capsys)
    assert main(["werkvoorraad", "--formaat", "json", "--datum", FIRST_DAY]) == 0
    waiting = json.loads(said(capsys))
    assert len(waiting["voorstellen"]) == 2
    git(employee, "checkout", "--quiet", "--detach", "inzending/2026-11-24-taal-cafe")
    git(employee, "merge", "--quiet", "--no-ff", "--message", "Samen", "refs/pull/1/head")
    double = main(["controleer", "--alleen-gewijzigd", "refs/pull/1/head", "--datum", FIRST_DAY])
    told = said(capsys)
    assert (double, "[misschien-dubbel]" in told) == (0, True)
    git(employee, "checkout", "--quiet", "main")
    git(employee, "branch", "-D", "inzending/2026-11-24-taal-cafe")

    # The partner's is taken over and published; subscribers get it, and lose nothing.
    life.merge("refs/pull/1/head")
    assert life.publish(FIRST_DAY) == 0
    tuesdays = [date(2026, 12, day) for day in (1, 8, 15, 22)]
    assert life.dates("Taalcafé") == [(day, "CONFIRMED") for day in tuesdays]
    assert "Taalcafé" in life.page("dag/2026-12-08.html")
    before = life.sequence("Taalcafé")

    # One date does not go ahead, told by mail.
    mail.write_text(CANCELLED, encoding="utf-8")
    assert main(["postvak", str(mail), "--datum", FIRST_DAY]) == 0
    (branch,) = (each.strip() for each in git(employee, "branch", "--list", "inzending/*").splitlines())
    life.merge(branch)
    assert life.publish(FIRST_DAY) == 0
    assert life.dates("Taalcafé") == [
        (day, "CANCELLED" if day == date(2026, 12, 8) else "CONFIRMED") for day in tuesdays
    ]
    assert "De docent is ziek." in life.page("activiteit/taalcafe.html")
    assert life.sequence("Taalcafé") > before

    # Midnight: lists turn over, what is told of each activity stays to the byte, and the guard is content.
    detail, home = life.page("activiteit/taalcafe.html"), life.page("index.html")
    feed = (life.server / "nu" / "papendrecht" / "agenda.ics").read_bytes()
    assert life.publish("2026-11-25") == 0
    assert life.page("index.html") != home
    assert life.page("activiteit/taalcafe.html") == detail
    assert (life.server / "nu" / "papendrecht" / "agenda.ics").read_bytes() == feed

    # A file breaks: it is set aside and told, what was online of it stays, all else goes on.
    said(capsys)
    life.propose(2, {"koffie.md": BAD, "lezen.md": koffie("Samen lezen", place="wijkcentrum")})
    life.merge("refs/pull/2/head")
    assert life.publish("2026-11-25") == 3
    assert "content/activiteiten/papendrecht/koffie.md" in said(capsys)
    assert life.dates("Koffie") == [(date(2026, 12, 1), "CONFIRMED")]
    assert "Samen lezen" in life.page("activiteit/lezen.html")
    broken = digests(life.server / "nu")

    # It is mended, and differs from what it was.
    life.propose(3, {"koffie.md": koffie("Koffie in de leeszaal")})
    life.merge("refs/pull/3/head")
    assert life.publish("2026-11-25") == 0
    assert life.dates("Koffie in de leeszaal") == [(date(2026, 12, 1), "CONFIRMED")]

    # An activity that vanishes without a word is refused, and nothing moves.
    online = digests(life.server / "nu")
    (employee / "content/activiteiten/papendrecht/lezen.md").unlink()
    git(employee, "commit", "--quiet", "--all", "--message", "Weg")
    git(employee, "push", "--quiet")
    said(capsys)
    assert life.publish("2026-11-25") == 1
    assert "papendrecht-lezen" in said(capsys)
    assert digests(life.server / "nu") == online
    assert life.publish("2026-11-25", "--mag-weg", "papendrecht-lezen") == 0
    assert life.page("activiteit/lezen.html") == ""

    # Back, twice: the release of before the mending is online again, whole.
    for _ in range(2):
        assert main(["publiceer", "--naar", str(life.server), "--terug"]) == 0
    assert digests(life.server / "nu") == broken
    assert (life.server / "nu").is_symlink()
