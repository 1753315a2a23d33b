"""Everything from which one letter is written, outside a build: for the command and for the checker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from meedoen.agenda.agenda import Window, select
from meedoen.agenda.library import read_library
from meedoen.agenda.network_reader import read_network
from meedoen.agenda.revision import Past
from meedoen.content.content_tree import Tree
from meedoen.content.disk import scan
from meedoen.git.repository import GitFailed, NoRepository, ShallowHistory
from meedoen.history.past import read_past
from meedoen.language.problems import Problem
from meedoen.language.wording import count
from meedoen.newsletter.archive import Archive
from meedoen.newsletter.archive_reader import read_archive
from meedoen.newsletter.candidate import Candidate
from meedoen.newsletter.checking import quiet, stale, unknown_activities
from meedoen.newsletter.draft import Draft, Entry
from meedoen.newsletter.draft_comparison import DraftDifference, difference
from meedoen.newsletter.letter_builder import candidates, preview, setting_of, written
from meedoen.newsletter.listing import Listing, as_text
from meedoen.notation.markup import plain, render
from meedoen.programme.activity import Activity
from meedoen.programme.edition import Edition
from meedoen.programme.location import REGION
from meedoen.programme.network import Network
from meedoen.programme.picture import Rendition, renditions


@dataclass(slots=True)
class NewsletterWorkspace:
    """The content of one folder. `past` may be empty, where there is no history.

    Not `pictured` is for who needs no pictures: they take time to read.
    """

    tree: Tree
    network: Network
    activities: tuple[Activity, ...]
    archive: Archive
    past: Past
    today: date
    pictured: bool = True
    _gathered: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def drafts(self, editions: Iterable[Edition]) -> tuple[Draft, ...]:
        """The letters of these editions, as they would be written now; a settled one as it was."""
        return tuple(self._draft(each, self.archive) for each in editions)

    def fresh(self, edition: Edition) -> Draft:
        """The letter as it would be written now, settled or not; the one before it as it was sent."""
        locks = {slug: each for slug, each in self.archive.locks.items() if slug != edition.slug}
        editions = {**self.archive.editions, edition.slug: edition}
        return self._draft(edition, Archive(editions, locks, self.archive.places))

    def gathered(self, municipality: str) -> tuple[Candidate, ...]:
        """What may be told of the activities on this site, or of those in the whole region, each once."""
        if municipality not in self._gathered:
            self._gathered[municipality] = self._gather(municipality)
        return self._gathered[municipality]

    def read_out(self, draft: Draft) -> list[str]:
        """The letter as it will read: subject, what mail programs show behind it, intro, and everything below."""
        edition = draft.edition
        lines = [f"Onderwerp:   {edition.subject}", f"Voorproefje: {edition.preheader or preview(draft)}", ""]
        if edition.intro:
            lines += [*(f"  {line}" for line in plain(render(edition.intro)).split("\n")), ""]
        text = as_text(Listing(draft.title, draft.parts, self.address))
        lines += text.rstrip("\n").split("\n")
        state = "vastgesteld" if edition.settled else "nog niet vastgesteld"
        return [*lines, "", f"{count(len(draft.entries), 'activiteit', 'activiteiten')}, {state}."]

    def against(self, edition: Edition, other: Edition) -> DraftDifference:
        """What differs from another edition as it was sent; from itself when that is the same one."""
        old = self.archive.locks.get(other.slug) or self.drafts((other,))[0]
        new = self.fresh(edition) if other.slug == edition.slug else self.drafts((edition,))[0]
        return difference(old, new)

    def address(self, entry: Entry) -> str:
        """The address of the page of an entry, where it will be published."""
        site = self.network.municipalities.get(entry.site)
        return f"{site.website.rstrip('/')}/{entry.page}" if site else entry.page

    def _draft(self, edition: Edition, archive: Archive) -> Draft:
        setting = setting_of(self.network)
        return written(archive, (edition,), lambda: self.gathered(edition.municipality), setting)[0]

    def _gather(self, municipality: str) -> tuple[Candidate, ...]:
        if municipality != REGION:
            return self._of_site(municipality, self.activities)
        own: dict[str, list[Activity]] = {slug: [] for slug in self.network.municipalities}
        for each in self.activities:
            own[each.municipalities[0]].append(each)  # in the region each stands once, with its first site
        gathered = (one for slug, some in own.items() for one in self._of_site(slug, some))
        return tuple(sorted(gathered, key=lambda one: one.item.id))

    def _of_site(self, slug: str, activities: Iterable[Activity]) -> tuple[Candidate, ...]:
        agenda = select(activities, self.network.municipalities[slug], self.network, Window.around(self.today))
        return candidates(agenda, self.past, self._pictures)

    def _pictures(self, activity: Activity) -> tuple[Rendition, ...]:
        if activity.image is None or not self.pictured:
            return ()
        data = self.tree.picture(f"{activity.path.rpartition('/')[0]}/{activity.image.file}")
        return renditions(data) if data else ()


def open_newsletter_workspace(
    root: Path, today: date, *, pictured: bool = True
) -> tuple[NewsletterWorkspace | None, tuple[Problem, ...]]:
    """Takes a content folder, the day, and whether pictures are needed; gives the workspace of this content folder,
    None without a usable network; and the problems of its newsletters.
    """
    tree = scan(root)
    network, problems = read_network(tree.reference_files)
    if network is None:
        return None, problems
    paths = [path for folder in sorted(tree.activities) for path in tree.activities[folder]]
    library = read_library(tree.read(paths), network, picture=tree.picture)
    archive, of_newsletters = read_archive(tree.editions, tree.locks, network)
    return NewsletterWorkspace(
        tree, network, library.activities, archive, past_of(tree, network, today), today, pictured
    ), of_newsletters


def examined(
    tree: Tree, network: Network, activities: tuple[Activity, ...], today: date
) -> tuple[NewsletterWorkspace, tuple[Problem, ...]]:
    """Takes the tree, the network, the activities and the day; gives the workspace of the editions without a fault, and
    what is wrong with the newsletters.

    Of those without a fault also whether they still tell what they say.
    """
    archive, of_newsletters = read_archive(tree.editions, tree.locks, network)
    unknown = unknown_activities(archive, shown(activities))
    archive = archive.without(frozenset(each.place.path for each in unknown))
    waiting = [each for each in archive.editions.values() if not each.settled]
    # Only there do pictures matter, and when an activity was put in the agenda: to know takes a while.
    compared = any(each.slug in archive.locks for each in waiting)
    past = past_of(tree, network, today) if compared else Past()
    room = NewsletterWorkspace(tree, network, activities, archive, past, today, compared)
    drafts = {each.slug: room.fresh(each) for each in waiting}
    return room, (*of_newsletters, *unknown, *stale(archive, drafts), *quiet(archive, drafts))


def past_of(tree: Tree, network: Network, today: date) -> Past:
    """Takes the tree, the network and the day; gives what Git remembers of the content; nothing where it can't be
    asked.
    """
    try:
        return read_past(tree, network, today)
    except (NoRepository, ShallowHistory, GitFailed):
        return Past()


def shown(activities: Iterable[Activity]) -> Mapping[str, tuple[str, ...]]:
    """Takes activities; gives the ids of these activities, each with the municipalities whose sites show it."""
    return {each.id: each.municipalities for each in activities}
