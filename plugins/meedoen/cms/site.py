"""The files of the editor besides its configuration: the page, the words and tables of the format, the headers."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from meedoen.cms.backend import spoken_to
from meedoen.cms.config import Deployment, cms_config
from meedoen.cms.guide import readme
from meedoen.cms.writing import as_yaml
from meedoen.language.wording import MONTHS
from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.content_tables import PARTNER, PLACE
from meedoen.notation.schema.field import Field, Table
from meedoen.notation.time.names import MONTH_NUMBERS
from meedoen.programme.network import Network

FORMATS = ((ACTIVITY, "md", "titel"), (PLACE, "yaml", "naam"), (PARTNER, "yaml", "naam"))
MADE = "Gemaakt met `meedoen cms`. Verander dit bestand niet zelf: maak het opnieuw."
_WORDS = {
    "broken": "Dit bestand heeft een fout en kan hier niet open. Vraag je collega van de techniek.",
    "yes": ["ja", "j", "yes", "true", "waar", "wel", "x"],
    "no": ["nee", "n", "no", "false", "onwaar", "niet"],
    "registration": {
        **dict.fromkeys(("niet-nodig", "nee", "niet", "hoeft-niet", "vrije-inloop", "inloop"), "nee"),
        **dict.fromkeys(("nodig", "ja", "verplicht", "vooraf"), "ja"),
        **dict.fromkeys(("handig", "gewenst", "mag"), "handig"),
    },
    "short": {"nee": "niet nodig", "ja": "nodig", "handig": "handig"},
}
_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Beheer van de agenda: {name}</title>
</head>
<body>
<noscript>Deze pagina werkt alleen met JavaScript.</noscript>
<script src="velden.js"></script>
<script src="js-yaml.min.js"></script>
<script src="decap-cms.js"></script>
<script src="bestand.js"></script>
<script src="start.js"></script>
</body>
</html>
"""
_START = """Object.entries(Meedoen.tables).forEach(([name, table]) => {
  CMS.registerCustomFormat(name, table.extension, Meedoen.format(table));
});
CMS.init();
"""


def editor_files(
    network: Network, deployment: Deployment, script: str, folders: tuple[str, ...] = ()
) -> dict[str, str]:
    """Takes the network, how the editor is put online, its script, and folders; gives path → text of every file of the
    editor that is ours. `script` is the text of bestand.js.
    """
    policy = policy_of(deployment)
    page = _PAGE.format(policy=escape(policy), name=escape(network.organisation.name))
    return {
        "config.yml": f"# {MADE}\n{as_yaml(cms_config(network, deployment, folders))}",
        "index.html": page.replace("<head>", f"<head>\n<!-- {MADE} -->"),
        "velden.js": start_data(network),
        "bestand.js": script,
        "start.js": f"// {MADE}\n{_START}",
        "_headers": headers(policy),
        "LEESMIJ.md": readme(deployment),
    }


def start_data(network: Network) -> str:
    """Takes the network; gives the text of velden.js: what bestand.js must know, and that the editor waits until it
    knows that.
    """
    words = json.dumps(tables(network), ensure_ascii=True, indent=1).replace("<", "\\u003c")
    return f"// {MADE}\nwindow.CMS_MANUAL_INIT = true;\nwindow.MEEDOEN = {words};\n"


def policy_of(deployment: Deployment) -> str:
    """Takes how the editor is put online; gives what the page of the editor may load.

    Decap needs eval for checking its configuration, and styles in the page.
    """
    others = " ".join(spoken_to(deployment.forge))
    local = f" {deployment.local.partition('/api')[0]}" if deployment.local else ""
    return (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: blob: {others}; font-src 'self' data:; connect-src 'self' blob: {others}{local}; "
        "base-uri 'none'; form-action 'none'"
    )


def headers(policy: str) -> str:
    """Takes the policy; gives the headers as Netlify and Cloudflare Pages read them; others are told in LEESMIJ.md."""
    return (
        f"/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n  X-Robots-Tag: noindex\n"
        # The relay that logs in answers in a window of its own, which must be able to find this page.
        "  Referrer-Policy: strict-origin\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n"
    )


def tables(network: Network) -> dict[str, Any]:
    """Takes the network; gives what bestand.js must know: the fields of each kind of file, and what people type for a
    name of a list.
    """
    vocabularies = {row.vocabulary for table, _, _ in FORMATS for row in _rows(table) if row.vocabulary}
    return {
        "tables": {
            table.name: {
                "extension": ending,
                "body": ending == "md",
                "title": title,
                "fields": [_described(row) for row in table if row.kind != "markdown"],
            }
            for table, ending, title in FORMATS
        },
        "spellings": {
            name: dict(sorted(network.names.spellings.get(name, {}).items())) for name in sorted(vocabularies)
        },
        "months": list(MONTHS),
        "monthNumbers": MONTH_NUMBERS,
        "words": _WORDS,
    }


def _rows(table: Table) -> list[Field]:
    return [each for row in table for each in (row, *(row.parts or ()))]


def _described(row: Field) -> dict[str, Any]:
    description: dict[str, Any] = {"key": row.key, "kind": row.kind}
    if row.many:
        description["many"] = True
    if row.vocabulary:
        description["vocabulary"] = row.vocabulary
    if row.parts is not None:
        description["parts"] = [_described(each) for each in row.parts]
    return description
