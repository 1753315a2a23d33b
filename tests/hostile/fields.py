"""One line of the header that is meant to do harm: name of the item, the line, what must come of it."""

from __future__ import annotations

from tests.hostile.item import PAGE, Harmless, Outcome, Refused

_UNKNOWN, _ENGLISH = Refused("onbekende-sleutel"), Refused("engelse-sleutel")
_HIDDEN, _REFERENCE = Refused("onzichtbaar-teken"), Refused("yaml-verwijzing")
_NO_LINK = Refused("geen-link")
_EVENT = r"x\nEND:VEVENT\nBEGIN:VEVENT\nUID:kwaad\nSUMMARY:kwaad"
_ONE_LINE = "x END:VEVENT BEGIN:VEVENT UID:kwaad SUMMARY:kwaad"
# What a calendar line may not pass on as syntax: separators, escapes, and a backslash at the end of the line.
_SIGNS = r'a;b,c:d"e\n\N\;\,\\'

Row = tuple[str, str, Outcome]

# Words that steer Pelican when they stand in the header of an article.
PELICAN: tuple[Row, ...] = (
    ("pelican-template", "template: archives", _UNKNOWN),
    ("pelican-save-as", "save_as: ../output-kwaad/x.html", _UNKNOWN),
    ("pelican-override-save-as", "override_save_as: index.html", _UNKNOWN),
    ("pelican-slug", "slug: ../../x", _UNKNOWN),
    ("pelican-url", "url: ../../x.html", _ENGLISH),
    ("pelican-status", "status: published", Refused("geen-keuze")),
    ("pelican-get-content", "_get_content: x", _UNKNOWN),
    ("pelican-content-getter", "get_content: x", _UNKNOWN),
    ("pelican-context", "_context: x", _UNKNOWN),
    ("pelican-is-valid", "is_valid: x", _UNKNOWN),
    ("pelican-settings", "settings: x", _UNKNOWN),
    ("pelican-tags", "tags: [a, b]", _ENGLISH),
    ("pelican-author", "author: ../../x", _UNKNOWN),
    ("pelican-lang", "lang: nl", _UNKNOWN),
    ("pelican-text-as-metadata", "samenvatting: |\n  save_as: ../output-kwaad/x.html", Harmless("save_as: ../output-kwaad/x.html")),
)  # fmt: skip

NAMES: tuple[Row, ...] = (
    ("locatie-omhoog", "locatie: ../../etc/passwd", Refused("onbekende-locatie")),
    ("locatie-omhoog-bestaand", "locatie: ../../bibliotheek-dorp", Harmless("Bibliotheek Dorp")),
    ("locatie-attach", 'locatie: "{attach}/../.git/config"', Refused("onbekende-locatie")),
    ("locatie-van-elders", "locatie: bibliotheek-stad", Refused("verkeerde-map")),
    ("organisator-omhoog", "organisator: /etc/passwd", Refused("onbekende-partner")),
    ("doelgroep-proto", "doelgroep: [__proto__]", Refused("onbekend-woord")),
    ("project-omhoog", "project: ../..", Refused("onbekend-project")),
    ("gemeente-van-een-ander", "gemeenten: [stad]", Refused("gemeente-te-veel")),
    ("id-met-schuine-streep", "id: stad/koffie", Refused("ongeldig-id")),
    ("id-omhoog", "id: ../../index", Refused("ongeldig-id")),
    ("id-proto", "id: __proto__", Refused("ongeldig-id")),
    ("id-hoofdletters", "id: Dorp-Praten", Refused("ongeldig-id")),
    ("id-lang", "id: " + "a" * 81, Refused("ongeldig-id")),
    ("id-constructor", "id: constructor", Harmless(outputs=("activiteit/constructor.html", "activiteit/constructor.ics"))),
    ("id-agenda", "id: agenda", Harmless(outputs=("activiteit/agenda.html", "activiteit/agenda.ics"))),
    ("id-gemeente", "id: stad", Harmless(outputs=("activiteit/stad.html", "activiteit/stad.ics"))),
    ("id-apparaat", "id: con", Refused("ongeldig-id")),
    ("id-van-de-buren", "id: dorp-lezen", Refused("dubbel-id", line=1)),
    ("id-van-een-andere-gemeente", "id: stad-zingen", Refused("dubbel-id", line=1)),
    ("id-van-de-regio", "id: regio-wandelen", Refused("dubbel-id", line=1)),
    ("adres-van-de-buren", "id: lezen", Refused("dubbel-adres", line=1)),
    ("aaa-id-van-de-buren", "id: dorp-lezen", Refused("dubbel-id", line=1)),
    # Would be the UID of one date of the series of the neighbours, and replace it in every calendar.
    ("id-van-een-datum", "id: dorp-lezen-20261210", Harmless(outputs=("activiteit/lezen-20261210.html", "activiteit/lezen-20261210.ics"))),
)  # fmt: skip

