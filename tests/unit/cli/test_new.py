"""`meedoen nieuw` as a conversation: typed answers in, one good file out, or nothing at all."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import pytest

from meedoen.cli.check import check
from meedoen.cli.dialogue import Dialogue
from meedoen.cli.new import compose

BASE = Path(__file__).parents[2] / "examples" / "basis" / "content"
TODAY = date(2026, 11, 22)
ANSWERS = {
    "gemeente": "Dorp",
    "titel": "Taalcafé",
    "datum": "12 januari 2027",
    "tijd": "10.00 - 11.30",
    "herhaling": "",
    "plek": "2",
    "doelgroep": "",
    "prijs": "",
    "aanmelden": "",
    "samenvatting": "Oefen Nederlands met een kop koffie.",
    "bewaren": "ja",
}
FILE = """---
titel: Taalcafé
samenvatting: Oefen Nederlands met een kop koffie.
datum: 12 januari 2027
tijd: 10.00 - 11.30
locatie: buurthuis-de-brug
prijs: gratis
aanmelden: niet nodig
---
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def talk(content: Path, *answers: str, given: dict[str, str] | None = None, ask: bool = True) -> tuple[int, str]:
    """The exit code, and all that was said."""
    out = io.StringIO()
    code = compose(
        Dialogue(io.StringIO("".join(f"{each}\n" for each in answers)), out), content, given or {}, TODAY, ask=ask
    )
    return code, out.getvalue()


def answers(**changed: str) -> list[str]:
    """The answers to all questions in their order, some of them changed; several lines are several tries."""
    return [line for each in (ANSWERS | changed).values() for line in each.split("\n")]


def made(content: Path) -> dict[str, str]:
    """The activity files that were not there before."""
    files = sorted(content.glob("activiteiten/**/*.md"))
    return {
        each.relative_to(content).as_posix(): each.read_text(encoding="utf-8")
        for each in files
        if each.stem != "koffie"
    }


def test_answers_become_a_file_that_passes_the_checker(content: Path) -> None:
    code, said = talk(content, *answers())
    assert code == 0
    assert made(content) == {"activiteiten/dorp/taalcafe.md": FILE}
    assert check(content, TODAY)[0] == []
    assert said.endswith(
        f"Bewaard: {content.as_posix()}/activiteiten/dorp/taalcafe.md\n"
        "Wil je meer vertellen? Open het bestand en typ je tekst onder de onderste streepjes.\n"
    )


def test_file_is_shown_before_it_is_saved(content: Path) -> None:
    _, said = talk(content, *answers(bewaren="nee"))
    assert "\n".join(f"    {line}" for line in FILE.splitlines()) in said
    assert said.endswith("Goed. Er is niets bewaard.\n")
    assert made(content) == {}


@pytest.mark.parametrize(
    ("question", "tries", "says"),
    [
        ("gemeente", "9\nDorpie\nDorp", "  Bedoelde je: Dorp?\n"),
        ("titel", f"\n{'x' * 101}\nTaalcafé", "  Deze tekst heeft 101 tekens. Er passen er 100.\n"),
        ("datum", "31-11-2026\n12 januari 2027", "  “31-11-2026” bestaat niet.\n"),
        ("datum", "morgen\n12 januari 2027", "  “morgen” zegt later niet meer welke dag het is.\n"),
        ("datum", "12 januari 2026\n12 januari 2027", "  Dit is al geweest: de laatste dag is 12 januari 2026.\n"),
        ("tijd", "25.00\n10.00 - 11.30", "  De tijd “25.00” bestaat niet.\n"),
        ("plek", "brug\n2", "  Bedoelde je: Buurthuis De Brug? "),
        (
            "doelgroep",
            "ouderren\n",
            "  Het woord “ouderren” staat niet in de lijst.\n  Bedoelde je: ouderen (Ouderen)?\n",
        ),
        ("prijs", "een tientje\n", "  De prijs “een tientje” kan ik niet lezen.\n"),
        ("aanmelden", "bij Jan\n", "  “bij Jan” begrijp ik hier niet.\n"),
        ("bewaren", "misschien\nja", "Typ ja, of typ nee.\n"),
    ],
)
def test_wrong_answer_is_explained_and_asked_again(content: Path, question: str, tries: str, says: str) -> None:
    code, said = talk(content, *answers(**{question: tries}))
    assert code == 0
    assert says in said
    assert made(content) == {"activiteiten/dorp/taalcafe.md": FILE}


def test_series_asks_for_its_end_and_shows_its_dates(content: Path) -> None:
    code, said = talk(content, *answers(herhaling="elke woensdag\nelke dinsdag\n\n10 keer"))
    assert code == 0
    assert "  Dinsdag 12 januari 2027 past niet bij “elke woensdag”.\n" in said
    assert "Het is 10 keer: di 12 jan 2027, di 19 jan 2027, di 26 jan 2027, di 2 feb 2027 … di 16 mrt 2027.\n" in said
    text = made(content)["activiteiten/dorp/taalcafe.md"]
    assert text == FILE.replace("locatie:", "herhaling: elke dinsdag\ntot: 10 keer\nlocatie:")


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("tijd", "hele dag", "hele-dag: ja"),
        ("plek", "bibliotheek dorp", "locatie: bibliotheek-dorp"),
        ("plek", "Speeltuin, Dijk 1, Dorp", "adres: Speeltuin, Dijk 1, Dorp"),
        ("plek", "online", "online: link na aanmelding"),
        ("plek", "https://www.example.org/mee", "online: https://www.example.org/mee"),
        ("doelgroep", "2, Ouderen,18+", "doelgroep: [4-12, ouderen, 18-plus]"),
        ("prijs", "€ 7,50", 'prijs: "€ 7,50"'),
        ("aanmelden", "https://www.example.org", "aanmelden: https://www.example.org"),
        ("titel", "Praat mee: over taal", 'titel: "Praat mee: over taal"'),
        ("titel", "'s Avonds lezen", 'titel: "\'s Avonds lezen"'),
        ("titel", '"Lezen" in [stilte]', 'titel: "\\"Lezen\\" in [stilte]"'),
        ("titel", "[Nieuw]", 'titel: "[Nieuw]"'),
        ("titel", "Bingo #2", 'titel: "Bingo #2"'),
    ],
)
def test_answer_is_written_so_that_it_reads_back(content: Path, question: str, answer: str, line: str) -> None:
    assert talk(content, *answers(**{question: answer}))[0] == 0
    (text,) = made(content).values()
    assert line in text.split("\n")
    found = [each.rule for each in check(content, TODAY)[0]]
    assert found == (["toegankelijkheid-ontbreekt"] if line.startswith("adres:") else [])


