"""The questions of `meedoen nieuw`: what is asked, and how an answer becomes fields of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from meedoen.language.problems import Fault, FilePosition, Problem, at
from meedoen.language.rules import is_fault
from meedoen.language.slug import slugify
from meedoen.language.suggestion import nearest_name
from meedoen.language.wording import quote
from meedoen.notation.fields.authoring import activity_text
from meedoen.notation.fields.rewriting import AFTERWARDS
from meedoen.notation.text.document import parse_document
from meedoen.programme.activity import Activity, read_activity
from meedoen.programme.location import REGION
from meedoen.programme.network import Network

Fields = dict[str, str]
# What is still missing halfway is not wrong yet.
_NOT_YET = frozenset({"ontbrekend-veld", "tijd-ontbreekt", "geen-plek", "herhaling-zonder-einde"})
# In an archive a warning is enough; in a new file it is a slip.
_WRONG_WHEN_NEW = frozenset({"datum-voorbij", "datum-ver-weg"})
_ALL_DAY = frozenset({"hele-dag", "de-hele-dag", "heledag"})
_ONLINE = frozenset({"online", "link-na-aanmelding"})
_ONCE = frozenset({"nee", "geen", "een-keer", "eenmalig", "1-keer", "n-v-t"})


@dataclass(frozen=True, slots=True)
class NewActivity:
    """The file so far: its folder (a municipality or `regio`) and its fields as answered."""

    folder: str = ""
    fields: Fields = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where the file would stand, for reading it back."""
        return f"content/activiteiten/{self.folder}/nieuw.md"

    @property
    def text(self) -> str:
        """The file as it would be written."""
        return activity_text(self.fields)


@dataclass(frozen=True, slots=True)
class DialogueQuestion:
    """One question. `name` is its option on the command line; an empty answer gives `default`."""

    name: str
    text: str
    help: str
    needed: bool = False
    default: str = ""
    read: Callable[[str, NewActivity, Network], Fields | Fault] | None = None
    choices: Callable[[NewActivity, Network], Mapping[str, str]] | None = None
    applies: Callable[[NewActivity], bool] = lambda draft: True


def municipalities(draft: NewActivity, network: Network) -> dict[str, str]:
    """The folders that a file can stand in, with the names that people see."""
    return {key: each.name for key, each in network.municipalities.items()} | {REGION: "voor de hele regio"}


def places(draft: NewActivity, network: Network) -> dict[str, str]:
    """The known places where this folder's activities can be."""
    return {key: each.name for key, each in network.places.items() if draft.folder in (REGION, each.municipality)}


def audiences(draft: NewActivity, network: Network) -> dict[str, str]:
    """The words for whom it is."""
    return {key: each.name for key, each in network.vocabularies.get("doelgroepen", {}).items()}


def chosen(answer: str, choices: Mapping[str, str]) -> str:
    """The key that a number in the list, a key or a name stands for; empty where there is none."""
    if answer.isascii() and answer.isdigit() and len(answer) < 4 and 1 <= int(answer) <= len(choices):
        return list(choices)[int(answer) - 1]
    wanted = slugify(answer)
    return next((key for key, name in choices.items() if wanted and wanted in (key, slugify(name))), "")


def _folder(answer: str, draft: NewActivity, network: Network) -> Fields | Fault:
    known = municipalities(draft, network)
    if key := chosen(answer, known):
        return {"": key}
    near = nearest_name(answer, known)
    hint = f"Bedoelde je: {known[near]}?" if near else "Typ het nummer of de naam uit de lijst."
    return Fault("onbekende-gemeente", f"De gemeente {quote(answer)} staat niet in de lijst.", hint)


def _times(answer: str, draft: NewActivity, network: Network) -> Fields | Fault:
    return {"hele-dag": "ja"} if slugify(answer) in _ALL_DAY else {"tijd": answer}


def _recurrence(answer: str, draft: NewActivity, network: Network) -> Fields | Fault:
    if slugify(answer) == "losse-data":
        hint = "Maak eerst de activiteit voor één dag. Zet de andere datums daarna in het bestand, bij: ook"
        return Fault("herhaling-onleesbaar", "Losse data kun je hier niet opgeven.", hint)
    return {} if slugify(answer) in _ONCE else {"herhaling": answer}


