"""Proposals that are meant to do harm in Git itself, each with what must come of it: refused with rule and place, or taken.

Names and texts that a file system can hold as well are in `names.py` and `texts.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.hostile.bench import FILE, FOLDER, LINK, MODULE, PROGRAM, Bench, Change
from tests.hostile.item import BASE

from meedoen.content.layout import LARGEST_PICTURE, LARGEST_TEXT

DORP = "content/activiteiten/dorp"
NEW = f"{DORP}/nieuw.md"
_ZERO = "0" * 39 + "1"


@dataclass(frozen=True, slots=True)
class Attack:
    """A proposal. `refused` is (path, rule) of all that must be refused, `taken` path → bytes of all that comes in.

    Both are below the top of the repository. `make` gives the commit, or a word for Git that should name one.
    """

    name: str
    make: Callable[[Bench], str]
    refused: frozenset[tuple[str, str]] = frozenset()
    taken: dict[str, bytes] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether it is refused as a whole, also when what may not come in may be left out."""
        return any(rule in ("te-veel-bestanden", "samen-te-groot") for _, rule in self.refused)


def _one(name: str, rule: str, path: str, mode: str = FILE, what: bytes | str = BASE, at: str = "") -> Attack:
    """One bad entry beside a good file; refused at its path, or at the folder `at` that it stands in."""
    changes: Change = {path: (mode, what), NEW: (FILE, BASE)}
    return Attack(name, lambda made: made.propose(changes), frozenset({(at or path, rule)}), {NEW: BASE})


def _quiet(name: str, changes: Change, taken: dict[str, bytes] | None = None) -> Attack:
    """Nothing is refused; what is taken is this, or the good file alone."""
    return Attack(name, lambda made: made.propose({**changes, NEW: (FILE, BASE)}), taken={NEW: BASE, **(taken or {})})


def _whole(name: str, rule: str, make: Callable[[Bench], str], path: str = "content") -> Attack:
    return Attack(name, make, frozenset({(path, rule)}))


def _raw(entries: Callable[[Bench], list[tuple[str, bytes, str]]]) -> Callable[[Bench], str]:
    """A proposal with a folder `kwaad` of these raw entries, and the good file."""
    return lambda made: made.propose({f"{DORP}/kwaad": (FOLDER, made.tree(entries(made))), NEW: (FILE, BASE)})


def _broken(name: str, entries: Callable[[Bench], list[tuple[str, bytes, str]]]) -> Attack:
    return Attack(name, _raw(entries), frozenset({(f"{DORP}/kwaad", "beschadigd")}), {NEW: BASE})


def _within(name: str, rule: str, inner: bytes, mode: str = FOLDER) -> Attack:
    """A raw name inside a folder, with an activity in it when it is a folder."""

    def entries(made: Bench) -> list[tuple[str, bytes, str]]:
        blob = made.blob(BASE)
        return [(mode, inner, made.tree([(FILE, b"koffie.md", blob)]) if mode == FOLDER else blob)]

    path = f"{DORP}/kwaad/{inner.decode()}"
    return Attack(name, _raw(entries), frozenset({(path, rule)}), {NEW: BASE})


def _bomb(leaf: Callable[[Bench], list[tuple[str, bytes, str]]], levels: int) -> Callable[[Bench], str]:
    """Ten folders in each of ten folders, so many levels deep, in a handful of objects."""

    def make(made: Bench) -> str:
        tree = made.tree(leaf(made))
        for _ in range(levels):
            tree = made.tree([(FOLDER, b"m%d" % number, tree) for number in range(10)])
        return made.propose({f"{DORP}/bom": (FOLDER, tree)})

    return make


def _many(number: int, first: bytes = b"a") -> Callable[[Bench], str]:
    def make(made: Bench) -> str:
        blob = made.blob(BASE)
        tree = made.tree([(FILE, b"%s%06d.md" % (first, each), blob) for each in range(number)])
        return made.propose({f"{DORP}/veel": (FOLDER, tree)})

    return make


def _replaced(made: Bench) -> str:
    """The good file, and a replacement of its blob in the repository by another that is far too large."""
    made.git("update-ref", f"refs/replace/{made.blob(BASE + b'Vervangen?')}", made.blob(b"x" * (LARGEST_TEXT + 1)))
    return made.propose({NEW: (FILE, BASE + b"Vervangen?")})


def _unrelated(made: Bench) -> str:
    return made.propose({NEW: (FILE, BASE)}, parents=())


