"""The programs that send newsletters, in one table: what each puts in the place of its own marks, and how sure we are.

A new program is a row. No mark is guessed: a wrong one is a dead link for everybody who gets the letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportProfile:
    """How a letter is written for one program.

    `unsubscribe`, `web` and `sender` are the marks that it replaces: by the address to unsubscribe, by that of the
    letter in a browser, and by who sends it. Empty: it has none that we know, and what stands there is ours. Where
    `adds_unsubscribe`, it puts a link to unsubscribe under the letter by itself. `reads` is what it takes for code
    besides what some program does (a regular expression for the one character to keep apart from the next).
    `drops_comments`: HTML comments need to be said to be safe. `known_from` is where the marks were read; `doubt` says
    in Dutch what nobody has tried.
    """

    slug: str
    name: str
    known_from: str
    unsubscribe: str = ""
    web: str = ""
    sender: str = ""
    adds_unsubscribe: bool = False
    reads: str = ""
    drops_comments: bool = False
    doubt: str = ""


_ROWS = (
    ExportProfile(
        slug="laposta", name="Laposta", known_from="docs.laposta.nl/article/1117, meesmvanlier/laposta-skill@ac7ee42",
        adds_unsubscribe=True,
        doubt="Laposta zet zelf een link om je af te melden onder de brief. Een eigen plek kennen we niet.",
    ),
    ExportProfile(
        slug="mailchimp", name="Mailchimp", known_from="public templates; Mailchimp's page about custom templates",
        unsubscribe="*|UNSUB|*", web="*|ARCHIVE|*", sender="*|LIST:ADDRESS|*",
        doubt="De tekens komen uit voorbeelden van Mailchimp. Met een account is het niet geprobeerd.",
    ),
    ExportProfile(
        slug="brevo", name="Brevo", known_from="developers.brevo.com/reference/create-email-campaign",
        unsubscribe="{{ unsubscribe }}", web="{{ mirror }}",
    ),
    ExportProfile(
        slug="mailpoet", name="MailPoet", known_from="the source of MailPoet",
        unsubscribe="[link:subscription_unsubscribe_url]", web="[link:newsletter_view_in_browser_url]",
        doubt="MailPoet neemt waarschijnlijk geen hele brief aan. Neem hem dan over, blok voor blok.",
    ),
    ExportProfile(
        slug="activecampaign", name="ActiveCampaign", known_from="notes of a Dutch project, September 2026",
        unsubscribe="%UNSUBSCRIBELINK%", web="%WEBCOPY%", sender="%SENDER-INFO-SINGLELINE%",
        reads="%(?=/?[A-Za-z])",
    ),
    ExportProfile(
        slug="listmonk", name="listmonk", known_from="knadh/listmonk@911e0b7, docs/content/templating.md",
        unsubscribe="{{ UnsubscribeURL }}", web="{{ MessageURL }}", drops_comments=True,
    ),
    ExportProfile(
        slug="copernica", name="Copernica", known_from="copernica.com/nl/documentation/emailings-ms-unsubscribe",
        unsubscribe="{$unsubscribe}", web="{$webversion}",
        reads=r"\{",  # Smarty: a brace is code unless a space follows
        doubt="De tekens komen uit de handleiding van Copernica. Met een account is het niet geprobeerd. "
        "In het oudere programma Publisher heet de plek voor de brief in een browser {webversion}.",
    ),
    ExportProfile(
        slug="generiek", name="Een ander programma", known_from="no program: an ordinary link in each place",
        doubt="Van Spotler en Enormail weten we niet wat er moet staan. Zet zelf de link om je af te melden in de "
        "brief, of laat je programma dat doen.",
    ),
)  # fmt: skip
PROFILES: Mapping[str, ExportProfile] = {each.slug: each for each in _ROWS}
"""Slug → profile; the slug is the name of the file."""

PLAIN = PROFILES["generiek"]
"""For whom no mark is known."""
