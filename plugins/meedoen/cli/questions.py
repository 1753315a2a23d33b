"""The questions of `meedoen nieuw`: what is asked, and how an answer becomes fields of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
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
from meedoen.programme.advice import Advice
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
    _: KW_ONLY
    text: str
    help: str
    needed: bool = False
    default: str = ""
    read: Callable[[str, NewActivity, Network], Fields | Fault] | None = None
    choices: Callable[[NewActivity, Network], Mapping[str, str]] | None = None
    applies: Callable[[NewActivity], bool] = lambda draft: True


def municipalities(draft: NewActivity, network: Network) -> dict[str, str]:
    """Takes the network; gives the folders that a file can stand in, with the names that people see."""
    return {key: each.name for key, each in network.municipalities.items()} | {REGION: "voor de hele regio"}


def places(draft: NewActivity, network: Network) -> dict[str, str]:
    """Takes the activity so far; gives the known places where activities of its folder can be."""
    return {key: each.name for key, each in network.places.items() if draft.folder in (REGION, each.municipality)}


def audiences(draft: NewActivity, network: Network) -> dict[str, str]:
    """Takes the network; gives the words for whom it is."""
    return {key: each.name for key, each in network.vocabularies.get("doelgroepen", {}).items()}


def chosen(answer: str, choices: Mapping[str, str]) -> str:
    """Takes an answer: a number in the list, a key or a name; gives the key it stands for, empty if none."""
    if answer.isascii() and answer.isdigit() and len(answer) < 4 and 1 <= int(answer) <= len(choices):
        return list(choices)[int(answer) - 1]
    slug = slugify(answer)
    return next((key for key, name in choices.items() if slug and slug in (key, slugify(name))), "")


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
        "gemeente",
        text="In welke gemeente is het?",
        help="Typ het nummer of de naam.",
        needed=True,
        default="",
        read=_folder,
        choices=municipalities,
    ),
    DialogueQuestion("titel", text="Hoe heet de activiteit?", help="Bijvoorbeeld: Taalcafé", needed=True),
    DialogueQuestion(
        "datum", text="Wanneer is het (de eerste keer)?", help="Bijvoorbeeld: 1 december 2026", needed=True
    ),
    DialogueQuestion(
        "tijd",
        text="Hoe laat?",
        help="Bijvoorbeeld: 10.00 - 11.30, of: vanaf 19.30 uur, of: hele dag",
        needed=True,
        default="",
        read=_times,
    ),
    DialogueQuestion(
        "herhaling",
        text="Komt het vaker terug?",
        help="Bijvoorbeeld: elke dinsdag. Is het één keer? Druk op Enter.",
        read=_recurrence,
    ),
    DialogueQuestion(
        "tot",
        text="Tot en met wanneer, of hoe vaak?",
        help="Bijvoorbeeld: 29 juni 2027, of: 10 keer",
        needed=True,
        applies=lambda draft: "herhaling" in draft.fields,
    ),
    DialogueQuestion(
        "plek",
        text="Waar is het?",
        help="Typ het nummer. Of een adres: Buurthuis, Dijk 12, Dorp. Of: online",
        needed=True,
        read=_place,
        choices=places,
    ),
    DialogueQuestion(
        "doelgroep",
        text="Voor wie is het?",
        help="Typ een of meer nummers met een komma ertussen. Voor iedereen? Druk op Enter.",
        read=_audience,
        choices=audiences,
    ),
    DialogueQuestion(
        "prijs", text="Wat kost het?", help="Bijvoorbeeld: 5 euro. Is het gratis? Druk op Enter.", default="gratis"
    ),
    DialogueQuestion(
        "aanmelden",
        text="Moet je je aanmelden?",
        help="Typ: nodig, of de link om je aan te melden. Is het niet nodig? Druk op Enter.",
        default="niet nodig",
    ),
    DialogueQuestion(
        "samenvatting",
        text="Vertel in één zin wat er te doen is.",
        help="Bijvoorbeeld: Oefen Nederlands met een kop koffie.",
        needed=True,
    ),
)


def answer_question(
    question: DialogueQuestion, answer: str, draft: NewActivity, network: Network, today: date
) -> NewActivity | Problem:
    """Takes a question and an answer; gives the activity with this answer, or the first thing that is wrong now.

    What is wrong is in the words of the checker.
    """
    fields = question.read(answer, draft, network) if question.read else {question.name: answer}
    if isinstance(fields, Fault):
        return at(FilePosition(draft.path), fields)
    if question.name == "gemeente":
        return NewActivity(fields[""], draft.fields)
    extended = NewActivity(draft.folder, draft.fields | fields)
    return next(_wrong(extended, network, today), extended)


def activity_of(draft: NewActivity, network: Network, today: date) -> tuple[Activity | None, tuple[Problem, ...]]:
    """Takes the activity so far; gives it as the checker reads a file, and all that is wrong or could be better."""
    document = parse_document(draft.path, draft.text.encode())
    return (
        (None, document)
        if isinstance(document, tuple)
        else read_activity(document, network, advice=Advice(network, today))
    )


def _wrong(draft: NewActivity, network: Network, today: date) -> Iterator[Problem]:
    if "herhaling" in draft.fields:  # with an end, so that the first date is held against the recurrence
        draft = NewActivity(draft.folder, {"tot": "2 keer", **draft.fields})
    for problem in activity_of(draft, network, today)[1]:
        if problem.rule not in _NOT_YET and (is_fault(problem.rule) or problem.rule in _WRONG_WHEN_NEW):
            yield problem
