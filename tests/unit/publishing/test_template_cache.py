"""Templates that were compiled before: used only where nothing is different, and never where others may write."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from tests.repositories import Story
from tests.translations import ENGLISH_PO

from meedoen.language.voice import read_voice
from meedoen.language.wording import capital
from meedoen.outputs.facts import IN_DUTCH, Facts
from meedoen.publishing.template_cache import FOLDER, TemplateCache, template_caches
from meedoen.rendering.template_context import TemplateContext, nothing_compiled

TEMPLATES = Path(__file__).resolve().parents[3] / "theme" / "templates"
SOURCE = "<p>{{ name }}</p>"


class CountingEnvironment(Environment):
    """Counts what it compiles."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"autoescape": True, "extensions": ["jinja2.ext.i18n"], **settings})
        self.compiled: list[str] = []

    def compile(self, source: Any, name: Any = None, *more: Any, **settings: Any) -> Any:
        self.compiled.append(name)
        return super().compile(source, name, *more, **settings)


def built(folder: Path, source: str = SOURCE, program: str = "1", **settings: Any) -> tuple[str, list[str]]:
    """What a page of this source shows in a build of its own, and what was compiled for that."""
    environment = CountingEnvironment(loader=DictLoader({"x.html": source}), **settings)
    environment.bytecode_cache = TemplateCache(folder, program)
    return environment.get_template("x.html").render(name="<b>"), environment.compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "git" / FOLDER / "nl"


def test_second_build_compiles_nothing_and_shows_the_same(folder: Path) -> None:
    assert [built(folder), built(folder)] == [("<p>&lt;b&gt;</p>", ["x.html"]), ("<p>&lt;b&gt;</p>", [])]


def test_folder_may_be_deleted_at_any_moment(folder: Path) -> None:
    first = built(folder)
    (file,) = folder.iterdir()
    file.unlink()
    assert built(folder) == first
    file.unlink()
    folder.rmdir()
    assert built(folder) == first


@pytest.mark.parametrize(
    "different",
    [
        {"source": "<p>{{ name }}!</p>"},
        {"program": "2"},
        {"autoescape": False},
        {"trim_blocks": True},
        {"extensions": []},
    ],
    ids=str,
)
def test_what_is_different_is_compiled_anew_in_its_place(folder: Path, different: dict[str, Any]) -> None:
    built(folder)
    assert [built(folder, **different)[1], built(folder, **different)[1]] == [["x.html"], []]
    assert len(list(folder.iterdir())) == 1


def _shorter(data: bytes) -> bytes:
    return data[:-7]


def _other_code(data: bytes) -> bytes:
    return data[:32] + marshal.dumps(compile("raise SystemExit", "x.html", "exec"))


def _empty(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [_shorter, _other_code, _empty])
def test_damaged_file_is_not_run_and_mended(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    first = built(folder)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert built(folder) == first
    assert file.read_bytes() == whole


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o702])
def test_folder_that_is_open_to_others_is_not_used(folder: Path, mode: int) -> None:
    first = built(folder)
    folder.chmod(mode)
    (file,) = folder.iterdir()
    before = file.stat().st_mtime_ns
    assert (built(folder), file.stat().st_mtime_ns) == (first, before)
    folder.chmod(0o700)
    assert built(folder)[1] == []


def test_link_to_a_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    first = built(elsewhere)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(elsewhere)
    assert built(folder) == first


def test_where_no_folder_can_be_every_build_compiles(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("een bestand", encoding="utf-8")
    assert [built(tmp_path / "bestand" / "nl")[1] for _ in range(2)] == [["x.html"], ["x.html"]]


def test_each_language_has_its_own(tmp_path: Path) -> None:
    loader = ChoiceLoader([DictLoader({"x.html": "<p>{{ _('Vol') }}</p>"}), FileSystemLoader(TEMPLATES)])
    shown = []
    for _ in range(2):
        for facts in (IN_DUTCH, Facts(read_voice("en", ENGLISH_PO))):
            environment = CountingEnvironment(loader=loader, trim_blocks=True, lstrip_blocks=True)
            environment.filters["capital"] = capital
            context = TemplateContext(environment, facts, lambda language: TemplateCache(tmp_path / language, "1"))
            shown.append((context.template("x.html").render(context.values), bool(environment.compiled)))
    assert shown == [("<p>Vol</p>", True), ("<p>Full</p>", True), ("<p>Vol</p>", False), ("<p>Full</p>", False)]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["en", "nl"]


def test_preview_keeps_them_beside_the_files_of_git(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.content.mkdir()
    caches = template_caches({"JINJA_FILTERS": {}}, story.content, lambda: "1")
    assert isinstance(caches("nl"), TemplateCache)
    assert (tmp_path / ".git" / "meedoen-sjablonen" / "nl").stat().st_mode & 0o777 == 0o700
    assert story.git("status", "--porcelain") == ""


@pytest.mark.parametrize("settings", [{"MEEDOEN_OWN_ADDRESSES": True}, {"JINJA_FILTERS": {"x": str}}], ids=str)
def test_what_is_published_or_has_filters_of_its_own_is_compiled_anew(tmp_path: Path, settings: dict[str, Any]) -> None:
    story = Story(tmp_path)
    assert template_caches(settings, story.root, lambda: "1") is nothing_compiled


def test_content_without_repository_is_compiled_anew(tmp_path: Path) -> None:
    assert template_caches({}, tmp_path, lambda: "1") is nothing_compiled
