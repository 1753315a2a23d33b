"""Characters that a person does not see, and that would change a text without anybody noticing."""

from __future__ import annotations

import re
import unicodedata

_RARE = re.compile("[^\t\n -~¡-¬®-\u02ff–—‘’“”„…€]")  # noqa: RUF001 - these need no second look
_REFUSED = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Letters and marks that show nothing (Unicode's Default_Ignorable_Code_Point, and the empty braille cell).
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]")
_JOINER = "\u200d"
_NON_JOINER = "\u200c"  # between two letters it belongs to the spelling of Persian
_VARIATIONS = frozenset("\ufe0e\ufe0f")
_KEYCAPS = frozenset("0123456789#*©®")
_PARAGRAPHS = "een verborgen regeleinde"
_REVERSERS = "een teken dat de leesrichting verandert"
_NAMES: tuple[tuple[int, int, str], ...] = (
    (0x00, 0x00, "een leeg teken"),
    (0x0B, 0x0C, _PARAGRAPHS),
    (0x00, 0x1F, "een stuurteken"),
    (0x85, 0x85, _PARAGRAPHS),
    (0x7F, 0x9F, "een stuurteken"),
    (0xAD, 0xAD, "een verborgen afbreekstreepje"),
    (0x61C, 0x61C, _REVERSERS),
    (0x200B, 0x200B, "een spatie zonder breedte"),
    (0x200C, 0x200D, "een verborgen koppelteken"),
    (0x200E, 0x200F, _REVERSERS),
    (0x2028, 0x2029, _PARAGRAPHS),
    (0x202A, 0x202E, _REVERSERS),
    (0x2060, 0x2060, "een verborgen koppelteken"),
    (0x2066, 0x206F, _REVERSERS),
    (0xFE00, 0xFE0F, "een verborgen vormteken"),
    (0xFEFF, 0xFEFF, "een verborgen beginteken"),
    (0xE0000, 0xE007F, "een verborgen letter"),
    (0xE0100, 0xE01EF, "een verborgen vormteken"),
)


def hidden(text: str) -> list[int]:
    """Takes a text; gives the positions of the characters that content may not hold.

    Those are control, format, private and blank ones. Line feeds, tabs, the parts of an emoji and the spelling of
    Persian are fine.
    """
    return [match.start() for match in _RARE.finditer(text) if _is_hidden(text, match.start())]


def name_of(character: str) -> str:
    """Takes a character; gives what it is, in plain words with its number: `een spatie zonder breedte (U+200B)`."""
    number = ord(character)
    plain = next((name for low, high, name in _NAMES if low <= number <= high), "")
    if not plain:
        category = unicodedata.category(character)
        plain = "een teken dat niet bestaat" if category == "Cn" else "een teken dat niemand ziet"
        plain = "een teken uit een eigen lettertype" if category == "Co" else plain
    return f"{plain} (U+{number:04X})"


def _is_hidden(text: str, spot: int) -> bool:
    character = text[spot]
    before = text[spot - 1] if spot else " "
    if character == _JOINER:
        return not (_is_symbol(before) and _is_symbol(text[spot + 1 : spot + 2] or " "))
    if character == _NON_JOINER:
        return not (_is_arabic(before) and _is_arabic(text[spot + 1 : spot + 2]))
    if character in _VARIATIONS:
        return before not in _KEYCAPS and (before < "\u203c" or before in _VARIATIONS)
    category = unicodedata.category(character)
    if category == "Cn":
        return not _is_emoji(character)
    return category in _REFUSED or _BLANK.match(character) is not None


def _is_symbol(character: str) -> bool:
    return character == "\ufe0f" or unicodedata.category(character) in {"So", "Sk"} or _is_emoji(character)


def _is_arabic(character: str) -> bool:
    return "\u0620" <= character <= "\u06ff" and unicodedata.category(character) == "Lo"


def _is_emoji(character: str) -> bool:
    # Unicode keeps these blocks for pictographs: the newest ones are not in Python's table yet.
    return "\U0001f000" <= character <= "\U0001faff"
