"""What looks for harm in an output sees it: each kind of file with a harm in it, and the same file without."""

from __future__ import annotations

import json

import pytest
from tests.hostile.harms import json_harms, xml_harms

_FEED = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><link>{link}</link>'
    '<content:encoded>{html}</content:encoded><enclosure url="{file}"/></item></channel></rss>'
)
_GOOD = {"link": "http://127.0.0.1:8000/a.html", "html": "&lt;p&gt;Hoi&lt;/p&gt;", "file": "https://example.org/a.webp"}


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ({}, []),
        ({"link": "javascript:alert(1)"}, ["link=javascript:alert(1) is no plain address"]),
        (
            {"link": "https://bank.example@evil.example/"},
            ["link=https://bank.example@evil.example/ is no plain address"],
        ),
        ({"file": "file:///etc/passwd"}, ["enclosure=file:///etc/passwd is no plain address"]),
        ({"html": "&lt;script&gt;x&lt;/script&gt;"}, ["<script> {} x"]),
        ({"html": "&lt;p onclick=x&gt;Hoi&lt;/p&gt;"}, ["onclick=x on <p>"]),
        (
            {"html": "&lt;img src=https://spy.example/1.gif&gt;"},
            ["src=https://spy.example/1.gif on <img> is read from another host"],
        ),
    ],
)
def test_feed(harm: dict[str, str], said: list[str]) -> None:
    assert list(xml_harms(_FEED.format(**_GOOD | harm).encode())) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"items": [{"url": "https://example.org/", "title": "javascript:alert(1)"}], "page": ["koffie", ""]}, []),
        ({"items": [{"url": "data:text/html,x"}]}, ["url=data:text/html,x is no plain address"]),
        ({"location": {"sameAs": ["javascript:x"]}}, ["sameAs=javascript:x is no plain address"]),
        ({"content_html": "<iframe src=x></iframe>"}, ["<iframe> {'src': 'x'} "]),
        ({"pages": ["https://evil.example/"]}, ["pages https://evil.example/ is no place of ours"]),
        ({"page": ['koffie"onclick']}, ['page koffie"onclick is no place of ours']),
        ({"taken": ["<b>"]}, ["taken <b> is no place of ours"]),
    ],
)
def test_json(value: object, said: list[str]) -> None:
    assert list(json_harms(json.dumps(value).encode())) == said
