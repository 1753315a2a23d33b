"""The fields of an activity file: the one truth for validation, JSON Schema, docs/velden.md and the example file."""

from __future__ import annotations

from meedoen.notation.schema.field import Field, Table

CHANGE_STATUSES = ("gepland", "afgelast", "uitgesteld", "verplaatst", "vol", "online")
STATUSES = ("gepland", "afgelast", "uitgesteld")
LANGUAGE_LEVELS = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
REGISTRATION_STATUSES = ("open", "vol", "wachtlijst", "gesloten", "nog niet open")
NEEDED = ("ja", "nee", "handig")

CHANGE = Table("wijzigingen", "Wijziging van één datum", (
    Field("datum", "day", "date", "De datum die anders wordt, zoals die eerst was.", "15 december 2026", required=True),
    Field("status", "status", "choice", "Wat er met deze datum is.", "afgelast", choices=CHANGE_STATUSES),
    Field("reden", "reason", "line", "Waarom. Dit lezen bezoekers.", "De docent is ziek.", longest=200),
    Field("naar", "to_day", "date", "De nieuwe datum.", "17 december 2026"),
    Field("tijd", "times", "times", "De nieuwe tijd.", "13.00 - 14.30"),
    Field("locatie", "place", "reference", "De andere plek.", "bibliotheek-stad", vocabulary="locaties"),
    Field("ruimte", "room", "line", "De andere zaal of ruimte.", "Vergaderzaal 2", longest=80),
    Field("online", "online", "online", "Alleen online, met deze link.", "link na aanmelding"),
    Field("titel", "name", "line", "Een andere titel op deze datum.", "Taalcafé met kerst", longest=100),
))  # fmt: skip

EXTRA_DATE = Table("ook", "Extra datum", (
    Field("datum", "day", "date", "De extra datum.", "22 december 2026", required=True),
    Field("tijd", "times", "times", "De tijd op deze datum, als die anders is.", "14.00 - 15.00"),
))  # fmt: skip

ADDRESS = Table("adres", "Adres", (
    Field("naam", "name", "line", "Hoe de plek heet.", "Speeltuin de Merwede", required=True, longest=100),
    Field("straat", "street", "line", "Straat en nummer.", "Dorpsstraat 1", longest=100),
    Field("postcode", "postal_code", "line", "Postcode.", "3351 AB", longest=10),
    Field("plaats", "locality", "line", "De plaats.", "Dorp", longest=60),
    Field("gemeente", "municipality", "reference", "De gemeente.", "dorp", vocabulary="gemeenten"),
))  # fmt: skip

REGISTRATION = Table("aanmelden", "Aanmelden", (
    Field("nodig", "needed", "choice", "Moet je je aanmelden?", "ja", choices=NEEDED),
    Field("link", "url", "url", "De pagina waar je je aanmeldt.", "https://www.example.org/aanmelden"),
    Field("telefoon", "phone", "phone", "Het telefoonnummer van de organisatie.", "078 123 45 67"),
    Field("mail", "mail", "mail", "Het mailadres van de organisatie.", "info@example.org"),
    Field("plaatsen", "capacity", "number", "Hoeveel mensen er mee kunnen doen.", "12"),
    Field("status", "status", "choice", "Hoe het met de aanmelding staat.", "open", choices=REGISTRATION_STATUSES),
    Field("van", "opens", "date", "Vanaf wanneer je je kunt aanmelden.", "1 november 2026"),
    Field("tot", "closes", "date", "De laatste dag waarop je je kunt aanmelden.", "30 november 2026"),
))  # fmt: skip

IMAGE = Table("afbeelding", "Afbeelding", (
    Field("bestand", "file", "line", "De naam van het plaatje, in dezelfde map.", "taalcafe.jpg", required=True, longest=80),
    Field("alt", "alt", "line", "Wat je op het plaatje ziet, voor wie het niet kan zien.", "Mensen praten aan een tafel", longest=200),
    Field("maker", "creator", "line", "Wie het plaatje heeft gemaakt.", "Bibliotheek De Linde", longest=100),
    Field("licentie", "licence", "line", "De licentie.", "CC BY 4.0", longest=60),
))  # fmt: skip

