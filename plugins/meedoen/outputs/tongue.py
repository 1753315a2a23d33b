"""In which language the text of an activity is written: mostly Dutch, also where another is spoken."""

from __future__ import annotations

import re

from meedoen.notation.markup import plain
from meedoen.programme.activity import Activity

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "ckb"})
_WORD = re.compile(r"[^\W\d_]+")
_DUTCH = frozenset(
    {"aan", "bij", "een", "het", "hoe", "jij", "kun", "maar", "met", "naar", "niet", "nog", "ook", "op", "tot", "uit",
     "van", "voor", "waar", "wat", "wie", "wij", "zijn"}
)  # fmt: skip
_ONE_IN = 16


def text_language(activity: Activity) -> str:
    """The code of the language for `lang`, or nothing where the text is Dutch.

    Only an activity in one other language is looked at. Its text counts as Dutch when at least one word in
    sixteen is a small Dutch one (in Dutch about one in six is).
    """
    if len(activity.languages) != 1 or activity.languages[0].code in ("", "nl"):
        return ""
    words = _WORD.findall(f"{activity.name} {activity.summary} {plain(activity.body)}".lower())
    dutch = sum(word in _DUTCH for word in words)
    return "" if dutch * _ONE_IN >= len(words) else activity.languages[0].code


def text_attributes(activity: Activity) -> dict[str, str]:
    """What an element around that text needs: nothing, `lang`, or `lang` and `dir`."""
    code = text_language(activity)
    if not code:
        return {}
    return {"lang": code, "dir": "rtl"} if code in RIGHT_TO_LEFT else {"lang": code}
