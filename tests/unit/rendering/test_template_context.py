"""What lies at hand for the templates: texts and icons in their place, names with their language."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError
from tests.translations import ENGLISH_PO

from meedoen.language.voice import Voice, read_voice
from meedoen.outputs.facts import IN_DUTCH, Facts
from meedoen.outputs.icon import icon
from meedoen.rendering.template_context import TemplateContext

EMPTY = {
    "parts/dates.html": "".join(f"{{% macro {name}(it) %}}{{% endmacro %}}" for name in ("date", "only", "dateline")),
    **dict.fromkeys(("parts/list.html", "parts/state.html", "parts/facts.html", "parts/card_lines.html"), ""),
}
ENGLISH = Facts(read_voice("en", ENGLISH_PO))


def rendered(source: str, facts: Facts = ENGLISH, **values: object) -> str:
    """What a template of this source gives at the desk of this language."""
    environment = Environment(loader=DictLoader(EMPTY | {"x.html": source}), autoescape=True, trim_blocks=True)
    environment.add_extension("jinja2.ext.i18n")
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    language = TemplateContext(environment, facts)
    return language.template("x.html").render({**language.values, **values})


def said(dutch: str, text: str) -> Facts:
    """A voice that says this one text in another way."""
    return Facts(Voice({dutch: text}))


def test_text_is_in_the_language_of_the_desk() -> None:
    assert [rendered("<p>{{ _('Vol') }}</p>", facts) for facts in (IN_DUTCH, ENGLISH)] == ["<p>Vol</p>", "<p>Full</p>"]


def test_icon_is_in_its_place() -> None:
    assert rendered("{{ icon('when') }}") == icon("when")


def test_text_is_escaped_and_never_read_as_a_template() -> None:
    assert rendered("{{ _('Vol') }}", said("Vol", "<b>{{ 6 * 7 }}</b>")) == "&lt;b&gt;{{ 6 * 7 }}&lt;/b&gt;"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>{{ _('Hele '\n   'dag') }}\n</p>", "<p>All day\n</p>"),
        ("<p>\n  {{- _('Vol') -}}\n</p>", "<p>Full</p>"),
        ("<p>\n  {{- icon('when') }}\n</p>", f"<p>{icon('when')}\n</p>"),
    ],
)
def test_text_on_more_lines_is_one_and_what_follows_keeps_its_line(source: str, shown: str) -> None:
    assert rendered(source) == shown
    with pytest.raises(TemplateSyntaxError) as mistake:
        rendered(f"{source}{{% nothing %}}")
    assert mistake.value.lineno == 1 + source.count("\n")


def test_values_are_filled_in_and_escaped() -> None:
    assert rendered("{{ _('Voor %(who)s', who=who) }}", who="<b>") == "For &lt;b&gt;"
    assert rendered("{% trans who=who %}<i>{{ who }}</i>{% endtrans %}", who="<b>") == "<i>&lt;b&gt;</i>"
    assert rendered("{{ ngettext('%(num)s plek', '%(num)s plekken', n) }}", n=1200) == "1,200 places"


def test_name_of_a_list_that_is_still_dutch_says_so() -> None:
    assert rendered("{{ named('Taal') }}, {{ named('onbekend', True) }}") == 'Language, <span lang="nl">Onbekend</span>'
    assert rendered("{{ named('onbekend') }}", IN_DUTCH) == "onbekend"