PROGRAMME_ITEM = Table("programma", "Onderdeel van het programma", (
    Field("tijd", "times", "times", "Wanneer het onderdeel is.", "10.00 - 10.30", required=True),
    Field("titel", "name", "line", "Wat er te doen is.", "Welkom", required=True, longest=120),
    Field("ruimte", "room", "line", "In welke zaal.", "Vide", longest=80),
    Field("door", "by", "line", "Welke organisatie het doet.", "Taalhuis", longest=100),
))  # fmt: skip

_WAT, _WANNEER, _WAAR, _WIE = "Wat is het?", "Wanneer?", "Waar?", "Van wie en voor wie?"
_SOORT, _MEEDOEN, _STAND = "Wat voor soort activiteit?", "Meedoen", "Hoe staat het ervoor?"

ACTIVITY = Table("activiteit", "Activiteit", (
    Field("titel", "name", "line", "De naam van de activiteit.", "Taalcafé", required=True, longest=100, group=_WAT,
          ical="SUMMARY", schema_org="name", per_date=True, synonyms=("naam", "title", "name", "kop", "onderwerp")),
    Field("samenvatting", "summary", "line", "Eén of twee zinnen voor in de lijst.", "Oefen Nederlands met een kop koffie.",
          longest=200, group=_WAT, ical="DESCRIPTION", schema_org="description", synonyms=("summary", "intro", "inleiding", "korte-tekst")),
    Field("beschrijving", "description", "markdown", "Het hele verhaal. In een .md-bestand schrijf je dit onder de tweede streep `---`.",
          "Iedereen is welkom.", longest=20_000, group=_WAT, ical="DESCRIPTION", schema_org="description",
          synonyms=("description", "tekst", "omschrijving", "text", "body", "inhoud")),
    Field("id", "id", "slug", "Het vaste kenmerk. Je hoeft het niet in te vullen: het komt uit de map en de bestandsnaam. "
          "Vul het in als je het bestand een andere naam geeft.", "dorp-taalcafe", longest=80, group=_WAT, ical="UID", schema_org="identifier",
          synonyms=("uid", "kenmerk", "nummer")),
    Field("afbeelding", "image", "image", "Een plaatje bij de activiteit (jpg, png of webp).",
          "{bestand: taalcafe.jpg, alt: Mensen praten aan een tafel}", parts=IMAGE, group=_WAT, ical="IMAGE", schema_org="image",
          synonyms=("image", "foto", "plaatje", "photo", "picture")),
    Field("datum", "day", "date", "De (eerste) datum.", "1 december 2026", required=True, group=_WANNEER, ical="DTSTART", schema_org="startDate",
          synonyms=("date", "wanneer", "startdatum", "begindatum", "start", "dag", "begin", "start-date")),
    Field("tijd", "times", "times", "Van hoe laat tot hoe laat.", "10.00 - 11.30", group=_WANNEER, ical="DTSTART", schema_org="startDate", per_date=True,
          synonyms=("time", "tijden", "starttijd", "begintijd", "aanvang", "hoe-laat", "uur", "tijdstip")),
    Field("einddatum", "last_day", "date", "De laatste dag, als het dagen achter elkaar duurt.", "3 december 2026", group=_WANNEER, ical="DTEND",
          schema_org="endDate", synonyms=("end-date", "enddate", "einde", "end", "tot-datum", "slotdatum")),
    Field("hele-dag", "all_day", "yes-no", "Vul `ja` in als het de hele dag is.", "ja", group=_WANNEER, ical="DTSTART", schema_org="startDate",
          synonyms=("all-day", "allday", "heledag", "hele dag")),
    Field("herhaling", "recurrence", "recurrence", "Hoe vaak het terugkomt.", "elke dinsdag", group=_WANNEER, ical="RRULE", schema_org="eventSchedule",
          synonyms=("recurrence", "repeat", "herhalen", "herhaal", "reeks", "frequentie", "rrule", "terugkerend")),
    Field("tot", "until", "end", "De laatste datum van de reeks, of hoe vaak (`10 keer`).", "29 juni 2027", group=_WANNEER, ical="RRULE", schema_org="eventSchedule",
          synonyms=("until", "tot-en-met", "t/m", "herhalen-tot", "aantal", "count")),
    Field("behalve", "exceptions", "exceptions", "Wanneer het niet is: datums, periodes, `feestdagen` of `schoolvakanties`.",
          "[29 december 2026, schoolvakanties]", many=True, group=_WANNEER, ical="EXDATE", schema_org="eventSchedule",
          synonyms=("except", "uitzondering", "uitzonderingen", "niet-op", "exdate", "niet", "vrij")),
    Field("ook", "extra_dates", "extra-dates", "Extra datums.", "[5 januari 2027]", many=True, parts=EXTRA_DATE, group=_WANNEER, ical="DTSTART",
          schema_org="startDate", synonyms=("also", "extra", "extra-datums", "datums", "data", "rdate", "en-ook")),
    Field("wijzigingen", "changes", "record", "Wat er op één datum anders is.", "[{datum: 15 december 2026, status: afgelast, reden: De docent is ziek.}]",
          many=True, parts=CHANGE, group=_WANNEER, ical="RECURRENCE-ID", schema_org="eventStatus",
          synonyms=("changes", "wijziging", "veranderingen", "overrides", "aanpassingen")),
    Field("locatie", "place", "reference", "De plek, uit de lijst in `content/locaties/`.", "bibliotheek-dorp", vocabulary="locaties", group=_WAAR,
          ical="LOCATION", schema_org="location", per_date=True, synonyms=("location", "plaats", "plek", "waar", "venue", "gebouw", "place")),
    Field("ruimte", "room", "line", "De zaal of ruimte.", "Leeszaal", longest=80, group=_WAAR, ical="LOCATION", schema_org="location", per_date=True,
          synonyms=("room", "zaal", "kamer", "lokaal")),
    Field("adres", "address", "address", "Een plek die niet in de lijst staat.", "{naam: Speeltuin, straat: Dorpsstraat 1, plaats: Dorp}",
          parts=ADDRESS, group=_WAAR, ical="LOCATION", schema_org="location", synonyms=("address", "straat", "postcode")),
    Field("online", "online", "online", "Een link, of `link na aanmelding`.", "link na aanmelding", group=_WAAR, ical="CONFERENCE", schema_org="location",
          per_date=True, synonyms=("url", "meedoen-via", "teams", "zoom", "livestream", "videolink")),
    Field("gemeenten", "municipalities", "reference", "In welke gemeenten het te zien is. Alleen in de map `regio`; zonder dit veld overal.",
          "[dorp, stad]", many=True, vocabulary="gemeenten", group=_WAAR, synonyms=("gemeente", "municipality", "municipalities", "stad", "city")),
    Field("organisator", "organizer", "reference", "Wie het organiseert, uit `content/partners/`.", "taalhuis", vocabulary="partners",
          group=_WIE, ical="ORGANIZER", schema_org="organizer", synonyms=("organizer", "organiser", "organisatie", "van", "door", "host", "aanbieder")),
    Field("met", "partners", "reference", "Wie er meedoen.", "[gemeente-dorp]", many=True, vocabulary="partners", group=_WIE,
          ical="DESCRIPTION", schema_org="organizer", synonyms=("with", "partners", "partner", "samen-met", "samenwerking")),
    Field("doelgroep", "audience", "reference", "Voor wie het is.", "[18+]", many=True, vocabulary="doelgroepen", group=_WIE, ical="CATEGORIES",
          schema_org="audience", synonyms=("audience", "doelgroepen", "voor", "voor-wie", "wie", "publiek", "target-group")),
    Field("leeftijd", "age", "age", "Voor welke leeftijd.", "4 tot 12 jaar", group=_WIE, ical="DESCRIPTION", schema_org="typicalAgeRange", synonyms=("age", "leeftijden", "ages", "jaar")),
    Field("taal", "languages", "reference", "In welke taal het is. Zonder dit veld: Nederlands.", "[Nederlands]", many=True, vocabulary="talen", group=_WIE,
          ical="DESCRIPTION", schema_org="inLanguage", synonyms=("language", "talen", "languages", "voertaal")),
    Field("taalniveau", "language_level", "choice", "Hoeveel Nederlands je nodig hebt.", "A2", choices=LANGUAGE_LEVELS, group=_WIE, ical="DESCRIPTION",
          synonyms=("niveau", "level", "language-level", "taal-niveau")),
    Field("kernfunctie", "core_function", "reference", "De kernfunctie van de bibliotheek. Weet je het niet? Laat dit weg, dan vult de bibliotheek het in.",
          "ontwikkeling-en-educatie", vocabulary="kernfuncties", group=_SOORT, synonyms=("functie", "core-function", "kernfuncties")),
    Field("raakt-ook", "also_touches", "reference", "Andere kernfuncties die het ook raakt.", "[ontmoeting-en-debat]", many=True, vocabulary="kernfuncties",
          group=_SOORT, synonyms=("ook-kernfunctie", "also-touches", "raakt")),
    Field("programmalijn", "programme_line", "reference", "De programmalijn.", "zelfredzaamheid", vocabulary="programmalijnen", group=_SOORT,
          synonyms=("programme", "lijn", "programma-lijn", "programme-line")),
    Field("thema", "themes", "reference", "Waar het over gaat.", "[taal]", many=True, vocabulary="themas", group=_SOORT, ical="CATEGORIES", schema_org="keywords",
          synonyms=("theme", "themas", "thema's", "tags", "categorie", "category", "categories", "trefwoorden", "onderwerpen")),
    Field("vaardigheid", "skills", "reference", "Welke vaardigheid je oefent.", "[digitale-vaardigheden]", many=True, vocabulary="vaardigheden", group=_SOORT,
          schema_org="teaches", synonyms=("skill", "skills", "vaardigheden", "basisvaardigheid")),
    Field("sdg", "goals", "reference", "Nummers van de duurzame doelen (1 tot en met 17).", "[4, 10]", many=True, vocabulary="sdg", group=_SOORT,
          synonyms=("sdgs", "doelen", "global-goals", "goals")),
    Field("project", "project", "reference", "Het project waar het bij hoort, uit `content/projecten/`.", "taalhuis", vocabulary="projecten", group=_SOORT,
          schema_org="superEvent", synonyms=("projecten", "projects")),
    Field("prijs", "price", "price", "`gratis`, één prijs, of een regel per soort bezoeker.", "gratis", group=_MEEDOEN, ical="DESCRIPTION", schema_org="offers",
          synonyms=("price", "kosten", "entree", "toegang", "cost", "tarief", "prijzen")),
    Field("aanmelden", "registration", "registration", "Of je je moet aanmelden, en hoe.", "niet nodig", parts=REGISTRATION, group=_MEEDOEN, ical="DESCRIPTION",
          schema_org="offers", synonyms=("aanmelding", "registration", "inschrijven", "opgeven", "reserveren", "signup", "sign-up", "register", "tickets")),
    Field("toegankelijkheid", "accessibility", "reference", "Wat er geregeld is voor mensen met een beperking.", "[rolstoel, ringleiding]", many=True,
          vocabulary="toegankelijkheid", group=_MEEDOEN, ical="DESCRIPTION", schema_org="accessibilityFeature", synonyms=("accessibility", "toegankelijk", "a11y")),
    Field("hulp-gezocht", "help_wanted", "line", "Welke hulp je zoekt van bewoners.", "Wie schenkt er koffie?", longest=300, group=_MEEDOEN,
          synonyms=("hulp", "help", "help-wanted", "vrijwilligers-gezocht", "gezocht")),
    Field("programma", "programme", "record", "Het programma van de dag, per onderdeel.", "[{tijd: 10.00 - 10.30, titel: Welkom, ruimte: Vide}]", many=True,
          parts=PROGRAMME_ITEM, group=_MEEDOEN, schema_org="subEvent", synonyms=("dagprogramma", "agenda", "schedule", "onderdelen")),
    Field("status", "status", "choice", "Of het doorgaat.", "gepland", choices=STATUSES, group=_STAND, ical="STATUS", schema_org="eventStatus", per_date=True,
          synonyms=("state", "stand", "toestand")),
    Field("reden", "reason", "line", "Waarom het niet doorgaat.", "De zaal is dicht.", longest=200, group=_STAND, ical="DESCRIPTION", per_date=True,
          synonyms=("reason", "waarom", "oorzaak")),
    Field("uitgelicht", "featured", "yes-no", "Staat bovenaan op de voorpagina.", "ja", group=_STAND, synonyms=("featured", "highlight", "uitlichten", "highlighted")),
    Field("verborgen", "hidden", "yes-no", "Nog niet op de site.", "ja", group=_STAND, synonyms=("hidden", "concept", "draft", "verbergen", "verborgen-tot")),
))  # fmt: skip
