"""`meedoen nieuw` as a process of its own, with a real keyboard at the other end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[2]
ANSWERS = "Dorp\nTaalcafé\n12 januari 2099\n1-2-2027\nhele dag\n\n2\n\n\n\nPraat mee.\n"


def nieuw(folder: Path, typed: bytes) -> subprocess.CompletedProcess[bytes]:
    shutil.copytree(TESTS / "examples" / "basis" / "content", folder / "content")
    environment = {**os.environ, "PYTHONPATH": str(TESTS.parent / "plugins"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "meedoen", "nieuw"]
    return subprocess.run(command, input=typed, cwd=folder, env=environment, capture_output=True, check=False)


def test_answers_from_the_keyboard_make_a_file(tmp_path: Path) -> None:
    done = nieuw(tmp_path, f"{ANSWERS}ja\n".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Bewaard: content/activiteiten/dorp/taalcafe.md" in done.stdout.decode()
    assert (
        (tmp_path / "content/activiteiten/dorp/taalcafe.md")
        .read_text(encoding="utf-8")
        .startswith("---\ntitel: Taalcafé\n")
    )


def test_end_of_the_keyboard_writes_nothing(tmp_path: Path) -> None:
    done = nieuw(tmp_path, ANSWERS.encode())
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().endswith("Gestopt. Er is niets bewaard. Je kunt altijd opnieuw beginnen.\n")
    assert not (tmp_path / "content/activiteiten/dorp/taalcafe.md").exists()


def test_bytes_that_are_no_text_are_no_crash(tmp_path: Path) -> None:
    done = nieuw(tmp_path, b"Dorp\nTaal\xff\n")
    assert (done.returncode, done.stderr) == (1, b"")