def test_back_goes_to_the_question_before(content: Path) -> None:
    code, _ = talk(content, *answers(tijd="terug\n13 januari 2027\n19.30"))
    assert code == 0
    assert "datum: 13 januari 2027\ntijd: 19.30\n" in made(content)["activiteiten/dorp/taalcafe.md"]


def test_back_at_the_first_question_asks_it_again(content: Path) -> None:
    assert talk(content, *answers(gemeente="terug\nDorp"))[0] == 0


def test_regional_activity_may_be_anywhere(content: Path) -> None:
    assert talk(content, *answers(gemeente="regio", plek="bibliotheek-stad"))[0] == 0
    assert list(made(content)) == ["activiteiten/regio/taalcafe.md"]
    assert check(content, TODAY)[0] == []


def test_existing_file_is_never_overwritten(content: Path) -> None:
    for _ in range(3):
        assert talk(content, *answers(titel="Koffie"))[0] == 0
    assert (content / "activiteiten/dorp/koffie.md").read_text() == (BASE / "activiteiten/dorp/koffie.md").read_text()
    assert list(made(content)) == [f"activiteiten/dorp/koffie-{number}.md" for number in (2, 3, 4)]
    assert check(content, TODAY)[0] == []


def test_name_that_is_taken_in_a_folder_below_gets_a_number(content: Path) -> None:
    folder = content / "activiteiten" / "dorp" / "school"
    folder.mkdir()
    (folder / "taalcafe.yaml").write_text(FILE.strip("-\n") + "\n", encoding="utf-8")
    assert talk(content, *answers())[0] == 0
    assert list(made(content)) == ["activiteiten/dorp/taalcafe-2.md"]


@pytest.mark.parametrize("title", ["../../../etc/passwd", "/etc/passwd", "..", "???", "C:\\weg"])
def test_title_never_leads_out_of_the_folder(content: Path, title: str) -> None:
    assert talk(content, *answers(titel=title))[0] == 0
    (path,) = made(content)
    assert path.startswith("activiteiten/dorp/")
    assert path.count("/") == 2


def test_folder_that_leads_elsewhere_is_refused(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "buiten"
    outside.mkdir()
    (content / "activiteiten" / "stad").symlink_to(outside)
    code, said = talk(content, *answers(gemeente="Stad", plek="1"))
    assert code == 2
    assert said.endswith("De map activiteiten/stad is een snelkoppeling. Daar schrijf ik niet. Er is niets bewaard.\n")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("known", range(len(ANSWERS)))
def test_end_of_input_writes_nothing(content: Path, known: int) -> None:
    code, said = talk(content, *answers()[:known])
    assert code == 1
    assert said.endswith("Gestopt. Er is niets bewaard. Je kunt altijd opnieuw beginnen.\n")
    assert made(content) == {}


def test_given_answers_are_not_asked(content: Path) -> None:
    rest = answers()[2:]
    code, said = talk(content, *rest, given={"gemeente": "dorp", "titel": "Taalcafé"})
    assert code == 0
    assert "Hoe heet" not in said
    assert made(content) == {"activiteiten/dorp/taalcafe.md": FILE}


def test_given_answer_that_is_wrong_is_asked(content: Path) -> None:
    code, said = talk(content, *answers()[2:], given={"gemeente": "dorp", "titel": "x" * 101})
    assert (code, "Hoe heet" in said) == (1, True)
    assert talk(content, *answers()[1:], given={"gemeente": "dorp", "titel": "x" * 101})[0] == 0


def test_without_questions_everything_needed_is_given(content: Path) -> None:
    given = {name: answer for name, answer in ANSWERS.items() if answer and name != "bewaren"}
    assert talk(content, given=given, ask=False)[0] == 0
    assert made(content) == {"activiteiten/dorp/taalcafe.md": FILE}


def test_without_questions_missing_answers_are_named(content: Path) -> None:
    code, said = talk(content, given={"titel": "Taalcafé", "plek": "bibliotheek-stad"}, ask=False)
    assert (code, said) == (2, "Er ontbreekt nog: --gemeente, --datum, --tijd en --samenvatting.\n")
    assert made(content) == {}


def test_without_questions_a_wrong_answer_is_named(content: Path) -> None:
    code, said = talk(content, given={"gemeente": "dorp", "titel": "Taalcafé", "datum": "31-11-2026"}, ask=False)
    assert (code, said) == (
        2,
        "Er klopt iets niet bij --datum.\n  “31-11-2026” bestaat niet.\n  Bedoelde je 30-11-2026?\n",
    )
    assert made(content) == {}


def test_content_that_cannot_be_read_is_said(content: Path) -> None:
    (content / "organisatie.yaml").unlink()
    code, said = talk(content, *answers())
    assert (code, said) == (2, "De gemeenten en organisaties kan ik niet lezen. Typ eerst: meedoen controleer\n")
