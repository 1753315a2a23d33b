from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.language.problems import Fault
from meedoen.language.rules import RULES
from meedoen.notation.fields import parsers
from meedoen.notation.fields.values import AgeRange, Online, PriceLine
from meedoen.notation.schema.status import EventStatus

CHOICES = tuple(EventStatus)
PARSERS: tuple[Callable[[str], object], ...] = (
    parsers.parse_slug,
    parsers.parse_yes_no,
    parsers.parse_number,
    parsers.parse_url,
    parsers.parse_phone,
    parsers.parse_mail,
    parsers.parse_money,
    parsers.parse_price,
    parsers.parse_age,
    parsers.parse_online,
    parsers.parse_colour,
    lambda text: parsers.parse_zone(text, "UTC"),
    lambda text: parsers.parse_choice(text, CHOICES),
    lambda text: parsers.parse_line(text, 20),
)


def rule(value: object) -> str:
    """The rule of a fault; the text of the value otherwise, so that a failing test shows it."""
    return value.rule if isinstance(value, Fault) else repr(value)


@pytest.mark.parametrize("text", ["a", "taalcafe", "4-12", "a-b-c", "a" * 80])
def test_slug_is_given_back(text: str) -> None:
    assert parsers.parse_slug(text) == text


@pytest.mark.parametrize("text", ["A", "a b", "-a", "a-", "a--b", "é", "", "a" * 81, "a\n"])
def test_slug_with_other_signs_is_refused(text: str) -> None:
    assert rule(parsers.parse_slug(text)) == "ongeldig-id"


def test_slug_hint_is_what_to_type() -> None:
    found = parsers.parse_slug("Café Prêt")
    assert isinstance(found, Fault)
    assert found.hint == "Schrijf bijvoorbeeld: cafe-pret"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ja", True), ("JA", True), ("j", True), ("x", True), ("nee", False), ("Nee", False), ("niet", False)],
)
def test_yes_no(text: str, expected: bool) -> None:
    assert parsers.parse_yes_no(text) is expected


@pytest.mark.parametrize("text", ["", "misschien", "ja!", "0", "1"])
def test_yes_no_refuses_other_words(text: str) -> None:
    assert rule(parsers.parse_yes_no(text)) == "geen-ja-nee"


@pytest.mark.parametrize(("text", "expected"), [("0", 0), ("12", 12), ("007", 7), ("99999", 99999)])
def test_number(text: str, expected: int) -> None:
    assert parsers.parse_number(text) == expected


@pytest.mark.parametrize("text", ["", "-1", "1.5", "1,5", "100000", "twaalf", "١٢", "²", "12 "])
def test_number_refuses_what_is_not_whole(text: str) -> None:
    assert rule(parsers.parse_number(text)) == "geen-getal"


@pytest.mark.parametrize(("text", "expected"), [("afgelast", "afgelast"), ("Vol", "vol"), ("  GEPLAND ", "gepland"),
                                                ("geannuleerd", "afgelast"), ("gaat niet door", "afgelast"),
                                                ("uitverkocht", "vol"), ("verzet", "verplaatst")])  # fmt: skip
def test_choice_whatever_its_capitals(text: str, expected: str) -> None:
    assert parsers.parse_choice(text, CHOICES) == expected


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("afgelasd", "afgelast"),
        ("gepand", "gepland"),
    ],
)
def test_choice_with_another_word_names_the_one_that_was_meant(text: str, near: str) -> None:
    found = parsers.parse_choice(text, CHOICES)
    assert isinstance(found, Fault)
    assert (found.rule, found.hint.partition("?")[0]) == ("geen-keuze", f"Bedoelde je: {near}")


def test_choice_far_from_all_names_them_all() -> None:
    found = parsers.parse_choice("zzz", CHOICES)
    assert isinstance(found, Fault)
    assert found.hint == "Kies uit: gepland, afgelast, uitgesteld, verplaatst, vol of online."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
        ("www.example.org", "https://www.example.org"),
        ("https://example.org:443/", "https://example.org:443/"),
    ],
)
def test_url(text: str, expected: str) -> None:
    assert parsers.parse_url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example",
        "example.org",
        "javascript:alert(1)",
        "ftp://example.org",
        "mailto:a@example.org",
        "//example.org",
        "/pagina",
        "https://localhost",
        "https://127.0.0.1",
        "https://2130706433",
        "https://[::1]/",
        "https://example.org:8080",
        "https://example.org:x",
        "https://user@example.org",
        "https://user:pw@example.org",
        "https://example..org",
        "https://example.org/a b",
        "https://example.org/<b>",
        'https://example.org/"',
        "https://exa\nmple.org",
        "https://" + "a" * 600 + ".org",
        "data:text/html,x",
    ],
)
def test_url_refuses_what_is_not_a_public_page(text: str) -> None:
    assert rule(parsers.parse_url(text)) == "geen-link"


def test_url_without_its_start_hints_at_the_whole() -> None:
    found = parsers.parse_url("example.org/pagina")
    assert isinstance(found, Fault)
    assert found.hint == "Typ: https://example.org/pagina"


@pytest.mark.parametrize("text", ["078 123 45 67", "078-1234567", "+31 78 123 45 67", "0800 1234", "14 078"])
def test_phone(text: str) -> None:
    assert parsers.parse_phone(text) == text


