"""Names of files and folders that are meant to do harm; what is in the file is the base."""

from __future__ import annotations

import os

from tests.hostile.item import FOLDER, Harmless, Outcome, Refused

_TYPE, _NAME, _FOLDER = (
    Refused("verkeerd-bestandstype", line=1),
    Refused("verkeerde-bestandsnaam", line=1),
    Refused("onbekende-map", line=1),
)
_UNREAD = Harmless(outputs=())

# Path below content/, what must come of it.
PATHS: tuple[tuple[str, Outcome], ...] = (
    (f"{FOLDER}/pagina.htm", _TYPE),
    (f"{FOLDER}/CNAME", _TYPE),
    (f"{FOLDER}/tekst.txt", _TYPE),
    (f"{FOLDER}/lijst.yml", _TYPE),
    (f"{FOLDER}/koffie.MD", _TYPE),
    (f"{FOLDER}/koffie.md.exe", _TYPE),
    (f"{FOLDER}/teken.svg", _TYPE),
    (f"{FOLDER}/Koffie.md", _NAME),
    (f"{FOLDER}/KOFFIE-MET-TAART.md", _NAME),
    (f"{FOLDER}/a..b.md", _NAME),
    (f"{FOLDER}/stip..md", _NAME),
    (f"{FOLDER}/twee.md.md", _NAME),
    (f"{FOLDER}/met spatie.md", _NAME),
    (f"{FOLDER}/spatie .md", _NAME),
    (f"{FOLDER}/nieuwe\nregel.md", _NAME),
    (f"{FOLDER}/x\n::stop-commands::x.md", _NAME),
    (f"{FOLDER}/::add-mask::x.md", _NAME),
    (f"{FOLDER}/x%0A::error::y.md", _NAME),
    (f"{FOLDER}/omgekeerd-\u202edm.md", _NAME),
    (f"{FOLDER}/\u200b.md", _NAME),
    (f"{FOLDER}/kоffie.md", _NAME),
    (f"{FOLDER}/koffie\u0301.md", _NAME),
    (f"{FOLDER}/kleur\x1b[31m.md", _NAME),
    (os.fsdecode(f"{FOLDER}/".encode() + b"bytes-\xff\xfe.md"), _NAME),
    (f"{FOLDER}/-rf.md", _NAME),
    (f"{FOLDER}/--help.md", _NAME),
    (f"{FOLDER}/$(id).md", _NAME),
    (f"{FOLDER}/`id`.md", _NAME),
    (f"{FOLDER}/{{{{ 7*7 }}}}.md", _NAME),
    (f"{FOLDER}/<script>alert(1)<!--.md", _NAME),
    (f"{FOLDER}/%2e%2e%2fkoffie.md", _NAME),
    (f"{FOLDER}/..\\..\\koffie.md", _UNREAD),
    (f"{FOLDER}/koffie.md:stroom.md", _NAME),
    (f"{FOLDER}/{'a' * 200}.md", _NAME),
    (f"{FOLDER}/con.md", _NAME),
    (f"{FOLDER}/nul.yaml", _NAME),
    (f"{FOLDER}/lpt1.md", _NAME),
    (f"{FOLDER}/tweede-document.yaml", Refused("tweede-kop", line=13)),
    (f"{FOLDER}/index.md", Harmless()),
    (f"{FOLDER}/404.md", Harmless()),
    (f"{FOLDER}/dorp.md", Harmless()),
    (f"{FOLDER}/over.md", Harmless()),
    (f"{FOLDER}/sitemap.md", Harmless()),
    (f"{FOLDER}/theme.md", Harmless()),
    (f"{FOLDER}/regio-wandelen.md", Refused("dubbel-adres", line=1)),
    (f"{FOLDER}/.verborgen.md", _UNREAD),
    (f"{FOLDER}/.htaccess", _UNREAD),
    (f"{FOLDER}/..koffie.md", _UNREAD),
    (f"{FOLDER}/_klad.md", _UNREAD),
    (f"{FOLDER}/.git/config.md", _UNREAD),
    (f"{FOLDER}/.pelican.yaml", _UNREAD),
    (f"{FOLDER}/school/lezen.md", Refused("dubbel-id", line=1)),
    (f"{FOLDER}/a/lezen.md", Refused("dubbel-id", line=1)),
    (f"{FOLDER}/1/2/3/4/5/6/zes-diep.md", Harmless()),
    ("activiteiten/los.md", _FOLDER),
    ("activiteiten/theme/koffie.md", _FOLDER),
    ("activiteiten/Regio/koffie.md", _FOLDER),
    ("activiteiten/regio /koffie.md", _FOLDER),
    ("activiteiten/DORP/koffie.md", _FOLDER),
    ("activiteiten/dorp\u200b/koffie.md", _FOLDER),
    ("activiteiten/::error::/koffie.md", _FOLDER),
    ("activiteiten/x\n::error::y/koffie.md", _FOLDER),
    ("activiteiten/..\n/koffie.md", _UNREAD),
    ("geheim.md", _FOLDER),
    ("index.html", _FOLDER),
    ("pelicanconf.py", _FOLDER),
)  # fmt: skip

# A folder that is refused as a whole, with the base in it: path below content/, what must come of it.
FOLDERS: tuple[tuple[str, Outcome], ...] = (
    (f"{FOLDER}/map\n::stop-commands::x", _NAME),
    (f"{FOLDER}/Map Met Hoofdletters", _NAME),
    (f"{FOLDER}/\u202epam", _NAME),
    (f"{FOLDER}/<script>", _NAME),
    (f"{FOLDER}/2/3/4/5/6/7/8", Refused("te-diep", line=1)),
    ("paginas-kwaad", _FOLDER),
    ("theme", _FOLDER),
    ("locaties/dorp", _FOLDER),
)  # fmt: skip
