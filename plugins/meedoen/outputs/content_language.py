"""In which language the text of an activity is written: mostly Dutch, also where another is spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meedoen.language.voice import DUTCH, Voice
from meedoen.notation.markup import plain
from meedoen.programme.activity import Activity

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "ckb"})
_WORD = re.compile(r"[^\W\d_]+")
_DUTCH = frozenset(
    {"aan", "bij", "een", "het", "hoe", "jij", "kun", "maar", "met", "naar", "niet", "nog", "ook", "op", "tot", "uit",
     "van", "voor", "waar", "wat", "wie", "wij", "zijn"}
)  # fmt: skip
_ONE_IN = 16


def detected_language(text: str, spoken: Sequence[str]) -> str:
    """Takes a text and the languages of its activity; gives the code for `lang`, or nothing where it is Dutch.

    Only where one other language is spoken the text is looked at. It counts as Dutch when at least one word in sixteen
    is a small Dutch one (mostly one in six is).
    """
    if len(spoken) != 1 or spoken[0] in ("", "nl"):
        return ""
    words = _WORD.findall(text.lower())
    dutch = sum(word in _DUTCH for word in words)
    return "" if dutch * _ONE_IN >= len(words) else spoken[0]


def text_attributes(activity: Activity, voice: Voice = DUTCH) -> dict[str, str]:
    """Takes an activity and the voice of a page; gives what an element around the writer's text needs there.

    That is nothing, `lang`, or also `dir`.
    """
    code = DUTCH.code
    if activity.languages:
        spoken = [term.code for term in activity.languages]
        code = detected_language(f"{activity.name} {activity.summary} {plain(activity.body)}", spoken) or code
    if code == voice.code:
        return {}
    direction = "rtl" if code in RIGHT_TO_LEFT else "ltr"
    return {"lang": code} | ({"dir": direction} if direction != voice.direction else {})
