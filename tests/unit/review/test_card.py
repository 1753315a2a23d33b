"""One activity as a reviewer sees it: its card, dates and text."""

from __future__ import annotations

from tests.unit.review.proposals import PATH, SERIES, new, said


def test_new_activity_shows_its_card_dates_and_sites() -> None:
    change = new(
        SERIES + "behalve: schoolvakanties\nprijs: gratis\nthema: [taal]\ndoelgroep: [18+]\nsamenvatting: Oefen mee.\n"
        "wijzigingen: [{datum: 8 december 2026, status: afgelast, reden: De docent is ziek.}]",
        "Lees [dit](https://www.example.org/x).",
    )
    lines = said(change).split("\n")
    start = lines.index("### 🆕 Nieuw: Taalcafé")
    shown = lines[start : lines.index("**Te zien op 1 site:**") + 5]
    assert shown == [
        "### 🆕 Nieuw: Taalcafé",
        "",
        f"`{PATH}`",
        "",
        "> **Taalcafé**  ",
        "> 📅 Dinsdag 1 december 2026, 10.00 tot 11.30 uur  ",
        "> 📍 Bibliotheek Papendrecht  ",
        "> 👥 Voor 18 jaar en ouder · Gratis · Taal · van Bibliotheek  ",
        ">",
        "> Oefen mee.",
        "",
        "**De tekst op de pagina:**",
        "",
        "> Lees dit `(https://www.example.org/x).`",
        "",
        "**Wanneer:** 28 keer, elke dinsdag, van dinsdag 1 december 2026 tot en met dinsdag 29 juni 2027.",
        "",
        "- dinsdag 1 december 2026, 10.00 tot 11.30 uur",
        "- dinsdag 8 december 2026, 10.00 tot 11.30 uur. **Gaat niet door**. De docent is ziek.",
        "- dinsdag 15 december 2026, 10.00 tot 11.30 uur",
        "- dinsdag 5 januari 2027, 10.00 tot 11.30 uur",
        "- dinsdag 12 januari 2027, 10.00 tot 11.30 uur",
        "",
        "<details>",
        "<summary>Nog 23 datums</summary>",
        "",
        *[line for line in shown if line.startswith("- dinsdag")][5:],
        "",
        "</details>",
        "",
        "Niet op: di 22 dec 2026, di 29 dec 2026, di 23 feb 2027.",
        "",
        "Anders dan de rest: di 8 dec 2026.",
        "",
        "**Te zien op 1 site:**",
        "",
        "- **Papendrecht**, op de pagina `activiteit/taalcafe.html`",
        "  - te vinden bij: voor wie (*18 jaar en ouder*), onderwerp (*Taal*), plek (*Bibliotheek Papendrecht*), "
        "wanneer op de dag (*in de ochtend*), prijs (*gratis*), van wie (*Bibliotheek*), wat de bibliotheek doet "
        "(*Lezen en literatuur*)",
        "  - in 11 kalenders: `agenda.ics`, `doelgroep/18-plus.ics`, `thema/taal.ics`, "
        "`locatie/bibliotheek-papendrecht.ics`, `prijs/gratis.ics`, `partner/bibliotheek.ics`, "
        "`kernfunctie/lezen-en-literatuur.ics`, en 4 met een combinatie daarvan",
    ]
    assert sum(line.startswith("- dinsdag") for line in shown) == 28


def test_long_text_is_folded_and_a_very_long_one_is_cut() -> None:
    lines = said(new("", "Kom langs. " * 500)).split("\n")
    assert ("<summary>De tekst op de pagina</summary>" in lines, "> … en nog 1.499 tekens" in lines) == (True, True)
