"""The letters of a site as files: for each program its own, a draft, blocks to copy, pages of the site, and a feed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from meedoen.newsletter import paths
from meedoen.newsletter.checklist import checks
from meedoen.newsletter.copy_blocks import blocks, markdown
from meedoen.newsletter.edition_feed import feed
from meedoen.newsletter.eml_draft import message
from meedoen.newsletter.escaping import parted, told
from meedoen.newsletter.export_profile import PLAIN, PROFILES
from meedoen.newsletter.mail_context import context, in_full, on_site, preheader
from meedoen.newsletter.photograph import at_home, in_mail, photographs
from meedoen.newsletter.plain_text import plain_text
from meedoen.newsletter.screen_preview import by_day, by_night
from meedoen.outputs.letter import Letter
from meedoen.outputs.site_build import Asset, Outcome, Page, SiteBuild

MAIL = "mail.html"


def mailing(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives everything made of its letters; nothing where it has none."""
    return written(build, build.letters)


def archive(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `nieuwsbrief.html`: all letters, newest first, and how to get the next one."""
    if has_archive(build):
        yield list_of_letters(build, build.letters)


def written(build: SiteBuild, letters: tuple[Letter, ...]) -> Outcome:
    """Takes the build of a site and letters; gives these letters as files."""
    mailed = tuple(in_mail(build, each) for each in letters)
    for letter, mail in zip(letters, mailed, strict=True):
        yield _page(build, letter)
        yield from _letter(build, mail)
        if build.preview:
            yield from _proof(build, mail)
    yield from {each.path: each for mail in mailed for each in photographs(build, mail)}.values()
    if letters:
        yield Asset(paths.FEED, partial(feed, build, settled(mailed)))


def list_of_letters(build: SiteBuild, letters: tuple[Letter, ...]) -> Page:
    """Takes the build of a site and letters; gives the page with these letters."""
    return Page(paths.ARCHIVE, "letters.html", build.voice.gettext("Nieuwsbrief"), {
        "letters": tuple(
            (paths.within(build, each.url), in_full(each.title), each.edition.subject)
            for each in listed(build, letters)
        ),
        "signup": signup(build),
        "letter_feed": paths.FEED if letters else "",
    })  # fmt: skip


def has_archive(build: SiteBuild) -> bool:
    """Takes the build of a site; gives whether this site has a newsletter: one to read, or a way to get it."""
    return bool(signup(build) or build.letters)


def signup(build: SiteBuild) -> str:
    """Takes the build of a site; gives where people sign up for the newsletter of this site, in the library's own mail
    program; empty without one.
    """
    return build.agenda.site.newsletter or build.agenda.network.organisation.newsletter


def settled(letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Takes letters; gives those that will not change any more: a feed may set a mail program to work."""
    return tuple(each for each in letters if each.edition.settled)


def listed(build: SiteBuild, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Takes the build of a site and letters; gives those that people may find; a preview shows the others as well."""
    return letters if build.preview else settled(letters)


def _page(build: SiteBuild, letter: Letter) -> Page:
    shown = {**on_site(at_home(build, letter)), "folder": paths.folder(letter)}
    path, title = paths.within(build, letter.url), in_full(letter.title)
    return Page(path, "letter.html", title, shown, indexed=letter.edition.settled, once=True)


def _letter(build: SiteBuild, letter: Letter) -> Iterator[Page | Asset]:
    folder = paths.folder(letter)
    for profile in PROFILES.values():
        path = f"{folder}{profile.slug}"
        yield Page(f"{path}.html", MAIL, letter.title, context(letter, profile), indexed=False, once=True)
        yield Asset(f"{path}.txt", partial(_text, letter, profile.slug))
    yield Page(folder + paths.DRAFT, MAIL, letter.title, context(letter, PLAIN), indexed=False, once=True,
               press=partial(message, letter))  # fmt: skip
    yield Asset(folder + paths.MARKDOWN, lambda: markdown(letter).encode())
    yield Page(folder + paths.COPY, "copy.html", f"Overnemen: {in_full(letter.title)}", {
        "subject": told(letter.edition.subject, PLAIN), "line": told(preheader(letter), PLAIN),
        "before": parted(letter.intro_text, PLAIN), "folder": folder,
        "profiles": tuple(PROFILES.values()), "blocks": blocks(letter),
        "web_path": paths.within(build, letter.url), "draft": paths.DRAFT, "whole": paths.MARKDOWN,
    }, indexed=False, once=True)  # fmt: skip


def _proof(build: SiteBuild, letter: Letter) -> Iterator[Page]:
    """How the letter looks, and what to look at before it goes out. Only in a preview."""
    folder, values = paths.folder(letter), context(letter, PLAIN)
    for name, press in ((paths.BY_DAY, by_day), (paths.BY_NIGHT, by_night)):
        yield Page(folder + name, MAIL, letter.title, values, indexed=False, once=True, press=press)
    yield Page(folder + paths.PROOF, "proof.html", f"Proef: {in_full(letter.title)}", {
        **values, "checks": partial(checks, build, letter), "by_day": paths.BY_DAY, "by_night": paths.BY_NIGHT,
        "copy_path": paths.COPY,
    }, indexed=False, once=True)  # fmt: skip


def _text(letter: Letter, slug: str) -> bytes:
    return plain_text(letter, PROFILES[slug]).encode()
