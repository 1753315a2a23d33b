"""The fields of the other content files: organisation, municipalities, places, partners, projects, lists, calendars, newsletters."""

from __future__ import annotations

from meedoen.notation.schema.field import Field, Table

FORGES = ("github", "gitlab", "forgejo")
REGIONS = ("noord", "midden", "zuid")
NEWS_SECTIONS = (
    "nieuw", "doelgroep", "thema", "plek", "gemeente", "agenda", "elke-week", "verplaatst", "gaat-niet-door",
    "laatste-plaatsen", "hulp-gezocht",
)  # fmt: skip

ORGANISATION = Table("organisatie", "De organisatie", (
    Field("naam", "name", "line", "De naam van de bibliotheekorganisatie.", "Bibliotheek De Linde", required=True, longest=100, ical="ORGANIZER"),
    Field("korte-naam", "short_name", "line", "De korte naam.", "De Linde", longest=40),
    Field("website", "website", "url", "De eigen website.", "https://www.example.org", required=True),
    Field("domein", "domain", "line", "Het domein in de kenmerken van de agenda's. Verander dit nooit meer.", "agenda.example.org", required=True, longest=100, ical="UID"),
    Field("agenda", "region_url", "url", "Het adres van de regionale voorpagina.", "https://agenda.example.org"),
    Field("mail", "mail", "mail", "Mailadres.", "agenda@example.org", ical="ORGANIZER", label="Mailadres"),
    Field("telefoon", "phone", "phone", "Telefoonnummer.", "078 123 45 67"),
    Field("adres", "address", "line", "Postadres.", "Dorpsstraat 1, Dorp", longest=120),
    Field("repository", "repository", "url", "Waar de bestanden staan.", "https://github.com/example/meedoen"),
    Field("repository-soort", "forge_kind", "choice", "Wat voor plek dat is, als dat niet uit het adres blijkt.", "forgejo", choices=FORGES),
    Field("repository-tak", "branch", "line", "De tak waarop de bestanden staan, als die niet main heet.", "main", longest=60),
    Field("tijdzone", "zone", "zone", "De tijdzone waarin je werkt.", "Europe/Amsterdam", required=True, ical="DTSTART"),
    Field("volgnummer", "sequence", "number", "Telt op bij elk volgnummer in de agenda's. Verhoog dit als de Git-geschiedenis opnieuw is begonnen.", "100", ical="SEQUENCE"),
    Field("organisator", "organizer", "slug", "De partner die organiseert als een activiteit niets zegt.", "bibliotheek", required=True, longest=80, ical="DESCRIPTION"),
    Field("techniek", "technicians", "account", "Wie over de code gaat, over de rechten en over dit bestand.", '["@example/techniek"]', many=True),
    Field("beoordelaars", "reviewers", "account", "Wie meeleest met wat niet van één gemeente is: de regio, partners, plekken, woorden.", '["@example/redactie"]', many=True),
    Field("beoordeeltijd", "review_days", "number", "Hoeveel werkdagen het meelezen mag duren. Zonder dit zijn het er 3.", "3"),
    Field("nieuwsbrief-aanmelden", "newsletter", "url", "Waar je je aanmeldt voor de nieuwsbrief, in het mailprogramma van de bibliotheek. Een gemeente kan een eigen adres hebben.", "https://mail.example.org/aanmelden"),
    Field("regio-naam", "region_name", "line", "De naam van de regio.", "Dorp en omgeving", longest=80),
    Field("intro", "intro", "line", "Eén of twee zinnen boven aan de regionale voorpagina.", "Wat is er te doen?", longest=300),
    Field("talen", "languages", "slug", "In welke talen de sites er ook zijn, naast het Nederlands.", "[en]", many=True, longest=12),
    Field("nieuwsbrief-secties", "newsletter_sections", "choice", "De stukken van elke nieuwsbrief, in volgorde, als een nieuwsbrief zelf niets zegt.",
          "[nieuw, doelgroep, elke-week, verplaatst, gaat-niet-door]", many=True, choices=NEWS_SECTIONS),
    Field("voettekst", "footer", "line", "Een zin onder aan elke pagina.", "Dit is een voorbeeldprogramma.", longest=300),
))  # fmt: skip


