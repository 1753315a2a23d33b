"""The scripts that bring a release to a server, with a real ssh server: what its key may do, and nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

import pytest
from tests.unit.release.releases import add, filled

from meedoen.release.manifest import damaged, digests, write_manifest
from meedoen.release.release_folder import SITE, ReleaseFolder

pytestmark = pytest.mark.e2e
TOOLS = Path(__file__).resolve().parents[2] / "tools" / "publiceren"
NAMES = [f"2026-11-2{day}-0017-1a2b3c4" for day in range(8)]
CONFIG = """Port {port}
ListenAddress 127.0.0.1
HostKey {root}/host
PidFile {root}/pid
AuthorizedKeysFile {root}/keys
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
StrictModes no
UsePAM no
Subsystem sftp internal-sftp
"""


def program(name: str) -> str:
    """The path of the program. Without it the test is skipped on somebody's own computer, and fails in CI."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        message = f"niet getest: het overzetten naar een server ({name} ontbreekt)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@dataclass(frozen=True)
class Server:
    """An ssh server with a key that may publish to `www`, and one that may only use sftp."""

    root: Path
    port: int

    @property
    def www(self) -> Path:
        """Where releases come in."""
        return self.root / "www"

    def options(self, key: str, port: str) -> str:
        """For ssh (`-p`) or sftp (`-P`)."""
        return f"-i {self.root}/{key} {port} {self.port} -o UserKnownHostsFile={self.root}/known -o IdentitiesOnly=yes"

    def send(self, releases: Path) -> subprocess.CompletedProcess[str]:
        """What `rsync.sh` does."""
        return self._run("rsync.sh", releases, SSH_OPTIES=self.options("publiceer", "-p"))

    def upload(self, releases: Path, **more: str) -> subprocess.CompletedProcess[str]:
        """What `upload.sh` does."""
        return self._run("upload.sh", releases, str(self.www), SFTP_OPTIES=self.options("sftp", "-P"), **more)

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What the key that may publish gets for these words."""
        command = ["ssh", *self.options("publiceer", "-p").split(), "-o", "BatchMode=yes", self.address, *words]
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=30
        )

    @property
    def address(self) -> str:
        return f"{getuser()}@127.0.0.1"

    def _run(self, script: str, releases: Path, *more: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [str(TOOLS / script), str(releases), self.address, *more]
        return subprocess.run(
            command, env=os.environ | variables, capture_output=True, text=True, check=False, timeout=60
        )

    def online(self) -> str:
        """The name of the release that a web server would show; it is whole."""
        target = (self.www / "nu").readlink()
        release = self.www / target.parent
        assert damaged(release, SITE) == ()
        assert (release / SITE / "dorp" / "index.html").stat().st_mode & 0o044 == 0o044
        return release.name

    def releases(self) -> list[str]:
        return sorted(each.name for each in (self.www / "versies").iterdir())


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same server for all tests."""
    with running(tmp_path_factory.mktemp("server") / "ssh") as found:
        yield found


@pytest.fixture
def server(daemon: Server) -> Server:
    """The server, with nothing published."""
    shutil.rmtree(daemon.www)
    daemon.www.mkdir()
    return daemon


