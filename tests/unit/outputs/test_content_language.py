from __future__ import annotations

import pytest

from meedoen.outputs.content_language import detected_language

DUTCH = "Naar de huisarts. Een verpleegkundige geeft uitleg in het Arabisch. Kinderen mogen mee."
ENGLISH = "Story time. We read a picture book in English and sing two songs. Children are welcome with a parent."
ARABIC = "وقت القصة للأطفال في المكتبة كل يوم سبت"


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        (DUTCH, [], ""),
        (DUTCH, ["nl"], ""),
        (DUTCH, ["ar"], ""),
        (ENGLISH, ["en"], "en"),
        (ENGLISH, ["nl", "en"], ""),
        (ARABIC, ["ar"], "ar"),
        (ENGLISH, [""], ""),
        ("", ["en"], ""),
    ],
)
def test_language_of_the_text_not_of_the_activity(text: str, spoken: list[str], expected: str) -> None:
    assert detected_language(text, spoken) == expected