@pytest.mark.parametrize(
    "text", ["", "112", "bel ons", "078 12345678901234567", "123 45 67", "078 123 45 67 (Jan)", "٠٧٨ ١٢٣"]
)
def test_phone_refuses_what_is_no_number(text: str) -> None:
    assert rule(parsers.parse_phone(text)) == "geen-telefoon"


@pytest.mark.parametrize("text", ["info@example.org", "A.b+c@sub.example.org"])
def test_mail(text: str) -> None:
    assert parsers.parse_mail(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "info",
        "info@example",
        "a b@example.org",
        "mailto:a@example.org",
        "a@example.org, b@example.org",
        "a@127.0.0.1",
        "@example.org",
        "a@example.org\nBcc: b@example.org",
    ],
)
def test_mail_refuses_what_is_not_one_address(text: str) -> None:
    assert rule(parsers.parse_mail(text)) == "geen-mail"


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("gratis", 0),
        ("Gratis", 0),
        ("geen", 0),
        ("0", 0),
        ("5", 500),
        ("5 euro", 500),
        ("€ 5", 500),
        ("€5,-", 500),
        ("€ 7,50", 750),
        ("7.50", 750),
        ("7,50 euro", 750),
        ("EUR 3", 300),
        ("9999", 999900),
    ],
)
def test_money(text: str, cents: int) -> None:
    assert parsers.parse_money(text) == cents
    assert parsers.parse_price(text) == (PriceLine("", cents),)


@pytest.mark.parametrize(
    "text", ["", "duur", "5 euro p.p.", "-5", "7,5", "12.000", "5 dollar", "vanaf 5 euro", "5 euro, leden gratis"]
)
def test_money_refuses_what_is_not_one_amount(text: str) -> None:
    assert rule(parsers.parse_money(text)) == "prijs-onleesbaar"
    assert rule(parsers.parse_price(text)) == "prijs-onleesbaar"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4 tot 12 jaar", 4, 11),
        ("4 tot en met 12 jaar", 4, 12),
        ("4 t/m 12", 4, 12),
        ("4-12", 4, 12),
        ("0-4 jaar", 0, 4),
        ("van 4 tot 12 jaar", 4, 11),
        ("vanaf 16 jaar", 16, None),
        ("16+", 16, None),
        ("18 jaar en ouder", 18, None),
        ("tot en met 6 jaar", None, 6),
        ("tot 6 jaar", None, 5),
        ("12 jaar", 12, 12),
        ("12", 12, 12),
        ("8 en 9 jaar", 8, 9),
        ("Alle leeftijden", None, None),
        ("  Vanaf  16   jaar ", 16, None),
    ],
)
def test_age(text: str, low: int | None, high: int | None) -> None:
    assert parsers.parse_age(text) == AgeRange(low, high)


@pytest.mark.parametrize(
    "text", ["", "kinderen", "12 tot 4", "12 tot 12", "tot 0 jaar", "130", "groep 3", "4 tot 12 jaar en hun ouders"]
)
def test_age_refuses_what_it_cannot_read(text: str) -> None:
    assert rule(parsers.parse_age(text)) == "leeftijd-onleesbaar"


@pytest.mark.parametrize(
    ("text", "url"),
    [("link na aanmelding", ""), ("Link na aanmelding.", ""), ("https://www.example.org", "https://www.example.org")],
)
def test_online(text: str, url: str) -> None:
    assert parsers.parse_online(text) == Online(url)


def test_online_refuses_a_word() -> None:
    assert rule(parsers.parse_online("via Teams")) == "geen-link"


def test_colour() -> None:
    assert parsers.parse_colour("#00539F") == "#00539f"


@pytest.mark.parametrize("text", ["", "blauw", "#fff", "00539f", "#00539f;background:url(x)", "#00539f\n"])
def test_colour_refuses_other_forms(text: str) -> None:
    assert rule(parsers.parse_colour(text)) == "geen-keuze"


@pytest.mark.parametrize("text", ["Europe/Amsterdam", "America/Kralendijk", "UTC"])
def test_zone(text: str) -> None:
    assert parsers.parse_zone(text, "UTC") == text


@pytest.mark.parametrize("text", ["", "Europe", "Mars/Olympus", "../../etc/passwd", "/etc/localtime"])
def test_zone_refuses_what_does_not_exist(text: str) -> None:
    fault = parsers.parse_zone(text, "America/Kralendijk")
    assert rule(fault) == "geen-keuze"
    assert isinstance(fault, Fault)
    assert fault.hint == "Typ bijvoorbeeld: America/Kralendijk"


def test_line_is_one_line() -> None:
    assert parsers.parse_line("  Taal \n\n café\tin de  wijk ", 100) == "Taal café in de wijk"


def test_line_that_just_fits() -> None:
    assert parsers.parse_line("a" * 20, 20) == "a" * 20


def test_line_that_is_too_long_shows_where_it_stops_fitting() -> None:
    found = parsers.parse_line("Oefen Nederlands met een kop koffie erbij", 30)
    assert found == Fault(
        "te-lang",
        "Deze tekst heeft 41 tekens. Er passen er 30.",
        "Maak hem korter. Het past tot en met: “Nederlands met een kop”",
        "te lang",
    )


@given(st.text(max_size=120))
def test_any_text_gives_a_value_or_a_fault_with_a_known_rule(text: str) -> None:
    found = [parse(text) for parse in PARSERS]
    assert [each.rule for each in found if isinstance(each, Fault) and each.rule not in RULES] == []
    assert [each for each in found if isinstance(each, Fault) and not (each.message and each.hint)] == []
