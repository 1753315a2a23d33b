"""A small network and activities for the tests, read by the real parser from what a contributor would type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from meedoen.agenda.agenda import Agenda, Window, select
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.occurrence import Occurrence, occurrences
from meedoen.agenda.revision import Revision
from meedoen.content.source import SourceFile
from meedoen.language.problems import Problem
from meedoen.notation.text.document import Document, parse_document
from meedoen.outputs.calendar.event import Events, Stamp
from meedoen.outputs.detail import page_path
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.activity import Activity, read_activity
from meedoen.programme.advice import Advice
from meedoen.programme.network import Network

TODAY = date(2026, 11, 24)
CHANGED = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REVISION = Revision(CHANGED, CHANGED)
ADDRESS = "https://papendrecht.agenda.example.org"
PATH = "content/activiteiten/papendrecht/taalcafe.md"
CORE_FUNCTIONS = (
    "kennis-en-informatie",
    "ontwikkeling-en-educatie",
    "lezen-en-literatuur",
    "ontmoeting-en-debat",
    "kunst-en-cultuur",
)

_SCHOOL = """vakanties:
  - {naam: Voorjaarsvakantie, regio: noord, van: 13 februari 2027, tot: 21 februari 2027}
  - {naam: Voorjaarsvakantie, regio: midden, van: 20 februari 2027, tot: 28 februari 2027}
  - {naam: Kerstvakantie, regio: alle, van: 19 december 2026, tot: 3 januari 2027}
