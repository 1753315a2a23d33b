"""Every proposal that is meant to do harm in Git: refused with rule and place, or taken byte for byte, within limits."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.hostile.bench import Bench, bench
from tests.hostile.item import BASE
from tests.hostile.proposals import ATTACKS, DORP, HARMLESS, MODES, NO_COMMITS, SIZES, WHOLE, Attack
from tests.hostile.traps import SECRET
from tests.hostile.world import PLUGINS, SECONDS, run_within_limits

pytestmark = pytest.mark.e2e

BYTES = 300_000_000
_REFUSED = re.compile(r"(?m)^\d+ van \d+ · Geweigerd: .*\[([a-z-]+)\]\n  --> “(.*)”$")
# A line begins with words of ours, whatever somebody proposed.
_OURS = re.compile(
    r"\d+ van \d+ · Geweigerd: |  --> “|   = |Dit voorstel verandert ook|Klaar: |Er is niets opgehaald\.|\Z"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of `haal-voorstel`: how it ended, what it said and used, and the folder."""

    code: int
    out: str
    err: str
    seconds: float
    kilobytes: int
    folder: Path

    @property
    def files(self) -> dict[str, bytes]:
        """path → bytes of all that stands in the folder."""
        found = (each for each in self.folder.rglob("*") if not each.is_dir() or each.is_symlink())
        return {
            each.relative_to(self.folder).as_posix(): each.read_bytes() for each in found if each.name != ".meedoen"
        }

    @property
    def refused(self) -> set[tuple[str, str]]:
        """Path and rule of each refusal."""
        return {(path, rule) for rule, path in _REFUSED.findall(self.out)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The repository with all proposals in it."""
    return bench(tmp_path_factory.mktemp("werkbank") / "werkbank")


@pytest.fixture(scope="module")
def commits(made: Bench) -> dict[str, str]:
    """The proposal of each attack, by its name."""
    return {each.name: each.make(made) for each in ATTACKS}


@pytest.fixture(scope="module")
def fetched(made: Bench, commits: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Fetched]:
    """What came of each attack, by its name."""
    return fetch(made, commits, tmp_path_factory.mktemp("opgehaald"))


def fetch(
    made: Bench,
    commits: dict[str, str],
    folder: Path,
    plugins: Path = PLUGINS,
    more: tuple[str, ...] = ("--laat-weg",),
    limit: int = SECONDS,
) -> dict[str, Fetched]:
    """Runs `haal-voorstel` for all of these, each in a process with limits."""
    places = {name: folder / str(number) for number, name in enumerate(commits)}
    commands: list[tuple[str, list[str]]] = []
    for name, place in places.items():
        place.mkdir()
        asked = [f"--commit={commits[name]}", "--basis", made.base, "--content", str(made.content)]
        commands.append((f"{place}/", ["haal-voorstel", *asked, "--naar", str(place / "voorstel"), *more]))
    run_within_limits(commands, folder, plugins, limit=limit)
    return {name: _answer(place) for name, place in places.items()}


def _answer(place: Path) -> Fetched:
    code, out, err, used = (
        (place / name).read_text(encoding="utf-8") for name in ("code.txt", "uit.json", "fout.txt", "werk.txt")
    )
    return Fetched(int(code), out, err, float(used.split()[0]), int(used.split()[1]), place / "voorstel")


def _shown(path: str) -> str:
    """The path as a message shows it."""
    path = path if len(path) <= 300 else path[:299] + "…"
    visible = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in path)
    return visible.replace("##[", "# #[")


def expected(made: Bench, attack: Attack) -> dict[str, bytes]:
    """What must stand in the folder: the honest files that stay, and those of the proposal that may come in."""
    stays = {
        f"content/{each.relative_to(made.content).as_posix()}": each.read_bytes()
        for each in made.content.rglob("*")
        if each.is_file()
    }
    return {path: data for path, data in stays.items() if path not in attack.removed} | attack.taken


def judge(attack: Attack, found: Fetched, made: Bench) -> None:
    """Holds the answer to `--laat-weg` against what must come of the attack."""
    refused = {(_shown(path), rule) for path, rule in attack.refused}
    assert (found.err, found.refused, found.code) == ("", refused, 1 if attack.is_whole else 0)
    assert found.files == ({} if attack.is_whole else expected(made, attack))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda each: each.name)
def test_attack_is_refused_at_its_place_or_taken_as_it_is(
    attack: Attack, fetched: dict[str, Fetched], made: Bench
) -> None:
    judge(attack, fetched[attack.name], made)


def test_one_refusal_is_enough_to_take_nothing(made: Bench, commits: dict[str, str], tmp_path: Path) -> None:
    some = {each.name: each for each in (MODES[0], SIZES[0], WHOLE, HARMLESS[0])}
    for name, found in fetch(made, {name: commits[name] for name in some}, tmp_path, more=()).items():
        refused = {(_shown(path), rule) for path, rule in some[name].refused}
        assert (found.err, found.refused, found.code) == ("", refused, 1 if refused else 0)
        assert found.files == ({} if refused else expected(made, some[name]))


def test_nothing_of_a_proposal_was_run_or_written_elsewhere(made: Bench, fetched: dict[str, Fetched]) -> None:
    assert not made.canary.exists()
    assert made.git("status", "--porcelain", "--untracked-files=all") == b""
    kinds = {path.lstat().st_mode >> 12 for each in fetched.values() for path in each.folder.rglob("*")}
    assert kinds == {0o4, 0o10}  # folders and regular files
    beside = {path.name for each in fetched.values() for path in each.folder.parent.iterdir()}
    assert beside == {"uit.json", "fout.txt", "code.txt", "werk.txt", "voorstel"}
    assert made.canary.parent.joinpath("buiten.md").exists() is False


def test_the_canary_sings(made: Bench, commits: dict[str, str], tmp_path: Path) -> None:
    """A checkout of the same proposal runs the filters: what the test above says could be false."""
    made.git(
        "-c", "core.bare=false", f"--work-tree={tmp_path}", "checkout", "--quiet", commits["attributen"], "--", "."
    )
    made.git("reset", "--quiet", "--hard", made.base)
    assert made.canary.exists()
    made.canary.unlink()


def test_secrets_beside_the_content_are_in_no_answer(fetched: dict[str, Fetched], made: Bench) -> None:
    assert (made.home / "geheim.md").read_bytes().find(SECRET.encode()) > 0
    leaks = [
        name
        for name, each in fetched.items()
        if SECRET in each.out + each.err or any(SECRET.encode() in data for data in each.files.values())
    ]
    assert leaks == []


def test_answers_have_no_lines_of_others(fetched: dict[str, Fetched]) -> None:
    lines = [line for each in fetched.values() for line in each.out.split("\n")]
    assert [line for line in lines if not _OURS.match(line)] == []
    assert [line for line in lines if "##[" in line or not line.isprintable()] == []


def test_no_answer_cost_much(fetched: dict[str, Fetched]) -> None:
    assert {name: each.seconds for name, each in fetched.items() if each.seconds > SECONDS} == {}
    assert {name: each.kilobytes for name, each in fetched.items() if each.kilobytes > BYTES // 1_000} == {}


@pytest.fixture(scope="module")
def answers(made: Bench, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Fetched]:
    """What came of each word that is no commit here, by its name."""
    return fetch(made, {name: word(made) for name, word in NO_COMMITS}, tmp_path_factory.mktemp("woorden"))


@pytest.mark.parametrize("name", [name for name, _ in NO_COMMITS])
def test_word_that_is_no_commit_here(name: str, answers: dict[str, Fetched]) -> None:
    found = answers[name]
    assert (found.code, found.out, found.folder.exists()) == (2, "", False)
    assert len(found.err.rstrip("\n").split("\n")) <= 4
    assert "Traceback" not in found.err


def test_names_of_attacks_differ() -> None:
    assert len({each.name for each in ATTACKS}) == len(ATTACKS)


# A programme as large as a province, with as long a history: two seconds to make, with `git fast-import`.
FILES, COMMITS = 5_000, 10_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """5,000 activities, and 10,000 commits on either side of the point where the proposal began."""
    found = bench(tmp_path_factory.mktemp("groot") / "groot")
    found.git("fast-import", "--quiet", "--force", given=b"".join(_history(found)))
    found.base = found.git("rev-parse", "refs/heads/veel").decode().strip()
    found.git("reset", "--quiet", "--hard", found.base)
    return found


def _history(made: Bench) -> Iterator[bytes]:
    who = b"committer Iemand <iemand@example.org> %d +0000\ndata 1\nx\n"
    yield b"blob\nmark :1\ndata %d\n%s\n" % (len(BASE), BASE)
    yield b"commit refs/heads/veel\nmark :2\n" + who % 1_790_000_001 + b"from %s\n" % made.base.encode()
    for number in range(FILES):
        yield b"M 100644 :1 content/activiteiten/dorp/veel/a%05d.md\n" % number
    for branch in (b"veel", b"voorstel"):
        for number in range(COMMITS):
            yield b"commit refs/heads/%s\n" % branch + who % (1_790_000_002 + number)
            yield b"from :2\n" if not number else b""
            text = b"%s %d" % (branch, number)
            yield b"M 100644 inline content/.teller-%s\ndata %d\n%s\n" % (branch, len(text), text)
    yield b"commit refs/heads/voorstel\n" + who % 1_791_000_000
    yield b"M 100644 inline %s/nieuw.md\ndata %d\n%s\n" % (DORP.encode(), len(BASE), BASE)


def test_one_file_among_thousands_with_a_huge_history(large: Bench, tmp_path: Path) -> None:
    (found,) = fetch(large, {"groot": "refs/heads/voorstel"}, tmp_path, limit=10).values()
    assert (found.code, found.err, found.refused) == (0, "", set())
    stays = [each for each in large.content.rglob("*") if each.is_file() and each.name[0] != "."]
    assert len(found.files) == len(stays) + 1 > FILES
    assert found.files[f"{DORP}/nieuw.md"] == BASE
    # Disks differ in what a new file costs, more so when they are busy; the rest may take as long as anything else.
    start = sum(os.times()[:2])
    for name in range(len(stays)):
        (tmp_path / f"{name}.md").write_bytes(BASE)
    writing = sum(os.times()[:2]) - start
    assert found.seconds < SECONDS + 2 * writing
    assert found.kilobytes < BYTES // 1_000
