"""What `meedoen nieuwsbrief nieuw` and `meedoen lijst` understand of days and names, and the proposal of an edition."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from meedoen.language.suggestion import nearest_name
from meedoen.language.wording import quote
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.archive_reader import names_of
from meedoen.newsletter.draft import announced_by
from meedoen.newsletter.edition_template import (
    coming_week,
    edition_text,
    highlights,
    name_of,
    previous_of,
    week_of,
    worded,
)
from meedoen.notation.fields.reader import Names
from meedoen.programme.edition import Edition
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.publishing.newsletter_workspace import NewsletterWorkspace


def add_days(parser: argparse.ArgumentParser) -> None:
    """Adds the options that choose days."""
    parser.add_argument("--week", default="", metavar="JJJJ-WW", help="het jaar en de week, zoals 2026-49")
    parser.add_argument("--van", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="de eerste dag")
    parser.add_argument("--tot", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="de laatste dag")


def chosen_days(options: argparse.Namespace, today: date) -> tuple[date, date] | str:
    """Takes the options and today; gives the first and the last day asked for, next week without, or what is wrong."""
    if options.week and (options.van or options.tot):
        return "Kies een week, of een eerste en een laatste dag. Niet allebei."
    if options.week:
        return (
            week_of(options.week) or f"{quote(options.week)} is geen week. Typ het jaar en het nummer, zoals: 2026-49"
        )
    if options.van is None and options.tot is None:
        return coming_week(today)
    if options.van is None or options.tot is None:
        return "Geef allebei op: de eerste dag met --van en de laatste met --tot."
    if options.tot < options.van:
        return f"De laatste dag ({options.tot}) ligt voor de eerste ({options.van})."
    return options.van, options.tot


def chosen_site(name: str, network: Network) -> str | tuple[str]:
    """Takes a name; gives the municipality, or the region, of this name; in a tuple what is wrong with it."""
    known = names_of(network)["gemeente"]
    slug = _slug_of(name, "gemeenten", network.names) or (REGION if name == REGION else "")
    if slug:
        return slug
    near = nearest_name(name, known)
    return (f"De gemeente {quote(name)} ken ik niet. {_meant(near, list(known))}",)


def chosen_word(word: str, *, vocabulary: str, option: str, network: Network) -> str | tuple[str]:
    """Takes a word, its list and its option; gives the word, or the place, that is meant; in a tuple what is wrong."""
    if not word:
        return ""
    if slug := _slug_of(word, vocabulary, network.names):
        return slug
    labels = network.names.labels.get(vocabulary, {})
    return (f"{quote(word)} bij --{option} ken ik niet. {_meant(nearest_name(word, labels), list(labels))}",)


def propose(options: argparse.Namespace, workspace: NewsletterWorkspace) -> tuple[Edition, str] | str:
    """Takes the options and the workspace; gives the edition and the text of its file, or why it can't be made."""
    site = chosen_site(options.gemeente, workspace.network)
    audience = chosen_word(options.doelgroep, vocabulary="doelgroepen", option="doelgroep", network=workspace.network)
    days = chosen_days(options, workspace.today)
    for slug_or_fault in (site, audience):
        if isinstance(slug_or_fault, tuple):
            return slug_or_fault[0]
    if isinstance(days, str):
        return days
    assert isinstance(site, str)  # noqa: S101 - the loop above saw to it
    assert isinstance(audience, str)  # noqa: S101
    first, last = days
    as_of = options.peildatum or min(workspace.today, first)
    if last < workspace.today or as_of > last:
        return f"De laatste dag ({last}) is al voorbij. Kies een latere week."
    slug = name_of(site, audience, first, last)
    if slug in {each.stem for each in workspace.tree.editions}:
        return f"De nieuwsbrief {quote(slug)} is er al. Lees hem: meedoen nieuwsbrief toon {slug}"
    edition = Edition(
        slug=slug,
        path=f"content/nieuwsbrieven/{slug}.yaml",
        municipality=site,
        first=first,
        last=last,
        as_of=as_of,
        subject="",
        audience=audience,
    )
    edition = replace(edition, previous=previous_of(workspace.archive, edition))
    before = workspace.drafts(Archive({**workspace.archive.editions, slug: edition}).before(edition))
    gathered = workspace.gathered(site)
    edition = replace(edition, highlights=highlights(edition, gathered, announced_by(before)))
    name = names_of(workspace.network)["gemeente"][site]
    edition = worded(edition, workspace.fresh(edition), name)
    titles = {each.item.id: each.item.name for each in gathered}
    return edition, edition_text(edition, titles)


def _slug_of(name: str, vocabulary: str, names: Names) -> str:
    spellings = names.spellings.get(vocabulary, {})
    return spellings.get(name) or spellings.get(name.lower()) or ""


def _meant(near: str, known: list[str]) -> str:
    return f"Bedoelde je: {near}?" if near else f"Kies uit: {', '.join(known[:20])}."
