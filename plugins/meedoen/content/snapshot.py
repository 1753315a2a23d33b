"""The content as Git has it: a commit, and a branch that differs from it. Nothing is checked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from meedoen.content.layout import LARGEST_PICTURE, ROOT, is_picture, kind_of, limit
from meedoen.content.source import EntryForm, FolderEntry, SourceFile
from meedoen.git.repository import FOLDER, LINK, PLAIN, Repository, TreeEntry

_OTHER = TreeEntry("", "")


class Snapshot:
    """The source that a commit is: every file of it by path (`content/…`), seen from the content folder.

    `files` may also be those of a commit with some that a branch made different.
    """

    def __init__(self, repository: Repository, files: Mapping[str, TreeEntry]) -> None:
        self.repository = repository
        self.files = files

    @classmethod
    def of(cls, repository: Repository, commit: str) -> Snapshot:
        """Takes a commit; gives what stands in it. Raises GitFailed."""
        entries = repository.entries(commit, sized=True)
        return cls(repository, {f"{ROOT}/{path}": entry for path, entry in entries})

    def entries(self, folder: str) -> list[FolderEntry]:
        """What stands in this folder."""
        return self._folders.get(folder, [])

    def read(self, paths: Iterable[str]) -> Iterator[SourceFile]:
        """These files but links, and but those that are too large for their kind or not in this copy."""
        wanted = {path: entry.name for path in paths if (entry := self.files.get(path, _OTHER)).mode in PLAIN}
        most = {path: limit(kind) for path in wanted if (kind := kind_of(path))}
        blobs = dict(self.repository.blobs(wanted.values(), max(most.values(), default=0)))
        for path, blob in wanted.items():
            data = blobs[blob]
            if data is not None and len(data) <= most.get(path, 0):
                yield SourceFile(path, data)

    def picture(self, path: str) -> bytes | None:
        """The bytes of a picture; None when there is none of that name."""
        entry = self.files.get(path, _OTHER)
        if entry.mode not in PLAIN or not is_picture(path):
            return None
        if entry.size > LARGEST_PICTURE:  # as many bytes as it takes to know that there are too many
            return bytes(LARGEST_PICTURE + 1)
        return next(self.repository.blobs([entry.name], LARGEST_PICTURE))[1]

    @cached_property
    def _folders(self) -> Mapping[str, list[FolderEntry]]:
        folders: dict[str, list[FolderEntry]] = {}
        for path, entry in self.files.items():
            folder, _, name = path.rpartition("/")
            self._add(folders, folder).append(FolderEntry(name, _form(entry.mode), entry.size))
        return folders

    def _add(self, folders: dict[str, list[FolderEntry]], path: str) -> list[FolderEntry]:
        """The entries of a folder; named in the one above it when it is new."""
        entries = folders.get(path)
        if entries is None:
            entries = folders[path] = []
            above, _, name = path.rpartition("/")
            if above:
                self._add(folders, above).append(FolderEntry(name, EntryForm.FOLDER))
        return entries


def _form(mode: str) -> EntryForm:
    if mode in PLAIN:
        return EntryForm.FILE
    return {LINK: EntryForm.LINK, FOLDER: EntryForm.FOLDER}.get(mode, EntryForm.OTHER)
