from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from meedoen.cli import local_time

BONAIRE = "naam: Bonaire\ntijdzone: America/Kralendijk\n"
HERE = "Asia/Tokyo"


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in Tokyo, where no library of these tests is."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", HERE)
        time.tzset()
        yield
    time.tzset()


def offset(**options: object) -> timedelta | None:
    return local_time.now(Namespace(**options)).utcoffset()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "organisatie.yaml").write_text(BONAIRE, encoding="utf-8")
    return tmp_path


def test_it_is_as_late_as_where_the_organisation_works(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bonaire = timedelta(hours=-4)
    assert offset(content=project / "content") == bonaire
    assert offset(map=project) == bonaire
    assert offset(instellingen=project / "publishconf.py") == bonaire
    monkeypatch.chdir(project)
    assert (offset(map=None), offset()) == (bonaire, bonaire)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    "text", ["", "naam: Bonaire\n", "tijdzone: Kralendijk\n", "tijdzone: [America/Kralendijk]\n", "tijdzone: {\n", "\0"]
)
def test_without_a_zone_it_is_as_late_as_here(project: Path, text: str) -> None:
    (project / "content" / "organisatie.yaml").write_text(text, encoding="utf-8")
    assert offset(map=project) == timedelta(hours=9)


@pytest.mark.usefixtures("elsewhere")
def test_what_is_no_plain_file_is_not_opened(project: Path, tmp_path: Path) -> None:
    file = project / "content" / "organisatie.yaml"
    real = file.rename(tmp_path / "elders.yaml")
    assert offset(map=project) == timedelta(hours=9)
    file.symlink_to(real)
    assert offset(map=project) == timedelta(hours=9)
    file.unlink()
    file.mkdir()
    assert offset(map=project) == timedelta(hours=9)
