"""Templates as they were compiled before: a folder that may be deleted at any moment and changes no byte of a site.

What stands there is run. So it stands beside Git's own files, where no commit can bring anything; it belongs to whoever
builds, and nobody else may look in or write; and only previews use it. See docs/decisions/0042-template-engine.md.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from secrets import token_hex
from stat import S_ISDIR
from typing import Any

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from meedoen.git.repository import GitFailed, NoRepository, Repository
from meedoen.rendering.template_context import Compiled, nothing_compiled

FOLDER = "meedoen-sjablonen"
"""Within Git's own folder. Not the one that a workflow may keep from one computer to the next."""
_ANEW = ("MEEDOEN_OWN_ADDRESSES", "JINJA_FILTERS", "JINJA_TESTS")
_SEAL = 32  # octets
_SETTINGS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized", "autoescape"),
    "newstyle_gettext",
)


def template_caches(settings: Mapping[str, Any], content: Path, program: Callable[[], str]) -> Compiled:
    """Takes Pelican's settings, the content folder and what names this version of the program; gives language → the
    templates of it that were compiled before, with Pelican's settings; `program` names this version.

    None for all when something is published, without a repository around the content, and where the settings bring
    filters of their own: those may be worked out while a template is compiled.
    """
    if any(map(settings.get, _ANEW)):
        return nothing_compiled
    try:
        private = Repository(content).private
    except (NoRepository, GitFailed):
        return nothing_compiled
    version = program()
    return lambda language: TemplateCache(private / FOLDER / language, version)


class TemplateCache(BytecodeCache):
    """The templates of one language, a file for each, each sealed with all that it was made of."""

    def __init__(self, folder: Path, program: str) -> None:
        """`folder` is of this language alone; `program` says which version of this program compiles."""
        self._folder = folder
        self._about = f"{program} {jinja2.__version__} {MAGIC_NUMBER.hex()}"
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._usable = _is_private(folder)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its code, if it was compiled of this source by this program with these settings."""
        if not self._usable:
            return
        with suppress(OSError):
            data = (self._folder / bucket.key).read_bytes()
            if data[:_SEAL] == self._seal(bucket, data[_SEAL:]):
                bucket.code = marshal.loads(data[_SEAL:])  # noqa: S302 - the folder is nobody else's

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Writes the code of the bucket, whole or not at all: another process may do the same."""
        if not self._usable:
            return
        code = marshal.dumps(bucket.code)
        with suppress(OSError):
            temporary = self._folder / f"{bucket.key}.{token_hex(8)}"
            temporary.write_bytes(self._seal(bucket, code) + code)
            temporary.replace(self._folder / bucket.key)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        """A digest of the code, and of what it was made of and by."""
        environment = bucket.environment
        settings = {name: getattr(environment, name, None) for name in _SETTINGS}
        about = repr((self._about, bucket.key, bucket.checksum, settings, sorted(environment.extensions)))
        policies = repr(sorted((name, str(value)) for name, value in environment.policies.items()))
        return blake2b(f"{about}\0{policies}\0".encode() + code, digest_size=_SEAL).digest()


def _is_private(folder: Path) -> bool:
    """Whether the folder is of who builds, and closed to others; Windows says that of a whole home folder."""
    if os.name == "nt":
        return folder.is_dir()
    with suppress(OSError):
        about = folder.lstat()
        return S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & 0o077
    return False
