"""What runs at the forges: clean by its linters, pinned, with no right too many, and true to our command."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from meedoen.cli.main import command

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((ROOT / ".forgejo" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
WORKFLOWS = [*GITHUB, *FORGEJO]
# The actions that may be used, each at the one commit that was looked at: see docs/decisions/0035.
ACTIONS = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/setup-python": ("ece7cb06caefa5fff74198d8649806c4678c61a1", "v6.3.0"),
    "actions/upload-artifact": ("043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
_USES = re.compile(r"^ +(?:- )?uses: (\S+)@(\S+)(?: # (\S+))?$", re.MULTILINE)
# Options that are being made elsewhere: a line with one of these is held against the parser as soon as it knows them.
AWAITED = {"publiceer": None, "controleer": "--alleen-gewijzigd"}


@dataclass(frozen=True, slots=True)
class Step:
    """A script of a workflow, with the names of what it is given."""

    workflow: str
    job: str
    script: str
    folder: str
    environment: dict[str, str]


def _lint(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a linter from the packages for developers; without it this fails, it is never skipped."""
    place = BIN / program
    assert place.is_file(), f"{program} is not installed: make .venv/dev"
    command = [str(place), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def _zizmor(*paths: Path) -> list[str]:
    options = ("--offline", "--no-progress", "--persona", "auditor", "--format", "json")
    done = _lint("zizmor", *options, *map(str, paths))
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return sorted(each["ident"] for each in found if not each.get("ignored"))


def _loaded(path: Path) -> dict[Any, Any]:  # YAML reads the key `on` as true
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _steps(path: Path) -> Iterator[Step]:
    for name, job in _loaded(path)["jobs"].items():
        for step in job["steps"]:
            if "run" in step:
                where = step.get("working-directory", ".")
                yield Step(path.relative_to(ROOT).as_posix(), name, step["run"], where, step.get("env", {}))


def _gitlab_steps() -> Iterator[Step]:
    for name, job in _loaded(GITLAB).items():
        if isinstance(job, dict) and "script" in job:
            yield Step(GITLAB.name, name, "\n".join(job["script"]), ".", {})


STEPS = [step for path in WORKFLOWS for step in _steps(path)] + list(_gitlab_steps())


def test_zizmor_finds_nothing() -> None:
    assert _zizmor(ROOT / ".github", *FORGEJO) == []


def test_actionlint_finds_nothing() -> None:
    done = _lint("actionlint", *map(str, WORKFLOWS))
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
        ("vendor.gitlab-ci", [GITLAB]),
    ],
    ids=["workflows", "dependabot", "gitlab"],
)
def test_schema_holds(schema: str, paths: list[Path]) -> None:
    done = _lint("check-jsonschema", "--builtin-schema", schema, *map(str, paths))
    assert (done.stdout.strip(), done.returncode) == ("ok -- validation done", 0)