LINKS: tuple[Row, ...] = (
    ("link-javascript", "online: javascript:alert(1)", _NO_LINK),
    ("link-javascript-tab", r'online: "java\tscript:alert(1)"', _NO_LINK),
    ("link-javascript-host", "online: javascript://example.org/%0Aalert(1)", _NO_LINK),
    ("link-data", "online: data:text/html,<script>alert(1)</script>", _NO_LINK),
    ("link-vbscript", "online: vbscript:msgbox(1)", _NO_LINK),
    ("link-bestand", "online: file:///etc/passwd", _NO_LINK),
    ("link-zonder-schema", "online: //example.com/", _NO_LINK),
    ("link-gebruiker", "online: https://www.example.org@example.com/", _NO_LINK),
    ("link-wachtwoord", "online: https://:geheim@example.com/", _NO_LINK),
    ("link-lege-gebruiker", "online: https://@example.com/", _NO_LINK),
    ("link-spatie", "online: https://example.org/a b", _NO_LINK),
    ("link-aanhalingsteken", "online: https://example.org/\"onmouseover='alert(1)'", _NO_LINK),
    ("link-schuine-streep", r"online: https:\\example.com", _NO_LINK),
    ("link-ip", "online: http://127.0.0.1/", _NO_LINK),
    ("link-ip-kort", "online: http://127.1/", _NO_LINK),
    ("link-ip-getal", "online: http://2130706433/", _NO_LINK),
    ("link-ip-hex", "online: http://127.0.0.0x1/", _NO_LINK),
    ("link-ip6", "online: http://[::1]/", _NO_LINK),
    ("link-localhost", "online: http://localhost/", _NO_LINK),
    ("link-onder-localhost", "online: http://agenda.localhost/", _NO_LINK),
    ("link-poort", "online: https://example.org:8080/", _NO_LINK),
    ("link-vals-letterschrift", "online: https://www.bibliоtheek.example/", _NO_LINK),  # noqa: RUF001 - a Cyrillic o
    ("link-volle-breedte", "online: https://www。example。org/", _NO_LINK),
    ("link-regeleinde", r'online: "https://example.org/\nBEGIN:VEVENT"', _NO_LINK),
    ("link-lang", "online: https://example.org/" + "a" * 600, _NO_LINK),
    ("link-sluiter", "online: https://example.org/</a><script>alert(1)</script>", _NO_LINK),
    ("link-goed", "online: https://example.org/a?b=1;c,d&e#@f", Harmless("doe mee via deze link")),
    ("aanmelden-javascript", "aanmelden: javascript:alert(1)", Refused("geen-keuze")),
    ("aanmelden-link-javascript", "aanmelden: {link: 'javascript:alert(1)'}", _NO_LINK),
    ("mail-bcc", "aanmelden: {mail: 'info@example.org?bcc=x@example.com'}", Refused("geen-mail")),
    ("mail-twee", "aanmelden: {mail: 'info@example.org,x@example.com'}", Refused("geen-mail")),
    ("mail-kopregel", r'aanmelden: {mail: "info@example.org\nBcc: x@example.com"}', Refused("geen-mail")),
    ("mail-script", "aanmelden: {mail: '\"><script>@example.org'}", Refused("geen-mail")),
    ("mail-procent", "aanmelden: {mail: 'info%0ABcc:x@example.org'}", Refused("geen-mail")),
    ("telefoon-script", "aanmelden: {telefoon: '078<script>'}", Refused("geen-telefoon")),
    ("telefoon-cijfers", "aanmelden: {telefoon: '٠٧٨١٢٣٤٥٦٧'}", Refused("geen-telefoon")),  # noqa: RUF001
    ("telefoon-puntkomma", "aanmelden: {telefoon: '0781234567;ext=1'}", Refused("geen-telefoon")),
)  # fmt: skip

