"""What is to be built: the same for every share of the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from meedoen.agenda.agenda import Window
from meedoen.agenda.revision import Past
from meedoen.content.content_tree import Tree
from meedoen.language.voice import DUTCH
from meedoen.newsletter.archive import Archive
from meedoen.outputs.facts import IN_DUTCH, Facts
from meedoen.outputs.site_build import Page, ProposalLabel, SiteBuild, StaticPage
from meedoen.programme.network import Network

Render = Callable[[SiteBuild, Page], bytes]


@dataclass(frozen=True)
class BuildJob:
    """What is to be built, the same for every share. `sites` are the municipalities that this build writes.

    `spoken` has the facts in each language by its code; Dutch comes first.
    """

    tree: Tree
    network: Network
    window: Window
    past: Past
    target: Path
    renderer: Render
    theme: Mapping[str, bytes]
    static_pages: tuple[StaticPage, ...] = ()
    base: str = ""
    preview: bool = False
    outputs: frozenset[str] | None = None
    sites: tuple[str, ...] = ()
    newsletters: Archive | None = None
    spoken: Mapping[str, Facts] = field(default_factory=lambda: {DUTCH.code: IN_DUTCH})
    proposal_label: ProposalLabel | None = None

    def languages(self, slug: str = "") -> tuple[Facts, ...]:
        """In which languages this site is written, its main one first; without `slug` those of the region."""
        network = self.network
        wanted = network.municipalities[slug].languages if slug else ()
        codes = dict.fromkeys((DUTCH.code, *network.organisation.languages, *wanted))
        return tuple(self.spoken[code] for code in codes)

    def has(self, output: str) -> bool:
        """Whether this row of `OUTPUTS` is wanted: `agenda` for the calendars, `zoeken`, `nieuws`."""
        return self.outputs is None or output in self.outputs

    def address(self, slug: str) -> str:
        """Where this site will stand: its own address, or a folder under the one address of a preview."""
        return f"{self.base}/{slug}" if self.base else self.network.municipalities[slug].website.rstrip("/")

    def folder(self, slug: str) -> str:
        """How the regional home leads to this site, with a closing slash.

        Under one address, whatever that is when somebody looks, the sites stand below it.
        """
        return f"{slug}/" if self.base else f"{self.address(slug)}/"

    @property
    def region(self) -> str:
        """Where the regional home will stand."""
        return (
            self.base
            or self.network.organisation.region_url.rstrip("/")
            or self.network.organisation.website.rstrip("/")
        )