_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(1_900_000)
_ATTRIBUTES = b"* filter=kanarie diff=kanarie export-subst ident working-tree-encoding=UTF-16 eol=crlf\n"
_POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12\n"
_KEYWORDS = BASE + b"$Id$ $Format:%H%n$\n"
_MODULES = b'[submodule "x"]\n\tpath = content/activiteiten/dorp/x\n\turl = --upload-pack=touch\n\tupdate = !touch\n'

MODES: tuple[Attack, ...] = (
    _one("link-bestand", "snelkoppeling", f"{DORP}/x.md", LINK, b"../../../geheim.md"),
    _one("link-absoluut", "snelkoppeling", f"{DORP}/x.md", LINK, b"/proc/self/environ"),
    _one("link-map", "snelkoppeling", f"{DORP}/map", LINK, b"../../../geheime-map"),
    _one("link-git", "snelkoppeling", f"{DORP}/map", LINK, b"../../../.git"),
    _one("link-plaatje", "snelkoppeling", f"{DORP}/x.jpg", LINK, b"../../../geheim.jpg"),
    _one("link-locatie", "snelkoppeling", "content/locaties/x.yaml", LINK, b"../../geheim.md"),
    _one("link-woordenlijsten", "snelkoppeling", "content/woordenlijsten", LINK, b"/etc"),
    _one("link-organisatie", "snelkoppeling", "content/organisatie.yaml", LINK, b"/dev/zero"),
    _one("programma", "uitvoerbaar-bestand", f"{DORP}/x.md", PROGRAM),
    _one("programma-bestaand", "uitvoerbaar-bestand", f"{DORP}/lezen.md", PROGRAM),
    _one("submodule", "andere-repository", f"{DORP}/x", MODULE, _ZERO),
    _one("submodule-bestand", "andere-repository", f"{DORP}/x.md", MODULE, _ZERO),
    _one("modus-groep", "beschadigd", f"{DORP}/x.md", "100664"),
    _one("modus-wild", "beschadigd", f"{DORP}/x.md", "777777"),
    _one("modus-map-van-bestand", "beschadigd", f"{DORP}/kwaad", FOLDER),
    _one("blob-weg", "beschadigd", f"{DORP}/x.md", FILE, _ZERO),
    _one("map-weg", "beschadigd", f"{DORP}/x", FOLDER, _ZERO),
    _whole("link-content", "snelkoppeling", lambda made: made.propose({"content": (LINK, b"/etc")})),
    _whole("submodule-content", "snelkoppeling", lambda made: made.propose({"content": (MODULE, _ZERO)})),
    Attack("bestand-is-map", lambda made: made.propose({f"{DORP}/x.md": (FILE, made.tree([])), NEW: (FILE, BASE)}),
           frozenset({(f"{DORP}/x.md", "beschadigd")}), {NEW: BASE}),
)  # fmt: skip

TREES: tuple[Attack, ...] = (
    _broken("boom-dubbel", lambda made: [(FILE, b"a.md", made.blob(BASE)), (FILE, b"a.md", made.blob(b"b"))]),
    _broken("boom-schuin", lambda made: [(FILE, b"../../../../buiten.md", made.blob(BASE))]),
    _broken("boom-absoluut", lambda made: [(FILE, b"/tmp/buiten.md", made.blob(BASE))]),
    _broken("boom-zonder-naam", lambda made: [(FILE, b"", made.blob(BASE))]),
    _broken("boom-zonder-modus", lambda made: [("", b"a.md", made.blob(BASE))]),
    _broken("boom-modus-tekst", lambda made: [("-1", b"a.md", made.blob(BASE))]),
    _within("boom-punten", "verkeerde-bestandsnaam", b".."),
    _within("boom-punt", "verkeerde-bestandsnaam", b"."),
    _within("boom-git", "verkeerde-bestandsnaam", b".git"),
    _within("boom-git-groot", "verkeerde-bestandsnaam", b".GIT"),
    _within("boom-git-windows", "verkeerde-bestandsnaam", b"git~1"),
    _within("boom-punten-bestand", "verkeerd-bestandstype", b"..", FILE),
    _whole("boom-bom", "te-veel-bestanden", _bomb(lambda made: [(FILE, b"a.md", made.blob(BASE))], 9)),
    _whole("boom-bom-leeg", "te-veel-bestanden", _bomb(lambda made: [], 4)),
    _whole("boom-groot", "te-veel-bestanden", _many(440_000, b"_")),
    _whole("boom-vijfduizend", "te-veel-bestanden", _many(5_000)),
    _whole("boom-51", "te-veel-bestanden", _many(51)),
)

