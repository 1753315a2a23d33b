"""A letter as blocks to copy into an editor that takes no whole letter, and the same as one Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meedoen.language.wording import capital
from meedoen.newsletter import escaping
from meedoen.newsletter.export_profile import PLAIN
from meedoen.newsletter.mail_context import EMPTY, more
from meedoen.outputs.letter import Item, Letter, Picture

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~]")
_BEGINS = re.compile(r"\A(?:[-+=]|[0-9]+[.)])")


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """What is copied in one go: a heading, its lines, where it leads, and its picture. `level` is 2 or 3."""

    title: str
    lines: tuple[str, ...]
    url: str = ""
    picture: Picture | None = None
    level: int = 3

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "\n".join(each for each in (self.title, *self.lines, self.url) if each)


def blocks(letter: Letter) -> tuple[CopyBlock, ...]:
    """Takes a letter; gives the letter in the order in which it is read."""
    return tuple(_blocks(letter))


def markdown(letter: Letter) -> str:
    """Takes a letter; gives `brief.md`: everything that stands in the letter.

    What looks like a mark of Markdown shows as it was typed.
    """
    parts = [f"# {_line(letter.title)}", f"Onderwerp: {_line(letter.edition.subject)}"]
    parts += [_plain_lines(escaping.parted(letter.intro_text, PLAIN))] if letter.intro_text else []
    parts += [_written(each) for each in blocks(letter)]
    parts.append(f"[Kijk in de hele agenda](<{escaping.address(letter.site_url)}>)")
    return "\n\n".join(parts) + "\n"


def _blocks(letter: Letter) -> Iterator[CopyBlock]:
    for section in letter.sections:
        if section.items:
            yield CopyBlock(escaping.told(section.title, PLAIN), (), level=2)
            yield from map(_block, section.items)
            if section.more and section.more_url:
                title = escaping.told(more(section.more, section.title), PLAIN)
                yield CopyBlock(title, (), escaping.address(section.more_url))
    if not letter.items:
        yield CopyBlock(EMPTY, ("Kijk in de agenda wat er later te doen is.",))


def _block(item: Item) -> CopyBlock:
    facts = ", ".join(each for each in (item.where, item.price, item.audience) if each)
    lines = (item.note, capital(item.when), capital(facts), item.summary)
    shown = tuple(escaping.told(each, PLAIN) for each in lines if each)
    return CopyBlock(escaping.told(item.name, PLAIN), shown, escaping.address(item.url), item.picture)


def _written(block: CopyBlock) -> str:
    name = _plain(block.title)
    head = f"[{name}](<{block.url}>)" if block.url else name
    parts = [f"{'#' * block.level} {head}"]
    if block.picture:
        parts.append(f"![{_line(block.picture.alt)}](<{escaping.address(block.picture.url)}>)")
    if block.lines:
        parts.append("  \n".join(map(_plain, block.lines)))
    return "\n\n".join(parts)


def _line(text: str) -> str:
    return _plain(escaping.told(text, PLAIN))


def _plain(text: str) -> str:
    """A line of text in which Markdown finds nothing."""
    line = _MARKS.sub(lambda mark: f"\\{mark[0]}", " ".join(text.split(" ")))
    return _BEGINS.sub(lambda mark: mark[0][:-1] + "\\" + mark[0][-1], line)


def _plain_lines(text: str) -> str:
    return "\n".join(_plain(each) for each in text.split("\n"))
