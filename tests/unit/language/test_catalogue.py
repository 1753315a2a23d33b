from __future__ import annotations

import pytest
from babel import UnknownLocaleError
from babel.messages.catalog import Catalog

from meedoen.language.catalogue import State, begun, faults, state, template, updated

PLURAL = ("%(num)s keer", "%(num)s keer samen")


def texts(*ids: str | tuple[str, str]) -> Catalog:
    found = Catalog()
    for each in ids:
        found.add(each)
    return found


def po(message: str, said: str, head: str = "") -> bytes:
    quoted = [each.replace('"', '\\"') for each in (message, said)]
    return f'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n{head}msgid "{quoted[0]}"\nmsgstr "{quoted[1]}"\n'.encode()


def plural(*forms: str) -> bytes:
    lines = "".join(f'msgstr[{n}] "{each}"\n' for n, each in enumerate(forms))
    return (
        f'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "{PLURAL[0]}"\nmsgid_plural "{PLURAL[1]}"\n{lines}'.encode()
    )


def test_texts_come_from_modules_templates_and_names() -> None:
    sources = {
        "a.py": b"N_('een')\n_('twee', x=1)\nvoice.ngettext('%(num)s keer', '%(num)s keer samen', n)\nprint('niets')\n",
        "b.html": b"{{ _('drie') }}{% trans x=1 %}\n  vier\n  {{ x }}\n{% endtrans %}<p>niets</p>",
    }
    found = template(sources, {"lijst.yaml": ["vijf", "een"]})
    assert [(each.id, [path for path, _ in each.locations]) for each in found if each.id] == [
        ("een", ["a.py", "lijst.yaml"]),
        ("twee", ["a.py"]),
        (PLURAL, ["a.py"]),
        ("drie", ["b.html"]),
        ("vier %(x)s", ["b.html"]),
        ("vijf", ["lijst.yaml"]),
    ]


def test_a_language_begins_with_its_own_plurals_and_no_texts() -> None:
    begin = begun("ar").decode()
    assert '"Language: ar\\n"\n"Plural-Forms: nplurals=6;' in begin
    assert begin.count("msgid") == 1


@pytest.mark.parametrize(("code", "error"), [("xx", UnknownLocaleError), ("../weg", ValueError), ("", ValueError)])
def test_what_is_no_language_does_not_begin(code: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        begun(code)


def test_update_keeps_what_was_said_and_puts_what_is_gone_at_the_end() -> None:
    found = updated("en", po("oud", "old"), texts("oud", "nieuw"))
    assert found.endswith(b'msgid "oud"\nmsgstr "old"\n\nmsgid "nieuw"\nmsgstr ""\n\n')
    gone = updated("en", found, texts("nieuw"))
    assert gone.endswith(b'msgid "nieuw"\nmsgstr ""\n\n#~ msgid "oud"\n#~ msgstr "old"\n\n')
    assert updated("en", gone, texts("nieuw")) == gone
    assert updated("en", gone, texts("oud", "nieuw")) == found


def test_new_text_gets_no_translation_of_one_that_looks_like_it() -> None:
    found = updated("en", po("Kies je gemeente", "Choose"), texts("Kies je gemeenten"))
    assert (b"fuzzy" in found, b'msgid "Kies je gemeenten"\nmsgstr ""' in found) == (False, True)


def test_update_twice_is_once_and_keeps_the_region() -> None:
    catalogue = po("oud", "old").replace(b"Language: en", b"Language: en_GB")
    once = updated("en", catalogue, texts("oud", "nieuw"))
    assert (updated("en", once, texts("oud", "nieuw")), b'"Language: en_GB\\n"' in once) == (once, True)


def dutch(message: str, said: str) -> bytes:
    return po(message, said).replace(b"Language: en", b"Language: nl")


def test_dutch_keeps_other_words_and_nothing_else() -> None:
    found = updated("nl", dutch("oud", "anders"), texts("oud", "nieuw", PLURAL))
    assert found.endswith(b'charset=utf-8\\n"\n\nmsgid "oud"\nmsgstr "anders"\n\n')
    assert updated("nl", found, texts("oud", "nieuw", PLURAL)) == found
    assert (
        updated("nl", dutch("oud", "oud"), texts("oud", PLURAL)) == updated("nl", begun("nl"), texts()) == begun("nl")
    )
    plain = plural(*PLURAL).replace(b"Language: en", b"Language: nl")
    assert updated("nl", plain, texts(PLURAL)) == updated("nl", plain, texts()) == begun("nl")


def test_other_words_for_a_text_that_is_gone_are_kept_and_told() -> None:
    gone = updated("nl", dutch("oud", "anders"), texts("nieuw"))
    assert gone.endswith(b'#~ msgid "oud"\n#~ msgstr "anders"\n\n')
    unused = ("De tekst “oud” staat niet op de sites. Haal de regels met deze tekst weg.",)
    assert state("nl", gone, texts("nieuw")) == State(0, (), unused)
    assert state("en", updated("en", po("oud", "old"), texts()), texts()) == State(0, (), ())


def test_state_of_dutch_is_that_of_the_other_words_alone() -> None:
    assert state("nl", dutch("een", "anders"), texts("een", "twee")) == State(1, (), ())
    assert state("nl", begun("nl"), texts("een", "twee")) == State(0, (), ())
    half = plural("eenmaal", "").replace(b"Language: en", b"Language: nl")
    assert state("nl", updated("nl", half, texts(PLURAL)), texts(PLURAL)) == State(1, ("%(num)s keer",), ())


def test_state_counts_what_is_not_there_empty_or_unsure() -> None:
    assert state("en", po("een", "one"), texts("een", "twee")) == State(2, ("twee",), ())
    assert state("en", po("een", ""), texts("een")) == State(1, ("een",), ())
    assert state("en", po("een", "one", "#, fuzzy\n"), texts("een")) == State(1, ("een",), ())
    assert state("en", plural("once", ""), texts(PLURAL)) == State(1, ("%(num)s keer",), ())


@pytest.mark.parametrize(
    ("message", "said", "wrong"),
    [
        ("op %(day)s", "on %(day)s", ""),
        ("op %(day)s", "on that day", "in te vullen: %(day)s"),
        ("op die dag", "on %(day)s", "in te vullen: niets"),
        ("op %(day)s", "on %(date)s", "in te vullen: %(day)s"),
        ("{n} gevonden", "found", "in te vullen: {n}"),
        ("<b>vet</b>", "<b>bold</b>", ""),
        ("<b>vet</b>", "bold", "dezelfde elementen"),
        ("<b>vet</b>", "<b>bold", "dezelfde elementen"),
        ("vet", "<script>", "dezelfde elementen"),
        ("een woord", 'a "word"', "rechte aanhalingstekens"),
    ],
)
def test_faults(message: str, said: str, wrong: str) -> None:
    found = list(faults(po(message, said)))
    assert [wrong in each for each in found] == ([True] if wrong else [])


def test_form_of_a_plural_may_do_without_the_number_but_has_no_new_place() -> None:
    assert list(faults(plural("once", "%(num)s times"))) == []
    assert len(list(faults(plural("once", "%(n)s times")))) == 1


def test_state_tells_the_faults() -> None:
    catalogue = po("op %(day)s", "on")
    assert state("en", catalogue, texts("op %(day)s")).faults == tuple(faults(catalogue)) != ()
