"""What a program that sends newsletters would read as code in somebody's text: `{{ naam }}`, `*|NAAM|*`, `%NAAM%`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meedoen.language.problems import Fault
from meedoen.language.wording import quote

RULE = "mailcode"
MESSAGE = "{gevonden} is in een nieuwsbrief geen tekst. Het programma dat de brief verstuurt, leest het als code."
HINT = "Schrijf het met gewone woorden, of haal het weg."
# A pattern that a script in a browser reads too: what stands before comes first, what is found is the second group.
CODE = (
    r"()(\{\{[^}]{0,60}\}{0,2}|\{[%$#][^}]{0,60}\}?|\*\|[^|]{0,60}(?:\|\*)?|%[A-Z][A-Z0-9:_-]{3,60}%"
    r"|\[(?:link|subscriber|newsletter|date|user|mailpoet|custom):[^\]]{0,60}\]?)"
)
_CODE = re.compile(CODE, re.IGNORECASE)


def mail_code(line: str) -> Iterator[Fault]:
    """Takes a line; gives the first of it in this line, with its place in the line."""
    if code := _CODE.search(line):
        message = MESSAGE.format(gevonden=quote(code[2]))
        yield Fault(RULE, message, HINT, offset=code.start(2), length=len(code[2]))
