"""The account of the past against the plain way: every commit read whole, with the real network of its time."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections import defaultdict
from functools import cache
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repositories import Story, koffie
from tests.unit.history.test_past import past

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.occurrence import occurrences
from meedoen.content.source import SourceFile
from meedoen.outputs.calendar.event import Events, Stamp

ACTIVITIES = ("a", "b", "c")
PLACE = "locaties/bibliotheek-papendrecht.yaml"
WORDS = "woordenlijsten/doelgroepen.yaml"
Seen = dict[str, bytes]

_titles = st.sampled_from(["Koffie", "Thee"])
_more = st.sampled_from(["", "doelgroep: [volwassenen]\n", "doelgroep: [18+]\nuitgelicht: ja\n", "verborgen: ja\n"])
_places = st.sampled_from(["bibliotheek-papendrecht", "Bibliotheek Papendrecht", "Wijkcentrum"])
_texts = st.one_of(st.none(), st.builds(koffie, title=_titles, more=_more, place=_places))
_activity = st.tuples(st.sampled_from([f"activiteiten/papendrecht/{each}.md" for each in ACTIVITIES]), _texts)
_streets = st.sampled_from(["Markt 22", "Markt 23"])
_frame = st.one_of(
    st.tuples(st.just(PLACE), _streets.map(lambda street: ("Markt 22", street))),
    st.tuples(st.just(WORDS), st.sampled_from([("18 jaar", "18 jaar"), ("18 jaar", "Achttien")])),
    st.tuples(st.just(WORDS), st.just(("Jeugd}", "Jeugd, ook: [kinderen]}"))),
)
_change = st.tuples(st.just("change"), st.lists(_activity, max_size=2), st.lists(_frame, max_size=1))
_step = st.one_of(
    _change, _change, st.tuples(st.just("branch")), st.tuples(st.just("merge")), st.tuples(st.just("build"))
)


@given(st.lists(_step, min_size=2, max_size=10))
@settings(max_examples=30)
def test_account_equals_reading_every_commit_whole(steps: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = Story(Path(folder))
        story.commit({**story.reference_files(), "activiteiten/papendrecht/a.md": koffie()})
        _tell(story, steps)
        found = past(story.content)
        expected = _naive(story)
        assert {each: found.of(each).sequence for each in expected} == {each: n - 1 for each, n in expected.items()}


def _tell(story: Story, steps: list[tuple[object, ...]]) -> None:
    """Plays the steps. A merge that conflicts takes the side of the branch; a build lets the memory go along."""
    numbers = count()
    branch = ""
    for step in steps:
        if step[0] == "change":
            files: dict[str, str | None] = {}
            for path, text in step[1]:  # type: ignore[attr-defined]
                if text is not None or (story.content / path).exists():
                    # A title of its own: a file that takes the place of another is not the same under another name.
                    files[path] = text and text.replace("titel: ", f"titel: {path[-4]} ")
            for path, (old, new) in step[2]:  # type: ignore[attr-defined]
                files[path] = story.reference_files()[path].replace(old, new)
            story.commit(files)
        elif step[0] == "build":
            past(story.content)
        elif step[0] == "branch" and not branch:
            branch = f"voorstel-{next(numbers)}"
            story.git("checkout", "--quiet", "-b", branch)
        elif step[0] == "merge" and branch:
            story.git("checkout", "--quiet", "main")
            story.git("merge", "--quiet", "--no-ff", "--strategy", "ort", "-X", "theirs", "-m", "Samen", branch)
            branch = ""


def _naive(story: Story) -> dict[str, int]:
    """id → in how many commits it differs from all parents."""
    changed: defaultdict[str, int] = defaultdict(int)
    lines = [line.split() for line in story.git("rev-list", "--parents", "HEAD").splitlines()]
    seen = {name: _seen(story, name) for name, *_ in lines}
    for name, *parents in lines:
        before = [seen[parent] for parent in parents] or [{}]
        for each in {key for one in (seen[name], *before) for key in one}:
            if all(one.get(each) != seen[name].get(each) for one in before):
                changed[each] += 1
    return dict(changed)


def _seen(story: Story, commit: str) -> Seen:
    """id → what subscribers see of each activity in this commit; hidden ones are there, but look like nothing."""
    packed = story.git("archive", "--format=tar", commit, "content")
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(packed.encode())) as archive:
        for member in archive:
            if (data := archive.extractfile(member)) is not None:
                files[member.name] = data.read()
    reference_files = tuple((path, data) for path, data in files.items() if "/activiteiten/" not in path)
    network = _network(reference_files)
    activities = [SourceFile(path, data) for path, data in files.items() if "/activiteiten/" in path]
    library = read_library(activities, network)
    assert library.problems == ()
    stamp = Stamp(domain="agenda.example.org", url="https://example.org")
    return {each.id: b"" if each.hidden else Events(each, occurrences(each), stamp).all for each in library.activities}


@cache
def _network(reference_files: tuple[tuple[str, bytes], ...]):  # type: ignore[no-untyped-def]
    found, problems = read_network(SourceFile(path, data) for path, data in reference_files)
    assert problems == ()
    return found
