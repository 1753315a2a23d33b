from __future__ import annotations

import pytest

from meedoen.notation.markup import trusted
from meedoen.outputs.outline import outline


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<p>x</p>", "<p>x</p>"),
        ("<h3>a</h3>", "<h3>a</h3>"),
        ("<h5>a</h5><h5>b</h5>", "<h3>a</h3><h3>b</h3>"),
        ("<h3>a</h3><h6>b</h6>", "<h3>a</h3><h4>b</h4>"),
        ("<h5>a</h5><h3>b</h3>", "<h3>a</h3><h3>b</h3>"),
        ("<h3>a</h3><h4>b</h4><h5>c</h5><h3>d</h3>", "<h3>a</h3><h4>b</h4><h5>c</h5><h3>d</h3>"),
    ],
)
def test_outline_skips_no_level(given: str, expected: str) -> None:
    assert outline(trusted(given)) == expected
