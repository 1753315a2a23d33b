"""The catalogues of the project itself."""

from __future__ import annotations

from pathlib import Path

CATALOGUES = Path(__file__).resolve().parents[1] / "theme" / "vertalingen"
ENGLISH_PO = (CATALOGUES / "en.po").read_bytes()