def _place(answer: str, draft: NewActivity, network: Network) -> Fields | Fault:
    known = places(draft, network)
    if key := chosen(answer, known):
        return {"locatie": key}
    if slugify(answer) in _ONLINE:
        return {"online": AFTERWARDS}
    if answer.startswith(("https://", "http://", "www.")):
        return {"online": answer}
    if "," in answer:
        return {"adres": answer}
    near = nearest_name(answer, known)
    meant = f"Bedoelde je: {known[near]}? " if near else ""
    hint = f"{meant}Staat de plek er niet bij? Typ dan naam, straat en plaats met komma's: Buurthuis, Dijk 12, Dorp"
    return Fault("onbekende-locatie", f"De plek {quote(answer)} staat niet in de lijst.", hint)


def _audience(answer: str, draft: NewActivity, network: Network) -> Fields | Fault:
    known = audiences(draft, network)
    words = [part.strip() for part in answer.split(",") if part.strip()]
    return {"doelgroep": ", ".join(chosen(word, known) or word for word in words)}


QUESTIONS = (
    DialogueQuestion(
        "gemeente", "In welke gemeente is het?", "Typ het nummer of de naam.", True, "", _folder, municipalities
    ),
    DialogueQuestion("titel", "Hoe heet de activiteit?", "Bijvoorbeeld: Taalcafé", True),
    DialogueQuestion("datum", "Wanneer is het (de eerste keer)?", "Bijvoorbeeld: 1 december 2026", True),
    DialogueQuestion(
        "tijd", "Hoe laat?", "Bijvoorbeeld: 10.00 - 11.30, of: vanaf 19.30 uur, of: hele dag", True, "", _times
    ),
    DialogueQuestion(
        "herhaling",
        "Komt het vaker terug?",
        "Bijvoorbeeld: elke dinsdag. Is het één keer? Druk op Enter.",
        read=_recurrence,
    ),
    DialogueQuestion(
        "tot",
        "Tot en met wanneer, of hoe vaak?",
        "Bijvoorbeeld: 29 juni 2027, of: 10 keer",
        True,
        applies=lambda draft: "herhaling" in draft.fields,
    ),
    DialogueQuestion(
        "plek",
        "Waar is het?",
        "Typ het nummer. Of een adres: Buurthuis, Dijk 12, Dorp. Of: online",
        True,
        read=_place,
        choices=places,
    ),
    DialogueQuestion(
        "doelgroep",
        "Voor wie is het?",
        "Typ een of meer nummers met een komma ertussen. Voor iedereen? Druk op Enter.",
        read=_audience,
        choices=audiences,
    ),
    DialogueQuestion("prijs", "Wat kost het?", "Bijvoorbeeld: 5 euro. Is het gratis? Druk op Enter.", default="gratis"),
    DialogueQuestion(
        "aanmelden",
        "Moet je je aanmelden?",
        "Typ: nodig, of de link om je aan te melden. Is het niet nodig? Druk op Enter.",
        default="niet nodig",
    ),
    DialogueQuestion(
        "samenvatting",
        "Vertel in één zin wat er te doen is.",
        "Bijvoorbeeld: Oefen Nederlands met een kop koffie.",
        True,
    ),
)


def answered(
    question: DialogueQuestion, answer: str, draft: NewActivity, network: Network, today: date
) -> NewActivity | Problem:
    """The draft with this answer in it; or the first thing that is wrong now, in the words of the checker."""
    found = question.read(answer, draft, network) if question.read else {question.name: answer}
    if isinstance(found, Fault):
        return at(FilePosition(draft.path), found)
    if question.name == "gemeente":
        return NewActivity(found[""], draft.fields)
    extended = NewActivity(draft.folder, draft.fields | found)
    return next(_wrong(extended, network, today), extended)


def activity_of(draft: NewActivity, network: Network, today: date) -> tuple[Activity | None, tuple[Problem, ...]]:
    """The draft read back as the checker reads a file, with everything that is wrong or could be better."""
    document = parse_document(draft.path, draft.text.encode())
    return (None, document) if isinstance(document, tuple) else read_activity(document, network, today=today)


def _wrong(draft: NewActivity, network: Network, today: date) -> Iterator[Problem]:
    if "herhaling" in draft.fields:  # with an end, so that the first date is held against the recurrence
        draft = NewActivity(draft.folder, {"tot": "2 keer", **draft.fields})
    for problem in activity_of(draft, network, today)[1]:
        if problem.rule not in _NOT_YET and (is_fault(problem.rule) or problem.rule in _WRONG_WHEN_NEW):
            yield problem
