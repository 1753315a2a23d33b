"""The text of each file by its path, read when somebody asks for it: most of them nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from meedoen.content.source import SourceFile
from meedoen.notation.text.document import Document, parse_document


class Texts(Mapping[str, Document]):
    """path → document of these files; a file that can't be read as one is not there."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._files = {file.path: file.data for file in files}
        self._read: dict[str, Document | None] = {}

    def __getitem__(self, path: str) -> Document:
        """The document. Raises KeyError for what is not there or can't be read."""
        if path not in self._read:
            parsed = parse_document(path, self._files[path])
            self._read[path] = parsed if isinstance(parsed, Document) else None
        known = self._read[path]
        if known is None:
            raise KeyError(path)
        return known

    def __iter__(self) -> Iterator[str]:
        """The paths of all files that can be read, which reads them."""
        return (path for path in self._files if self.get(path) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