def _accents(head: str, on_head: str, tint: str, link: str, spine: str) -> tuple[Field, ...]:
    """The colours that may be chosen, with these examples."""
    return (
        Field("kop", "head", "colour", "De balk boven aan elke pagina.", f'"{head}"'),
        Field("kop-tekst", "on_head", "colour", "De letters in die balk.", f'"{on_head}"'),
        Field("vlak", "tint", "colour", "Het vlak achter vandaag en achter de dagen van de maand.", f'"{tint}"'),
        Field("link", "link", "colour", "Links en knoppen.", f'"{link}"'),
        Field("rug", "spine", "colour", "De rand van een kaart zonder thema.", f'"{spine}"'),
    )


ACCENTS = Table("kleuren", "Eigen kleuren", _accents("#003a70", "#ffffff", "#e6edf5", "#00539f", "#00539f"))
ACCENTS_DARK = Table(
    "kleuren-donker",
    "Eigen kleuren voor een donker scherm",
    _accents("#0d3863", "#f1e9dc", "#1d2c39", "#6e9bd5", "#6794ce"),
)

MUNICIPALITY = Table("gemeente", "Een gemeente", (
    Field("naam", "name", "line", "De naam van de gemeente.", "Dorp", required=True, longest=80),
    Field("website", "website", "url", "Het adres van deze agenda.", "https://dorp.agenda.example.org", required=True, ical="URL"),
    Field("kleur", "colour", "colour", "De kleur van de gemeente. Daaruit worden alle andere kleuren berekend.", '"#00539f"'),
    Field("kleuren", "accents", "record", "Eigen kleuren in plaats van de berekende. Meestal niet nodig.", '{link: "#00539f"}', parts=ACCENTS),
    Field("kleuren-donker", "accents_dark", "record", "Hetzelfde voor een donker scherm.", '{kop: "#0d3863"}', parts=ACCENTS_DARK),
    Field("tekst", "intro", "line", "Eén of twee zinnen boven aan de voorpagina.", "Kom langs in Dorp.", longest=400),
    Field("talen", "languages", "slug", "In welke talen deze site er ook is, als dat meer is dan bij de organisatie.", "[en]", many=True, longest=12),
    Field("nieuwsbrief-aanmelden", "newsletter", "url", "Waar je je aanmeldt voor de nieuwsbrief van deze gemeente, in het mailprogramma van de bibliotheek.", "https://mail.example.org/aanmelden"),
    Field("provincie", "province", "line", "De provincie.", "Zuid-Holland", longest=40),
    Field("tijdzone", "zone", "zone", "De tijdzone, als die anders is dan die van de organisatie.", "America/Kralendijk", ical="DTSTART"),
    Field("schoolvakanties", "school_region", "choice", "De vakantieregio. Laat dit weg waar die er niet is.", "midden", choices=REGIONS, ical="EXDATE"),
    Field("beoordelaars", "reviewers", "account", "Wie meeleest met wat er voor deze gemeente wordt ingestuurd.", '["@example/agenda-dorp"]', many=True),
    Field("buren", "neighbours", "reference", "De gemeenten eromheen.", "[stad, stad]", many=True, vocabulary="gemeenten"),
))  # fmt: skip

PLACE = Table("locatie", "Een plek", (
    Field("naam", "name", "line", "Hoe de plek heet.", "Bibliotheek Dorp", required=True, longest=100, ical="LOCATION"),
    Field("soort", "kind", "reference", "Wat voor plek het is.", "vestiging", required=True, vocabulary="soorten-plek"),
    Field("gemeente", "municipality", "reference", "In welke gemeente de plek ligt.", "dorp", required=True, vocabulary="gemeenten"),
    Field("straat", "street", "line", "Straat en nummer.", "Markt 22", longest=100, ical="LOCATION"),
    Field("postcode", "postal_code", "line", "Postcode.", "3351 PB", longest=10, ical="LOCATION"),
    Field("plaats", "locality", "line", "De plaats.", "Dorp", required=True, longest=60, ical="LOCATION"),
    Field("punt", "point", "point", "Breedte en lengte op de kaart.", "[51.83, 4.69]", ical="GEO", label="Punt op de kaart"),
    Field("ruimtes", "rooms", "line", "De zalen.", "[Leeszaal, Atelier]", many=True, longest=80),
    Field("toegankelijkheid", "accessibility", "reference", "Wat er geregeld is.", "[rolstoel, lift]", many=True, vocabulary="toegankelijkheid", ical="DESCRIPTION"),
    Field("telefoon", "phone", "phone", "Telefoonnummer van de plek.", "078 123 45 67"),
    Field("website", "website", "url", "De website van de plek.", "https://www.example.org"),
    Field("openingstijden", "opening_hours", "texts", "Per dag wanneer de plek open is.", "{maandag: 10.00 - 17.00}", longest=80),
    Field("route", "route", "line", "Hoe je er komt.", "De ingang is aan het plein.", longest=300),
    Field("beschrijving", "description", "text", "Wat voor plek het is.", "De bibliotheek in het centrum.", longest=1_000),
))  # fmt: skip

