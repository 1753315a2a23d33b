"""What the form says about an answer: for each thing that can be wrong the rule, and the words of the checker.

The script fills in the names between braces. tests/form/cases.json holds rule and message equal to the checker's; a
hint may differ, since the checker speaks about lines of a file. Answers that a form can't give are not here.
"""

from __future__ import annotations

from meedoen.content.layout import LARGEST_BODY
from meedoen.language.rules import is_fault
from meedoen.notation.fields.reader import MOST_ITEMS
from meedoen.programme.schedule import MOST_DATES

_FILE = "ongeveer 2.000 woorden"
_FILL = "Vul het in, bijvoorbeeld: {example}"
_YEAR = "Kijk of het jaar klopt."
_LOOK = "Kijk de tijden na."

_MESSAGES: dict[str, tuple[str, str, str]] = {
    "ontbreekt": ("ontbrekend-veld", "Het veld “{key}” ontbreekt.", _FILL),
    "te-lang": (
        "te-lang",
        "Deze tekst heeft {n} tekens. Er passen er {most}.",
        "Maak hem korter. Het past tot en met: {text}",
    ),
    "tijd-ontbreekt": (
        "tijd-ontbreekt",
        "Er staat geen tijd bij de datum.",
        "Vul in hoe laat het begint. Of zet een vinkje bij: de hele dag.",
    ),
    "zelfde-tijd": ("einde-voor-begin", "Het begin en het einde zijn allebei {start}.", _LOOK),
    "einde-voor-begin": ("einde-voor-begin", "Het einde ({end}) ligt voor het begin ({start}).", _LOOK),
    "einddatum-voor-datum": (
        "einde-voor-begin",
        "De einddatum ({last}) ligt voor de datum ({first}).",
        "Kijk allebei de datums na. Klopt het jaar?",
    ),
    "duurt-te-lang": ("reeks-te-lang", "Dit duurt langer dan twee jaar.", "Kijk het jaar na."),
    "einddatum-te-veel": (
        "overbodig-veld",
        "Bij een herhaling hoort geen einddatum.",
        "Haal de einddatum weg, of kies: één keer.",
    ),
    "zonder-einde": (
        "herhaling-zonder-einde",
        "Er staat niet bij tot wanneer de herhaling duurt.",
        "Vul de laatste datum in, of hoe vaak het is.",
    ),
    "past-niet": ("herhaling-past-niet", "{day} past niet bij “{rule}”.", "Bedoelde je: datum: {fits}?"),
    "laatste-voor-eerste": (
        "einde-voor-begin",
        "De laatste datum ({last}) ligt voor de eerste ({first}).",
        "Kijk het jaar na.",
    ),
    "te-veel-keren": (
        "te-veel-keren",
        f"Deze reeks heeft meer dan {MOST_DATES} datums.",
        "Kies een vroegere datum bij “tot”, of maak er twee reeksen van.",
    ),
    "reeks-te-lang": (
        "reeks-te-lang",
        "Deze reeks duurt langer dan twee jaar.",
        "Kies een vroegere laatste datum. Later maak je een nieuwe reeks.",
    ),
    "geen-datum-over": (
        "geen-datum-over",
        "Er blijft geen enkele datum over.",
        "Kijk de uitzonderingen bij “behalve” na.",
    ),
    "raakt-niets": (
        "behalve-raakt-niets",
        "Op {day} was er toch al niets gepland.",
        "Kijk de datum na, of haal hem weg.",
    ),
    "vakanties-na": (
        "vakanties-onbekend",
        "De schoolvakanties na {last} staan nog niet in content/kalender/schoolvakanties.yaml.",
        "Vul zelf de datums in waarop het niet is.",
    ),
    "vakanties-onbekend": (
        "vakanties-onbekend",
        "De schoolvakanties staan nog niet in content/kalender/schoolvakanties.yaml.",
        "Vul zelf de datums in waarop het niet is.",
    ),
    "voorbij": ("datum-voorbij", "Dit is al geweest: de laatste dag is {day}.", _YEAR),
    "ver-weg": ("datum-ver-weg", "Dit is pas op {day}.", _YEAR),
    "geen-plek": (
        "geen-plek",
        "Er staat niet bij waar het is.",
        "Kies een plek. Staat die er niet bij? Kies dan: een andere plek.",
    ),
    "prijs": (
        "prijs-onleesbaar",
        "De prijs {text} kan ik niet lezen.",
        "Typ bijvoorbeeld: gratis, 5 euro of € 7,50. Uitleg zet je in de tekst.",
    ),
    "leeftijd": (
        "leeftijd-onleesbaar",
        "De leeftijd {text} kan ik niet lezen.",
        "Typ bijvoorbeeld: 4 tot 12 jaar, vanaf 16 jaar, of tot en met 6 jaar",
    ),
    "link": (
        "geen-link",
        "{text} is geen goede link.",
        "Typ het hele adres, bijvoorbeeld: https://www.example.org/pagina",
    ),
    "link-zonder-https": ("geen-link", "{text} is geen goede link.", "Typ: https://{raw}"),
    "online-link": (
        "geen-link",
        "{text} is geen goede link.",
        "Typ het hele adres (https://…), of laat het leeg.",
    ),
    "telefoon": (
        "geen-telefoon",
        "{text} is geen telefoonnummer.",
        "Typ het nummer met het netnummer, zoals: 078 123 45 67",
    ),
    "mail": ("geen-mail", "{text} is geen mailadres.", "Typ het zo: info@example.org"),
    "getal": ("geen-getal", "{text} is geen getal.", "Typ alleen cijfers, bijvoorbeeld: 12"),
    "sluit-voor-opent": (
        "einde-voor-begin",
        "De aanmelding sluit voordat die opent.",
        "Kijk de datums bij “van” en “tot” na.",
    ),
    "te-veel-regels": (
        "te-veel-regels",
        f"Het veld “{{key}}” heeft {{n}} onderdelen. Hooguit {MOST_ITEMS} kan.",
        "Laat weg wat bezoekers niet nodig hebben.",
    ),
    "te-groot": (
        "bestand-te-groot",
        f"De tekst is te lang: {{n}} kB. Er past hooguit {LARGEST_BODY // 1024} kB in, {_FILE}.",
        "Kort de tekst in, of zet er een link in naar meer informatie.",
    ),
    "te-veel-labels": (
        "te-veel-labels",
        "Bij “{key}” staan {n} woorden.",
        "Kies er hooguit {most}: de woorden die het beste passen.",
    ),
    "toegankelijkheid-ontbreekt": (
        "toegankelijkheid-ontbreekt",
        "Bij deze plek staat niet wat er geregeld is voor wie slecht kan lopen, zien of horen.",
        "Vraag het na. Kies het dan bij: wat is er geregeld?",
    ),
}


def messages() -> dict[str, list[str | bool]]:
    """name → rule, message, hint, and whether it keeps the activity off the site."""
    return {name: [*texts, is_fault(texts[0])] for name, texts in _MESSAGES.items()}
