"""The steps of the workflows, run here as the forge runs them: the same scripts, with a repository beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-22"


def checkout(origin: Path, place: Path) -> Path:
    """The main branch, with the program and its packages beside it, as the first steps of the workflow leave it."""
    subprocess.run(["git", "clone", "--quiet", f"file://{origin}", str(place)], check=True, capture_output=True)
    for name in ("plugins", "theme"):
        (place / name).symlink_to(ROOT / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copyfile(ROOT / name, place / name)
    (place / ".venv").symlink_to(Path(sys.executable).parents[1])
    return place


def script(workflow: str, name: str) -> str:
    """The script of the step of this name."""
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / workflow).read_text(encoding="utf-8"))["jobs"]
    (found,) = (
        step["run"] for job in jobs.values() for step in job["steps"] if step.get("name") == name and "run" in step
    )
    return str(found)


def run(script: str, folder: Path, temporary: Path, **given: str) -> str:
    """What a script says that must end well."""
    done = ended(script, folder, temporary, **given)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def ended(script: str, folder: Path, temporary: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as the forge does, with the modules of this working copy."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "plugins"),
        "RUNNER_TEMP": str(temporary),
        "MEEDOEN_DATUM": DAY,
    }
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env={**environment, **given}, capture_output=True, text=True, check=False, timeout=120
    )