PARTNER = Table("partner", "Een partner", (
    Field("naam", "name", "line", "De naam van de organisatie.", "Taalhuis", required=True, longest=100, ical="DESCRIPTION"),
    Field("soort", "kind", "reference", "Wat voor organisatie het is.", "taalhuis", required=True, vocabulary="soorten-partner"),
    Field("website", "website", "url", "De website.", "https://www.example.org"),
    Field("telefoon", "phone", "phone", "Telefoonnummer van de organisatie.", "078 123 45 67"),
    Field("mail", "mail", "mail", "Mailadres van de organisatie.", "info@example.org", label="Mailadres"),
    Field("gemeenten", "municipalities", "reference", "Waar de partner actief is.", "[dorp]", many=True, vocabulary="gemeenten"),
    Field("kernfunctie", "core_function", "reference", "De kernfunctie, als een activiteit die niet zelf noemt.", "ontwikkeling-en-educatie", vocabulary="kernfuncties"),
    Field("accounts", "accounts", "account", "De accounts waarmee de partner zelf iets instuurt.", '["@taalhuis-dorp"]', many=True),
    Field("eigen-map", "own_folders", "folder", "De map in een gemeente waarin de partner zelf mag beoordelen.", "dorp/taalhuis", many=True),
    Field("beschrijving", "description", "text", "Wat de partner doet.", "Helpt mensen met de Nederlandse taal.", longest=1_000),
))  # fmt: skip

PROJECT = Table("project", "Een project", (
    Field("naam", "name", "line", "De naam van het project.", "Taal in de wijk", required=True, longest=100),
    Field("doelgroep", "audience", "text", "Voor wie het is.", "Mensen die Nederlands leren.", longest=1_000),
    Field("effect", "effect", "text", "Wat de doelgroep eraan heeft.", "Zij praten vaker Nederlands.", longest=1_000),
    Field("doel", "purpose", "text", "Wat de bibliotheek ermee wil.", "Meer mensen doen mee.", longest=1_000),
    Field("resultaat", "result", "text", "Wat er klaar is aan het eind.", "In elke wijk een taalcafé.", longest=1_000),
    Field("onderwerpen", "topics", "line", "Mogelijke onderwerpen.", "[praten, lezen]", many=True, longest=120),
    Field("kernfunctie", "core_function", "reference", "De kernfunctie.", "ontwikkeling-en-educatie", vocabulary="kernfuncties"),
    Field("programmalijn", "programme_line", "reference", "De programmalijn.", "zelfredzaamheid", vocabulary="programmalijnen"),
))  # fmt: skip

TERM = Table("woord", "Een woord in een woordenlijst", (
    Field("naam", "name", "line", "Hoe het op de site staat.", "18 jaar en ouder", required=True, longest=100, ical="CATEGORIES"),
    Field("beschrijving", "description", "line", "Uitleg in één of twee zinnen.", "Voor volwassenen.", longest=400),
    Field("ook", "aliases", "line", "Andere manieren om het te schrijven.", "[18+, volwassenen]", many=True, longest=60),
    Field("kleur", "colour", "colour", "De kleur van het thema.", '"#00539f"'),
    Field("kernfunctie", "core_function", "reference", "De kernfunctie van deze programmalijn.", "ontwikkeling-en-educatie", vocabulary="kernfuncties"),
    Field("code", "code", "slug", "De code van de taal (ISO 639).", "nl", longest=8),
))  # fmt: skip

SCHOOL_HOLIDAY = Table("schoolvakantie", "Een schoolvakantie", (
    Field("naam", "name", "line", "De naam.", "Herfstvakantie", required=True, longest=60),
    Field("regio", "region", "choice", "De regio, of `alle`.", "midden", required=True, choices=(*REGIONS, "alle")),
    Field("van", "first", "date", "De eerste dag.", "17 oktober 2026", required=True),
    Field("tot", "last", "date", "De laatste dag.", "25 oktober 2026", required=True, label="Tot en met"),
    Field("schooljaar", "school_year", "line", "Het schooljaar.", "2026-2027", longest=20),
))  # fmt: skip

