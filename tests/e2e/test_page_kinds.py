"""The list of kinds of page is whole: no template, no page and no kind without an example."""

from __future__ import annotations

from typing import Any

import pytest
from tests.e2e.page_kinds import KINDS, PLACES, example, page_templates, pages

pytestmark = pytest.mark.e2e


def test_every_template_of_a_page_has_a_kind() -> None:
    assert {kind.template for kind in KINDS.values()} == page_templates() == set(PLACES)


def test_every_page_is_made_by_a_template_of_the_list(site: Any) -> None:
    assert pages(site.output)[""] == []


def test_every_kind_has_a_page_in_the_content(site: Any) -> None:
    made_by = {path: template for template, paths in pages(site.output).items() for path in paths}
    assert [made_by[example(site.output, name)] for name in KINDS] == [kind.template for kind in KINDS.values()]
