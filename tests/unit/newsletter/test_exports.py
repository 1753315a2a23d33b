from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.builders import agenda, network, reference_files, site
from tests.newsletter.programs import PROGRAMS, the
from tests.newsletter.test_programs import expected, hostile
from tests.newsletter.writing import ADDRESS, build, empty, files, letter, weekly

from meedoen.agenda.network_reader import read_network
from meedoen.newsletter.export_profile import PROFILES
from meedoen.newsletter.exports import archive, has_archive, list_of_letters, mailing, signup, written
from meedoen.newsletter.paths import is_mail, within
from meedoen.outputs.letter import Letter
from meedoen.outputs.site_build import Page, SiteBuild

FOLDER = "nieuwsbrief/papendrecht-2026-w49/"
FORM = "https://nieuwsbrief.example.org/aanmelden"


def unsettled() -> Letter:
    return replace(weekly(), edition=replace(weekly().edition, settled=False))


def pages(build: SiteBuild, *letters: Letter) -> dict[str, Page]:
    return {each.path: each for each in written(build, letters) if isinstance(each, Page)}


def test_everything_that_is_made_of_a_letter() -> None:
    exports = [f"{FOLDER}{slug}.{ending}" for slug in PROFILES for ending in ("html", "txt")]
    rest = ["brief.md", "concept.eml", "kopieer.html"]
    assert sorted(files(weekly())) == sorted([
        *exports, *(f"{FOLDER}{each}" for each in rest), "nieuwsbrief/papendrecht-2026-w49.html",
        "beeld/activiteit-0-brief.jpg", "nieuwsbrief.html", "nieuwsbrief.xml",
    ])  # fmt: skip
    proof = {f"{FOLDER}{each}" for each in ("proef.html", "proef-licht.html", "proef-donker.html")}
    assert files(weekly(), preview=True).keys() - files(weekly()).keys() == proof


def test_site_without_letters_has_nothing_of_it() -> None:
    assert (list(mailing(site(agenda()))), list(archive(site(agenda())))) == ([], [])


@pytest.mark.parametrize(("found", "indexed"), [(weekly(), [True]), (unsettled(), [])])
def test_search_engines_see_the_letter_of_the_site_and_nothing_for_mail(found: Letter, indexed: list[bool]) -> None:
    made = pages(build(), found)
    assert [each.indexed for each in made.values() if each.indexed] == indexed
    assert {path for path in made if is_mail(path)} == {f"{FOLDER}{slug}.html" for slug in PROFILES}
    noindex = {path for path, data in files(found).items() if path.endswith(".html") and b'content="noindex"' in data}
    assert noindex == {path for path, each in made.items() if not each.indexed and path.endswith(".html")}


@pytest.mark.parametrize(("preview", "shown"), [(True, 2), (False, 1)])
def test_people_find_what_is_settled(preview: bool, shown: int) -> None:
    other = replace(unsettled(), url=f"{ADDRESS}/nieuwsbrief/x.html")
    own = build(preview=preview)
    assert len(list_of_letters(own, (weekly(), other)).context["letters"]) == shown


def test_way_to_sign_up_is_that_of_the_municipality_or_of_all() -> None:
    text = "naam: Papendrecht\nwebsite: https://papendrecht.agenda.example.org\nnieuwsbrief-aanmelden: "
    organisation = next(each for each in reference_files() if each.path == "content/organisatie.yaml").data.decode()
    for changed, expected_ in (
        ({"gemeenten__papendrecht": f"{text}{FORM}"}, FORM),
        ({"organisatie": f"{organisation}nieuwsbrief-aanmelden: {FORM}/alle\n"}, f"{FORM}/alle"),
        ({}, ""),
    ):
        found, problems = read_network(reference_files(**changed))
        assert found is not None
        assert problems == ()
        shown = replace(agenda(), network=found, site=found.municipalities["papendrecht"])
        own = site(shown)
        assert (signup(own), has_archive(own)) == (expected_, bool(expected_))
        assert len(list(archive(own))) == bool(expected_)
    assert network().organisation.newsletter == ""


def test_page_of_a_letter_says_all_of_it() -> None:
    main = the(files(weekly())["nieuwsbrief/papendrecht-2026-w49.html"], "main")
    assert [" ".join(each.text().split()) for each in main.css("h3")] == [each.name for each in weekly().items]
    assert [each.attributes["href"] for each in main.css("h3 a")] == [each.url for each in weekly().items]
    assert "concept" not in main.text()
    draft = the(files(unsettled())["nieuwsbrief/papendrecht-2026-w49.html"], "main")
    assert "Dit is nog een concept." in draft.text()


def test_page_of_a_hostile_letter_shows_what_was_typed() -> None:
    made = files(hostile(), preview=True)
    main = the(made["nieuwsbrief/papendrecht-2026-w49.html"], "main")
    assert [" ".join(each.text().split()) for each in main.css("h3")] == expected(hostile())
    blocks = LexborHTMLParser(made[f"{FOLDER}kopieer.html"]).css(".copy-block pre")
    assert len(blocks) == 3 + len(hostile().items) + 8
    # What is pasted into a program is no code there: the subject, the line behind it, what goes before, each block.
    assert [each.text() for each in blocks if PROGRAMS["brevo"](each.text()) != each.text()] == []
    pages = [data for path, data in made.items() if path.endswith((".html", ".xml"))]
    assert [data for data in pages if b"<script>{{" in data or b"<script>alert" in data] == []


def test_address_of_another_site_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="is not an address"):
        within(build(), "https://example.org/nieuwsbrief/x.html")
    assert within(build(), f"{ADDRESS}/nieuwsbrief/x/") == "nieuwsbrief/x/index.html"


def test_proof_counts_what_is_left_to_do() -> None:
    page = files(letter(preheader=""), preview=True)[f"{FOLDER}proef.html"]
    assert " ".join(the(page, "#nagaan").text().split()) == "Nog 1 punt"
    assert [each.attributes["src"] for each in LexborHTMLParser(page).css("iframe")] == [
        "proef-licht.html",
        "proef-donker.html",
    ] * 2
    policy = the(page, "meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    assert policy.endswith("; frame-src 'self'")


def test_frames_show_the_letter_for_one_kind_of_screen() -> None:
    made = files(empty(), preview=True)
    light, dark = (made[f"{FOLDER}proef-{each}.html"].decode() for each in ("licht", "donker"))
    assert ("@media not all {" in light, "@media all {" in dark) == (True, True)
    assert [each.count("prefers-color-scheme") for each in (light, dark)] == [0, 0]
    assert [each.count('content="light dark"') for each in (light, dark)] == [1, 1]
