"""From the bytes of one mail to the texts in it. Who sent it is kept apart, and only to find it in these texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import EmailPolicy

from meedoen.mailbox.hypertext import plain
from meedoen.mailbox.payload import decoded, unflowed
from meedoen.mailbox.sender import Sender, sender_of
from meedoen.mailbox.winmail import unpacked

LARGEST = 30_000_000
LARGEST_TEXT = 400_000
DEEPEST = 8
_MOST_PARTS = 100
_LONGEST_HEADER = 4_000
_NESTED = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_TEXTS = (".md", ".markdown", ".txt", ".yaml", ".yml")
_OTHER = {
    (".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2"): "een ingepakt bestand (zip). Pak het zelf uit",
    (".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf"): "een document. Kopieer de tekst eruit",
    (".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif"): "een plaatje. Zet het er zelf bij als je het wilt gebruiken",
    (".msg",): "een bericht van Outlook (msg). Bewaar dat bericht als eml",
}  # fmt: skip
# The parser of the standard library answers some malformed headers with one of these.
_MALFORMED = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


class UnreadableMail(Exception):
    """The bytes are no mail that can be read; the text says in Dutch why, and what to do."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a mail. `group` is shared by what the sender meant as the same text in two forms."""

    content: str
    form: str  # plain, html or file
    group: int


@dataclass(slots=True)
class Mail:
    """The texts of a mail, what was not looked at (in Dutch), and who sent it."""

    texts: list[Text] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sender: Sender = field(default_factory=Sender)


class _Bounded(EmailPolicy):
    """The default policy, but for headers that are longer than any real one: reading these takes minutes."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def read_mail(data: bytes) -> Mail:
    """Takes the bytes of a mail; gives the mail. Raises UnreadableMail."""
    if len(data) > LARGEST:
        raise UnreadableMail(
            f"Het is groter dan {LARGEST // 1_000_000} MB. Zitten er foto’s bij? Bewaar de mail zonder."  # noqa: RUF001 - typography
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableMail(
            "Dit is een msg-bestand van Outlook. Open de mail in Outlook, kies Opslaan als, en dan eml of Alleen tekst."
        )
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b", b"%PDF")) or not data.strip():
        raise UnreadableMail("Dit is geen mail. Bewaar de mail als eml-bestand, of de tekst ervan als txt-bestand.")
    if len(_NESTED.findall(data)) > _MOST_PARTS:
        raise UnreadableMail(
            "Er zitten te veel berichten in elkaar. Bewaar alleen de mail waar de activiteit in staat."
        )
    mail = Mail()
    try:
        message = BytesParser(policy=_Bounded()).parsebytes(data)
    except _MALFORMED as error:
        raise UnreadableMail("Deze mail is stuk. Bewaar hem opnieuw, of bewaar de tekst als txt-bestand.") from error
    _read(mail, message, 0, iter(range(1, 10_000)), 0)
    return mail


def read_plain_text(data: bytes) -> Mail:
    """Takes the bytes of a text that somebody saved or copied from a mail; gives it as a mail."""
    mail = Mail()
    mail.texts.append(Text(decoded(data[:LARGEST_TEXT], ""), "plain", 1))
    return mail


def _read(mail: Mail, part: Message, depth: int, numbers: Iterator[int], group: int) -> None:
    if depth > DEEPEST or len(mail.texts) > _MOST_PARTS:
        _remark(mail, "een bericht dat te diep in andere berichten zit. Bewaar dat bericht apart")
        return
    if depth == 0 or part.get("from") is not None:
        mail.sender = mail.sender.joined(sender_of(_header(part, name) for name in ("from", "reply-to", "sender")))
    kind, name = _kind(part), _name(part)
    inside = part.get_payload() if part.is_multipart() else None
    if isinstance(inside, list):
        shared = next(numbers) if kind == "multipart/alternative" and not group else group
        for nested in inside:
            assert isinstance(nested, Message)  # noqa: S101 - the parser makes no other
            _read(mail, nested, depth + 1, numbers, shared)
        return
    data = _data(part)
    if name.endswith(".eml") and data:
        try:
            inner = BytesParser(policy=_Bounded()).parsebytes(data)
        except _MALFORMED:
            _remark(mail, "een bericht dat niet te lezen is")
            return
        _read(mail, inner, depth + 1, numbers, 0)
        return
    _take(mail, part, kind, name, data, group or next(numbers))


def _take(mail: Mail, part: Message, kind: str, name: str, data: bytes, group: int) -> None:
    charset = _parameter(part, "charset")
    if kind == "application/ms-tnef" or name == "winmail.dat":
        attachments = [text for text in unpacked(data) if text]
        mail.texts += [Text(decoded(text[:LARGEST_TEXT], ""), "file", group) for text in attachments]
        if not attachments:
            _remark(mail, "een winmail.dat van Outlook zonder tekst die ik kan lezen. Vraag om het formulier")
    elif kind == "application/pkcs7-mime" or kind == "multipart/encrypted":
        _remark(mail, "een versleuteld deel. Open de mail en bewaar de tekst als txt-bestand")
    elif why := next((why for endings, why in _OTHER.items() if name.endswith(endings)), ""):
        if not (kind.startswith("image/") and _header(part, "content-id")):  # the logo below a mail
            _remark(mail, why)
    elif len(data) > LARGEST_TEXT:
        _remark(mail, f"een tekst van meer dan {LARGEST_TEXT // 1000} kB. Die heb ik niet gelezen")
    elif name.endswith(_TEXTS) or kind in ("text/markdown", "text/x-markdown", "text/yaml"):
        mail.texts.append(Text(decoded(data, charset), "file", group))
    elif kind == "text/html":
        mail.texts.append(Text(plain(decoded(data, charset)), "html", group))
    elif kind in ("text/plain", "text/enriched"):
        text = decoded(data, charset)
        if _parameter(part, "format") == "flowed":
            text = unflowed(text, delete_space=_parameter(part, "delsp") == "yes")
        mail.texts.append(Text(text, "plain", group))
    elif b"titel" in data[:4000].lower():
        mail.texts.append(Text(decoded(data, charset), "file", group))
    elif name and not kind.endswith("-signature"):
        _remark(mail, "een bijlage die ik niet ken. Kijk er zelf naar")


def _remark(mail: Mail, text: str) -> None:
    remark = f"Er zit {text}."
    remark = remark.replace("Er zit ", "Er zit bij: ", 1)
    if remark not in mail.remarks:
        mail.remarks.append(remark)


def _header(part: Message, name: str) -> str:
    try:
        return str(part.get(name) or "")
    except _MALFORMED:
        return ""


def _kind(part: Message) -> str:
    try:
        return part.get_content_type()
    except _MALFORMED:
        return "text/plain"


def _name(part: Message) -> str:
    try:
        return (part.get_filename() or "").strip().lower()[-200:]
    except _MALFORMED:
        return ""


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except _MALFORMED:
        return ""
    return value.lower()[:40] if isinstance(value, str) else ""


def _data(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _MALFORMED:
        return b""
    return payload if isinstance(payload, bytes) else b""
