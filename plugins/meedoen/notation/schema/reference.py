"""What people read about the fields, made from the tables: docs/velden.md and the example file that partners copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from meedoen.language.wording import list_of
from meedoen.notation.schema import content_tables
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field, Table
from meedoen.notation.text.quoting import as_value

MADE = "<!-- Gemaakt met `meedoen documentatie`. Verander de tabel in plugins/meedoen/notation/schema/, niet dit bestand. -->"
_INTRODUCTION = """Een activiteit is een bestand met bovenaan een kop: een regel per veld. Onder de kop staat de tekst.
Altijd nodig zijn `titel` en `datum`. Ook nodig: `tijd` (of `hele-dag: ja`), en een plek: `locatie`, `adres` of `online`.
De rest vul je in als het past.

Een lijst mag je zo schrijven: `[taal, natuur]`. Of onder elkaar, met een streepje. Of als één woord.
Staat er een dubbele punt met een spatie in je tekst? Zet de tekst dan tussen rechte aanhalingstekens."""
_FILES: tuple[tuple[Table, str], ...] = (
    (content_tables.ORGANISATION, "`content/organisatie.yaml`: van wie dit platform is."),
    (content_tables.MUNICIPALITY, "`content/gemeenten/<naam>.yaml`: één bestand voor elke gemeente. Elke gemeente heeft een eigen site."),
    (content_tables.PLACE, "`content/locaties/<naam>.yaml`: één bestand voor elke plek."),
    (content_tables.PARTNER, "`content/partners/<naam>.yaml`: één bestand voor elke organisatie."),
    (content_tables.PROJECT, "`content/projecten/<naam>.yaml`: één bestand voor elk project."),
    (content_tables.TERM, "`content/woordenlijsten/<lijst>.yaml`: per kenmerk een woord, met deze velden eronder."),
    (content_tables.SCHOOL_HOLIDAY, "`content/kalender/schoolvakanties.yaml`: een lijst met vakanties, elk met deze velden."),
    (content_tables.PUBLIC_HOLIDAYS, "`content/kalender/feestdagen.yaml`: welke feestdagen meetellen."),
    (content_tables.NEWSLETTER, "`content/nieuwsbrieven/<naam>.yaml`: één bestand voor elke nieuwsbrief."),
)  # fmt: skip
_FILLED = frozenset({"titel", "samenvatting", "datum", "tijd", "locatie", "prijs", "aanmelden"})
_EXAMPLE_TOP = """## Dit is een voorbeeld om te kopiëren. Zet de kopie in de map van je gemeente.
## Geef de kopie een eigen naam zonder _ ervoor, bijvoorbeeld: taalcafe.md
## Regels met een # ervoor tellen niet mee. Wil je zo'n veld gebruiken? Haal dan de # en de spatie weg."""
_EXAMPLE_BODY = """Vertel hier wat er te doen is. Schrijf korte zinnen en gewone woorden.

Wat gaan mensen doen? Wat nemen ze mee? Wie kan meedoen?
"""


def fields_page() -> str:
    """The text of docs/velden.md: every field of every kind of file."""
    parts = ["# Alle velden", MADE, _INTRODUCTION, "## De activiteit"]
    for group, rows in groupby(ACTIVITY, key=lambda row: row.group):
        parts += _section(f"### {group}", list(rows))
    parts += [
        "## De andere bestanden",
        "Deze bestanden maakt de bibliotheek. Ze eindigen op `.yaml` en hebben geen streepjes boven en onder.",
    ]
    for table, where in _FILES:
        parts += _section(f"### {table.title}", table.fields, where)
    return "\n\n".join(parts) + "\n"


def example_file(known: Mapping[str, Sequence[str]]) -> str:
    """Takes names of this organisation; gives the text of content/activiteiten/_voorbeeld.md: what is needed filled in,
    everything else ready to be used.

    `known` has, per list of `content/`, names of this organisation to use as examples; the best one first.
    """
    lines = ["---", _EXAMPLE_TOP]
    for group, rows in groupby(ACTIVITY, key=lambda row: row.group):
        lines += ["", f"## {group.upper()}"]
        for row in rows:
            if row.kind != "markdown":
                lines += [
                    f"## {_unmarked(row.explanation)}",
                    f"{'' if row.key in _FILLED else '# '}{_typed(row, known.get(row.vocabulary, ()))}",
                ]
    return "\n".join([*lines, "---", _EXAMPLE_BODY])


def _section(heading: str, rows: Iterable[Field], lead: str = "") -> Iterator[str]:
    rows = list(rows)
    yield heading
    if lead:
        yield lead
    yield _grid(rows)
    for row in rows:
        if row.parts is not None:
            yield f"**In `{row.key}`**"
            yield _grid(row.parts.fields)


def _grid(rows: Iterable[Field]) -> str:
    lines = ["| Veld | Wat vul je in? | Voorbeeld |", "| --- | --- | --- |"]
    lines += [f"| `{row.key}` | {_notes(row)} | `{_typed(row)}` |" for row in rows]
    return "\n".join(lines)


def _notes(row: Field) -> str:
    notes = ["**Altijd nodig.**"] if row.required else []
    notes.append(row.explanation)
    if row.choices:
        notes.append(f"Kies uit: {list_of([f'`{choice}`' for choice in row.choices], 'of')}.")
    if row.vocabulary and f"content/{row.vocabulary}" not in row.explanation:
        notes.append(f"De lijst staat in `content/{_source(row.vocabulary)}`.")
    if row.longest and not row.many:
        notes.append(f"Hooguit {row.longest:,} tekens.".replace(",", "."))
    if row.many:
        notes.append("Meer dan één mag.")
    if row.per_date:
        notes.append("Kan op één datum anders zijn, zie `wijzigingen`.")
    return " ".join(notes)


def _source(vocabulary: str) -> str:
    return (
        f"{vocabulary}/"
        if vocabulary in {"locaties", "partners", "gemeenten", "projecten"}
        else f"woordenlijsten/{vocabulary}.yaml"
    )


def _typed(row: Field, known: Sequence[str] = ()) -> str:
    if known and row.kind == "reference":
        wanted = known[: row.example.count(",") + 1]
        return f"{row.key}: [{', '.join(wanted)}]" if row.many else f"{row.key}: {known[0]}"
    return f"{row.key}: {as_value(row.example)}"


def _unmarked(text: str) -> str:
    return text.replace("`", "")
