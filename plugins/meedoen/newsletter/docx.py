"""A list as a Word document (ECMA-376): the four parts that it needs, always the same bytes for the same list."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from meedoen.newsletter.listing import Listing, facts

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# XML 1.0 §2.2: what may stand in a document at all.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip knows
_STYLES = (
    ("Title", "Title", 40, True),
    ("Heading1", "heading 1", 32, True),
    ("Heading2", "heading 2", 26, True),
    ("Normal", "Normal", 22, False),
)


def as_docx(listing: Listing) -> bytes:
    """Takes a list; gives title, headings, and each activity with its link, in the styles of Word, so that it can be
    dressed at will.
    """
    links: list[str] = []
    body = "".join(_body(listing, links))
    document = (
        f'{_HEAD}<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )
    return _zipped(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
            "_rels/.rels": _relations((("rId1", "officeDocument", "word/document.xml", ""),)),
            "word/_rels/document.xml.rels": _relations(
                (
                    ("rId1", "styles", "styles.xml", ""),
                    *((f"rId{number}", "hyperlink", url, "External") for number, url in enumerate(links, 2)),
                )
            ),
            "word/document.xml": document,
            "word/styles.xml": _styles(),
        }
    )


def _body(listing: Listing, links: list[str]) -> Iterator[str]:
    yield _paragraph("Title", _run(listing.title))
    for part in listing.parts:
        yield _paragraph("Heading1", _run(part.title))
        for entry in part.entries:
            links.append(listing.link(entry))
            link = f'<w:hyperlink r:id="rId{len(links) + 1}">{_run(entry.item.name)}</w:hyperlink>'
            yield _paragraph("Heading2", link)
            yield from (_paragraph("Normal", _run(text)) for text in facts(entry))
        if part.more:
            yield _paragraph("Normal", _run(f"En nog {part.more}."))


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_text(text)}</w:t></w:r>'


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _relations(rows: Iterable[tuple[str, str, str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target={quoteattr(_NOT_XML.sub("", target))}'
        f"{f' TargetMode={quoteattr(mode)}' if mode else ''}/>"
        for key, kind, target, mode in rows
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _styles() -> str:
    rows = "".join(
        f'<w:style w:type="paragraph"{" w:default=" + quoteattr("1") if key == "Normal" else ""} w:styleId="{key}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:pPr>{"<w:keepNext/>" if bold else ""}<w:spacing w:after="60"/></w:pPr>'
        f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/><w:lang w:val="nl-NL"/></w:rPr></w:style>'
        for key, name, size, bold in _STYLES
    )
    return f'{_HEAD}<w:styles xmlns:w="{_WORD}">{rows}</w:styles>'


def _zipped(files: dict[str, str]) -> bytes:
    """Files with one fixed time and no trace of the computer."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in files.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0
            archive.writestr(entry, text.encode())
    return out.getvalue()
