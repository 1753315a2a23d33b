"""One open window of the browser, that lets nothing leave the host and hears every complaint."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")


@dataclass
class Window:
    """A window (a page of Playwright), and what was seen in it since the last address was opened.

    `elsewhere`: addresses outside the host that were asked for; `complaints`: words in the console, errors of scripts
    and addresses that were not found.
    """

    page: Any
    address: str
    scripts: bool = True
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.route("**/*", self._watch)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("response", lambda given: self.complaints.append(given.url) if given.status >= 400 else None)

    def _watch(self, route: Any) -> None:
        if not route.request.url.startswith(f"{self.address}/"):
            self.elsewhere.append(route.request.url)
            route.abort()
        elif route.request.resource_type == "script" and not self.scripts:
            route.abort()
        else:
            route.continue_()

    def open(self, path: str) -> Any:
        """The page at this path of the site, just loaded."""
        self.elsewhere, self.complaints = [], []
        self.page.goto(f"{self.address}/{path}")
        return self.page

    def measure(self, path: str) -> dict[str, Any]:
        """Opens the page and looks at it."""
        found: dict[str, Any] = self.open(path).evaluate(MEASURE)
        return found | {"elsewhere": self.elsewhere, "complaints": self.complaints}