NAMES: tuple[Attack, ...] = (
    _one("naam-hoofdletters", "verkeerde-bestandsnaam", f"{DORP}/LEZEN.md"),
    _one("naam-ander-type", "verkeerd-bestandstype", f"{DORP}/lezen.MD"),
    _one("naam-botst", "naam-bestaat-al", f"{DORP}/Koffie.png", FILE, _PICTURE[:100]),
    _one("naam-nfc", "verkeerde-bestandsnaam", f"{DORP}/caf\u00e9.md"),
    _one("naam-nfd", "verkeerde-bestandsnaam", f"{DORP}/cafe\u0301.md"),
    _one("naam-lijkt", "verkeerde-bestandsnaam", f"{DORP}/l\u0435zen.md"),
    _one("naam-apparaat", "verkeerde-bestandsnaam", f"{DORP}/con.md"),
    _one("naam-apparaat-map", "verkeerde-bestandsnaam", f"{DORP}/aux/x.md", at=f"{DORP}/aux"),
    _one("naam-apparaat-plaatje", "verkeerde-bestandsnaam", f"{DORP}/NUL.jpg"),
    _one("naam-stip", "verkeerd-bestandstype", f"{DORP}/lezen.md."),
    _one("naam-spatie", "verkeerd-bestandstype", f"{DORP}/lezen.md "),
    _one("naam-stroom", "verkeerd-bestandstype", f"{DORP}/lezen.md:stroom"),
    _one("naam-schuin", "verkeerde-bestandsnaam", f"{DORP}/x\\..\\lezen.md"),
    _one("naam-regel", "verkeerde-bestandsnaam", f"{DORP}/x\n::error::y.md"),
    _one("naam-commando", "verkeerde-bestandsnaam", f"{DORP}/##[error]x.md"),
    _one("naam-bytes", "verkeerde-bestandsnaam", f"{DORP}/bytes-\udcff\udcfe.md"),
    _one("naam-omgekeerd", "verkeerde-bestandsnaam", f"{DORP}/omgekeerd-\u202edm.md"),
    _one("naam-kleur", "verkeerde-bestandsnaam", f"{DORP}/kleur\x1b[31m.md"),
    _one("naam-lang", "verkeerde-bestandsnaam", f"{DORP}/{'a' * 4_000}.md"),
    _one("naam-optie", "verkeerde-bestandsnaam", f"{DORP}/--upload-pack=touch.md"),
    _one("naam-opdracht", "verkeerde-bestandsnaam", f"{DORP}/$(touch x).md"),
    _one("naam-svg", "verkeerd-bestandstype", f"{DORP}/x.svg"),
    _one("naam-html", "verkeerd-bestandstype", f"{DORP}/x.html"),
    _one("naam-plaatje-bij-locatie", "verkeerd-bestandstype", "content/locaties/x.jpg"),
    _one("map-diep", "te-diep", f"{DORP}/{'/'.join('1234567')}/x.md", at=f"{DORP}/{'/'.join('1234567')}"),
    _one("map-heel-diep", "te-diep", f"{DORP}/{'/'.join('a' * 300)}/x.md", at=f"{DORP}/{'/'.join('a' * 7)}"),
    _one("map-naam", "verkeerde-bestandsnaam", f"{DORP}/Map Met/x.md", at=f"{DORP}/Map Met"),
    _one("map-regel", "verkeerde-bestandsnaam", f"{DORP}/x\n::error::y/x.md", at=f"{DORP}/x\n::error::y"),
    _one("map-onbekend", "onbekende-map", "content/theme/templates/base.html", at="content/theme"),
    _one("map-in-locaties", "onbekende-map", "content/locaties/x/y.yaml", at="content/locaties/x"),
    _one("los-in-activiteiten", "onbekende-map", "content/activiteiten/x.md"),
    _one("los-in-content", "onbekende-map", "content/pelicanconf.py"),
    _one("pagina", "pagina-van-de-beheerder", "content/paginas/kwaad.md", at="content/paginas"),
)  # fmt: skip