@contextmanager
def running(root: Path) -> Iterator[Server]:
    sshd = program("sshd")
    for name in ("rsync", "rrsync", "ssh", "sftp"):
        program(name)
    root.mkdir()
    for name in ("host", "publiceer", "sftp"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(root / name)]
        subprocess.run(command, check=True, capture_output=True)
    public = {name: (root / f"{name}.pub").read_text(encoding="ascii") for name in ("host", "publiceer", "sftp")}
    (root / "keys").write_text(
        f'restrict,command="{TOOLS}/ontvang.sh {root}/www 2" {public["publiceer"]}'
        f'restrict,command="internal-sftp" {public["sftp"]}',
        encoding="ascii",
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (root / "known").write_text(f"[127.0.0.1]:{port} {public['host']}", encoding="ascii")
    (root / "config").write_text(CONFIG.format(root=root, port=port), encoding="ascii")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    (root / "www").mkdir()
    with subprocess.Popen([sshd, "-D", "-f", str(root / "config")], stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        try:
            yield Server(root, port)
        finally:
            process.terminate()


def test_releases_follow_each_other_on_the_server_and_two_stay(server: Server, tmp_path: Path) -> None:
    release_folder = ReleaseFolder(tmp_path / "hier")
    for name in NAMES[:3]:
        release = add(release_folder, name)
        (release.folder / SITE / ".htaccess").write_text("# zelfde\n", encoding="utf-8")
        _count_again(release.folder)
        release_folder.switch(release)
        done = server.send(release_folder.root)
        assert (done.returncode, done.stdout, server.online()) == (0, f"Versie {name} staat online.\n", name), done
    assert server.releases() == NAMES[1:3]
    # What did not change went over the line once, and is one file.
    same = {(server.www / "versies" / name / SITE / ".htaccess").stat().st_ino for name in NAMES[1:3]}
    assert len(same) == 1
    assert not (server.www / "versies" / NAMES[2] / "rapport.json").exists()
    # The same again sends nothing and changes nothing; going back is possible on the server itself.
    assert (server.send(release_folder.root).returncode, server.online()) == (0, NAMES[2])
    assert server.ask("lijst").stdout.split() == NAMES[2:0:-1]
    assert (server.ask("terug").returncode, server.online()) == (0, NAMES[1])
    assert (server.ask("terug", NAMES[2]).returncode, server.online()) == (0, NAMES[2])
    assert (server.ask("terug", NAMES[7]).returncode, server.online()) == (1, NAMES[2])


def _count_again(release: Path) -> None:
    write_manifest(release, digests(release / SITE), SITE)


def test_release_that_did_not_arrive_whole_is_refused(server: Server, tmp_path: Path) -> None:
    release_folder = filled(tmp_path / "hier", NAMES[0])
    assert server.send(release_folder.root).returncode == 0
    release = add(release_folder, NAMES[1])
    release_folder.switch(release)
    (release.folder / SITE / "dorp" / "index.html").write_text("onderweg veranderd", encoding="utf-8")
    done = server.send(release_folder.root)
    assert (done.returncode, server.online()) == (1, NAMES[0])
    assert "De versie is niet heel aangekomen. Er is niets veranderd." in done.stderr
    (release.folder / SITE / "dorp" / "index.html").write_text(NAMES[1], encoding="utf-8")
    (release.folder / SITE / "extra.html").write_text("te veel", encoding="utf-8")
    assert (server.send(release_folder.root).returncode, server.online()) == (1, NAMES[0])
    (release.folder / SITE / "extra.html").unlink()
    assert (server.send(release_folder.root).returncode, server.online()) == (0, NAMES[1])


HALF = f".half-{NAMES[1]}/"


REFUSED: tuple[tuple[str, ...], ...] = (
    (),
    ("sh",),
    ("cat", "/etc/hostname"),
    ("wissel", "../../etc"),
    ("wissel", f"'{NAMES[0]}\nweg'"),
    ("wissel", NAMES[5]),
    ("begin", "$(touch${IFS}gehackt)"),
    ("begin", "*"),
    ("lijst;", "touch", "gehackt"),
    ("rsync", "--server", "--sender", "-r", ".", NAMES[0]),
    ("rsync", "--server", "-r", ".", NAMES[0]),
    ("rsync", "--server", "-r", ".", "/etc/"),
    ("rsync", "--server", "-r", ".", f"{HALF}../{NAMES[0]}/"),
    ("rsync", "--server", "-r", f"--backup-dir=/{NAMES[0]}", ".", HALF),
    ("rsync", "--server", "-r", f"--temp-dir=/{NAMES[0]}", ".", HALF),
    ("rsync", "--daemon", ".", HALF),
    ("scp", "-t", "."),
)


def test_key_that_may_publish_may_do_nothing_else(server: Server, tmp_path: Path) -> None:
    assert server.send(filled(tmp_path / "hier", NAMES[0]).root).returncode == 0
    assert server.ask("touch", "gehackt").stderr == "Dit kan hier niet. Wel: begin, wissel, huidig, lijst, terug.\n"
    assert not (Path.home() / "gehackt").exists()
    for words in REFUSED:
        # As ssh runs it, whatever was asked for.
        asked = os.environ | {"SSH_ORIGINAL_COMMAND": " ".join(words)}
        command = [str(TOOLS / "ontvang.sh"), str(server.www), "3"]
        done = subprocess.run(
            command, cwd=tmp_path, env=asked, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        found = (words, done.returncode != 0, server.online(), server.releases())
        assert found == (words, True, NAMES[0], [NAMES[0]])
    assert [each.name for root in (server.root, tmp_path) for each in root.rglob("gehackt")] == []


def test_hoster_with_only_sftp(server: Server, tmp_path: Path) -> None:
    release_folder = ReleaseFolder(tmp_path / "hier")
    for name in NAMES[:3]:
        release_folder.switch(add(release_folder, name))
        done = server.upload(release_folder.root, BEWAAR="2")
        assert (done.returncode, done.stdout, server.online()) == (0, f"Versie {name} staat online.\n", name), done
    assert server.releases() == NAMES[1:3]


def test_server_that_refuses_the_key_changes_nothing(server: Server, tmp_path: Path) -> None:
    release_folder, keys = filled(tmp_path / "hier", NAMES[0]), server.root / "keys"
    allowed = keys.read_text(encoding="ascii")
    keys.write_text("", encoding="ascii")
    try:
        assert (
            server.upload(release_folder.root).returncode != 0,
            server.send(release_folder.root).returncode != 0,
        ) == (True, True)
    finally:
        keys.write_text(allowed, encoding="ascii")
    assert list(server.www.iterdir()) == []


@pytest.mark.parametrize("script", ["rsync.sh", "upload.sh"])
def test_wrong_use_is_said(tmp_path: Path, script: str) -> None:
    for more in ([], [str(tmp_path), "x@y"]):
        done = subprocess.run([str(TOOLS / script), *more], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr.count("Typ")) == (2, 1)
