"""Where an activity will be seen, in few words."""

from __future__ import annotations

from tests.unit.review.proposals import new, said


def test_sites_that_show_it_alike_stand_together() -> None:
    regional = "content/activiteiten/regio/lezing.md"
    lines = said(new("adres: {naam: Park}\ngemeenten: [sliedrecht, papendrecht]", path=regional)).split("\n")
    start = lines.index("**Te zien op 2 sites:**")
    assert lines[start + 2] == "- **Papendrecht** en **Sliedrecht**, op de pagina `activiteit/regio-lezing.html`"
    assert lines[start + 4].startswith("  - in 3 kalenders: `agenda.ics`, `partner/bibliotheek.ics`, ")


def test_what_is_on_no_site_says_why() -> None:
    assert "**Te zien op:** nergens. Er staat `verborgen: ja`." in said(new("verborgen: ja"))
    old = said(new("datum: 1 december 2024"))
    assert "**Te zien op:** geen enkele site. Alle datums zijn langer dan een jaar geleden." in old
    assert "  - in geen enkele kalender: de datums zijn te lang geleden of te ver weg" in said(
        new("datum: 1 juni 2026")
    )