SIZES: tuple[Attack, ...] = (
    _one("tekst-te-groot", "bestand-te-groot", f"{DORP}/x.md", FILE, BASE.ljust(LARGEST_TEXT + 1)),
    _quiet("tekst-past", {f"{DORP}/x.md": (FILE, BASE.ljust(LARGEST_TEXT))}, {f"{DORP}/x.md": BASE.ljust(LARGEST_TEXT)}),
    _one("plaatje-te-groot", "afbeelding-te-groot", f"{DORP}/x.jpg", FILE, bytes(LARGEST_PICTURE + 1)),
    _one("yaml-te-groot", "bestand-te-groot", "content/locaties/x.yaml", FILE, bytes(LARGEST_TEXT + 1)),
    Attack("bom-van-nullen", lambda made: made.propose({f"{DORP}/x.md": (FILE, made.zeros(1 << 30)), NEW: (FILE, BASE)}),
           frozenset({(f"{DORP}/x.md", "bestand-te-groot")}), {NEW: BASE}),
    Attack("bom-als-plaatje", lambda made: made.propose({f"{DORP}/x.jpg": (FILE, made.zeros(1 << 30)), NEW: (FILE, BASE)}),
           frozenset({(f"{DORP}/x.jpg", "afbeelding-te-groot")}), {NEW: BASE}),
    Attack("bom-in-de-schaduw", lambda made: made.propose({f"{DORP}/x.md": (FILE, made.shadow(9)), NEW: (FILE, BASE)}),
           frozenset({(f"{DORP}/x.md", "beschadigd")}), {NEW: BASE}),
    _whole("samen-te-groot", "samen-te-groot",
           lambda made: made.propose({f"{DORP}/f{number}.png": (FILE, _PICTURE) for number in range(27)})),
)  # fmt: skip

HARMLESS: tuple[Attack, ...] = (
    _quiet("attributen", {".gitattributes": (FILE, _ATTRIBUTES), "content/.gitattributes": (FILE, _ATTRIBUTES),
                          f"{DORP}/.gitattributes": (FILE, _ATTRIBUTES), f"{DORP}/x.md": (FILE, _KEYWORDS)},
           {f"{DORP}/x.md": _KEYWORDS}),
    _quiet("modules", {".gitmodules": (FILE, _MODULES), "content/.gitmodules": (FILE, _MODULES)}),
    _quiet("git-instellingen", {"content/.gitconfig": (FILE, b"[core]\n\tfsmonitor = touch x\n"),
                                ".lfsconfig": (FILE, b"[lfs]\n\turl = https://example.com\n")}),
    _quiet("lfs", {f"{DORP}/x.jpg": (FILE, _POINTER)}, {f"{DORP}/x.jpg": _POINTER}),
    _quiet("verborgen", {f"{DORP}/.verborgen.md": (FILE, BASE), f"{DORP}/_klad.md": (FILE, BASE),
                         f"{DORP}/..koffie.md": (FILE, BASE), f"{DORP}/README.md": (FILE, b"x")}),
    _quiet("code", {"pelicanconf.py": (FILE, b"import os"), "plugins/meedoen/plugin.py": (FILE, b"import os"),
                    "theme/templates/base.html": (FILE, b"<script>"), "yaml.py": (FILE, b"import os"),
                    ".github/workflows/controle.yml": (FILE, b"on: push")}),
    _quiet("hoofdletters-plaatje", {f"{DORP}/IMG_1234.JPG": (FILE, _PICTURE[:9])}, {f"{DORP}/IMG_1234.JPG": _PICTURE[:9]}),
    Attack("vervanging", _replaced, taken={NEW: BASE + b"Vervangen?"}),
    Attack("map-weg-en-terug", lambda made: made.propose({f"{DORP}/lezen.md": None, NEW: (FILE, BASE)}),
           taken={NEW: BASE}, removed=frozenset({f"{DORP}/lezen.md"})),
    Attack("niets", lambda made: made.commit(made.git("rev-parse", "main^{tree}").decode().strip(), (made.base,))),
)  # fmt: skip

WHOLE = TREES[-1]
ATTACKS = (*MODES, *TREES, *NAMES, *SIZES, *HARMLESS)

# What can be checked out at all: Git refuses the broken trees itself, and the bombs would fill the disk.
CHECKED_OUT = (*MODES[:15], *NAMES, SIZES[0], SIZES[2], *HARMLESS)

# Words that are no commit here, or one that has nothing to do with the base: wrong use, nothing is written.
NO_COMMITS: tuple[tuple[str, Callable[[Bench], str]], ...] = (
    ("optie", lambda made: "--upload-pack=touch"),
    ("optie-kort", lambda made: "-h"),
    ("regel", lambda made: "HEAD\n::error::x"),
    ("leeg", lambda made: ""),
    ("niet-hier", lambda made: _ZERO),
    ("boom", lambda made: made.git("rev-parse", "main^{tree}").decode().strip()),
    ("bestand", lambda made: made.blob(BASE)),
    ("vreemd-begin", _unrelated),
)
