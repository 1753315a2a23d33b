from __future__ import annotations

from tests.builders import source

from meedoen.proposals.texts import Texts

TEXTS = Texts([source("a.md", "---\ntitel: Een\n---\n"), source("b.md", "geen kop"), source("c.yaml", "naam: Drie\n")])


def test_text_is_read_when_it_is_asked_for_and_once() -> None:
    found = TEXTS["a.md"]
    assert (found.path, [key.text for key, _ in found.fields.entries]) == ("a.md", ["titel"])
    assert TEXTS["a.md"] is found


def test_what_cannot_be_read_is_not_there() -> None:
    assert (TEXTS.get("b.md"), TEXTS.get("d.md"), "b.md" in TEXTS, "c.yaml" in TEXTS) == (None, None, False, True)
    assert (list(TEXTS), len(TEXTS)) == (["a.md", "c.yaml"], 2)
