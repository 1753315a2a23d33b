"""The table of what can happen to a subscriber, most serious first: how serious, and in which words it is said."""

from __future__ import annotations

from dataclasses import dataclass

FAULT, WARNING, NOTICE = "fout", "waarschuwing", "bericht"


@dataclass(frozen=True, slots=True)
class Kind:
    """How serious (`fout`, `waarschuwing`, `bericht`), the heading above all of this kind, and the sentences.

    The words between braces are filled in by who finds it. `loss`: somebody may want it, and allow it by `--mag-weg`.
    """

    level: str
    title: str
    message: str
    hint: str = ""
    loss: bool = False


_LOSES_FEED = "Wie zich daarop heeft geabonneerd, krijgt een foutmelding."
_OURS = "Dit is een fout in het programma. Meld het, en zet deze versie nog niet online."
_HISTORY = (
    "Is de geschiedenis van Git er helemaal? In een workflow hoort bij het ophalen: fetch-depth: 0. Is de geschiedenis "
    "opnieuw begonnen? Verhoog dan “volgnummer” in content/organisatie.yaml."
)
_RAISE = (
    "Is het programma vernieuwd, of een plek of een vakantie veranderd? Verhoog dan “volgnummer” in "
    "content/organisatie.yaml met 1. Anders is het een fout in het programma: meld het."
)

