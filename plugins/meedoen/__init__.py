"""Community agendas from plain files: partners write, every municipality gets a site and calendars.

The map of the house, from the top floor down. A module imports from its own floor or a lower one, and no two rooms
import each other; tests hold both. The picture that is made of it stands in docs/architecture.md.

    commands
        cli/          `meedoen` and its verbs: controleer, nieuw, nieuwsbrief, postvak, bekijk, publiceer, vergelijk …
        plugin.py     Pelican: it lends the settings, the theme and the maintainers' pages
        doctor/       what usually breaks: in a working copy, an output folder, at a published address

    proposals and releases
        proposals/    what somebody proposes, from the disk and from Git; the page that shows how it will look
        intake/       a proposal in Git → only the files of it that may be read
        release/      a release: built apart, checked, switched in whole, kept to go back to
        guard/        two published outputs → what subscribers will notice

    building
        publishing/   the plan and the shards of a build, the output folder, the regional home; quarantine
        history/      what Git remembers: when each activity was made and changed, and how often
        mailbox/      mails with an activity in them → files to check

    git and content
        content/      content/ as it stands: the disk, a snapshot of a commit, and the tree that either makes
        git/          Git, which nobody else starts: command, repository, objects, references, branches

    results
        rendering/    pages to bytes with Jinja: the renderer, and the template context of each language
        newsletter/   an edition: from the agenda in a window to a letter, and the letter as mail tools take it
        review/       what a reviewer needs to know of a proposal: what it changes, hints, how it will look
        cms/          the editor for staff: Decap's configuration and our file format, from the field table
        outputs/      results as values and bytes: pages, calendars, feeds, data, the look; a letter as a value

    all together
        agenda/       library (read once), occurrence (each date), agenda (one site in a window), facet

    one thing
        programme/    activity, schedule, change, edition, place, partner, vocabulary, colours; the network of them all

    one file
        content/layout.py  what may stand where in content/, by kind, and every limit on what comes in
        content/source.py  the bytes of the content by path, wherever they stand
        notation/     text/ (bytes → tree with places), time/ (dates and recurrence in Dutch), schema/ (the field
                      table), fields/ (tree → typed values by that table), markup (Markdown → safe HTML)

    words
        language/     problems and the rules behind them, Dutch dates and lists, near misses; voice and catalogue

    file → Document → Activity → Occurrence → Agenda → Page and Asset → output/
                └→ Problem → terminal · pull request · JSON · page
"""

from __future__ import annotations

__version__ = "0.1.0"


def register() -> None:
    """Connects the generator to Pelican, which calls this because `meedoen` is in PLUGINS."""
    from meedoen.plugin import connect  # noqa: PLC0415 - so that the core can be imported without Pelican

    connect()
