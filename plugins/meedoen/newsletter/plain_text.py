"""A letter as plain text, from the same value as the HTML and in the same order; and in the lines that mails have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from meedoen.language.wording import capital
from meedoen.newsletter import escaping
from meedoen.newsletter.export_profile import ExportProfile
from meedoen.newsletter.mail_context import EMPTY, more, unsubscribe
from meedoen.outputs.letter import Item, Letter, Section

WIDTH = 72


def plain_text(letter: Letter, profile: ExportProfile) -> str:
    """Takes a letter and a mail program; gives the text: a blank line between what belongs together."""
    subject = letter.edition.subject
    parts = chain(
        (escaping.told(subject, profile) + "\n" + "-" * min(len(subject), WIDTH),),
        (escaping.told(letter.title, profile),),
        (escaping.parted(letter.intro_text, profile),) if letter.intro_text else (),
        chain.from_iterable(_section(each, profile) for each in letter.sections if each.items),
        () if letter.items else (f"IN DE AGENDA\n\n{EMPTY}. Kijk in de agenda wat er later te doen is.",),
        (f"De hele agenda: {escaping.address(letter.site_url)}",),
        ("----\n" + "\n".join(_foot(letter, profile)),),
    )
    return "\n\n".join(parts) + "\n"


def flowed(text: str) -> str:
    """Takes a text; gives the same in lines of at most 72 characters that a mail program joins again (RFC 3676,
    DelSp=no).
    """
    return "".join(f"{line}\n" for paragraph in text.split("\n")[:-1] for line in _lines(paragraph.rstrip()))


def _section(section: Section, profile: ExportProfile) -> Iterator[str]:
    yield escaping.told(section.title.upper(), profile)
    for each in section.items:
        yield "\n".join(_item(each, profile))
    if section.more and section.more_url:
        yield f"{escaping.told(more(section.more, section.title), profile)}\n{escaping.address(section.more_url)}"


def _item(item: Item, profile: ExportProfile) -> Iterator[str]:
    yield f"* {escaping.told(item.name, profile)}"
    facts = ", ".join(each for each in (item.where, item.price, item.audience) if each)
    for line in (item.note, capital(item.when), facts, item.summary):
        if line:
            yield escaping.told(capital(line), profile)
    yield escaping.address(item.url)


def _foot(letter: Letter, profile: ExportProfile) -> Iterator[str]:
    yield escaping.told(letter.sender, profile)
    if sender := profile.sender or escaping.told(letter.address, profile):
        yield sender
    if letter.mail:
        yield escaping.told(letter.mail, profile)
    yield "Je krijgt deze brief omdat je je ervoor hebt aangemeld."
    if away := unsubscribe(letter, profile):
        yield f"Afmelden voor deze brief: {away}"
    yield f"Lees deze brief in je browser: {profile.web or escaping.address(letter.url)}"
    yield f"Alle nieuwsbrieven: {escaping.address(letter.archive_url)}"


def _lines(paragraph: str) -> Iterator[str]:
    """A paragraph as lines that end with a space but for the last; what mail programs read as a mark is moved."""
    line = ""
    for word in paragraph.split(" "):
        if line and len(line) + len(word) > WIDTH:
            yield _stuffed(line)
            line = ""
        line += f"{word} "
    yield _stuffed(line[:-1])


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith((" ", ">", "From ")) else line
