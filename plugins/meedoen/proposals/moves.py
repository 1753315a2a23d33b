"""Which file that came is one that went, under another name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

_ALIKE = 0.6
_MOST = 50
"""How many of each are held side by side; beyond that only files that are the same to the letter."""


def moves(gone: Mapping[str, bytes], came: Mapping[str, bytes], ids: Mapping[str, str]) -> dict[str, str]:
    """Takes files that went, files that came, and their ids; gives new path → old path.

    `ids` has the id of the activity in each file, by path: the same id is the same activity.
    """
    renamed: dict[str, str] = {}
    left = dict(gone)
    for test in (_same_bytes, _same_id, _alike):
        if test is _alike and (len(left) > _MOST or len(came) > _MOST):
            break
        for new, data in came.items():
            if new in renamed:
                continue
            rank = [(test(old, before, new, data, ids), old) for old, before in left.items()]
            best = max(rank, default=(0.0, ""), key=lambda pair: pair[0])
            if best[0] > 0:
                renamed[new] = best[1]
                del left[best[1]]
    return renamed


def _same_bytes(_old: str, before: bytes, _new: str, after: bytes, _ids: Mapping[str, str]) -> float:
    return float(before == after)


def _same_id(old: str, _before: bytes, new: str, _after: bytes, ids: Mapping[str, str]) -> float:
    return float(old in ids and ids[old] == ids.get(new))


def _alike(_old: str, before: bytes, _new: str, after: bytes, _ids: Mapping[str, str]) -> float:
    share = SequenceMatcher(None, _lines(before), _lines(after), autojunk=False).ratio()
    return share if share >= _ALIKE else 0.0


def _lines(data: bytes) -> Sequence[bytes]:
    return data.split(b"\n")[:500]
