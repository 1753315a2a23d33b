"""The Dutch words that the made-up activities are put together from: no persons, addresses on example.org."""

from __future__ import annotations

from typing import Final

MUNICIPALITIES: Final = (
    "Alblasserdam",
    "Albrandswaard",
    "Barendrecht",
    "Dordrecht",
    "Gorinchem",
    "Hardinxveld-Giessendam",
    "Hendrik-Ido-Ambacht",
    "Molenlanden",
    "Papendrecht",
    "Ridderkerk",
    "Sliedrecht",
    "Zwijndrecht",
)

PLACES: Final = (
    ("Bibliotheek", "vestiging"),
    ("Bibliotheek Noord", "vestiging"),
    ("Bibliotheek Zuid", "vestiging"),
    ("Buurthuis De Brug", "wijk"),
    ("Wijkcentrum De Linde", "wijk"),
    ("Dorpshuis", "wijk"),
    ("Gemeentehuis", "partner"),
    ("Basisschool De Vlieger", "school"),
    ("Theater De Kade", "partner"),
    ("Bibliobushalte Marktplein", "bibliobus"),
)

PARTNERS: Final = (
    ("Bibliotheek", "bibliotheek"),
    ("Taalhuis", "taalhuis"),
    ("Welzijn", "welzijn"),
    ("Vrijwilligerscentrum", "welzijn"),
    ("Muziekschool", "cultuur"),
    ("Historische vereniging", "cultuur"),
    ("Repaircafé", "bewoners"),
    ("Gemeente", "overheid"),
)

STREETS: Final = (
    "Dorpsstraat",
    "Marktplein",
    "Kerkweg",
    "Havenkade",
    "Lindelaan",
    "Schoolstraat",
    "Molenweg",
)

TITLES: Final = (
    "Taalcafé",
    "Taalspreekuur",
    "Digitaal spreekuur",
    "Klik en Tik, leren omgaan met de computer",
    "Hulp bij je belasting",
    "Voorleesuurtje",
    "Lezen met je baby",
    "Leeskring",
    "Leestafel voor ouderen",
    "Schrijfcafé",
    "Lezing over de geschiedenis van het dorp",
    "Avond over wonen in de buurt",
    "Programmeren voor kinderen",
    "Middag in het medialab",
    "Mediawijsheid voor ouders",
    "Oefenen met solliciteren",
    "Je cv maken",
    "Gezond eten met weinig geld",
    "Expositie van makers uit de buurt",
    "Concert in de bibliotheek",
    "Podium voor nieuw talent",
    "Koffie-ochtend",
    "Repaircafé",
    "Ruilmarkt voor planten",
    "Breien en haken",
    "Spelletjesmiddag",
    "Filmavond",
    "Schaken voor beginners",
)

ENDINGS: Final = (
    "",
    " voor beginners",
    " in de wijk",
    " met koffie",
    " op locatie",
    " voor iedereen",
    " extra",
)

SENTENCES: Final = (
    "Je bent welkom, ook als je nog nooit in de bibliotheek bent geweest.",
    "We beginnen met koffie of thee en maken kennis met elkaar.",
    "Daarna gaan we in kleine groepen aan de slag.",
    "Je hoeft niets mee te nemen, alles ligt klaar.",
    "Neem je eigen laptop of telefoon mee als je die hebt.",
    "Een vrijwilliger helpt je op weg en geeft uitleg in je eigen tempo.",
    "Er is veel ruimte voor vragen en voor een goed gesprek.",
    "Kom je met een rolstoel, dan is er een lift naast de ingang.",
    "Na afloop kun je nog even blijven zitten om na te praten.",
    "De activiteit is een samenwerking van de bibliotheek en partners uit de buurt.",
    "Vorig jaar deden er bijna honderd mensen uit de gemeente mee.",
    "Ben je een keer ziek, dan sluit je de week daarna gewoon weer aan.",
    "Kinderen zijn welkom als er een volwassene meekomt.",
    "Wil je liever eerst kijken, dan kan dat natuurlijk ook.",
    "We praten in eenvoudig Nederlands, zodat iedereen het kan volgen.",
    "Op de tafel liggen boeken die bij het onderwerp passen.",
    "Je mag ze meteen lenen met je pas.",
    "Er is plaats voor twaalf mensen, dus wees op tijd.",
    "Parkeren kan gratis achter het gebouw en er is een stalling voor fietsen.",
    "De bus stopt op twee minuten lopen.",
    "Aan het einde krijg je een blad mee met wat je hebt geleerd.",
    "We maken foto's, maar alleen als jij dat goed vindt.",
    "Heb je zelf een idee voor een middag, vertel het ons dan.",
    "Samen kiezen we het onderwerp van de volgende keer.",
    "De zaal is rustig en er is een plek waar je je even kunt terugtrekken.",
)

OPENINGS: Final = (
    "Kom naar **{title}** in {town} en doe mee met mensen uit de buurt.",
    "Heb je zin om iets nieuws te leren? Bij **{title}** in {town} kan dat *zonder toets of diploma*.",
    "In {town} is er **{title}**, voor wie graag *samen* iets doet.",
    "**{title}** is er voor iedereen in {town} die meer wil weten, *jong en oud*.",
)

STEPS: Final = (
    "kennismaken met koffie of thee",
    "een korte uitleg met voorbeelden",
    "zelf *oefenen* in een kleine groep",
    "vragen stellen aan een vrijwilliger",
    "een boek uitkiezen om te lenen",
    "samen opruimen en afspreken voor de volgende keer",
    "een rondleiding door het gebouw",
    "een spel van tien minuten",
)

SUMMARIES: Final = (
    "Leer iets nieuws, samen met anderen uit de buurt.",
    "Loop binnen met je vraag, je krijgt meteen hulp.",
    "Ontmoet mensen uit {town} bij een kop koffie.",
    "Een middag om te maken, te proberen en te lachen.",
    "Lezen, luisteren en praten over wat je raakt.",
)

REASONS: Final = ("De docent is ziek.", "De zaal is die dag bezet.", "Er zijn te weinig aanmeldingen.")

CORE: Final = (
    "kennis en informatie",
    "ontwikkeling en educatie",
    "lezen en literatuur",
    "ontmoeting en debat",
    "kunst en cultuur",
)
AUDIENCES: Final = ("kinderen", "jongeren", "volwassenen", "ouderen", "ouders en verzorgers", "nieuwkomers")
THEMES: Final = ("taal", "digitaal", "gezondheid", "geld", "werk", "geschiedenis", "muziek", "duurzaamheid")

VOCABULARIES: Final[dict[str, tuple[str, ...]]] = {
    "kernfuncties": CORE,
    "doelgroepen": AUDIENCES,
    "themas": THEMES,
    "programmalijnen": ("jong geleerd", "zelfredzaamheid", "leven lang ontwikkelen"),
    "vaardigheden": ("lezen", "schrijven", "rekenen", "digitale vaardigheden"),
    "sdg": ("1", "3", "4", "10", "17"),
    "toegankelijkheid": ("rolstoel", "ringleiding", "prikkelarm"),
    "talen": ("Nederlands", "Engels"),
    "soorten-plek": ("vestiging", "partner", "school", "wijk", "bibliobus", "online"),
    "soorten-partner": ("bibliotheek", "taalhuis", "welzijn", "cultuur", "bewoners", "overheid"),
}

LANGUAGE_CODES: Final = {"Nederlands": "nl", "Engels": "en"}
