"""Community agendas from plain files: partners write, every municipality gets a site and calendars.

The map of the house. A module imports from its own layer or a lower one, never from a higher one.

    0 language/    problems and the rules behind them, Dutch dates and lists, near misses, slugs; voice (the language
                   in which a site speaks) and catalogue (its texts for translators)
    1 content/     what may stand where in content/, every limit, and its bytes by path; edges: disk, snapshot, tree
    1 notation/    one file: text/ (bytes → tree with places), time/ (dates, times, recurrence in Dutch), and schema/
                   (the field table), by which fields/ makes typed values; markup (Markdown → safe HTML)
    2 programme/   one thing: activity, schedule, change, place, partner, vocabulary, colours; the network of them all
    3 agenda/      all together: library (read once), occurrence (each date), agenda (one site in a window), facet
    4 outputs/     results as values and bytes, one table names them all: pages (lists, detail, choices, subscribe,
                   search, furniture), calendars (subscription says which, reach how far; calendar/ writes them), what
                   machines read (schema_org, linked_data, rss, serving, social), the look (stylesheet, icon, cover …);
                   facts and rhythm say in the language of a site what there is to say
    4 cms/         the editor for staff: Decap's configuration and our file format, made from the same field table
    4 review/      what a reviewer needs to know of a proposal: what it changes, hints, how it will look
    4 newsletter/  an edition: from the agenda in a window to a letter, and the letter as mail tools take it
    5 publishing/  edge: shares of the work, the output folder, the regional home; quarantine of bad files
      git/         edge: Git as a program that answers questions; nobody else starts it
      release/     edge: a release: built apart, checked, switched in whole, kept to go back to
      history/     edge: what Git remembers: when each activity was made and changed, and how often
      proposals/   edge: what somebody proposes, from the disk and from Git; the page that shows how it will look
      mailbox/     edge: mails with an activity in them → files to check
      intake/      edge: a proposal in Git → only the files of it that may be read
      guard/       edge: two published outputs → what subscribers will notice
      doctor/      edge: what usually breaks: in a working copy, an output folder, at a published address
      cli/         edge: `meedoen` (controleer, nieuw, nieuwsbrief, postvak, bekijk, publiceer, vergelijk …)
      plugin.py    edge: Pelican lends the settings, the theme and the pen
      rendering/renderer.py       edge: pages to bytes with Jinja; rendering/template_context.py has what lies at hand for the templates in one language

    file → Document → Activity → Occurrence → Agenda → Page and Asset → output/
                └→ Problem → terminal · pull request · JSON · page
"""

from __future__ import annotations

__version__ = "0.1.0"


def register() -> None:
    """Connects the generator to Pelican, which calls this because `meedoen` is in PLUGINS."""
    from meedoen.plugin import connect  # noqa: PLC0415 - so that the core can be imported without Pelican

    connect()
