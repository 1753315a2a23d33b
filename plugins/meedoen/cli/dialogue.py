"""A conversation in the terminal: question, answer, what is wrong with it, and again until it is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from meedoen.cli.questions import QUESTIONS, DialogueQuestion, NewActivity, answer_question
from meedoen.language.problems import Problem
from meedoen.language.slug import slugify
from meedoen.language.wording import list_of
from meedoen.programme.network import Network

BACK = "terug"
_LONGEST_ANSWER = 2_000


class Stopped(Exception):
    """Nobody answers any more."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where answers come from, and where questions go."""

    answers: TextIO
    out: TextIO

    def say(self, text: str = "") -> None:
        """Takes one line; shows it."""
        self.out.write(f"{text}\n")

    def ask(self, prompt: str) -> str:
        """Takes a prompt; gives the next answer, without spaces around it. Raises Stopped at the end of the input."""
        self.out.write(prompt)
        self.out.flush()
        line = self.answers.readline(_LONGEST_ANSWER)
        if not line:
            raise Stopped
        return " ".join(line.split())

    def agreed(self, question: str) -> bool:
        """Takes a question; gives whether the answer is yes; Enter is yes too. Raises Stopped."""
        while True:
            answer = self.ask(f"\n{question} Typ ja of nee. [ja] ").lower()
            if answer in {"", "j", "ja"}:
                return True
            if answer in {"n", "nee"}:
                return False
            self.say("Typ ja, of typ nee.")

    def explain(self, problem: Problem) -> None:
        """Takes what is wrong with an answer; shows it, and what to type instead."""
        self.say(f"  {problem.message}")
        if problem.hint:
            self.say(f"  {problem.hint}")


def ask_all(dialogue: Dialogue, network: Network, answers: Mapping[str, str], today: date) -> NewActivity:
    """Takes answers known beforehand; asks every question that has no good answer in them, until it has one.

    Gives the activity; `terug` goes to the question before. Raises Stopped.
    """
    earlier: list[tuple[int, NewActivity]] = []
    refused: set[str] = set()
    index, draft, again = 0, NewActivity(), False
    while index < len(QUESTIONS):
        question = QUESTIONS[index]
        if not question.applies(draft):
            index += 1
            continue
        known = question.name in answers and question.name not in refused
        if not known and not again:
            _pose(dialogue, question, draft, network)
        answer = answers[question.name] if known else _reply(dialogue, question)
        if slugify(answer) == BACK and not known:
            index, draft = earlier.pop() if earlier else (index, draft)
            again = False
            continue
        result = answer_question(question, answer, draft, network, today) if answer else draft
        if isinstance(result, Problem):
            dialogue.explain(result)
            refused.add(question.name)
            again = not known
            continue
        again = False
        if not known:
            earlier.append((index, draft))
        index, draft = index + 1, result
    return draft


def take_answers(dialogue: Dialogue, network: Network, answers: Mapping[str, str], today: date) -> NewActivity | None:
    """Takes answers known beforehand; gives the activity from these alone, None when something is missing or wrong.

    What is missing or wrong has been said then.
    """
    draft, missing = NewActivity(), []
    for question in QUESTIONS:
        if not question.applies(draft):
            continue
        answer = answers.get(question.name) or question.default
        if not answer:
            missing += [f"--{question.name}"] if question.needed else []
        if not answer or missing:
            continue
        result = answer_question(question, answer, draft, network, today)
        if isinstance(result, Problem):
            dialogue.say(f"Er klopt iets niet bij --{question.name}.")
            dialogue.explain(result)
            return None
        draft = result
    if missing:
        dialogue.say(f"Er ontbreekt nog: {list_of(missing)}.")
        return None
    return draft


def _pose(dialogue: Dialogue, question: DialogueQuestion, draft: NewActivity, network: Network) -> None:
    dialogue.say(f"\n{question.text}")
    if question.choices:
        for number, name in enumerate(question.choices(draft, network).values(), 1):
            dialogue.say(f"{number:>4}  {name}")
    dialogue.say(f"  {question.help}")


def _reply(dialogue: Dialogue, question: DialogueQuestion) -> str:
    while not (answer := dialogue.ask("> ") or question.default) and question.needed:
        dialogue.say("  Dit is nodig. Typ een antwoord.")
    return answer
