"""A program: `meedoen` with each list of arguments, in a process that may work so many seconds and hold 300 MB.

It reads `[[place, [argument …]] …]` as JSON. Each answer is left at its place, which is the start of a path:
`uit.json`, `fout.txt`, in `code.txt` how the process ended, in `werk.txt` how many seconds it and its children worked
and how many kilobytes the largest of them held.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys

from meedoen.cli.main import main

BYTES = 300_000_000
LONGEST = 20  # seconds on the clock, for who waits instead of working


def run(place: str, arguments: list[str], limit: int) -> tuple[int, float, int]:
    """Runs the command in a process of its own; the exit code, or minus the signal that ended it, and what it used."""
    child = os.fork()
    if child:
        _, status, used = os.wait4(child, 0)
        return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss
    for name, stream in (("uit.json", 1), ("fout.txt", 2)):
        os.dup2(os.open(place + name, os.O_WRONLY | os.O_CREAT, 0o644), stream)
    signal.alarm(LONGEST)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    sys.exit(main(arguments))


if __name__ == "__main__":
    for where, given in json.load(sys.stdin):
        code, seconds, kilobytes = run(where, given, int(sys.argv[1]))
        for name, value in (("code.txt", str(code)), ("werk.txt", f"{seconds:.3f} {kilobytes}")):
            with open(where + name, "w", encoding="utf-8") as file:  # noqa: PTH123 - the start of a path
                file.write(value)
