"""A content file as it came from the disk, before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Path from the content's parent folder (`content/activiteiten/…`), with `/`, and the bytes."""

    path: str
    data: bytes

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]
