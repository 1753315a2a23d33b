"""What `meedoen postvak` tells about each mail: what was found, what is wrong, and the answer to paste."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from meedoen.agenda.likeness import Likeness
from meedoen.language.rules import is_fault
from meedoen.language.wording import count, quote
from meedoen.mailbox.reply import nothing_found, question, refusal
from meedoen.mailbox.submission import Submission
from meedoen.programme.network import Network

_COLOURS = {"kop": "\x1b[1m", "fout": "\x1b[1;31m", "let op": "\x1b[1;33m", "goed": "\x1b[32m", "uit": "\x1b[0m"}
_NOT_FOR_MAIL = frozenset({"kernfunctie-ontbreekt"})
_LINE = "-" * 8


class Report:
    """Writes in order, for people."""

    def __init__(self, out: TextIO, network: Network, waiting: Mapping[str, str]) -> None:
        """`waiting`: path → branch of what stands ready already."""
        self.out = out
        self.waiting = waiting
        self.network = network
        self.begun = False
        self.colour = _COLOURS if out.isatty() else dict.fromkeys(_COLOURS, "")

    def mail(self, name: str) -> None:
        """Takes the name of a mail's file; writes the head above that mail."""
        if self.begun:
            self._say("")
        self.begun = True
        self._say(f"{self.colour['kop']}{quote(name, 100)[1:-1]}{self.colour['uit']}")

    def unreadable(self, why: str) -> None:
        """Takes why a file is no mail; writes it."""
        self._mark("fout", "Dit kan ik niet lezen.")
        self._say(f"  {why}")

    def remarks(self, remarks: Sequence[str]) -> None:
        """Takes what was in the mail and was not looked at; writes it."""
        for each in remarks:
            self._mark("let op", each)

    def nothing(self, *, tells_in_words: bool) -> None:
        """Writes that a mail has no file. `tells_in_words`: it says in words what is wrong with one that is there."""
        if tells_in_words:
            self._mark("let op", "Iemand zegt dat er iets niet klopt. Lees de mail, en verbeter het bestand zelf.")
            return
        self._mark("fout", "Ik vind geen activiteit in deze mail.")
        self._reply(nothing_found(self._site("")))

    def submission(self, submission: Submission, waiting: str, *, allowed: bool) -> None:
        """Takes one file of a mail; writes how it is and what to answer.

        `waiting`: it stands ready there already; `allowed`: the sender agreed to be public.
        """
        title = quote(submission.title) if submission.title else "Een activiteit zonder titel"
        if waiting:
            self._mark("goed", f"{title} staat al klaar: {waiting}. Ik doe er niets mee.")
            return
        if not submission.is_fine:
            reason = (
                count(len(submission.faults), "fout", "fouten") if submission.faults else "de gemeente is niet bekend"
            )
            self._mark("fout", f"{title}: {reason}. Niet bewaard.")
            if submission.unknown_home:
                names = ", ".join([*self.network.municipalities, "regio"])
                self._say(f"  Weet jij het wel? Typ erbij: --gemeente NAAM ({names})")
        elif submission.mentions and not allowed:
            self._mark("let op", f"{title}: hier staat iets in van wie de mail stuurde. Niet bewaard.")
        else:
            self._mark("goed", f"{title} is goed.")
        self._details(submission)
        if not submission.is_fine:
            self._reply(refusal(submission, self._site(submission.path)))
        elif submission.mentions and not allowed:
            self._reply(question(submission))
            self._say("  Mag het? Typ dan erbij: --mag-openbaar")

    def _details(self, submission: Submission) -> None:
        lines = submission.text.split("\n")
        for mention in submission.mentions:
            self._mark(
                "let op", f"{mention.what.capitalize()} staat op regel {mention.line}: {quote(lines[mention.line - 1])}"
            )
        for like in submission.likenesses:
            what = "Dit lijkt dubbel" if like.is_double else "Misschien is dit hetzelfde"
            self._mark("let op", f"{what}: {quote(like.activity.name)} ({like.score} van 100), {self._where(like)}")
        if submission.change:
            self._mark(
                "let op", f"Dit verandert {submission.path}. Een mail kan iedereen sturen: vraag na of het klopt."
            )
        for problem in submission.problems:
            if not is_fault(problem.rule) and problem.rule not in _NOT_FOR_MAIL:
                self._say(f"  Tip, regel {problem.place.line}: {problem.message} {problem.hint}")
        if submission.bent:
            self._say("  Het mailprogramma had de tekst veranderd. Ik heb dat hersteld. Lees het goed na.")
        if submission.left_out:
            rest = count(submission.left_out, "regel", "regels")
            self._say(f"  Niet meegenomen: {rest} onder de tekst, zoals een groet. Mis je iets? Kijk in de mail.")

    def stored(self, lines: Sequence[str]) -> None:
        """Takes the lines that say where the good files of a mail went; writes them."""
        self._say("\n".join(f"  {line}".rstrip() for line in lines))

    def closing(self, *, mails: int, stored: int, stuck: int, dry: bool) -> None:
        """Takes how many mails there were, how many files are stored and how many stuck; writes the last line."""
        if mails > 1:
            self._say("")
        what = "zou ik klaarzetten" if dry else "klaargezet"
        rest = f" Met {stuck} moet je nog iets doen: kijk hierboven." if stuck else ""
        placed = f"{count(stored, 'activiteit', 'activiteiten')} {what}"
        self._say(f"{count(mails, 'mail', 'mails')} gelezen, {placed}.{rest}")

    def _where(self, like: Likeness) -> str:
        path = like.activity.path
        return f"{path} op de tak {self.waiting[path]}" if path in self.waiting else path

    def _site(self, path: str) -> str:
        folder = path.split("/")[2] if path else ""
        site = self.network.municipalities.get(folder) or next(iter(self.network.municipalities.values()))
        return site.website

    def _reply(self, text: str) -> None:
        self._say(f"  Plak dit in je antwoord:\n  {_LINE}")
        self._say("\n".join(f"  {line}".rstrip() for line in text.split("\n")) + f"\n  {_LINE}")

    def _mark(self, level: str, text: str) -> None:
        self._say(f"  {self.colour[level]}{text}{self.colour['uit']}")

    def _say(self, text: str) -> None:
        self.out.write(f"{text}\n")