KINDS: dict[str, Kind] = {
    "alles-weg": Kind(
        FAULT, "er is geen agenda meer", "Er is geen enkele agenda meer. Iedereen raakt alles kwijt.",
        "Zet deze versie niet online. Kijk of de sites wel gemaakt zijn.",
    ),
    "site-weg": Kind(
        FAULT, "een site zonder agenda's", "De site {allow} heeft geen agenda's meer: {count}. " + _LOSES_FEED,
        "Is de gemeente overgeslagen? Maak dan alle sites.", loss=True,
    ),
    "onleesbaar": Kind(
        FAULT, "een agenda die niemand kan lezen",
        "{allow} kan niemand lezen: {why}. Wie zich heeft geabonneerd, ziet niets meer.",
        "Zet deze versie niet online. Maak de sites opnieuw.",
    ),
    "activiteit-onleesbaar": Kind(
        FAULT, "een activiteit die niemand kan lezen", "{name} heeft {why}. Agenda-programma's kunnen er niets mee.",
        _OURS,
    ),
    "agenda-weg": Kind(
        FAULT, "een agenda die er niet meer is", "Het adres {allow} is er niet meer. " + _LOSES_FEED,
        "Een adres blijft voor altijd, ook als er niets meer in staat. Zet het woord of de plek terug, of zet de oude "
        "naam bij “ook”.", loss=True,
    ),
    "activiteit-adres-weg": Kind(
        FAULT, "het adres van een activiteit is er niet meer", "Het adres {allow} is er niet meer. " + _LOSES_FEED,
        "Heeft het bestand een andere naam, of staat het in een andere map? Zet het oude kenmerk erbij, achter “id”.",
        loss=True,
    ),
    "agenda-leeg": Kind(
        FAULT, "een agenda die leeg is geworden",
        "{path} is leeg geworden. Eerst stonden er {count} in die nog komen, en die elders nog wel staan. Wie zich op "
        "deze agenda heeft geabonneerd, mist ze.",
        "Is een woord of een plek hernoemd? Zet de oude naam bij “ook”.", loss=True,
    ),
    "domein-veranderd": Kind(
        FAULT, "het domein is veranderd",
        "Het domein in elk kenmerk is veranderd: eerst {old}; nu {new}. Abonnees zien {count} verdwijnen en dubbel "
        "terugkomen.",
        "Zet in content/organisatie.yaml: domein: {back}",
    ),
    "kenmerk-veranderd": Kind(
        FAULT, "een activiteit met een ander kenmerk",
        "{name} ({when}) heeft een ander kenmerk: eerst {old}; nu {new}. Wie de activiteit in zijn agenda heeft, ziet "
        "haar dubbel of raakt haar kwijt.",
        "Zet in {where}: “{back}”.", loss=True,
    ),
    "verdwenen": Kind(
        FAULT, "een activiteit die nog komt, en weg is",
        "{name} staat nergens meer in, en was nog te komen: {when}. Abonnees zien het zonder uitleg verdwijnen.",
        "{how} Gaat het niet door? Schrijf er dan in: status: afgelast, en een reden.", loss=True,
    ),
    "datum-verdwenen": Kind(
        FAULT, "een datum die nog komt, en weg is",
        "{name} staat er niet meer in op {when}. Abonnees zien het zonder uitleg verdwijnen.",
        "Gaat het die dag niet door? Zet de dag terug, en zet bij “wijzigingen”: datum: {day}, status: afgelast, en "
        "een reden.", loss=True,
    ),
    "uit-elke-agenda": Kind(
        FAULT, "een activiteit die in geen enkele agenda meer staat",
        "{name} staat in geen enkele agenda meer waarop je je kunt abonneren, en is nog te komen: {when}.",
        "Kijk de plek, de gemeente en de datum na.", loss=True,
    ),
    "loopt-uiteen": Kind(
        FAULT, "een activiteit die niet in elke agenda hetzelfde is", "{name} is in {path} anders dan in {main}.",
        "Maak alle sites opnieuw. Blijft het zo? Dan is het een fout in het programma: meld het.",
    ),
    "dubbel": Kind(
        FAULT, "een activiteit die er twee keer in staat",
        "{name} staat twee keer met hetzelfde kenmerk in {path}. Veel agenda-programma's tonen er dan maar één.", _OURS,
    ),
    "tijdzone-ontbreekt": Kind(
        FAULT, "tijden zonder tijdzone",
        "In {path} staan tijden in {zone}, maar de regels van die tijdzone staan er niet bij. Bij sommige mensen is "
        "het dan een uur of meer te vroeg of te laat.", _OURS,
    ),
    "volgnummer-terug": Kind(
        FAULT, "een volgnummer dat omlaag ging",
        "Bij {name} ging het volgnummer (SEQUENCE) omlaag: eerst {old}; nu {new}. Agenda-programma's houden dan vast "
        "aan wat ze hebben.", _HISTORY,
    ),
    "volgnummer-gelijk": Kind(
        FAULT, "een wijziging zonder nieuw volgnummer",
        "{name} heeft een andere tijd, herhaling, plek of status, maar het volgnummer (SEQUENCE) bleef {old}. Sommige "
        "agenda-programma's laten de wijziging dan niet zien.", _RAISE,
    ),
    "stempel-terug": Kind(
        FAULT, "een tijdstempel dat terugging",
        "Bij {name} ging het tijdstempel ({property}) terug: eerst {old}; nu {new}.", _HISTORY,
    ),
    "stempel-gelijk": Kind(
        FAULT, "een wijziging zonder nieuw tijdstempel",
        "{name} is veranderd, maar het tijdstempel (LAST-MODIFIED) bleef {old}. Google laat de wijziging dan misschien "
        "niet zien.", _RAISE,
    ),
    "tekst-zonder-stempel": Kind(
        FAULT, "een andere tekst zonder nieuw tijdstempel",
        "{name} heeft een andere tekst, maar het tijdstempel (LAST-MODIFIED) bleef {old}. Google laat de nieuwe tekst "
        "dan misschien niet zien.", _RAISE,
    ),
    "oude-onleesbaar": Kind(
        WARNING, "een oude agenda die niet te lezen is",
        "De oude {path} is niet te lezen: {why}. Deze agenda is niet vergeleken.",
    ),
    "activiteit-niet-vergeleken": Kind(
        WARNING, "een activiteit die niet vergeleken is",
        "De oude versie van {name} heeft {why}. De datums zijn niet vergeleken.",
    ),
    "agenda-bijna-leeg": Kind(
        WARNING, "een kleine agenda die leeg is geworden",
        "{path} is leeg geworden. Eerst stond er {count} in die nog komt, en die elders nog wel staat.",
        "Is een woord of een plek hernoemd? Zet de oude naam bij “ook”.", loss=True,
    ),
    "afgelast-weg": Kind(
        WARNING, "afgelast, en nu al weg",
        "{name} ging niet door op {when}, en staat er nu niet meer in. Wie zijn agenda nog niet heeft ververst, ziet "
        "niet waarom.",
        "Laat het bestand en de wijziging staan, tot de dag voorbij is.", loss=True,
    ),
    "stempel-zonder-wijziging": Kind(
        WARNING, "een nieuw tijdstempel zonder wijziging",
        "{name} is niet veranderd, maar {property} wel. Elke agenda haalt het dan voor niets opnieuw op.",
        "Alleen een echte wijziging geeft een nieuw tijdstempel. Meld het als je dit vaker ziet.",
    ),
    "teksten-zonder-stempel": Kind(
        WARNING, "veel andere teksten tegelijk",
        "De tekst is anders bij {count}, zonder nieuw tijdstempel. Google laat de oude tekst dan misschien staan.",
        "Is het programma vernieuwd, of een woordenlijst, een plek of een adres veranderd? Dan klopt dit.",
    ),
    "mag-weg-onnodig": Kind(
        WARNING, "mag weg, maar is niet weg",
        "Met --mag-weg {allow} is niets overgeslagen: er is niets weg dat zo heet.",
    ),
    "mag-weg": Kind(NOTICE, "weg, en dat mag", "{message}"),
    "afgelast": Kind(NOTICE, "gaat niet door", "{name} gaat niet door op {when}."),
    "gaat-toch-door": Kind(NOTICE, "gaat toch door", "{name} gaat toch door op {when}."),
    "verplaatst": Kind(NOTICE, "op een andere dag", "{name} is verplaatst: eerst {old}; nu {new}."),
    "tijd": Kind(NOTICE, "een andere tijd", "{name} heeft een andere tijd op {when}: eerst {old}; nu {new}."),
    "plek": Kind(NOTICE, "een andere plek", "{name} is op een andere plek op {when}: eerst {old}; nu {new}."),
    "titel": Kind(NOTICE, "een andere titel", "{old} heet nu {new} op {when}."),
    "tekst": Kind(NOTICE, "een andere tekst", "{name} heeft een andere tekst: eerst {old}; nu {new}."),
    "link": Kind(NOTICE, "een andere pagina", "{name} heeft een andere pagina: eerst {old}; nu {new}."),
    "nieuw": Kind(NOTICE, "nieuw", "{name}: {when}."),
    "datum-erbij": Kind(NOTICE, "een datum erbij", "{name} is er ook op {when}."),
    "uit-agenda": Kind(NOTICE, "niet meer in een agenda", "{name} staat niet meer in {where}."),
    "in-agenda": Kind(NOTICE, "nu ook in een agenda", "{name} staat nu ook in {where}."),
    "agenda-nieuw": Kind(NOTICE, "een nieuwe agenda", "{path} is nieuw."),
    "agenda-naam": Kind(NOTICE, "een andere naam in de lijst met agenda's", "{path} heet nu {new}, en eerst {old}."),
}  # fmt: skip
