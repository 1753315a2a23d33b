"""The command line in Dutch: usage, headings, and what was wrong with a call. By itself argparse speaks English."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from meedoen.language.suggestion import nearest_word
from meedoen.language.wording import list_of, quote

_CHOICE = re.compile(r"argument (\S+): invalid choice: (.+?) \(choose from (.*)\)", re.DOTALL)
_VALUE = re.compile(r"argument (\S+): invalid \S+ value: (.*)", re.DOTALL)
_EXPECTED = re.compile(r"argument (\S+): expected (?:at least )?(?:one|\d+) arguments?")
_REQUIRED = re.compile(r"the following arguments are required: (.*)")
_UNKNOWN = re.compile(r"unrecognized arguments: (.*)", re.DOTALL)
_AMBIGUOUS = re.compile(r"ambiguous option: (\S+) could match (.*)")
_IGNORED = re.compile(r"argument (\S+): ignored explicit argument (.*)", re.DOTALL)
_TOGETHER = re.compile(r"argument (\S+): not allowed with argument (\S+)")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as written, under the word `gebruik`."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that explains itself in Dutch; so do the parsers of its verbs."""

    def __init__(self, **options: Any) -> None:
        options |= {"add_help": False, "formatter_class": _Formatter}
        super().__init__(**options)
        self._positionals.title = "wat je opgeeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Takes what argparse says about a call; says it in Dutch and stops with exit code 2."""
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{in_dutch(message)}\nTyp {self.prog} --help voor uitleg.\n")
        raise SystemExit(2)


def in_dutch(message: str) -> str:
    """Takes what argparse says about a call; gives it in Dutch. Of a message not known here only the fact remains."""
    if match := _CHOICE.fullmatch(message):
        return _no_choice(match[1], match[2].strip("'"), [each.strip(" '") for each in match[3].split(",")])
    if match := _VALUE.fullmatch(message):
        return f"{_shown(match[2])} past niet bij {match[1]}."
    if match := _EXPECTED.fullmatch(message):
        return f"Achter {match[1]} ontbreekt een waarde."
    if match := _REQUIRED.fullmatch(message):
        return f"Er ontbreekt nog: {match[1]}."
    if match := _UNKNOWN.fullmatch(message):
        return f"Dit ken ik niet: {quote(match[1])}."
    if match := _AMBIGUOUS.fullmatch(message):
        return f"{quote(match[1])} kan meer dan één ding zijn: {match[2]}."
    if match := _IGNORED.fullmatch(message):
        return f"Bij {match[1]} hoort geen waarde: {_shown(match[2])}."
    if match := _TOGETHER.fullmatch(message):
        return f"{match[1]} en {match[2]} kunnen niet samen."
    return "Dit begrijp ik niet."


def _no_choice(name: str, value: str, choices: list[str]) -> str:
    near = nearest_word(value, choices)
    meant = f" Bedoelde je: {near}?" if near else f" Kies uit: {list_of(choices, 'of')}."
    where = "" if name.isupper() else f" bij {name}"
    return f"{quote(value)} ken ik niet{where}.{meant}"


def _shown(value: str) -> str:
    return quote(value.strip("'\""))