TITLES: tuple[Row, ...] = (
    ("titel-script", "titel: <script>alert(1)</script>", Harmless("<script>alert(1)</script>")),
    ("titel-onerror", "titel: '\"><img src=x onerror=alert(1)>'", Harmless('"><img src=x onerror=alert(1)>')),
    ("titel-attribuut", "titel: '\" onmouseover=\"alert(1)'", Harmless('" onmouseover="alert(1)')),
    ("titel-jinja", "titel: '{{ 7*7 }} {{ config }}'", Harmless("{{ 7*7 }} {{ config }}")),
    ("titel-jinja-blok", "titel: '{% raw %}{% include \"base.html\" %}'", Harmless('{% raw %}{% include "base.html" %}')),
    ("titel-cdata", "titel: ']]>x<![CDATA['", Harmless("]]>x<![CDATA[")),
    ("titel-sluiter", "titel: </title></h1><style>*{color:red}</style>", Harmless("</title></h1><style>*{color:red}</style>")),
    ("titel-commentaar", "titel: <!--", Harmless("<!--")),
    ("titel-entiteit", "titel: '&lt;script&gt;&#x3C;b>'", Harmless("&lt;script&gt;&#x3C;b>")),
    ("titel-aanhaling", "titel: \"'\\\"`“”\"", Harmless("'\"`“”")),
    ("titel-emoji", "titel: Koffie 👩🏽‍🌾☕️", Harmless("Koffie 👩🏽‍🌾☕️")),
    ("titel-lang", "titel: " + "a" * 10_000, Refused("te-lang")),
    ("titel-regeleinde", r'titel: "a\n\n# b"', Harmless("a # b")),
    ("titel-cr", r'titel: "a\r\nSet-Cookie: x"', _HIDDEN),
    ("titel-nul", r'titel: "a\0b"', _HIDDEN),
    ("titel-escape", r'titel: "\e[2J\e[31mrood"', _HIDDEN),
    ("titel-omgekeerd", r'titel: "\u202Egpj.exe"', _HIDDEN),
    ("titel-halve-letter", r'titel: "\ud83d"', Refused("kop-onleesbaar")),
    ("titel-buiten-unicode", r'titel: "\UFFFFFFFF"', Refused("bijzonder-teken")),
    ("titel-leeg", r'titel: "   "', Refused("leeg-veld")),
    ("titel-combinerend", "titel: Z" + "\u0335\u0311" * 40, Harmless("Z" + "\u0335\u0311" * 40)),
    ("titel-formule", 'titel: "=HYPERLINK(\\"https://example.com\\";\\"x\\")"', Harmless('=HYPERLINK("https://example.com";"x")')),
    ("titel-formule-apenstaart", 'titel: "@SUM(1+1)*cmd|\' /C calc\'!A0"', Harmless("@SUM(1+1)*cmd|' /C calc'!A0")),
    ("titel-formule-plus", "titel: +1+1", Harmless("+1+1")),
    ("titel-formule-min", "titel: -1+1", Harmless("-1+1")),
    ("titel-formule-tab", r'titel: "\t=1+1"', Harmless("=1+1")),
    ("titel-opdracht", 'titel: "::stop-commands::x"', Harmless("::stop-commands::x")),
    ("titel-opdracht-procent", 'titel: "x%0A::error file=x::y"', Harmless("x%0A::error file=x::y")),
    ("titel-opdracht-hekjes", 'titel: "##[set-env name=x]y"', Harmless("##[set-env name=x]y")),
    ("locatie-opdracht", r'locatie: "x\n::stop-commands::y"', Refused("onbekende-locatie")),
    ("prijs-opdracht", r'prijs: "::add-mask::5"', Refused("prijs-onleesbaar")),
    ("prijs-formule", "prijs: {'=1+1': 5 euro}", Harmless("=1+1")),
    ("prijs-script", "prijs: {'<script>alert(1)</script>': 5 euro}", Harmless("<script>alert(1)</script>")),
    ("adres-script", "adres: '<script>alert(1)</script>, \"><b>, <i>'", Refused("overbodig-veld")),
    ("afbeelding-alt", "afbeelding: {bestand: koffie.png, alt: '\" onerror=\"alert(1)'}",
     Harmless(outputs=(*PAGE, "beeld/{stem}-*.webp"))),
)  # fmt: skip