CLOSED_DAY = Table("sluitingsdag", "Een dag waarop de bibliotheek dicht is", (
    Field("naam", "name", "line", "De naam van de dag.", "Oudejaarsdag", required=True, longest=60),
    Field("datum", "day", "date", "De datum.", "31 december 2026", required=True),
))  # fmt: skip

PUBLIC_HOLIDAYS = Table("feestdagen", "Feestdagen", (
    Field("open", "open_names", "line", "Feestdagen waarop de bibliotheek gewoon open is.", "[Goede vrijdag]", many=True, longest=60),
    Field("dicht", "closed_days", "record", "Extra dagen waarop de bibliotheek dicht is.", "[{naam: Oudejaarsdag, datum: 31 december 2026}]", many=True, parts=CLOSED_DAY),
))  # fmt: skip

NEWSLETTER = Table("nieuwsbrief", "Een nieuwsbrief", (
    Field("gemeente", "municipality", "reference", "Voor welke gemeente. Of `regio`, voor alle gemeenten samen.", "dorp", required=True, vocabulary="gemeenten",
          synonyms=("gemeenten", "regio", "voor", "municipality")),
    Field("doelgroep", "audience", "reference", "Voor welke doelgroep, als de nieuwsbrief niet voor iedereen is.", "18-plus", vocabulary="doelgroepen", synonyms=("audience", "doelgroepen")),
    Field("van", "first", "date", "De eerste dag waar de nieuwsbrief over gaat.", "30 november 2026", required=True, synonyms=("vanaf", "begin", "from", "eerste-dag")),
    Field("tot", "last", "date", "De laatste dag waar de nieuwsbrief over gaat.", "6 december 2026", required=True, synonyms=("t/m", "tot-en-met", "einde", "until", "laatste-dag")),
    Field("peildatum", "as_of", "date", "De dag waarop je de nieuwsbrief verstuurt. Wat daarvoor is, komt er niet in. Zonder dit veld: de eerste dag.", "26 november 2026",
          synonyms=("verstuurd", "verzenddatum", "datum")),
    Field("onderwerp", "subject", "line", "De onderwerpregel van de mail.", "Deze week in Dorp: koffie en taal", required=True, longest=100, synonyms=("titel", "subject", "kop")),
    Field("voorproefje", "preheader", "line", "De zin die mensen in hun mailbox achter het onderwerp zien. Zonder dit veld: de eerste titels.", "Praat mee in het taalcafé, of kom koffie drinken.", longest=160,
          synonyms=("preheader", "preview", "voorbeeldtekst")),
    Field("intro", "intro", "markdown", "Een paar zinnen om mee te beginnen.", "Het wordt kouder. Kom je warmen in de bibliotheek.", longest=3_000, synonyms=("inleiding", "tekst", "introductie")),
    Field("uitgelicht", "highlights", "slug", "De kenmerken van activiteiten die bovenaan komen.", "[dorp-taalcafe]", many=True, longest=80, synonyms=("bovenaan", "highlights", "uitlichten")),
    Field("secties", "sections", "line", "De stukken van de nieuwsbrief, in volgorde. Eén doelgroep, thema of plek kan ook: `thema/taal`.", "[nieuw, doelgroep, elke-week, verplaatst, gaat-niet-door]", many=True, longest=90,
          synonyms=("sections", "onderdelen", "stukken")),
    Field("weglaten", "left_out", "slug", "De kenmerken van activiteiten die er niet in komen.", "[dorp-koffie]", many=True, longest=80, synonyms=("niet", "zonder", "overslaan")),
    Field("hoogstens", "most_in_section", "number", "Hoeveel activiteiten er in één stuk passen. De rest staat op de site. Zonder dit veld: 8.", "6", synonyms=("max", "maximum", "max-per-sectie", "hooguit")),
    Field("vorige", "previous", "slug", "De vorige nieuwsbrief. Daaruit blijkt wat nieuw is, en wat er is veranderd.", "dorp-2026-48", longest=80, synonyms=("previous", "vorig")),
    Field("vastgesteld", "settled", "yes-no", "`ja` als de nieuwsbrief verstuurd is. Hij verandert dan nooit meer. Dit vult `meedoen nieuwsbrief vastleggen` in.", "nee", synonyms=("settled", "definitief", "verstuurd-op", "klaar")),
))  # fmt: skip

TABLES = (ORGANISATION, MUNICIPALITY, PLACE, PARTNER, PROJECT, TERM, SCHOOL_HOLIDAY, PUBLIC_HOLIDAYS, NEWSLETTER)