"""
REFERENCE_FILES = {
    "organisatie": "naam: Bibliotheek\nwebsite: https://www.example.org\ndomein: agenda.example.org\n"
    "tijdzone: Europe/Amsterdam\norganisator: bibliotheek\nregio-naam: De Streek\nvoettekst: Dit is een voorbeeld.\n",
    "kalender/feestdagen": "open: [Goede vrijdag]\ndicht:\n  - {naam: Oudejaarsdag, datum: 31 december 2026}\n",
    "kalender/schoolvakanties": _SCHOOL,
    "gemeenten/bonaire": "naam: Bonaire\nwebsite: https://bonaire.agenda.example.org\n"
    "schoolvakanties: zuid\ntijdzone: America/Kralendijk\n",
    "gemeenten/papendrecht": f"naam: Papendrecht\nwebsite: {ADDRESS}\nschoolvakanties: midden\n",
    "gemeenten/sliedrecht": "naam: Sliedrecht\nwebsite: https://sliedrecht.agenda.example.org\n"
    "schoolvakanties: noord\n",
    "locaties/bibliotheek-bonaire": "naam: Bibliotheek Bonaire\nsoort: vestiging\n"
    "gemeente: bonaire\nplaats: Kralendijk\n",
    "locaties/bibliotheek-papendrecht": "naam: Bibliotheek Papendrecht\nsoort: vestiging\ngemeente: papendrecht\n"
    "straat: Markt 22\npostcode: 3351 PB\nplaats: Papendrecht\npunt: [51.83, 4.69]\nruimtes: [Leeszaal]\n",
    "locaties/bibliotheek-sliedrecht": "naam: Bibliotheek Sliedrecht\nsoort: vestiging\n"
    "gemeente: sliedrecht\nplaats: Sliedrecht\n",
    "locaties/wijkcentrum": "naam: Wijkcentrum\nsoort: vestiging\ngemeente: papendrecht\nplaats: Papendrecht\n",
    "partners/bibliotheek": "naam: Bibliotheek\nsoort: bibliotheek\nkernfunctie: lezen-en-literatuur\n",
    "partners/taalhuis": "naam: Taalhuis\nsoort: bibliotheek\n",
    "projecten/taal-in-de-wijk": "naam: Taal in de wijk\nkernfunctie: kunst-en-cultuur\n",
    "projecten/zonder": "naam: Zonder kernfunctie\n",
    "woordenlijsten/kernfuncties": "".join(
        f"{slug}: {{naam: {slug.replace('-', ' ').capitalize()}}}\n" for slug in CORE_FUNCTIONS
    ),
    "woordenlijsten/doelgroepen": "jeugd: {naam: Jeugd}\n18-plus: {naam: 18 jaar en ouder, ook: [18+, volwassenen]}\n",
    "woordenlijsten/programmalijnen": "ontmoeten: {naam: Elkaar ontmoeten, kernfunctie: ontmoeting-en-debat}\n"
    "leren: {naam: Leren}\n",
    "woordenlijsten/themas": "taal: {naam: Taal, beschrijving: Praten en lezen.}\ntechniek: {naam: Techniek}\n",
    "woordenlijsten/vaardigheden": "digitale-vaardigheden: {naam: Digitaal}\n",
    "woordenlijsten/sdg": '"4": {naam: Goed onderwijs}\n"10": {naam: Minder ongelijkheid}\n',
    "woordenlijsten/toegankelijkheid": "rolstoel: {naam: Met rolstoel}\nringleiding: {naam: Ringleiding}\n",
    "woordenlijsten/talen": "nederlands: {naam: Nederlands, code: nl}\narabisch: {naam: Arabisch, code: ar}\n",
    "woordenlijsten/soorten-plek": "vestiging: {naam: Vestiging}\n",
    "woordenlijsten/soorten-partner": "bibliotheek: {naam: Bibliotheek}\n",
    "woordenlijsten/moeilijke-woorden": "participeren: meedoen\nfaciliteren: helpen, mogelijk maken\n",
}
_DEFAULTS = (
    ("titel", "Taalcafé", ()),
    ("datum", "dinsdag 1 december 2026", ()),
    ("tijd", "10.00 - 11.30", ("hele-dag", "einddatum")),
    ("locatie", "bibliotheek-papendrecht", ("adres", "online")),
)


def source(path: str, text: str) -> SourceFile:
    """A file of the content folder."""
    return SourceFile(path, text.encode())


def reference_files(**changed: str | None) -> list[SourceFile]:
    """The files around the activities; `gemeenten__dorp="…"` adds or replaces one, None leaves it out."""
    texts = REFERENCE_FILES | {name.replace("__", "/").replace("_", "-"): text for name, text in changed.items()}
    return [source(f"content/{name}.yaml", text) for name, text in texts.items() if text is not None]


@cache
def network() -> Network:
    """Papendrecht (schools: midden), Sliedrecht (noord) and Bonaire (another time zone)."""
    found, problems = read_network(reference_files())
    assert problems == ()
    assert found is not None
    return found


def document(header: str, body: str = "", path: str = PATH) -> Document:
    """The file with these fields; title, date, time and place are filled in below them where the header has none."""
    given = {line.partition(":")[0] for line in header.split("\n")}
    lines = [header.rstrip("\n")] if header else []
    lines += [f"{key}: {value}" for key, value, instead in _DEFAULTS if not given & {key, *instead}]
    found = parse_document(path, "\n".join(["---", *lines, "---", body, ""]).encode())
    assert isinstance(found, Document), found
    return found


def read(
    header: str, body: str = "", path: str = PATH, *, today: date | None = None
) -> tuple[Activity | None, tuple[Problem, ...]]:
    """What the parser makes of these fields, completed as in `document`."""
    advice = Advice(network(), today) if today else None
    return read_activity(document(header, body, path), network(), advice=advice)


def rules(header: str, body: str = "", path: str = PATH, *, today: date | None = None) -> list[str]:
    """The names of the rules that these fields break, in the order of the lines."""
    return [problem.rule for problem in read(header, body, path, today=today)[1]]


def activity(header: str = "", body: str = "", path: str = PATH) -> Activity:
    """An activity without problems."""
    found, problems = read(header, body, path)
    assert problems == ()
    assert found is not None
    return found


def dates(header: str, path: str = PATH) -> tuple[Occurrence, ...]:
    """The occurrences of an activity without problems."""
    return occurrences(activity(header, path=path))


def agenda(*activities: Activity, site: str = "papendrecht", today: date = TODAY) -> Agenda:
    """What this site shows of these activities."""
    return select(activities, network().municipalities[site], network(), Window.around(today))


def events(each: Activity, revision: Revision = REVISION) -> Events:
    """The events of an activity."""
    return Events(
        each,
        occurrences(each),
        Stamp(domain="agenda.example.org", url=f"{ADDRESS}/{page_path(each)}", revision=revision),
    )


def ics(each: Activity) -> bytes:
    """The events of an activity as they stand in a feed."""
    return events(each).all


def site(shown: Agenda, *, preview: bool = False) -> SiteBuild:
    """The site of this agenda at its own address."""
    return SiteBuild(shown, shown.site.website, "https://agenda.example.org", events, preview=preview)