# What would be wrong with a workflow, the linter that must say so, and a word of what it says.
_MISTAKES = (
    ("@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "zizmor", "unpinned-uses"),
    ("          persist-credentials: false\n", "", "zizmor", "artipacked"),
    ("    permissions:\n      contents: read\n", "    permissions: write-all\n", "zizmor", "excessive-permissions"),
    ("  pull_request:\n", "  pull_request_target:\n", "zizmor", "dangerous-triggers"),
    ('"$VAN"', '"${{ github.event.pull_request.title }}"', "zizmor", "template-injection"),
    ("runs-on: ubuntu-24.04", "runs-on: ubuntu-9000", "actionlint", "ubuntu-9000"),
    ("github.event.pull_request.number", "github.evenement.nummer", "actionlint", "evenement"),
    ("    timeout-minutes: 10\n", "    timeout-minuten: 10\n", "check-jsonschema", "timeout-minuten"),
)


@pytest.mark.parametrize(("good", "bad", "linter", "said"), _MISTAKES, ids=[each[-1] for each in _MISTAKES])
def test_linter_tells_a_mistake(good: str, bad: str, linter: str, said: str, tmp_path: Path) -> None:
    text = (ROOT / ".github" / "workflows" / "controle.yml").read_text(encoding="utf-8")
    assert good in text
    place = tmp_path / ".github" / "workflows" / "controle.yml"
    place.parent.mkdir(parents=True)
    place.write_text(text.replace(good, bad), encoding="utf-8")
    if linter == "zizmor":
        assert said in _zizmor(place)
    else:
        more = ("--builtin-schema", "vendor.github-workflows") if linter == "check-jsonschema" else ()
        done = _lint(linter, *more, str(place))
        assert (done.returncode != 0, said in done.stdout) == (True, True)


def test_actions_are_the_ones_that_were_looked_at() -> None:
    used = {each for path in WORKFLOWS for each in _USES.findall(path.read_text(encoding="utf-8"))}
    assert used == {(action, *pinned) for action, pinned in ACTIONS.items()}
    lines = [
        line
        for path in WORKFLOWS
        for line in path.read_text(encoding="utf-8").split("\n")
        if "- uses:" in line or " uses:" in line
    ]
    assert [line for line in lines if not _USES.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_workflow_has_no_rights_of_its_own_and_each_job_an_end(path: Path) -> None:
    workflow = _loaded(path)
    assert workflow["permissions"] == {}
    assert [
        name for name, job in workflow["jobs"].items() if "permissions" not in job or "timeout-minutes" not in job
    ] == []


@pytest.mark.parametrize("path", [each for each in WORKFLOWS if "pull_request" in str(_loaded(each)[True])], ids=str)
def test_workflow_that_a_stranger_starts_has_no_secret_and_only_reads(path: Path) -> None:
    assert "secrets." not in path.read_text(encoding="utf-8")
    jobs = _loaded(path)["jobs"].values()
    assert [job["permissions"] for job in jobs] == [{"contents": "read"}] * len(jobs)
    assert [job for job in jobs if "environment" in job] == []


def test_workflow_with_rights_checks_nothing_of_a_proposal_out() -> None:
    steps = [step for job in _loaded(GITHUB[-1])["jobs"].values() for step in job["steps"]]
    assert GITHUB[-1].name == "voorbeeld.yml"
    checkouts = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts == [{"fetch-depth": 0, "persist-credentials": False}]
    scripts = [step["run"] for step in steps if "run" in step]
    assert [
        each for each in scripts if re.search(r"\bgit\b.*\b(?:checkout|switch|merge|reset|worktree|apply)\b", each)
    ] == []
    assert [each for each in scripts if "download" in each] == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.workflow}-{step.job}")
def test_script_has_no_expression_in_it(step: Step) -> None:
    assert "${{" not in step.script


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.workflow}-{step.job}")
def test_script_is_a_script(step: Step) -> None:
    subprocess.run(["bash", "-n"], input=step.script.encode(), check=True, capture_output=True)


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_reads_a_proposal_takes_modules_and_theme_of_the_program(path: Path) -> None:
    """In the folder of a proposal, `python -m` would take its modules, and the usual theme would be its templates."""
    for step in (each for each in STEPS if each.workflow == path.relative_to(ROOT).as_posix()):
        assert "python -m" not in step.script
        if "controleer" in step.script:
            assert re.search(r"(?:\.\./|/tmp/)programma/\.venv/bin/meedoen controleer ", step.script)
            assert re.search(r"--thema (?:\.\./|/tmp/)programma/theme", step.script)


def _commands() -> Iterator[tuple[str, list[str]]]:
    """Where a `meedoen …` stands, and its arguments; a variable is a word, a list of options is none."""
    for step in STEPS:
        script = step.script.replace("\\\n", " ")
        for line in script.split("\n"):
            found = re.search(r"/meedoen (.*)$", line)
            if found:
                plain = re.sub(r'"\$\{\w+\[@\]\}"|\$mag\b', "", found[1])
                words = re.sub(r"\$\w+", "1", re.split(r" (?:\|\||&&|>|;)", plain)[0])
                yield f"{step.workflow}-{step.job}", shlex.split(words)


COMMANDS = list(_commands())


def _knows(verb: str, option: str | None) -> bool:
    """Whether our command has this verb, and the verb this option."""
    (verbs,) = (each.choices for each in command()._actions if isinstance(each, argparse._SubParsersAction))
    return verb in verbs and (option is None or option in verbs[verb]._option_string_actions)


@pytest.mark.parametrize(("where", "arguments"), COMMANDS, ids=[f"{where}-{words[0]}" for where, words in COMMANDS])
def test_command_is_one_that_we_have(where: str, arguments: list[str]) -> None:
    verb = arguments[0]
    if verb in AWAITED and not _knows(verb, AWAITED[verb]):
        pytest.xfail(f"{where}: {verb} {AWAITED[verb] or ''} is not here yet")
    assert command().parse_args(arguments).verb == verb


def test_every_kind_of_command_is_in_a_workflow() -> None:
    assert {arguments[0] for _, arguments in COMMANDS} == {"controleer", "haal-voorstel", "publiceer"}
