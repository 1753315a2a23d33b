"""A letter as a mail that somebody can open as a draft: no addresses of readers, no date, and never sent from here."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from meedoen.newsletter import escaping
from meedoen.newsletter.export_profile import PLAIN
from meedoen.newsletter.plain_text import flowed, plain_text
from meedoen.outputs.letter import Letter

_POLICY = SMTP.clone(cte_type="7bit")


def message(letter: Letter, html: str) -> bytes:
    """Takes a letter and its HTML; gives the mail with this HTML.

    The same letter gives the same bytes: the boundary is fixed, and nothing says when.
    """
    mail = EmailMessage(_POLICY)
    mail["Subject"] = escaping.told(letter.edition.subject, PLAIN)
    if letter.mail:
        mail["From"] = Address(" ".join(letter.sender.split()), addr_spec=letter.mail)
    mail["X-Unsent"] = "1"  # classic Outlook opens it as a draft; others ignore it
    text = flowed(plain_text(letter, PLAIN))
    flow = {"format": "flowed", "delsp": "no"}
    mail.set_content(text, cte="quoted-printable", params=flow)
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail["Content-Language"] = letter.language  # after the parts: setting a part forgets headers of contents
    # A quoted-printable part has no line with `=_` in it (RFC 2045 §6.7).
    mail.set_boundary(f"=_meedoen_{letter.edition.slug}")
    return mail.as_bytes()
