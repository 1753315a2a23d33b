"""`meedoen bekijk`: alle sites op je eigen computer, en opnieuw na elke wijziging."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from meedoen.newsletter.paths import is_mail
from meedoen.newsletter.screen_preview import headers_of_preview
from meedoen.outputs.serving import rule_for

EPILOG = """voorbeelden:
  meedoen bekijk               open daarna http://127.0.0.1:8000
  meedoen bekijk --poort 9000

Bewaar een bestand: de site wordt opnieuw gemaakt, en de pagina in je browser ververst zichzelf.
Stoppen: Ctrl+C
"""
# The pages forbid inline script, so the browser gets a file; it is served here and never built.
SCRIPT = b"""(function () {
  var seen = null;
  setInterval(function () {
    fetch("/herlaad.txt", { cache: "no-store" }).then(function (r) { return r.text(); }).then(function (now) {
      if (seen !== null && now !== seen) { location.reload(); }
      seen = now;
    }).catch(function () {});
  }, 1000);
})();
"""
_TAG = b'<script src="/herlaad.js" defer></script></head>'


class Preview:
    """The built sites and the number of times that they were built."""

    def __init__(self, settings: Path, output: Path) -> None:
        self.settings = settings
        self.output = output
        self.version = 0

    def build(self) -> bool:
        """Builds in a process of its own, so that changed code counts too. Gives whether it went well."""
        command = [
            sys.executable,
            "-m",
            "pelican",
            "--settings",
            str(self.settings),
            "--output",
            str(self.output),
            "--quiet",
        ]
        process = subprocess.run(command, check=False)  # noqa: S603 - our own command
        self.version += 1
        return process.returncode == 0


class Handler(SimpleHTTPRequestHandler):
    """Serves files as they are published, HTML with the script that reloads; nothing is kept for later."""

    def __init__(self, *arguments: Any, preview: Preview, **options: Any) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.output), **options)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Sends the headers; gives the body to copy."""
        path = self.path.partition("?")[0]
        if path == "/herlaad.js":
            return self._give(SCRIPT, "text/javascript")
        if path == "/herlaad.txt":
            return self._give(str(self.preview.version).encode(), "text/plain")
        place = Path(self.translate_path(self.path))
        if place.is_dir() and path.endswith("/"):
            place /= "index.html"
        if place.suffix == ".html" and place.is_file():
            page = place.read_bytes()
            shown = page if is_mail(path.lstrip("/")) else page.replace(b"</head>", _TAG, 1)
            return self._give(shown, "text/html; charset=utf-8")
        return super().send_head()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Takes the path of a file; gives the type with which it is published."""
        rule = rule_for(os.fspath(path))
        return rule.type if rule else super().guess_type(path)

    def end_headers(self) -> None:
        """Sends the headers with which the file is published, but nothing may be kept: here it changes all the time."""
        for name, value in headers_of_preview(getattr(self, "path", "").partition("?")[0]):
            if name not in ("Content-Type", "Cache-Control"):
                self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _give(self, body: bytes, kind: str) -> BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing: the terminal is for the problems in the content."""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Adds `bekijk` to the command."""
    parser = commands.add_parser(
        "bekijk", help="bekijk alle sites op je eigen computer",
        description="Maakt alle sites en laat ze zien in je browser.",
        epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "--poort",
        type=int,
        default=8000,
        metavar="NUMMER",
        help="het nummer achter 127.0.0.1: (normaal: 8000)",
    )
    parser.add_argument(
        "--instellingen",
        type=Path,
        default=Path("pelicanconf.py"),
        metavar="BESTAND",
        help="de instellingen (normaal: pelicanconf.py)",
    )
    parser.add_argument(
        "--uit",
        type=Path,
        default=Path("output"),
        metavar="MAP",
        help="waar de sites komen (normaal: output)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, _today: date) -> int:
    """Takes the options; builds, serves and watches until Ctrl+C. Gives the exit code."""
    if not options.instellingen.is_file():
        sys.stderr.write(f"Het bestand {options.instellingen} is er niet. Sta je in de map van het project?\n")
        return 2
    preview = Preview(options.instellingen, options.uit.resolve())
    if not preview.build():
        return 1
    try:
        server = ThreadingHTTPServer(("127.0.0.1", options.poort), partial(Handler, preview=preview))
    except OSError:
        sys.stderr.write(
            f"Poort {options.poort} is al in gebruik. Kies een andere: meedoen bekijk --poort {options.poort + 1}\n"
        )
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Open http://127.0.0.1:{server.server_port} in je browser. Stoppen: Ctrl+C", flush=True)
    try:
        _watch(preview)
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _watch(preview: Preview) -> None:
    from watchfiles import watch  # noqa: PLC0415 - only this verb needs it

    root = preview.settings.resolve().parent
    folders = [place for name in ("content", "theme", "plugins") if (place := root / name).is_dir()]
    for changes in watch(*folders, debounce=300, raise_interrupt=True):
        names = sorted({Path(path).name for _, path in changes})
        print(f"Gewijzigd: {', '.join(names[:3])}{' …' if len(names) > 3 else ''}", flush=True)
        preview.build()
