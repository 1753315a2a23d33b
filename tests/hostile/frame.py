"""Files around the activities (places, partners, municipalities, lists) as a partner might send them to do harm."""

from __future__ import annotations

from tests.hostile.item import Harmless, Outcome, Refused

_PLACE = "naam: Plek\nsoort: buurthuis\ngemeente: dorp\nplaats: Dorp\n"
_PARTNER = "naam: Partner\nsoort: taalhuis\n"
_TOWN = "naam: Gehucht\nwebsite: https://gehucht.agenda.example.org\nschoolvakanties: midden\n"
_SCRIPT = "'\"><script>alert(1)</script>'"
_NAME = Refused("verkeerde-bestandsnaam", line=1)
_TYPE = Refused("verkeerd-bestandstype", line=1)

# A place of the village has a page, a code and calendars also when nothing is planned there.
_QUIET = Harmless(outputs=("locatie/{stem}.html", "locatie/{stem}.svg", "locatie/{stem}.ics", "locatie/{stem}--*.ics"))
# Path below content/, its text, what must come of it; the line of the fault counts from the top of the file.
FRAME: tuple[tuple[str, str, Outcome], ...] = (
    ("partners/kwaad-website.yaml", f"{_PARTNER}website: javascript:alert(1)\n", Refused("geen-link", line=3)),
    ("partners/kwaad-gebruiker.yaml", f"{_PARTNER}website: https://www.example.org@example.com/\n", Refused("geen-link", line=3)),
    ("partners/kwaad-mail.yaml", f"{_PARTNER}mail: info@example.org?bcc=x@example.com\n", Refused("geen-mail", line=3)),
    ("partners/kwaad-telefoon.yaml", f"{_PARTNER}telefoon: 06<script>\n", Refused("geen-telefoon", line=3)),
    ("partners/kwaad-veld.yaml", f"{_PARTNER}template: archives\n", Refused("onbekende-sleutel", line=3)),
    ("partners/kwaad-anker.yaml", f"{_PARTNER}beschrijving: &a x\n", Refused("yaml-verwijzing", line=3)),
    ("partners/kwaad-kernfunctie.yaml", f"{_PARTNER}kernfunctie: ../x\n", Refused("onbekend-woord", line=3)),
    ("partners/Kwaad Naam.yaml", _PARTNER, _NAME),
    ("partners/kwaad\n::stop-commands::x.yaml", _PARTNER, _NAME),
    ("partners/con.yaml", _PARTNER, _NAME),
    ("partners/kwaad.yml", _PARTNER, _TYPE),
    ("partners/kwaad.html", "<script>alert(1)</script>", _TYPE),
    ("partners/.verborgen.yaml", _PARTNER, Harmless(outputs=())),
    ("locaties/kwaad-website.yaml", f"{_PLACE}website: data:text/html,x\n", Refused("geen-link", line=5)),
    ("locaties/kwaad-punt.yaml", f"{_PLACE}punt: [nan, inf]\n", Refused("geen-getal", line=5)),
    ("locaties/kwaad-punt-lang.yaml", f"{_PLACE}punt: [1{'0' * 5_000}, 1]\n", Refused("geen-getal", line=5)),
    ("locaties/kwaad-gemeente.yaml", _PLACE.replace("dorp", "../dorp/.."), _QUIET),
    ("locaties/..kwaad.yaml", _PLACE, Harmless(outputs=())),
    ("locaties/kwaad--2.yaml", _PLACE, _NAME),
    ("locaties/a b.yaml", _PLACE, _NAME),
    # Would take over every activity that writes the name of the library in full.
    ("locaties/aaa-tweeling.yaml", _PLACE.replace("Plek", "Bibliotheek Dorp"), _QUIET),
    ("gemeenten/kwaad-website.yaml", _TOWN.replace("https", "javascript"), Refused("geen-link", line=2)),
    ("gemeenten/kwaad-kleur.yaml", f"{_TOWN}kleur: '#fff;}}*{{display:none'\n", Refused("geen-keuze", line=4)),
    ("gemeenten/kwaad-kleuren.yaml", f"{_TOWN}kleuren: {{kop: '#fff;}}*{{display:none'}}\n", Refused("geen-keuze", line=4)),
    ("gemeenten/kwaad-zone.yaml", f"{_TOWN}tijdzone: ../../etc/passwd\n", Refused("geen-keuze", line=4)),
    ("gemeenten/kwaad-zone-map.yaml", f"{_TOWN}tijdzone: Europe\n", Refused("geen-keuze", line=4)),
    ("gemeenten/kwaad-zone-elders.yaml", f"{_TOWN}tijdzone: America/New_York\n", Refused("geen-keuze", line=4)),
    ("gemeenten/regio.yaml", _TOWN, _NAME),
    ("gemeenten/theme.yaml", _TOWN, _NAME),
    ("gemeenten/index.html.yaml", _TOWN, _NAME),
    ("gemeenten/problemen.html.yaml", _TOWN, _NAME),
    ("gemeenten/Dorp.yaml", _TOWN, _NAME),
    ("gemeenten/..yaml", _TOWN, Harmless(outputs=())),
    ("projecten/kwaad-lang.yaml", f"naam: {'a' * 10_000}\n", Refused("te-lang", line=1)),
    ("woordenlijsten/nieuw.yaml", "<script>:\n  naam: x\n", Harmless(outputs=())),
    ("kalender/nieuw.yaml", "x: y\n", Harmless(outputs=())),
)  # fmt: skip

# The same, with an activity that refers to it: path, text, the line of the activity that does.
USED: tuple[tuple[str, str, str], ...] = (
    ("locaties/script-plek.yaml", f"naam: {_SCRIPT}\nsoort: buurthuis\ngemeente: dorp\nstraat: {_SCRIPT}\nplaats: {_SCRIPT}\n"
     f"route: {_SCRIPT}\nopeningstijden: {{{_SCRIPT}: {_SCRIPT}}}\nwebsite: https://example.org/?a=1&b='\n".replace("b='", "b=2"),
     "locatie: script-plek"),
    ("partners/script-partner.yaml", f"naam: {_SCRIPT}\nsoort: taalhuis\nbeschrijving: {_SCRIPT}\n", "organisator: script-partner"),
    ("projecten/script-project.yaml", f"naam: {_SCRIPT}\ndoel: {_SCRIPT}\n", "project: script-project"),
    ("locaties/agenda-plek.yaml", 'naam: "x\\nEND:VEVENT\\nBEGIN:VEVENT"\nsoort: buurthuis\ngemeente: dorp\nplaats: "a;b,c\\\\"\n'
     "punt: [52.1, 4.7]\n", "locatie: agenda-plek"),
    ("partners/agenda-partner.yaml", 'naam: "x\\nEND:VEVENT\\nBEGIN:VEVENT"\nsoort: taalhuis\n', "organisator: agenda-partner"),
)  # fmt: skip

# A municipality of its own: a whole site with the name in every page and calendar.
TOWNS: tuple[tuple[str, str], ...] = (
    ("script-dorp", f"naam: {_SCRIPT}\nwebsite: https://script.agenda.example.org\nschoolvakanties: midden\ntekst: {_SCRIPT}\n"),
    ("agenda-dorp", 'naam: "x\\nEND:VCALENDAR\\nBEGIN:VEVENT;,"\nwebsite: https://agenda.agenda.example.org\nschoolvakanties: midden\n'),
)  # fmt: skip