CALENDARS: tuple[Row, ...] = (
    ("agenda-titel", f'titel: "{_EVENT}"', Harmless(_ONE_LINE)),
    ("agenda-titel-rauw", "titel: 'x END:VEVENT\\nBEGIN:VEVENT'", Harmless(r"x END:VEVENT\nBEGIN:VEVENT")),
    ("agenda-titel-tekens", f"titel: '{_SIGNS}'", Harmless(_SIGNS)),
    ("agenda-titel-schuine-streep", "titel: koffie\\", Harmless("koffie\\")),
    ("agenda-titel-breed", "titel: " + "é" * 100, Harmless("é" * 100)),
    ("agenda-titel-schuine-strepen", "titel: " + "\\" * 99, Harmless("\\" * 99)),
    ("agenda-samenvatting", f'samenvatting: "{_EVENT}"', Harmless(_ONE_LINE)),
    ("agenda-samenvatting-blok", "samenvatting: |\n  x\n  END:VEVENT\n  BEGIN:VEVENT\n  UID:kwaad\n  SUMMARY:kwaad", Harmless(_ONE_LINE)),
    ("agenda-samenvatting-tekens", f"samenvatting: '{_SIGNS}'", Harmless(_SIGNS)),
    ("agenda-samenvatting-cr", r'samenvatting: "x\rEND:VEVENT\rBEGIN:VEVENT"', _HIDDEN),
    ("agenda-ruimte", f'ruimte: "{_EVENT}"', Harmless(_ONE_LINE)),
    ("agenda-ruimte-tekens", f"ruimte: '{_SIGNS}'", Harmless(_SIGNS)),
    ("agenda-hulp", f'hulp-gezocht: "{_EVENT}"', Harmless(_ONE_LINE)),
    ("agenda-reden", f'status: afgelast\nreden: "{_EVENT}"', Harmless(_ONE_LINE)),
    ("agenda-reden-tekens", f"status: afgelast\nreden: '{_SIGNS}'", Harmless(_SIGNS)),
    ("agenda-wijziging", f'wijzigingen: [{{datum: 1 december 2026, status: afgelast, titel: "{_EVENT}", reden: "{_EVENT}"}}]', Harmless(_ONE_LINE)),
    ("agenda-prijs", f'prijs: {{"{_EVENT}": 5 euro}}', Harmless(_ONE_LINE)),
    ("agenda-online-parameter", "online: https://example.org/;VALUE=TEXT:x,y", Harmless("doe mee via deze link")),
    ("agenda-programma", f'programma: [{{tijd: 10.00 - 10.30, titel: "{_EVENT}", door: "{_EVENT}"}}]', Harmless(_ONE_LINE)),
)  # fmt: skip

TIMES: tuple[Row, ...] = (
    ("herhaling-zonder-eind", "herhaling: elke dag", Refused("herhaling-zonder-einde")),
    ("herhaling-tot-9999", "herhaling: dagelijks\ntot: 31 december 9999", Refused("datum-bestaat-niet", 1)),
    ("herhaling-tot-2100", "herhaling: dagelijks\ntot: 31 december 2100", Refused("te-veel-keren", 1)),
    ("herhaling-100000-keer", "herhaling: dagelijks\ntot: 100000 keer", Refused("datum-onleesbaar", 1)),
    ("herhaling-401-keer", "herhaling: dagelijks\ntot: 401 keer", Refused("te-veel-keren", 1)),
    ("herhaling-lang", "herhaling: jaarlijks\ntot: 400 keer", Refused("reeks-te-lang", 1)),
    ("herhaling-secondly", "herhaling: FREQ=SECONDLY\ntot: 10 keer", Refused("herhaling-onleesbaar")),
    ("herhaling-rrule", 'herhaling: "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"\ntot: 10 keer', Refused("herhaling-onleesbaar")),
    ("herhaling-elke-0", "herhaling: elke 0 dagen\ntot: 10 keer", Refused("herhaling-onleesbaar")),
    ("herhaling-elke-miljoen", "herhaling: elke 999999999 weken\ntot: 10 keer", Refused("herhaling-onleesbaar")),
    ("herhaling-lange-zin", "herhaling: " + "elke " * 2_000 + "dag\ntot: 10 keer", Refused("herhaling-onleesbaar")),
    ("herhaling-schrikkeldag", "datum: 29 februari 2028\nherhaling: jaarlijks\ntot: 300 keer", Refused("reeks-te-lang", 2)),
    ("datum-9999", "datum: 31 december 9999", Refused("datum-bestaat-niet")),
    ("datum-0001", "datum: 1 januari 0001", Refused("datum-bestaat-niet")),
    ("datum-lang-jaar", "datum: 1-1-99999999999999999999", Refused("datum-onleesbaar")),
    ("datum-lang", "datum: " + "1" * 10_000, Refused("datum-onleesbaar")),
    ("datum-cijfers", "datum: ١ december ٢٠٢٦", Refused("datum-onleesbaar")),  # noqa: RUF001 - Arabic digits
    ("datum-volle-breedte", "datum: １-１２-２０２６", Refused("datum-onleesbaar")),  # noqa: RUF001
    ("datum-30-februari", "datum: 30 februari 2027", Refused("datum-bestaat-niet")),
    ("tijd-99", "tijd: 99.99", Refused("tijd-bestaat-niet")),
    ("tijd-cijfers", "tijd: ١٠.٠٠", Refused("tijd-onleesbaar")),  # noqa: RUF001
    ("tijd-lang", "tijd: " + "1" * 10_000, Refused("tijd-onleesbaar")),
    ("einddatum-ver", "einddatum: 31 december 2099", Refused("reeks-te-lang")),
    ("behalve-eeuwen", "herhaling: elke dag\ntot: 3 keer\nbehalve: 1 januari 0001 t/m 31 december 9999", Refused("datum-bestaat-niet", 2)),
    ("ook-ver", "ook: [31 december 2099]", Refused("reeks-te-lang")),
    ("ook-veel", "ook: [" + "2-12-2026, " * 61 + "]", Refused("te-veel-regels")),
    ("wijziging-ver", "wijzigingen: [{datum: 1 december 2026, naar: 31 december 9999}]", Refused("datum-bestaat-niet")),
    ("getal-groot", "aanmelden: {plaatsen: " + "9" * 5_000 + "}", Refused("geen-getal")),
    ("getal-cijfers", "aanmelden: {plaatsen: ١٢}", Refused("geen-getal")),  # noqa: RUF001
    ("leeftijd-groot", "leeftijd: 999999999", Refused("leeftijd-onleesbaar")),
    ("leeftijd-kwadraat", "leeftijd: 4² tot 12", Refused("leeftijd-onleesbaar")),
    ("prijs-groot", "prijs: 1e308", Refused("prijs-onleesbaar")),
    ("prijs-onder-nul", "prijs: -5 euro", Refused("prijs-onleesbaar")),
)  # fmt: skip

