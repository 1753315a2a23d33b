"""Pictures of the preview for the documentation: two municipalities, telephone and desktop, by day and by night.

What stands on a picture is looked up in what was built, for the day of the build: see `tools/scenes.py`.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from tools.scenes import SCENES, NothingToShow, addresses

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "beelden"
DAY = "2026-11-24"
TOWNS = ("papendrecht", "dordrecht")
LARGEST = 150_000
"""Bytes of one picture."""
QUALITIES = (75, 60, 45)
"""Of WebP, best first: the first that is small enough is taken."""
SIZES: dict[str, ViewportSize] = {
    "telefoon": {"width": 390, "height": 844},
    "scherm": {"width": 1280, "height": 900},
}
SCHEMES = {"licht": False, "donker": True}
COUNTED = """() => [...document.querySelectorAll("[role=status]")].some((each) => {
  if (!/[0-9]/.test(each.textContent)) return false;
  if (each.getBoundingClientRect().bottom > innerHeight * 0.8) each.scrollIntoView({ block: "center" });
  return true;
})"""
"""Whether a script has said how many activities it found; on a telephone that is further down the page."""
EXAMPLES = """voorbeelden:
  make screenshots                                          alle plaatjes, in docs/beelden
  python -m tools.screenshots --alleen papendrecht-home     een pagina, op elke grootte, licht en donker
  python -m tools.screenshots --alleen vol-telefoon-donker  alles met dit in de naam
  python -m tools.screenshots --datum 2027-01-28 --map /tmp/beelden
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take: the name of its file, the page below the address, the size of the window, is it dark."""

    name: str
    path: str
    size: ViewportSize
    dark: bool


def names() -> Iterator[tuple[str, str, str, str]]:
    """Town, scene, size and scheme of every picture, in the order in which they are taken."""
    for town in TOWNS:
        for scene in SCENES:
            for size in SIZES:
                for scheme in SCHEMES:
                    yield town, scene, size, scheme


def shots(output: Path, today: date, only: str = "") -> tuple[Shot, ...]:
    """The pictures with `only` in their name, of this build. Raises NothingToShow: there is no such page."""
    wanted = [each for each in names() if only in "-".join(each)]
    pages = {town: addresses(output / town, today, {each[1] for each in wanted if each[0] == town}) for town in TOWNS}
    return tuple(
        Shot("-".join((town, scene, size, scheme)), f"{town}/{pages[town][scene]}", SIZES[size], SCHEMES[scheme])
        for town, scene, size, scheme in wanted
    )


def build(output: Path, day: str) -> None:
    """The preview as it is on this day. Raises CalledProcessError when the build fails."""
    command = [sys.executable, "-m", "pelican", "-s", str(ROOT / "pelicanconf.py"), "-o", str(output), "-q"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"MEEDOEN_DATUM": day}, check=True, stdout=subprocess.DEVNULL)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up when it has its picture is no news."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of this folder on a free port of this machine, for as long as the block runs."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """What is seen of the page when its scripts are done, as WebP."""
    context = browser.new_context(
        viewport=shot.size, color_scheme="dark" if shot.dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}/{shot.path}", wait_until="networkidle")
    if "?" in shot.path:
        page.wait_for_function(COUNTED)
    data = page.screenshot()
    context.close()
    return small(data)


def small(data: bytes) -> bytes:
    """The same picture as WebP, as good as fits in 150 kB."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    for quality in QUALITIES:
        made = io.BytesIO()
        picture.save(made, "WEBP", quality=quality, method=6)
        if made.tell() < LARGEST:
            break
    return made.getvalue()


def photograph(chromium: str, output: Path, wanted: tuple[Shot, ...], folder: Path) -> None:
    """Takes these pictures of what was built, and tells of each how large it is."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional dependency

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, served(output) as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for number, shot in enumerate(wanted, 1):
            data = take(browser, address, shot)
            (folder / f"{shot.name}.webp").write_bytes(data)
            print(f"{number:3} van {len(wanted)}  {len(data) / 1000:4.0f} kB  {shot.name}.webp", flush=True)
        browser.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Maak de plaatjes van de documentatie uit het echte voorbeeld.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--alleen", default="", metavar="NAAM", help="alleen plaatjes met dit in de naam")
    parser.add_argument("--map", type=Path, default=PICTURES, help="waar de plaatjes komen (docs/beelden)")
    parser.add_argument("--datum", default=os.environ.get("MEEDOEN_DATUM", DAY), help=f"de dag van de bouw ({DAY})")
    parser.add_argument("--gebouwd", type=Path, metavar="MAP", help="bouw niet, neem de preview in deze map")
    return parser.parse_args()


def main() -> int:
    """Takes the pictures; 1 when there is no browser, or when the content has nothing to show in one of them."""
    given = _arguments()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Geen Chromium gevonden: er zijn geen plaatjes gemaakt.", file=sys.stderr)
        return 1
    if not any(given.alleen in "-".join(each) for each in names()):
        print(f"Er is geen plaatje met “{given.alleen}” in de naam. Ze heten zo:", file=sys.stderr)
        print(*dict.fromkeys(f"  {town}-{scene}" for town, scene, _, _ in names()), sep="\n", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        output = given.gebouwd or Path(temporary) / "output"
        if not given.gebouwd:
            print(f"De voorbeeldsites van {given.datum} worden gebouwd …", flush=True)
            build(output, given.datum)
        try:
            wanted = shots(output, date.fromisoformat(given.datum), given.alleen)
        except NothingToShow as problem:
            print(problem, file=sys.stderr)
            return 1
        photograph(chromium, output, wanted, given.map)
    return 0


if __name__ == "__main__":
    sys.exit(main())
