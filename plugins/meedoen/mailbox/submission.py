"""From a mail to the files in it, each checked as `controleer` does, with a free name in the right folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from meedoen.agenda.library import claim, clashes, read_library
from meedoen.agenda.likeness import Likeness, likenesses
from meedoen.content.source import SourceFile
from meedoen.language.problems import FilePosition, Problem
from meedoen.language.rules import is_fault
from meedoen.language.slug import free_name, slugify
from meedoen.mailbox.amendment import amended, amendments
from meedoen.mailbox.excerpt import Excerpt, excerpts, unquoted
from meedoen.mailbox.mail import Mail, Text
from meedoen.mailbox.placement import folder_of, is_target, title_of
from meedoen.mailbox.repair import repaired
from meedoen.mailbox.sender import Sender, SenderMention, sender_in, sender_mentions
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.text.envelope import Mark, mark_of
from meedoen.programme.activity import Activity, Home
from meedoen.programme.network import Network

_ROOT = "content/activiteiten"
_MOST_FILES = 20


@dataclass(frozen=True)
class ExistingContent:
    """What is there already: activities, the names that are taken in each folder, pictures and the text of a file."""

    network: Network
    activities: Sequence[Activity]
    taken: dict[str, set[str]]
    picture: Callable[[str], bytes | None]
    today: date
    source: Callable[[str], str] = lambda _: ""

    @cached_property
    def clashes(self) -> frozenset[Problem]:
        """What was wrong before anything came in."""
        return frozenset(clashes(claim(each) for each in self.activities))


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One file from a mail. `path` is empty while it is not known where the file goes.

    `unknown_home`: the file can be read, but nobody can tell in which municipality it is.
    `change`: it takes the place of a file. `bent`: the mail program had changed it. `left_out`: so many lines below it
    were taken for a greeting or the like. `mentions` is where the sender can be found in it.
    """

    text: str
    path: str
    title: str
    change: bool = False
    bent: bool = False
    left_out: int = 0
    problems: tuple[Problem, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    mentions: tuple[SenderMention, ...] = ()
    activity: Activity | None = None
    unknown_home: bool = False

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What keeps it off the site."""
        return tuple(each for each in self.problems if is_fault(each.rule))

    @property
    def is_fine(self) -> bool:
        """Whether it can go on a branch, but for what the sender may not want to be public."""
        return bool(self.path) and not self.faults


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A text that is a file, as read from one of the texts of a mail; `rank` is lower for a surer way."""

    text: str
    rank: int
    mark: Mark | None = None
    bent: bool = False
    left_out: tuple[str, ...] = ()
    above: str = ""
    faults: int = 0
    document: Document | None = None


def read_submissions(mail: Mail, existing: ExistingContent, folder: str = "") -> tuple[Submission, ...]:
    """Takes a mail and the content; gives its files in order, none twice. With `folder` all of them go there."""
    sender = mail.sender
    for text in mail.texts:
        sender = sender.joined(sender_in(text.content.split("\n")))
    taken = {name: set(names) for name, names in existing.taken.items()}
    submissions: list[Submission] = []
    for candidate in _with_mark(_once(_chosen(mail.texts, existing)), mail.texts):
        submission = _placed(candidate, existing, taken, folder)
        others = [*existing.activities, *(each.activity for each in submissions if each.activity)]
        submissions.append(_completed(submission, others, existing, sender.joined(sender_in((), candidate.left_out))))
    if not submissions:
        changes = _amended(mail.texts, existing)
        submissions = [_completed(each, existing.activities, existing, sender) for each in changes]
    return tuple(submissions)


def _amended(texts: Iterable[Text], existing: ExistingContent) -> Iterator[Submission]:
    """Files that are there with what a mail asks for in them."""
    known = {each.path: each for each in existing.activities}
    seen: set[str] = set()
    for amendment in (asked for text in texts for asked in amendments(text.content)):
        path = amendment.path
        text = amended(existing.source(path), amendment.lines) if path in known and path not in seen else None
        if text and amendment.lines:
            seen.add(path)
            yield Submission(text=text, path=path, title=known[path].name, change=True)


def _chosen(texts: Iterable[Text], existing: ExistingContent) -> Iterator[_Candidate]:
    """Of each text that was sent in two forms the form that reads best."""
    groups: dict[int, dict[str, list[_Candidate]]] = {}
    for text in texts:
        forms = groups.setdefault(text.group, {})
        forms.setdefault(text.form, []).extend(_judged(each, existing) for each in _candidates(text))
    for forms in groups.values():
        yield from forms.pop("file", ())
        if any(forms.values()):
            yield from max(forms.values(), key=_quality)


def _candidates(text: Text) -> Iterator[_Candidate]:
    whole = text.content.strip("\n") + "\n"
    if text.form == "file" and whole.startswith("---\n"):
        yield _Candidate(whole, 0)
        return
    for excerpt in excerpts(text.content):
        rank = 0 if text.form == "file" else 1 if excerpt.mark else 2
        repaired_text = repaired(excerpt, flowed=text.form != "plain")
        below = tuple(line for line in excerpt.left_out if line.strip())
        bent = repaired_text != _as_it_stands(excerpt)
        yield _Candidate(repaired_text, rank, excerpt.mark, bent, below, excerpt.above)


def _as_it_stands(excerpt: Excerpt) -> str:
    text = "\n".join(excerpt.body).strip("\n")
    return "\n".join(["---", *excerpt.header, "---", *([text] if text else [])]) + "\n"


def _judged(candidate: _Candidate, existing: ExistingContent) -> _Candidate:
    document = parse_document(f"{_ROOT}/nieuw/nieuw.md", candidate.text.encode())
    if not isinstance(document, Document):
        return replace(candidate, faults=len(document))
    home = folder_of(document, candidate.mark, existing.network, candidate.above) or next(
        iter(existing.network.municipalities)
    )
    library = read_library([SourceFile(f"{_ROOT}/{home}/nieuw.md", candidate.text.encode())], existing.network)
    return replace(candidate, faults=sum(is_fault(each.rule) for each in library.problems), document=document)


def _quality(candidates: Sequence[_Candidate]) -> tuple[int, int, int]:
    """How well a form of a text reads: files without faults, then few faults, then little that was bent."""
    good = sum(not each.faults for each in candidates)
    return good, -sum(each.faults for each in candidates), -sum(each.bent for each in candidates)


def _once(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Each activity once: that with the fewest faults, read in the surest way, where it came first."""
    best: dict[tuple[str, ...], _Candidate] = {}
    for candidate in candidates:
        key = _key(candidate)
        known = best.get(key)
        if known is None or (candidate.faults, candidate.rank) < (known.faults, known.rank):
            best[key] = candidate
    return list(best.values())[:_MOST_FILES]


def _with_mark(candidates: list[_Candidate], texts: Iterable[Text]) -> list[_Candidate]:
    """A file that came as an attachment, since it was too long for the mail, with the mark that the mail itself has."""
    marks = {
        mark for text in texts for line in text.content.split("\n") if (mark := mark_of(unquoted(line))) and mark.name
    }
    if len(candidates) == 1 and candidates[0].mark is None and len(marks) == 1:
        return [replace(candidates[0], mark=marks.pop())]
    return candidates


def _key(candidate: _Candidate) -> tuple[str, ...]:
    fields = {"titel": "", "datum": "", "tijd": "", "locatie": "", "gemeenten": ""}
    for line in candidate.text.split("\n")[1:120]:
        key, _, value = line.partition(":")
        if line == "---":
            break
        if key in fields:
            fields[key] = slugify(value)
    return tuple(fields.values())


def _placed(candidate: _Candidate, existing: ExistingContent, taken: dict[str, set[str]], folder: str) -> Submission:
    """With its folder and its name, which is taken from now on."""
    document, mark = candidate.document, candidate.mark
    title = title_of(document) if document else _key(candidate)[0].replace("-", " ")
    home = folder or (
        folder_of(document, mark, existing.network, candidate.above) if document else mark.folder if mark else ""
    )
    if home and home != "regio" and home not in existing.network.municipalities:
        home = ""
    change = bool(mark and mark.word == "wijzig" and is_target(mark, existing.network))
    path = ""
    if change and mark:
        home, target = mark.folder, Home(mark.folder, mark.name)
        path = next((each.path for each in existing.activities if Home.of(each.path) == target), "")
        change = path.endswith(".md")
    if home and not change:
        names = taken.setdefault(home, set())
        name = free_name(title, names)
        names.add(name)
        path = f"{_ROOT}/{home}/{name}.md"
    return Submission(
        text=candidate.text, path=path, title=title, change=change, bent=candidate.bent,
        left_out=len(candidate.left_out), unknown_home=document is not None and not path,
    )  # fmt: skip


def _completed(
    submission: Submission, others: Sequence[Activity], existing: ExistingContent, sender: Sender
) -> Submission:
    """With all that is wrong, what it looks like, and where its sender is found in it."""
    path = submission.path or f"{_ROOT}/{next(iter(existing.network.municipalities))}/nieuw.md"
    file = SourceFile(path, submission.text.encode())
    library = read_library([file], existing.network, picture=existing.picture, today=existing.today)
    problems = list(library.problems)
    rest = [each for each in others if not (submission.change and each.path == path)]
    activity = next(iter(library.activities), None)
    alike: tuple[Likeness, ...] = ()
    if activity and submission.path:
        new = set(clashes(claim(each) for each in [*rest, activity])) - existing.clashes
        problems += [replace(each, place=FilePosition(path)) for each in sorted(new)][:1]
        alike = likenesses(activity, rest)
    return replace(
        submission,
        problems=tuple(sorted(problems)),
        likenesses=alike,
        mentions=tuple(sender_mentions(submission.text, sender, existing.network)),
        activity=activity,
    )