YAML: tuple[Row, ...] = (
    ("yaml-verwijzing", "titel: *koffie", _REFERENCE),
    ("yaml-anker", "titel: &koffie Koffie", _REFERENCE),
    ("yaml-anker-op-niets", "titel: &koffie", _REFERENCE),
    ("yaml-python", "titel: !!python/object/apply:os.system [id]", _REFERENCE),
    ("yaml-binair", "titel: !!binary a29mZmll", _REFERENCE),
    ("yaml-eigen-soort", "titel: !koffie Koffie", Refused("bijzonder-teken")),
    ("yaml-samenvoegen", "<<: {titel: Kwaad}", _REFERENCE),
    ("yaml-vraagteken", "? [titel, datum]\n: x", Refused("kop-onleesbaar")),
    ("yaml-diep", "doelgroep: " + "[" * 50 + "]" * 50, Refused("te-diep")),
    ("yaml-heel-diep", "doelgroep: " + "[" * 16_000, Refused("bijzonder-teken")),
    ("yaml-heel-diep-dicht", "doelgroep: " + "[" * 16_000 + "]" * 16_000, Refused("te-diep")),
    ("yaml-diepe-blokken", "doelgroep: " + "{a: " * 6_000, Refused("bijzonder-teken")),
    ("yaml-veel", "sdg: [" + "1, " * 5_000 + "]", Refused("te-veel-regels")),
    ("yaml-heel-veel", "sdg: [" + "1, " * 100_000 + "]", Refused("bestand-te-groot", line=1)),
    ("yaml-wijzigingen", "wijzigingen: [" + "{datum: 1-12-2026}, " * 61 + "]", Refused("te-veel-regels")),
    ("yaml-sleutel-lang", "a" * 20_000 + ": x", Refused("kop-onleesbaar")),
    ("yaml-sleutel-proto", "__proto__: {admin: ja}", _UNKNOWN),
    ("yaml-richtlijn", "%YAML 1.1", Refused("kop-onleesbaar")),
    ("yaml-lange-regel", "samenvatting: " + "a " * 15_000, Refused("te-lang")),
    ("yaml-lijst-als-tekst", "titel: [a, b]", Refused("verkeerde-vorm")),
    ("yaml-tab", "\ttitel: x", Refused("tab")),
)  # fmt: skip

ROWS = (*PELICAN, *NAMES, *LINKS, *TITLES, *CALENDARS, *TIMES, *YAML)
