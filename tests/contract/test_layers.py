"""The map in the package's docstring holds: who imports whom, who may touch the world, and how large things grow."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.contract.conftest import ROOT
from tools.ground_plan import arrows, floors, room_of

import meedoen

SOURCE = Path(meedoen.__file__).parent
MODULES = tuple(sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")))
FLOORS = floors(meedoen.__doc__ or "")
ROOMS = tuple(room for floor in FLOORS for room in floor.rooms)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor.rooms}
EDGES = FLOOR_OF["git/"]
"""From this floor up code may touch the world: a clock, the disk, the network, the environment."""
# Library → the modules that may import it; a folder stands for all in it.
KEPT = {
    "pelican": {"plugin.py"},
    "jinja2": {
        "plugin.py",
        "rendering/renderer.py",
        "rendering/template_context.py",
        "proposals/preview.py",
        "publishing/template_cache.py",
    },
    "yaml": {"notation/text/document.py"},
    "cmarkgfm": {"notation/markup.py"},
    "nh3": {"notation/markup.py"},
    "markupsafe": {"notation/markup.py"},
    "PIL": {"programme/picture.py", "outputs/drawing.py"},
    "holidays": {"programme/holidays.py"},
    "segno": {"outputs/qr.py"},
    "rjsmin": {"plugin.py"},
    "rapidfuzz": {"language/suggestion.py"},
    "babel": {"language/voice.py", "language/catalogue.py", "cli/translations.py"},
    "subprocess": {"git/", "release/publish_run.py", "cli/serve.py"},  # those two start ourselves, never Git
    "icalendar": {"guard/event_dates.py"},
    "recurring_ical_events": {"guard/event_dates.py"},
}
EDGES_ONLY = frozenset(
    {
        "os",
        "sys",
        "subprocess",
        "socket",
        "urllib.request",
        "http",
        "locale",
        "random",
        "secrets",
        "pathlib",
        "shutil",
        "tempfile",
    }
)
WORLD = re.compile(
    r"(?:^|\.)(?:now|today|utcnow|fromtimestamp|open|print|input|environ|getenv|read_text|read_bytes|write_text|write_bytes|exec|eval|setlocale)$"
)
JUNK = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "misc", "base", "core"})


@cache
def tree(module: str) -> ast.Module:
    """The syntax of a module."""
    return ast.parse((SOURCE / module).read_text(encoding="utf-8"))


def floor(module: str) -> int:
    """The floor of a module by its room; the package itself, which only connects, stands on the highest."""
    return FLOOR_OF.get(room_of(module, ROOMS), len(FLOORS))


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Every piece of the syntax of a module."""
    return tuple(ast.walk(tree(module)))


@cache
def imports(module: str) -> tuple[str, ...]:
    """The full name of each module or name that this module imports."""
    names: list[str] = []
    for node in nodes(module):
        if isinstance(node, ast.Import):
            names += (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: importeer met de volle naam"
            names += (f"{node.module}.{each.name}" for each in node.names)
    return tuple(names)


def ours(name: str) -> str:
    """The module of an imported name of ours: `meedoen.notation.time.dates.parse_date` → `notation/time/dates.py`."""
    parts = name.split(".")[1:]
    for length in range(len(parts), 0, -1):
        path = "/".join(parts[:length])
        for module in (f"{path}.py", f"{path}/__init__.py"):
            if module in MODULES:
                return module
    return "__init__.py"


def test_module_imports_from_its_own_floor_or_a_lower_one() -> None:
    used = [(module, ours(name)) for module in MODULES for name in imports(module) if _package(name) == "meedoen"]
    assert [(user, each) for user, each in used if each != "__init__.py" and floor(each) > floor(user)] == []


def test_no_two_rooms_import_each_other() -> None:
    leads = arrows(ROOMS)
    both = {frozenset((room, other)) for room, others in leads.items() for other in others if room in leads[other]}
    assert both == set()


def test_library_stays_in_its_place() -> None:
    used = {(module, _package(name)) for module in MODULES for name in imports(module) if _package(name) in KEPT}
    assert {
        (user, library)
        for user, library in used
        if not any(user == place or (place.endswith("/") and user.startswith(place)) for place in KEPT[library])
    } == set()


def _package(name: str) -> str:
    return name.partition(".")[0]


def test_inner_floors_leave_the_world_alone() -> None:
    inner = [module for module in MODULES if floor(module) < EDGES]
    named = {
        (module, name)
        for module in inner
        for name in imports(module)
        if any(name == each or name.startswith(f"{each}.") for each in EDGES_ONLY)
    }
    used = {
        (module, _dotted(node))
        for module in inner
        for node in nodes(module)
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert (named, {each for each in used if WORLD.search(each[1]) and not _is_field(each[1])}) == (set(), set())


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _is_field(name: str) -> bool:
    """`window.today` and a parameter `today` are values that were passed down; `date.today` is the clock."""
    owner, _, last = name.rpartition(".")
    return (last == "today" and owner.rpartition(".")[2] not in ("date", "datetime")) or name == "Image.open"


def test_module_is_named_by_a_noun_and_explained() -> None:
    assert [module for module in MODULES if set(Path(module).with_suffix("").parts) & JUNK] == []
    first = {module: (ast.get_docstring(tree(module)) or "").partition("\n")[0] for module in MODULES}
    assert [module for module, line in first.items() if not line.endswith((".", ":"))] == []


def test_module_and_its_functions_fit_on_a_few_screens() -> None:
    sizes = {module: (SOURCE / module).read_text(encoding="utf-8").count("\n") for module in MODULES}
    long = [
        (module, node.name)
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert ({module: lines for module, lines in sizes.items() if lines > 250}, long) == ({}, [])


def test_public_names_are_explained() -> None:
    public = [
        (module, node)
        for module in MODULES
        for node in tree(module).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [(module, node.name) for module, node in public if not ast.get_docstring(node)] == []


def test_mistakes_of_ours_are_never_swallowed() -> None:
    handlers = [(module, node) for module in MODULES for node in nodes(module) if isinstance(node, ast.ExceptHandler)]
    broad = [
        (module, node)
        for module, node in handlers
        if node.type is None or _dotted(node.type) in ("Exception", "BaseException")
    ]
    quiet = [
        (module, node.lineno)
        for module, node in broad
        if not any(isinstance(each, ast.Raise) for each in ast.walk(node))
    ]
    assert quiet == []


def test_every_module_has_a_room_and_every_room_a_module() -> None:
    homes = {module: room_of(module, ROOMS) for module in MODULES if module not in ("__init__.py", "__main__.py")}
    assert [module for module, room in homes.items() if not room] == []
    assert set(homes.values()) == set(ROOMS)


def test_no_time_zone_of_one_organisation_stands_in_the_code() -> None:
    """Only the table of fields has a zone, as its example of what to type."""
    files = [*SOURCE.rglob("*.py"), *ROOT.glob("*.py"), *(ROOT / "tools").rglob("*.*"), *(ROOT / "theme").rglob("*.*")]
    named = [path for path in files if path.is_file() and b"Europe/Amsterdam" in path.read_bytes()]
    assert named == [SOURCE / "notation" / "schema" / "content_tables.py"]
