"""The editor on one's own computer: made by `meedoen cms`, with decap-server on a repository for one occasion.

Used by the tests of the editor and by the pictures of the handbooks. What it needs of npm is installed by `make node`.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.screenshots import served

from meedoen.cli.main import main

NODE = Path(__file__).resolve().parents[1] / ".venv" / "node"
SERVER = NODE / "node_modules" / "decap-server" / "dist" / "index.js"
PROGRAMS = (
    NODE / "whole" / "decap-cms" / "dist" / "decap-cms.js",
    NODE / "node_modules" / "js-yaml" / "dist" / "js-yaml.min.js",
)


def is_installed() -> bool:
    """Whether there is a node, with Decap."""
    return shutil.which("node") is not None and all(each.is_file() for each in (SERVER, *PROGRAMS))


def git(folder: Path, *arguments: str) -> str:
    """What Git says in this folder."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def new_repository(folder: Path, content: Path) -> None:
    """Makes a repository of an empty folder, with a copy of this content."""
    shutil.copytree(content, folder / "content")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for name, value in (("user.name", "Bibliotheek"), ("user.email", "b@example.org"), ("commit.gpgsign", "false")):
        git(folder, "config", name, value)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Begin")


@contextmanager
def running(repository: Path, folder: Path) -> Iterator[str]:
    """The address of the editor of this repository, made in an empty folder. Raises RuntimeError if it can't be."""
    port = _free_port()
    local = f"http://localhost:{port}/api/v1"
    if main(["cms", "--naar", str(folder), "--content", str(repository / "content"), "--lokaal", local]):
        raise RuntimeError("meedoen cms failed")
    for program in PROGRAMS:
        shutil.copy(program, folder)
    environment = os.environ | {"PORT": str(port), "MODE": "git", "GIT_REPO_DIRECTORY": str(repository)}
    proxy = subprocess.Popen(["node", str(SERVER)], env=environment, stdout=subprocess.DEVNULL)
    try:
        with served(folder) as address:
            _wait_for(local)
            yield address
    finally:
        proxy.terminate()
        proxy.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310 - our own
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"decap-server does not answer at {address}")
