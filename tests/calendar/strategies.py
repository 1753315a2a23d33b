"""Activity files as anybody might write them: every kind of date, exception and change, any text that is allowed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import assume
from hypothesis import strategies as st
from tests.builders import REFERENCE_FILES, reference_files, source

from meedoen.agenda.network_reader import read_network
from meedoen.content.source import SourceFile
from meedoen.notation.text.characters import hidden
from meedoen.notation.text.document import Document, parse_document
from meedoen.notation.time.recurrence import Recurrence, first_on_or_after, parse_recurrence
from meedoen.programme.activity import Activity, read_activity
from meedoen.programme.network import Network
from meedoen.programme.schedule import Schedule

PHRASES = (
    "dagelijks", "elke dag", "elke 2 dagen", "elke werkdag", "elke week", "wekelijks", "elke dinsdag en donderdag",
    "elke zondag", "elke zaterdag en zondag", "elke 2 weken op maandag en vrijdag", "om de week op zondag",
    "om de donderdag", "elke 3 weken", "in even weken op dinsdag", "in oneven weken",
    "elke eerste zaterdag van de maand", "elke laatste vrijdag van de maand", "elke laatste zondag van de maand",
    "elke 2e en 4e woensdag", "elke 5e zondag van de maand", "maandelijks op de 15e", "maandelijks op de 1e en de 15e",
    "maandelijks op de 31e", "de laatste dag van de maand", "elke maand", "elke 2 maanden op de eerste maandag",
    "elk kwartaal", "jaarlijks", "elk jaar",
)  # fmt: skip
# The nights in which the clock is set.
CLOCK_CHANGES = (date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31))
SNIPPETS = (
    "a, b; c", "\\", "\\n", "\\,", "\\;", ";", ",", ":", '"', "'", "^n", "^'", "^^", "%0d%0a", "&amp;", "<b>", "=3D",
    "END:VEVENT", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🧑🏽‍🦽", "1️⃣", "é", "e\u0301", "שלום", "مرحبا، بك", "می‌خواهم", "日本語",
    "\U0001d4b3", "ß", "€", "https://www.example.org/a?b=c,d;e", "---", "#", "- ", "|", "> ", "*nadruk*", "[link](https://www.example.org)",
)  # fmt: skip
LETTERS = st.characters(categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\ufeff\ufffe\uffff").filter(
    lambda letter: not hidden(letter)
)
WORDS = st.sampled_from(SNIPPETS) | st.text(LETTERS, min_size=1, max_size=12)
DAYS = st.one_of(
    st.dates(date(2026, 9, 1), date(2028, 3, 31)),
    st.builds(lambda day, before: day - timedelta(before), st.sampled_from(CLOCK_CHANGES), st.integers(-1, 35)),
    st.just(date(2028, 2, 29)),
)
QUARTERS = st.integers(0, 95).map(lambda number: f"{number // 4}.{number % 4 * 15:02}")
NIGHTS = (
    "22.00 - 1.00", "23.45 - 5.45", "20.00 - 24.00", "0.00 - 24.00", "0.00 - 6.00", "0.30 - 3.30", "vanaf 23.30 uur",
    "vanaf 0.45 uur", "vanaf 1.30 uur",
)  # fmt: skip
TOWNS = {
    "papendrecht": ("bibliotheek-papendrecht", "wijkcentrum", "vreemde-naam"),
    "sliedrecht": ("bibliotheek-sliedrecht",),
    "bonaire": ("bibliotheek-bonaire",),
    "eiland": ("bibliotheek-eiland",),
    "regio": ("bibliotheek-papendrecht", "bibliotheek-bonaire", "vreemde-naam"),
}
STRANGE = 'Café \u2018De "Wiel"\u2019; zaal 2, boven: a^b \\ 50%'
LONG = "Buurthuis met een heel lange naam, die over meer dan vijfenzeventig octets gaat: \u2019s-Gravendeel"


@cache
def network() -> Network:
    """That of the builders, with places that have odd names and a municipality in a zone of its own."""
    more = reference_files(
        gemeenten__eiland="naam: Eiland\nwebsite: https://eiland.agenda.example.org\nschoolvakanties: zuid\n"
        "tijdzone: Europe/Lisbon\n",
        locaties__bibliotheek_eiland=f"naam: {yaml(LONG)}\nsoort: vestiging\ngemeente: eiland\nplaats: Eiland\n"
        "punt: [38.6666666, -9.2222222]\n",
        locaties__vreemde_naam=f"naam: {yaml(STRANGE)}\nsoort: vestiging\ngemeente: papendrecht\nplaats: Papendrecht\n"
        "punt: [51.8, 4.0]\ntoegankelijkheid: [rolstoel]\n",
    )
    found, problems = read_network(more)
    assert problems == ()
    assert found is not None
    assert len(more) == len(REFERENCE_FILES) + 3
    return found


def read(file: SourceFile) -> Activity | None:
    """The activity of this file; None when the checker refuses it."""
    document = parse_document(file.path, file.data)
    return read_activity(document, network())[0] if isinstance(document, Document) else None


@st.composite
def files(draw: st.DrawFn) -> SourceFile:
    """A file that the checker lets pass."""
    town = draw(st.sampled_from(tuple(TOWNS)))
    path = f"content/activiteiten/{town}/verhaal.md"
    header = [f"titel: {yaml(draw(lines(100)))}", *draw(moments()), *draw(whereabouts(town)), *draw(facts())]
    body = draw(bodies())
    planned = read(_file(path, header, body))
    assume(planned is not None)
    assert planned is not None
    file = _file(path, [*header, *draw(changes(planned.schedule, town))], body)
    assume(read(file) is not None)
    return file


def _file(path: str, header: list[str], body: str) -> SourceFile:
    return source(path, "\n".join(["---", *header, "---", body, ""]))


def yaml(text: str) -> str:
    """The text between quotes, whatever signs it has."""
    return "'" + text.replace("'", "''") + "'"


def typed(day: date) -> str:
    """The date as people may type it."""
    return f"{day.day}-{day.month}-{day.year}"


def lines(longest: int) -> st.SearchStrategy[str]:
    """One line of any text."""
    texts = st.lists(WORDS, min_size=1, max_size=8).map(" ".join) | st.lists(WORDS, min_size=1, max_size=4).map("".join)
    return texts.map(lambda text: text.strip()[:longest]).filter(lambda text: text.strip() != "" and not hidden(text))


def bodies() -> st.SearchStrategy[str]:
    """Nothing, some paragraphs, or a very long text."""
    paragraph = st.lists(WORDS, max_size=12).map(" ".join)
    some = st.lists(paragraph, max_size=4).map("\n\n".join)
    long = st.tuples(paragraph, st.integers(50, 300)).map(lambda pair: f"{pair[0]} en meer, veel meer; \n\n" * pair[1])
    return (some | some.map(lambda text: text.replace(" ", "\n")) | long).map(lambda text: text[:15_000])


@st.composite
def moments(draw: st.DrawFn) -> list[str]:
    """The fields that say when, changes apart."""
    kind = draw(st.sampled_from(("series", "series", "loose", "once")))
    start = draw(DAYS)
    days = draw(st.booleans())
    when = "hele-dag: ja" if days and draw(st.booleans()) else f"tijd: {draw(times())}"
    timed = when.startswith("tijd")
    if kind == "once":
        last = draw(st.integers(0, 9)) if days else 0
        return [f"datum: {typed(start)}", when, *([f"einddatum: {typed(start + timedelta(last))}"] if days else [])]
    if kind == "loose":
        return [f"datum: {typed(start)}", when, *draw(extra(start, timed)), "herhaling: losse data"]
    phrase = draw(st.sampled_from(PHRASES))
    rule = parse_recurrence(phrase)
    assert isinstance(rule, Recurrence)
    start = first_on_or_after(rule, start)
    end = draw(
        st.integers(1, 40).map(lambda n: f"{n} keer") | st.integers(0, 700).map(lambda n: typed(start + timedelta(n)))
    )
    out = draw(st.lists(st.integers(0, 300), max_size=3))
    spans = [f"{typed(start + timedelta(n))} t/m {typed(start + timedelta(n + n % 15))}" for n in out]
    words = draw(st.lists(st.sampled_from(["feestdagen", "schoolvakanties"]), unique=True))
    fields = [f"datum: {typed(start)}", when, f"herhaling: {phrase}", f"tot: {end}"]
    if spans or words:
        fields.append(f"behalve: [{', '.join(spans + words)}]")
    return [*fields, *draw(extra(start, timed))]


def times() -> st.SearchStrategy[str]:
    """Times of a day, early, late, over midnight, or without an end."""
    pairs = st.tuples(st.integers(0, 95), st.integers(1, 95)).map(lambda pair: (pair[0], min(pair[0] + pair[1], 96)))
    spans = pairs.map(lambda pair: " - ".join(f"{n // 4}.{n % 4 * 15:02}" for n in pair))
    return spans | QUARTERS.map(lambda text: f"vanaf {text} uur") | st.sampled_from(NIGHTS)


@st.composite
def extra(draw: st.DrawFn, start: date, timed: bool) -> list[str]:
    """Extra dates, some at a time of their own."""
    days = draw(st.lists(st.integers(-20, 200), max_size=3, unique=True))
    own = [draw(st.none() | times()) if timed else None for _ in days]
    rows = [
        f"  - {{datum: {typed(start + timedelta(n))}{f', tijd: {at}' if at else ''}}}"
        for n, at in zip(days, own, strict=True)
    ]
    return ["ook:", *rows] if rows else []


@st.composite
def whereabouts(draw: st.DrawFn, town: str) -> list[str]:
    """A place, an address, a room, online, or several of them."""
    place = st.sampled_from(TOWNS[town]).map(lambda slug: f"locatie: {slug}")
    address = st.tuples(lines(60), lines(60)).map(
        lambda pair: f"adres: {{naam: {yaml(pair[0])}, straat: {yaml(pair[1])}, plaats: Dorp}}"
    )
    online = st.sampled_from(["online: link na aanmelding", "online: https://www.example.org/mee?a=1,2;b=%20"])
    fields = draw(st.lists(st.sampled_from(["where", "online"]), min_size=1, unique=True))
    found = [draw(place | address)] if "where" in fields else []
    inside: bool = draw(st.booleans())
    if found and inside:
        found.append(f"ruimte: {yaml(draw(lines(60)))}")
    return [*found, *([draw(online)] if "online" in fields else [])]


@st.composite
def facts(draw: st.DrawFn) -> list[str]:
    """What else a calendar tells."""
    possible = {
        "samenvatting": lines(200).map(yaml),
        "doelgroep": st.sampled_from(["jeugd", "[jeugd, 18-plus]"]),
        "thema": st.sampled_from(["taal", "[taal, techniek]"]),
        "prijs": st.just("gratis") | st.just("{leden: 5, niet-leden: '7,50'}"),
        "aanmelden": st.sampled_from(["nodig", "handig", "{status: vol}", "{mail: info@example.org, plaatsen: 12}"]),
        "toegankelijkheid": st.just("[rolstoel, ringleiding]"),
        "taal": st.just("[Nederlands, Arabisch]"),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(possible)), max_size=4, unique=True))
    found = [f"{key}: {draw(possible[key])}" for key in chosen]
    status = draw(st.sampled_from(["", "", "", "", "afgelast", "uitgesteld"]))
    return [*found, *([f"status: {status}", f"reden: {yaml(draw(lines(100)))}"] if status else [])]


@st.composite
def changes(draw: st.DrawFn, schedule: Schedule, town: str) -> list[str]:
    """What is different on some of the dates."""
    chosen = draw(st.lists(st.sampled_from(schedule.days), max_size=5, unique=True))
    rows = [f"  - {{datum: {typed(day)}, {', '.join(draw(change(schedule, day, town)))}}}" for day in chosen]
    return ["wijzigingen:", *rows] if rows else []


@st.composite
def change(draw: st.DrawFn, schedule: Schedule, day: date, town: str) -> list[str]:
    """One change: off, moved within its neighbours or past them, full, elsewhere, online, under another title."""
    status = draw(st.sampled_from(["", "", "", "gepland", "afgelast", "uitgesteld", "verplaatst", "vol", "online"]))
    fields = [f"status: {status}"] if status else []
    reason = f"reden: {yaml(draw(lines(100)))}"
    if status in ("afgelast", "uitgesteld"):
        return [*fields, reason]
    possible = {
        "naar": (st.sampled_from(schedule.days) | st.integers(-12, 30).map(lambda n: day + timedelta(n))).map(typed),
        "tijd": times(),
        "locatie": st.sampled_from(TOWNS[town]),
        "ruimte": lines(60).map(yaml),
        "titel": lines(100).map(yaml),
        "reden": lines(100).map(yaml),
    }
    keys = draw(st.lists(st.sampled_from(sorted(possible)), min_size=1, max_size=3, unique=True))
    if status == "online":
        fields.append("online: " + draw(st.sampled_from(["link na aanmelding", "https://www.example.org/mee"])))
    return [*fields, *(f"{key}: {draw(possible[key])}" for key in keys)]
