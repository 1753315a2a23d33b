from __future__ import annotations

from tests.builders import reference_files

from meedoen.agenda.network_reader import read_network
from meedoen.notation.fields.reader import Names, Reader
from meedoen.notation.text.document import Document, parse_document
from meedoen.programme.vocabulary import Term, read_vocabulary, read_word_list, spellings

CORE = Names(
    {"kernfuncties": {"kunst-en-cultuur": "kunst-en-cultuur"}}, {"kernfuncties": {"kunst-en-cultuur": "Kunst"}}
)


def parsed(text: str) -> Document:
    """A list of words."""
    found = parse_document("content/woordenlijsten/themas.yaml", text.encode())
    assert isinstance(found, Document)
    return found


def test_terms_in_the_order_of_the_file() -> None:
    text = (
        "taal: {naam: Taal}\n"
        "maken: {naam: Maken, beschrijving: Zelf doen., ook: [knutselen, DIY], "
        'kleur: "#AA0000", kernfunctie: kunst-en-cultuur}\n'
        "arabisch: {naam: Arabisch, code: ar}\n"
    )
    reader = Reader("a.yaml", CORE)
    assert list(read_vocabulary(parsed(text), reader).items()) == [
        ("taal", Term("taal", "Taal")),
        ("maken", Term("maken", "Maken", "Zelf doen.", ("knutselen", "DIY"), "#aa0000", "kunst-en-cultuur")),
        ("arabisch", Term("arabisch", "Arabisch", code="ar")),
    ]
    assert reader.problems == []


def test_term_with_a_problem_is_left_out() -> None:
    text = "Taal!: {naam: Taal}\nlezen: een boek\nmaken: {kleur: rood, naam: Maken}\nleren: {}\ngoed: {naam: Goed}\n"
    reader = Reader("a.yaml", Names())
    assert list(read_vocabulary(parsed(text), reader)) == ["goed"]
    assert [each.rule for each in reader.problems] == ["ongeldig-id", "verkeerde-vorm", "geen-keuze", "ontbrekend-veld"]


def test_word_list_in_lower_case() -> None:
    text = "Participeren:  meedoen\nfaciliteren: helpen,   mogelijk maken\nleeg: [a]\n"
    assert read_word_list(parsed(text)) == {"participeren": "meedoen", "faciliteren": "helpen, mogelijk maken"}


def test_spellings_by_key_name_and_alias() -> None:
    assert spellings({"18-plus": ("18 jaar en ouder", ("18+", "Volwassenen"))}) == {
        "18-plus": "18-plus",
        "18 jaar en ouder": "18-plus",
        "18-jaar-en-ouder": "18-plus",
        "18+": "18-plus",
        "Volwassenen": "18-plus",
        "volwassenen": "18-plus",
    }


def test_spellings_belong_to_the_first_that_claims_them() -> None:
    assert spellings({"taal": ("Taal", ("lezen",)), "lezen": ("Lezen", ("Taal", ""))})["Taal"] == "taal"
    assert spellings({"taal": ("Taal", ("lezen",)), "lezen": ("Lezen", ())})["lezen"] == "lezen"


def test_all_lists_of_the_builders_are_read() -> None:
    network, problems = read_network(reference_files())
    assert problems == ()
    assert network is not None
    assert {name: len(terms) for name, terms in network.vocabularies.items()} == {
        "kernfuncties": 5,
        "doelgroepen": 2,
        "programmalijnen": 2,
        "themas": 2,
        "vaardigheden": 1,
        "sdg": 2,
        "toegankelijkheid": 2,
        "talen": 2,
        "soorten-plek": 1,
        "soorten-partner": 1,
    }
