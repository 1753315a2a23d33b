"""The activities of many files, read by two processes where that is worth it: a proposal waits for them."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

from meedoen.agenda.library import Library, read_library
from meedoen.content.source import SourceFile
from meedoen.programme.network import Network

Picture = Callable[[str], bytes | None]
FEW = 400
"""Files that one process reads sooner than two."""


class ReaderEnded(Exception):
    """The second process ended with an error of ours."""


def read_programme(files: Sequence[SourceFile], network: Network, picture: Picture) -> Library:
    """Takes files, the network and the pictures; gives what `read_library` gives of these files, without hints for
    their writers.
    """
    with _uncollected():
        if len(files) < FEW or "fork" not in multiprocessing.get_all_start_methods():
            return read_library(files, network, picture=picture)
        middle = len(files) // 2
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe(duplex=False)
        sys.stdout.flush()
        second = context.Process(target=_send, args=(there, here, files[middle:], network, picture))
        second.start()
        there.close()
        try:
            first = read_library(files[:middle], network, picture=picture)
            rest: Library = here.recv()
        except EOFError as error:
            raise ReaderEnded from error
        finally:
            here.close()
            second.join()
    return Library((*first.activities, *rest.activities), (*first.problems, *rest.problems))


def _send(there: Connection, here: Connection, files: Sequence[SourceFile], network: Network, picture: Picture) -> None:
    here.close()
    there.send(read_library(files, network, picture=picture))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Thousands of values that all stay: nothing for the collector to find."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
