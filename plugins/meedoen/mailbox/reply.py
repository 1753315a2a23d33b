"""The answer to a mail, to paste: friendly, and for each problem what to type. In it is only what was in the file."""

from __future__ import annotations

from collections.abc import Iterator

from meedoen.language.problems import Problem
from meedoen.language.wording import list_of, quote
from meedoen.mailbox.submission import Submission

FORM = "aanmelden.html"
_MOST = 8


def refusal(submission: Submission, site: str) -> str:
    """Takes a file that cannot be taken as it is, and the address of the site with the form; gives what to answer."""
    parts = [_hello(submission.title, "Er klopt nog iets niet. Daarom staat het nog niet in de agenda.")]
    lines = submission.text.split("\n")
    points = [_point(each, lines) for each in submission.faults[:_MOST]]
    if submission.unknown_home:
        points.insert(0, "Ik weet niet in welke gemeente het is. Wil je dat erbij zetten?")
    parts.append("\n\n".join(f"{number}. {point}" for number, point in enumerate(points, 1)))
    if len(submission.faults) > _MOST:
        parts.append("Er is nog meer. Dat hoor je als dit goed is.")
    parts += [_again(site), _bye()]
    return "\n\n".join(parts)


def question(submission: Submission) -> str:
    """Takes a file that holds something of the sender that everybody would read; gives what to ask."""
    what = list_of(list(dict.fromkeys(each.question for each in submission.mentions)))
    text = f"In de tekst staat {what}. Iedereen kan dat lezen, ook met een zoekmachine. Mag dat erin blijven?"
    return "\n\n".join((_hello(submission.title, text), "Antwoord gewoon met ja of nee.", _bye()))


def nothing_found(site: str) -> str:
    """Takes the address of the site with the form; gives what to answer to a mail in which there is no file."""
    return "\n\n".join((
        "Hallo,\n\nDank je wel voor je mail. Ik kan er geen activiteit in vinden.",
        "Wil je iets in de agenda? Schrijf me dan:\n- hoe het heet\n- welke dag, van hoe laat tot hoe laat\n"
        "- waar het is\n- in één of twee zinnen wat er te doen is",
        _again(site), _bye()))  # fmt: skip


def _hello(title: str, then: str) -> str:
    about = f" over {quote(title)}" if title else ""
    return f"Hallo,\n\nDank je wel voor je mail{about}. {then}"


def _again(site: str) -> str:
    form = f" Of vul het formulier nog een keer in: {site.rstrip('/')}/{FORM}" if site else ""
    return f"Antwoord op deze mail met wat het moet zijn.{form}"


def _bye() -> str:
    return "Groet,"


def _point(problem: Problem, lines: list[str]) -> str:
    return "\n".join(_rows(problem, lines))


def _rows(problem: Problem, lines: list[str]) -> Iterator[str]:
    number = problem.place.line
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    if line and line != "---" and number > 1:
        yield f"Je schreef: {quote(line, 90)}"
        yield f"   {problem.message}"
    else:
        yield problem.message
    if problem.hint:
        yield f"   {problem.hint}"
