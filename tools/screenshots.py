"""Pictures of the preview for the documentation: two municipalities, telephone and desktop, by day and by night."""

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
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "beelden"
DAY = "2026-11-24"
LARGEST = 150_000
README = {"papendrecht-home-scherm-licht": "papendrecht"}
PAGES = {
    "papendrecht-home": "papendrecht/index.html",
    "papendrecht-activiteit": "papendrecht/activiteit/taalcafe.html",
    "dordrecht-home": "dordrecht/index.html",
    "dordrecht-activiteit": "dordrecht/activiteit/nacht-van-de-poezie.html",
}
SIZES: dict[str, ViewportSize] = {
    "telefoon": {"width": 390, "height": 844},
    "scherm": {"width": 1280, "height": 900},
}
SCHEMES = {"licht": False, "donker": True}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take: the name of its file, the page, the size of the window, and whether it is dark."""

    name: str
    path: str
    size: ViewportSize
    dark: bool


def shots() -> Iterator[Shot]:
    """The fixed set; `papendrecht` is the one of the README."""
    for page, path in PAGES.items():
        for size, viewport in SIZES.items():
            for scheme, dark in SCHEMES.items():
                name = f"{page}-{size}-{scheme}"
                yield Shot(README.get(name, name), path, viewport, dark)


def build(output: Path, day: str) -> None:
    """The preview as it is on this day. Raises CalledProcessError when the build fails."""
    command = [sys.executable, "-m", "pelican", "-s", str(ROOT / "pelicanconf.py"), "-o", str(output), "-q"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"MEEDOEN_DATUM": day}, check=True, stdout=subprocess.DEVNULL)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of this folder on a free port of this machine, for as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """The top of the page as it is seen, as PNG, without script."""
    context = browser.new_context(
        java_script_enabled=False,
        viewport=shot.size,
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}/{shot.path}")
    data = page.screenshot()
    context.close()
    return small(data)


def small(data: bytes) -> bytes:
    """The same picture with as many colours as fit in 150 kB, at most 256."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    for colours in (256, 128, 64, 32):
        made = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
        if made.tell() < LARGEST:
            break
    return made.getvalue()


def main() -> int:
    """Takes all pictures; 1 when there is no browser."""
    parser = argparse.ArgumentParser(description="Maak de plaatjes van de documentatie uit het echte voorbeeld.")
    parser.add_argument("--map", type=Path, default=PICTURES, help="waar de plaatjes komen (docs/beelden)")
    parser.add_argument("--datum", default=os.environ.get("MEEDOEN_DATUM", DAY), help=f"de dag van de bouw ({DAY})")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Geen Chromium gevonden: er zijn geen plaatjes gemaakt.", file=sys.stderr)
        return 1
    given.map.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        output = Path(temporary) / "output"
        build(output, given.datum)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with served(output) as address:
            for shot in shots():
                data = take(browser, address, shot)
                (given.map / f"{shot.name}.png").write_bytes(data)
                print(f"{shot.name}.png  {len(data) // 1000} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
