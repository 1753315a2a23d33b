"""Texts that are something else in YAML, in an address, in HTML or in a template."""

from __future__ import annotations

NASTY = (
    "NO", "ja", "null", "~", "19:30", "0123", "1e3", "Muziek: live", "'s Avonds", '"tussen aanhalingstekens"',
    "- streepje", "# geen kop", "a # b", "50% korting & meer", "a+b=c", "?vraag=1&value=2", "{jinja}", "{{ 7*7 }}",
    "[lijst]", "*ster", "&anker", "!tag", "|", ">", "%25 en %", "@home", "`code`", "C:\\map\\bestand", "\\u0041",
    "\\n", "<script>alert(1)</script>", "é ü ñ ß œ", "日本語", "العربية", "\U0001f9d8\u200d\u2640\ufe0f yoga",
    "\u2026\u2014\u2013\u2018\u2019\u201c\u201d\u20ac", "a:b::c", "http://x.nl/?a=b#c", "een, twee, drie", "---",
    "regel\nnog een regel", "tab\tin de tekst", "x" * 100,
)  # fmt: skip
