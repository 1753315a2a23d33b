"""What to look at before a letter goes out: each point as it is, whether that is well, and what to do if not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from meedoen.language.wording import count, day, number, quote
from meedoen.newsletter.mail_context import LONGEST, SHORTEST, preheader
from meedoen.outputs.letter import Letter
from meedoen.outputs.site_build import SiteBuild
from meedoen.programme.mail_code import mail_code

LONGEST_SUBJECT = 60
MOST_ITEMS = 40
MOST_BYTES = 80_000
"""Gmail shows no more than about 102 kB of a letter, and programs that send make links longer."""
_HREF = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Check:
    """One point. `todo` is empty where all is well."""

    name: str
    state: str
    todo: str = ""

    @property
    def well(self) -> bool:
        """Whether nothing has to be done."""
        return not self.todo


def checks(build: SiteBuild, letter: Letter, html: str) -> tuple[Check, ...]:
    """Takes the build of a site, a letter and its HTML; gives all points for this letter; `html` is what goes out."""
    today = build.agenda.window.today
    size = len(html.encode())
    return (
        _subject(letter),
        _preheader(letter),
        Check("Grootte", f"{number(round(size / 1000))} kB", "" if size <= MOST_BYTES
              else "Gmail laat het einde niet zien. Neem minder activiteiten op."),
        _number(letter),
        _links(build, html),
        _passed(build, letter),
        Check("Laatste dag", day(letter.edition.last, weekday=True), "" if letter.edition.last >= today
              else "Alle dagen van deze brief zijn voorbij. Maak een nieuwe."),
        _pictures(letter),
        _code(letter),
        Check("Vastgelegd", "ja") if letter.edition.settled else Check(
            "Vastgelegd", "nee",
            f"Is de brief goed? Typ: meedoen nieuwsbrief vastleggen {letter.edition.slug}. Verstuur hem daarna.",
        ),
    )  # fmt: skip


def _subject(letter: Letter) -> Check:
    length = len(letter.edition.subject.strip())
    todo = ""
    if not length:
        todo = "Zet in het bestand een onderwerp. Noem iets uit de brief."
    elif length > LONGEST_SUBJECT:
        todo = f"Een telefoon laat het einde niet zien. Blijf onder de {LONGEST_SUBJECT} tekens."
    return Check("Onderwerp", count(length, "teken", "tekens"), todo)


def _preheader(letter: Letter) -> Check:
    own = " ".join(letter.edition.preheader.split())
    line = own or preheader(letter)
    seen = f"{count(len(line), 'teken', 'tekens')}{'' if own else ', vanzelf gemaakt'}"
    todo = ""
    if line == letter.edition.subject.strip():
        todo = "Dit is hetzelfde als het onderwerp. Zeg hier iets anders."
    elif len(line) < SHORTEST:
        todo = f"Maak het langer: minstens {SHORTEST} tekens. Anders zet het mailprogramma er iets achter."
    elif len(line) > LONGEST:
        todo = f"Maak het korter: hooguit {LONGEST} tekens."
    return Check("Voorproefje", seen, todo)


def _number(letter: Letter) -> Check:
    items = len(letter.items)
    todo = ""
    if not items:
        todo = "Er staat niets in. Kies andere dagen of andere rubrieken, of sla deze brief over."
    elif items > MOST_ITEMS:
        todo = f"Dat leest niemand uit. Blijf onder de {MOST_ITEMS}."
    return Check("Activiteiten", number(items), todo)


def _links(build: SiteBuild, html: str) -> Check:
    links = [unescape(each) for each in _HREF.findall(html)]
    # A preview has another address than what is published.
    good = ("https://", "mailto:", "tel:", *((f"{build.address}/", f"{build.region}/") if build.preview else ()))
    wrong = list(dict.fromkeys(each for each in links if not each.startswith(good)))
    todo = f"Deze begint niet met https://: {quote(wrong[0])}. Verander hem." if wrong else ""
    return Check("Links", number(len(links)), todo)


def _passed(build: SiteBuild, letter: Letter) -> Check:
    """Activities of which the last date has been; what the site no longer knows is not counted."""
    dates = {each.id: coming for each, coming in build.agenda.by_activity.items()}
    gone = [each.name for each in letter.items if each.id in dates and build.agenda.following(dates[each.id]) is None]
    todo = f"{quote(gone[0])} is al geweest. Haal het uit de brief: zet het kenmerk bij weglaten." if gone else ""
    return Check("Al geweest", number(len(gone)), todo)


def _pictures(letter: Letter) -> Check:
    shown = [(each.name, each.picture) for each in letter.items if each.picture]
    bare = [name for name, picture in shown if not picture.alt.strip()]
    todo = f"Bij het plaatje van {quote(bare[0])} staat niet wat erop staat. Vul dat aan." if bare else ""
    return Check("Plaatjes", f"{len(shown)}, zonder beschrijving: {len(bare)}", todo)


def _code(letter: Letter) -> Check:
    messages = [fault.message for text in _texts(letter) for fault in mail_code(text)]
    todo = (
        f"{messages[0]} Wij zetten het zo neer dat de lezer het gewoon ziet. Liever: haal het weg." if messages else ""
    )
    return Check("Tekst die op code lijkt", number(len(messages)), todo)


def _texts(letter: Letter) -> Iterator[str]:
    edition = letter.edition
    yield from (edition.subject, preheader(letter), letter.intro_text)
    for each in letter.items:
        yield from (each.name, each.summary, each.note)
