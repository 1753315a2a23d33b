"""The same letters are the same bytes on another computer: another seed of hashes, time zone and language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMPUTERS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
)
SCRIPT = """
import hashlib
from tests.newsletter.writing import LETTERS, files
for name, make in LETTERS.items():
    for path, data in files(make(), preview=True).items():
        print(name, path, hashlib.sha256(data).hexdigest())
"""


def test_letters_of_another_computer_are_the_same_bytes() -> None:
    mine = {"PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT], env=os.environ | mine | each, stdout=subprocess.PIPE, text=True
        )
        for each in COMPUTERS
    ]
    told = [each.communicate(timeout=60)[0].splitlines() for each in running]
    assert len(told[0]) > 150
    assert told[0] == told[1]
