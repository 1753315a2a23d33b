"""What a proposal does with one activity file: a heading, and below it what a reviewer must see."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from meedoen.agenda.agenda import Window
from meedoen.language.problems import FilePosition
from meedoen.notation.text.document import Document
from meedoen.notation.text.tree import Scalar
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.review.card import card, dates_of, text_of
from meedoen.review.field_comparison import FieldDifference, differences
from meedoen.review.proposal import FileChange, Proposal
from meedoen.review.safe_markdown import code, folded, link, table, words
from meedoen.review.sites import seen_at
from meedoen.review.trouble import Edit

_LONGEST = 400
_MOST_WORDS = 2_000
_NOTHING = "*niets*"


def alteration(change: FileChange, proposal: Proposal, window: Window, edit: Edit) -> list[str]:
    """Takes the change of a file, the proposal, the window and the editor's addresses.

    Gives the lines about the file.
    """
    return [*_head(change, proposal, edit), "", *_body(change, proposal.network, window)]


def weighs(change: FileChange) -> bool:
    """Takes a change.

    Gives whether it harms a subscriber: who comes at the wrong moment, to the wrong place or for nothing.
    """
    if change.before is None or change.before.hidden:
        return False
    return change.after is None or any(each.weighs for each in differences(change.before, change.after))


def is_seen_twice(change: FileChange) -> bool:
    """Takes a change; gives whether a subscriber gets it a second time: by another id it is another activity."""
    before, after = change.before, change.after
    return bool(before and after and not before.hidden and before.id != after.id)


def _head(change: FileChange, proposal: Proposal, edit: Edit) -> Iterator[str]:
    known = change.after or change.before
    called = known.name if known else _title(proposal.documents.get(change.path))
    name = words(called, _LONGEST) or code(change.path.rpartition("/")[2])
    if change.gone:
        yield f"### 🗑️ Weg: {name}"
    elif change.after is None:
        yield f"### ❌ Kan nog niet: {name}"
    elif change.before is None:
        yield f"### 🆕 Nieuw: {name}"
    else:
        yield f"### ✏️ Gewijzigd: {name}"
    yield ""
    address = "" if change.gone else edit(FilePosition(change.path))
    yield code(change.path) + (f" · {link('bewerk dit bestand', address)}" if address else "")
    if change.old_path:
        yield ""
        yield f"Dit bestand heette eerst {code(change.old_path)}."


def _title(document: Document | None) -> str:
    """What a file with a fault calls its activity."""
    entries = document.fields.entries if document else ()
    return next((node.text for key, node in entries if key.text == "titel" and isinstance(node, Scalar)), "")


def _body(change: FileChange, network: Network, window: Window) -> Iterator[str]:
    before, after = change.before, change.after
    if after is None:
        yield from _taken_away(change, before)
    elif before is None:
        yield from (*card(after, window), *text_of(after), "", *dates_of(after), "", *seen_at(after, network, window))
    else:
        yield from _altered(before, after)
        whole = [*card(after, window), *text_of(after), "", *dates_of(after), "", *seen_at(after, network, window)]
        yield from ("", *folded("Zo komt het op de site", whole))


def _taken_away(change: FileChange, before: Activity | None) -> Iterator[str]:
    if not change.gone:
        yield "Er zit een fout in dit bestand. Daarom komt het niet op de site. In de tabel staat wat je kunt doen."
    if before is None:
        if change.gone:
            yield "Dit bestand stond niet op de site: er zat een fout in."
        return
    whose = words(before.organizer.name)
    yield f"⚠️ Deze activiteit van {whose} staat nu op de site. Met dit voorstel verdwijnt ze daar."
    if change.gone:
        yield ""
        yield "Gaat het niet door? Laat het bestand dan staan, met `status: afgelast` en de reden. Dat zien bezoekers."
    yield from ("", *dates_of(before))


def _altered(before: Activity, after: Activity) -> Iterator[str]:
    fields = differences(before, after)
    if not fields:
        yield "Bezoekers merken hier niets van: alleen de opmaak van het bestand is anders."
        return
    if any(each.weighs for each in fields) and not before.hidden:
        yield "⚠️ **Deze activiteit staat al op de site.** Let op de regels met ⚠️: abonnees krijgen die wijziging door."
        yield ""
    if before.id != after.id and not before.hidden:
        yield (
            "⚠️ Het **kenmerk** is anders. Wie de activiteit in de agenda heeft, ziet haar dan dubbel. "
            f"Is het dezelfde activiteit? Zet er dan een regel bij: {code(f'id: {before.id}')}"
        )
        yield ""
    yield from table(("Wat", "Was", "Wordt"), [_row(each) for each in fields])


def _row(difference: FieldDifference) -> tuple[str, str, str]:
    before, after = difference.before, difference.after
    if difference.name == "tekst":
        before, after = _parts(before, after)
    return f"{'⚠️ ' if difference.weighs else ''}{difference.name}", _shown(before), _shown(after)


def _shown(text: str) -> str:
    return words(text, _LONGEST) if text else _NOTHING


def _parts(before: str, after: str) -> tuple[str, str]:
    """Of two texts the words that differ, with a few around them."""
    old, new = before.split()[:_MOST_WORDS], after.split()[:_MOST_WORDS]
    if not old or not new:
        return before, after
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans = [each[1:] for each in codes if each[0] != "equal"]
    return _around(old, [span[:2] for span in spans]), _around(new, [span[2:] for span in spans])


def _around(text: list[str], spans: list[tuple[int, int]]) -> str:
    shown = " … ".join(" ".join(text[max(0, low - 3) : high + 3]) for low, high in spans)
    return f"… {shown} …"
