"""A repository with an honest programme, to which proposals are made object by object: also what Git itself would refuse."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile.traps import SECRET
from tests.hostile.world import world

FILE, PROGRAM, LINK, MODULE, FOLDER = "100644", "100755", "120000", "160000", "40000"
Entry = tuple[str, bytes]
"""A mode and the name of an object, in octets."""
Change = Mapping[str, tuple[str, bytes | str] | None]
"""path from the top of the repository → mode and bytes (or the name of an object), None: taken away."""
_WHO = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Iemand"), ("EMAIL", "iemand@example.org"), ("DATE", "@1790000000 +0100"))}  # fmt: skip
_BLOCK = 1 << 24


@dataclass
class Bench:
    """The repository, with bait beside the content, and hooks and filters that tell when they are run."""

    home: Path
    base: str = ""
    _trees: dict[str, dict[str, Entry]] = field(default_factory=dict)
    _zeros: dict[int, str] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        """The content folder of the working copy, as the base has it."""
        return self.home / "content"

    @property
    def canary(self) -> Path:
        """A file that is there when something of the repository was run."""
        return self.home.with_name(f"{self.home.name}-uitgevoerd")

    def git(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git answers."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment = {**kept, **_WHO, "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}
        quiet = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")  # the traps are for the program
        command = ["git", "-C", str(self.home), *(quiet if self.base else ()), *arguments]
        return subprocess.run(command, input=given, env=environment, check=True, capture_output=True).stdout

    def blob(self, data: bytes) -> str:
        """A blob with these bytes."""
        return self._store("blob", data)

    def tree(self, entries: list[tuple[str, bytes, str]]) -> str:
        """A tree with these entries (mode, name, object) as they are given."""
        data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(named) for mode, name, named in entries)
        return self._store("tree", data)

    def propose(self, changes: Change, *, parents: tuple[str, ...] | None = None) -> str:
        """A commit on the base with these changes; its name."""
        tree = self._changed(self._root(), [(path.split("/"), change) for path, change in changes.items()])
        return self.commit(tree, (self.base,) if parents is None else parents)

    def commit(self, tree: str, parents: tuple[str, ...] = ()) -> str:
        """A commit of this tree."""
        who = "Iemand <iemand@example.org> 1790000000 +0100"
        lines = [f"tree {tree}", *(f"parent {each}" for each in parents), f"author {who}", f"committer {who}"]
        return self._store("commit", "\n".join([*lines, "", "Voorstel", ""]).encode())

    def zeros(self, size: int) -> str:
        """A blob of so many zeros (a number of blocks of 16 MB), a few kilobytes on the disk; nobody held it whole."""
        if size in self._zeros:
            return self._zeros[size]
        block, head = bytes(_BLOCK), b"blob %d\0" % size
        packer = zlib.compressobj(9)
        first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
        middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # the same for each block
        name, check = hashlib.sha1(head), zlib.adler32(head)  # noqa: S324 - as Git names its objects
        for _ in range(size // _BLOCK):
            name.update(block)
            check = zlib.adler32(block, check)
        data = first + middle * (size // _BLOCK) + b"\x03\x00" + check.to_bytes(4, "big")
        self._zeros[size] = self._put(name.hexdigest(), data)
        return self._zeros[size]

    def shadow(self, blocks: int) -> str:
        """A blob of a hundred zeros that is packed as the difference with one of so many blocks of 16 MB."""
        block, packer, check = bytes(_BLOCK), zlib.compressobj(9), 1
        first = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
        middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
        for _ in range(blocks):
            check = zlib.adler32(block, check)
        large = _packed(3, blocks * _BLOCK) + first + middle * blocks + b"\x03\x00" + check.to_bytes(4, "big")
        delta = _length(blocks * _BLOCK) + _length(100) + b"\x90\x64"  # copy 100 octets from the start
        small = _packed(6, len(delta)) + _back(len(large)) + zlib.compress(delta)
        pack = b"PACK" + (2).to_bytes(4, "big") + (2).to_bytes(4, "big") + large + small
        self.git("index-pack", "--stdin", given=pack + hashlib.sha1(pack).digest())  # noqa: S324 - Git's own
        return hashlib.sha1(b"blob 100\0" + bytes(100)).hexdigest()  # noqa: S324 - as Git names its objects

    def _store(self, kind: str, data: bytes) -> str:
        """An object as Git keeps it; Git itself would refuse to make some of these."""
        whole = b"%s %d\0" % (kind.encode(), len(data)) + data
        return self._put(hashlib.sha1(whole).hexdigest(), zlib.compress(whole, 1))  # noqa: S324 - as Git names them

    def _put(self, name: str, data: bytes) -> str:
        place = self.home / ".git" / "objects" / name[:2] / name[2:]
        place.parent.mkdir(exist_ok=True)
        if not place.exists():
            place.write_bytes(data)
        return name

    def _root(self) -> str:
        return self.git("rev-parse", f"{self.base}^{{tree}}").decode().strip()

    def _changed(self, tree: str | None, changes: list[tuple[list[str], tuple[str, bytes | str] | None]]) -> str:
        entries = dict(self._entries(tree)) if tree else {}
        below: dict[str, list[tuple[list[str], tuple[str, bytes | str] | None]]] = {}
        for parts, change in changes:
            if len(parts) > 1:
                below.setdefault(parts[0], []).append((parts[1:], change))
            elif change is None:
                entries.pop(parts[0])
            else:
                mode, what = change
                entries[parts[0]] = (mode, (self.blob(what) if isinstance(what, bytes) else what).encode())
        for name, deeper in below.items():
            old = entries.get(name)
            inside = old[1].decode() if old and old[0] == FOLDER else None
            entries[name] = (FOLDER, self._changed(inside, deeper).encode())
        order = sorted(entries, key=lambda name: os.fsencode(name) + (b"/" if entries[name][0] == FOLDER else b""))
        return self.tree([(entries[name][0], os.fsencode(name), entries[name][1].decode()) for name in order])

    def _entries(self, tree: str) -> dict[str, Entry]:
        if tree not in self._trees:
            found: dict[str, Entry] = {}
            for line in self.git("ls-tree", "-z", tree).split(b"\0")[:-1]:
                about, _, name = line.partition(b"\t")
                mode, _, named = about.split(b" ")
                found[os.fsdecode(name)] = (mode.decode().lstrip("0"), named)
            self._trees[tree] = found
        return self._trees[tree]


def bench(home: Path) -> Bench:
    """A bench in this empty folder."""
    home.mkdir()
    world(home)
    shutil.rmtree(home / ".git")
    made = Bench(home)
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "Begin")
    made.base = made.git("rev-parse", "HEAD").decode().strip()
    (home / ".git" / "description").write_text(SECRET, encoding="utf-8")
    trap = home / ".git" / "kanarie"
    trap.write_text(f"#!/bin/sh\ntouch '{made.canary}'\ncat\n", encoding="utf-8")
    _runnable(trap)
    for name in ("post-checkout", "post-index-change", "post-merge", "reference-transaction", "fsmonitor-watchman"):
        shutil.copy(trap, home / ".git" / "hooks" / name)
    for key in ("filter.kanarie.smudge", "filter.kanarie.clean", "filter.lfs.smudge", "filter.lfs.process",
                "diff.kanarie.textconv", "diff.external", "core.fsmonitor", "core.pager", "core.alternateRefsCommand"):  # fmt: skip
        made.git("config", key, str(trap))
    return made


def _length(number: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups[-1] |= 0x80
        groups.append(number & 0x7F)
    return bytes(groups)


def _packed(kind: int, size: int) -> bytes:
    """The head of an object in a pack."""
    first = kind << 4 | size & 0xF
    return bytes([first | 0x80]) + _length(size >> 4) if size >> 4 else bytes([first])


def _back(distance: int) -> bytes:
    """How far back in the pack the object stands of which this is a difference."""
    groups = [distance & 0x7F]
    while distance := distance >> 7:
        distance -= 1
        groups.append(0x80 | distance & 0x7F)
    return bytes(reversed(groups))


def _runnable(place: Path) -> None:
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
