"""Whatever a title says, every mail program sends it as it was typed, and replaces its own marks and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.form.nasty import NASTY
from tests.newsletter.programs import AWAY, GONE, ONLINE, PROGRAMS, links, titles
from tests.newsletter.writing import LETTERS, files, item, letter

from meedoen.newsletter.escaping import shown, told
from meedoen.newsletter.export_profile import PROFILES
from meedoen.notation.markup import plain, render
from meedoen.outputs.letter import Letter, Section

GO = Path(__file__).with_name("listmonk.go")
FOLDER = "nieuwsbrief/papendrecht-2026-w49/"
CODE = (
    "{{ 7*7 }}", '{{ printf "%s" "uitgevoerd" }}', "{{ UnsubscribeURL }}", "{{{{ x }}}}", "{{{ drie }}}", "{{", "{{`",
    "}}", "{% if x %}", "{% raw %}", "{#geheim#}", "{$naam}", "{$unsubscribe}", "{if $x}", "{literal}",
    "{webversion}", "{ los }",
    "*|UNSUB|*", "*|FNAME:Naam|*", "*|IF:X|*", "*||*", "**|A|**", "|*|", "*|half", "%UNSUBSCRIBELINK%", "%FIRSTNAME%",
    "%IF X%", "%/IF%", "100%GRATIS%", "50% KORTING", "%A%B%C%D%",
    "[link:subscription_unsubscribe_url]", "[[link:x]]",
    "[subscriber:firstname | default:lezer]", "[LINK:x]", "${x}", "<% x %>", "<script>{{ x }}</script>", "{{\u00a0x }}",
    "Taalcaf\u00e9 {{ naam }} *|NAAM|* %NAAM% [date:d]", "{{<b>{{</b>", "&#123;{ x }}", "{&#123; x }}", "`}}{{`",
)  # fmt: skip
HOSTILE = (*NASTY, *CODE)


def hostile() -> Letter:
    """A letter in which every text that somebody typed says such things; each title is there once."""
    items = tuple(
        item(number, name=text, summary=more, where=more, note=more, when=more, audience=more, price=more)
        for number, (text, more) in enumerate((text, f"x {text}") for text in HOSTILE)
    )
    words = "\n\n".join(f"x {text}" for text in CODE)
    sections = tuple(
        Section(f"deel-{n}", text, items[n::8], more=2, more_url=f"https://x.nl/{n}") for n, text in enumerate(CODE[:8])
    )
    found = letter(*sections, title=CODE[0], sender=CODE[3], address=f"x {CODE[14]}", preheader=" ".join(CODE[:6]),
                   intro=render(words), intro_text=plain(render(words)))  # fmt: skip
    return replace(found, edition=replace(found.edition, subject=" ".join(CODE[:9])))


def expected(found: Letter) -> list[str]:
    return [" ".join(each.name.split()) for each in found.items]


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """path → text of what is made of it."""
    return {path: data.decode() for path, data in files(hostile()).items() if path.endswith((".html", ".txt"))}


def in_text(text: str) -> list[str]:
    """The titles in plain text, without the spaces that keep code apart."""
    lines = [line.removeprefix("* ") for line in text.split("\n") if line.startswith("* ")]
    return [_bare(each) for each in lines]


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("profile", PROGRAMS)
def test_program_sends_every_title_as_it_was_typed(profile: str, made: dict[str, str]) -> None:
    send, names = PROGRAMS[profile], expected(hostile())
    sent, text = send(made[f"{FOLDER}{profile}.html"]), send(made[f"{FOLDER}{profile}.txt"])
    assert titles(sent) == names
    assert in_text(text) == [_bare(each) for each in names]
    assert (GONE in sent, GONE in text) == (False, False)


@pytest.mark.parametrize("profile", PROGRAMS)
def test_program_puts_its_addresses_behind_its_marks(profile: str, made: dict[str, str]) -> None:
    known, archive = PROFILES[profile], "https://papendrecht.agenda.example.org/nieuwsbrief.html#afmelden"
    away = {"": None if known.adds_unsubscribe else archive}.get(known.unsubscribe, AWAY)
    online = ONLINE if known.web else hostile().url
    sent, text = (PROGRAMS[profile](made[f"{FOLDER}{profile}.{ending}"]) for ending in ("html", "txt"))
    found = links(sent)
    assert (found.get("Afmelden voor deze brief"), found["Lees deze brief in je browser"]) == (away, online)
    assert (f"Afmelden voor deze brief: {away}" in text, f"in je browser: {online}" in text) == (away is not None, True)


def test_every_profile_is_tried() -> None:
    assert {*PROGRAMS, "listmonk"} == PROFILES.keys()


def listmonk(letters: list[dict[str, str]]) -> list[dict[str, str]]:
    """What listmonk sends, by Go's own template engine. Without Go the test is skipped, and fails in CI."""
    go = shutil.which("go")
    if go is None:
        message = "niet getest: wat listmonk met een brief doet (Go ontbreekt)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    command = [go, "run", str(GO)]
    done = subprocess.run(command, input=json.dumps(letters), capture_output=True, check=True, encoding="utf-8")
    sent: list[dict[str, str]] = json.loads(done.stdout)
    return sent


def test_listmonk_sends_every_letter_as_it_was_typed(made: dict[str, str]) -> None:
    written = {"hostile": hostile(), **{name: make() for name, make in LETTERS.items()}}
    both = [_both(made)] + [
        _both({path: data.decode() for path, data in files(make()).items() if "listmonk" in path})
        for make in LETTERS.values()
    ]
    broken = {"html": "<p>{{ 7*7 }}</p>", "text": ""}
    *sent, refused = listmonk([*both, broken])
    assert "fault" in refused
    for found, letter_, given_ in zip(sent, written.values(), both, strict=True):
        assert "fault" not in found
        assert titles(found["html"]) == (expected(letter_) or ["Er staat nu niets in de agenda"])
        assert in_text(found["text"]) == [_bare(each) for each in expected(letter_)]
        ways = links(found["html"])
        assert (ways["Afmelden voor deze brief"], ways["Lees deze brief in je browser"]) == (AWAY, ONLINE)
        # What only Outlook reads is a comment, and Go drops comments that are not said to be safe.
        assert found["html"].count("<!--[if mso]>") == given_["html"].count("<!--[if mso]>") == 3


def _both(found: dict[str, str]) -> dict[str, str]:
    return {"html": found[f"{FOLDER}listmonk.html"], "text": found[f"{FOLDER}listmonk.txt"]}


@settings(max_examples=300)
@given(st.text(alphabet="{}%$#*|[]<>&;: `ANlinkdate123_", max_size=24), st.sampled_from(sorted(PROGRAMS)))
def test_no_text_becomes_code(text: str, profile: str) -> None:
    known, send = PROFILES[profile], PROGRAMS[profile]
    html, line = str(shown(text, known)), told(text, known)
    assert send(html) == html
    assert send(line) == line
    assert titles(f"<h3>{html}</h3>") == [" ".join(text.split())]
    assert _bare(line) == _bare(text)
