"""What is there already: the small programme of tests/examples/basis, and mails to read against it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.content.disk import scan
from meedoen.mailbox.mail import read_mail
from meedoen.mailbox.submission import ExistingContent, Submission, read_submissions
from meedoen.programme.network import Network

EXAMPLES = Path(__file__).parents[2] / "examples"
MAILS = EXAMPLES / "postvak"
FILE = (MAILS / "breien.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)


@cache
def shelf() -> ExistingContent:
    """The shelf of the base."""
    tree = scan(EXAMPLES / "basis" / "content")
    network, _ = read_network(tree.reference_files)
    assert network is not None
    paths = [path for each in tree.activities.values() for path in each]
    taken = {folder: {Path(path).stem for path in each} for folder, each in tree.activities.items()}
    library = read_library(tree.read(paths), network, picture=tree.picture)
    source = {path: (EXAMPLES / "basis" / path).read_text(encoding="utf-8") for path in paths}
    return ExistingContent(network, library.activities, taken, tree.picture, TODAY, source.__getitem__)


def network() -> Network:
    """The network of the base."""
    return shelf().network


def mail(text: str, kind: str = "text/plain; charset=utf-8", *, headers: str = "") -> bytes:
    """A mail with this text."""
    head = f"From: Een Bewoner <een.bewoner@example.org>\nMIME-Version: 1.0\n{headers}Content-Type: {kind}\n\n"
    return head.encode() + text.encode()


def received(data: bytes, folder: str = "") -> tuple[Submission, ...]:
    """The files in a mail."""
    return read_submissions(read_mail(data), shelf(), folder)
