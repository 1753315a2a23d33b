"""How a web server should send the files: one table of headers, written for the servers that people have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from meedoen.outputs.site_build import Asset, Outcome, SiteBuild

Header = tuple[str, str]


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers for the files whose name ends with `ending`: `.ics`, or a whole name."""

    ending: str
    type: str
    headers: tuple[Header, ...]

    @property
    def media_type(self) -> str:
        """The type without its charset."""
        return self.type.partition(";")[0]

    @property
    def charset(self) -> str:
        """The charset of a text, else empty."""
        return self.type.partition("charset=")[2]

    @property
    def is_text(self) -> bool:
        """Whether it becomes much smaller when it is compressed."""
        return bool(self.charset) or self.media_type.endswith("+xml")

    @property
    def pattern(self) -> str:
        """A regular expression for the end of a path."""
        return f"{'' if self.ending.startswith('.') else '(^|/)'}{re.escape(self.ending)}$"


OPEN = ("Access-Control-Allow-Origin", "*")
# A calendar program that asks every hour sees a cancellation at once; a burst of asking is answered from its cache.
POLLED = ("Cache-Control", "max-age=900, must-revalidate")
# The page is the truth about what goes ahead: it is asked for each time, and answered with 304 when nothing changed.
FRESH = ("Cache-Control", "no-cache")
HOUR = ("Cache-Control", "max-age=3600")
DAY = ("Cache-Control", "max-age=86400")
HIDDEN = ("X-Robots-Tag", "noindex")

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What a page may load: only what stands beside it (Content Security Policy). Each page says so itself as well."""
REFERRER = "no-referrer"
"""Who follows a link tells nobody where it stood."""

EVERY_FILE: tuple[Header, ...] = (
    ("X-Content-Type-Options", "nosniff"),
    # A page can't say of itself that it may not stand in a frame (CSP 3 §6.4.2).
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("Referrer-Policy", REFERRER),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
"""What every file gets besides the headers of its rule. No name stands here and in a rule: some hosts send both."""

RULES = (
    # Google garbles accents without the charset (webuildsg/webuild 167).
    HeaderRule(".ics", "text/calendar; charset=utf-8", (POLLED, OPEN)),
    HeaderRule("nieuw.xml", "application/rss+xml; charset=utf-8", (POLLED, OPEN)),
    HeaderRule("nieuwsbrief.xml", "application/rss+xml; charset=utf-8", (POLLED, OPEN)),
    # A letter for mail programs, that search engines leave alone; its pages say so themselves.
    HeaderRule(".eml", "message/rfc822", (FRESH, HIDDEN)),
    HeaderRule(".md", "text/markdown; charset=utf-8", (FRESH, HIDDEN)),
    HeaderRule(".txt", "text/plain; charset=utf-8", (FRESH, HIDDEN)),
    HeaderRule(".json", "application/json; charset=utf-8", (POLLED, OPEN)),
    HeaderRule(".html", "text/html; charset=utf-8", (FRESH,)),
    HeaderRule(".css", "text/css; charset=utf-8", (HOUR,)),
    HeaderRule(".js", "text/javascript; charset=utf-8", (HOUR,)),
    HeaderRule(".svg", "image/svg+xml", (DAY,)),
    HeaderRule(".webp", "image/webp", (DAY,)),
    HeaderRule(".png", "image/png", (DAY,)),
    HeaderRule(".jpg", "image/jpeg", (DAY,)),
    HeaderRule(".webmanifest", "application/manifest+json; charset=utf-8", (DAY,)),
)
_PLAIN_PATH = re.compile(r"(?:/[A-Za-z0-9._-]+)*\Z")


def rule_for(path: str) -> HeaderRule | None:
    """Takes a path; gives the rule for this file; None where a server's own ways are fine."""
    return next((rule for rule in RULES if re.search(rule.pattern, path)), None)


def headers_for(path: str) -> tuple[Header, ...]:
    """Takes a path; gives all headers of this file, its type first."""
    rule = rule_for(path)
    return EVERY_FILE if rule is None else (("Content-Type", rule.type), *rule.headers, *EVERY_FILE)


def server_files(build: SiteBuild) -> Outcome:
    """Takes the build of a site; gives `_headers` for static hosts and `.htaccess` for Apache; a site that stands
    elsewhere never reads them.
    """
    yield Asset("_headers", lambda: static_host(RULES).encode())
    yield Asset(".htaccess", lambda: apache(RULES, urlsplit(build.address).path).encode())


def static_host(rules: Iterable[HeaderRule]) -> str:
    """Takes rules; gives the form of Netlify and Cloudflare Pages, where `*` also stands for slashes."""
    lines = ["# Gemaakt door meedoen.", "/*", *(f"  {name}: {value}" for name, value in EVERY_FILE)]
    for rule in rules:
        own = [f"  {name}: {value}" for name, value in (("Content-Type", rule.type), *rule.headers)]
        lines += [f"/*{rule.ending}", *own]
        if rule.ending == ".html":
            lines += ["/", *own]  # the home page has no name in its address
    return "\n".join(lines) + "\n"


def apache(rules: Sequence[HeaderRule], folder: str = "") -> str:
    """Takes rules and the path of the site's address; gives an `.htaccess` for Apache 2.4 that needs no more than
    `AllowOverride FileInfo`.

    `folder` is the path of the site's address, for the page for addresses that don't exist.
    """
    lines = ["# Gemaakt door meedoen. Werkt met: AllowOverride FileInfo"]
    folder = folder.rstrip("/")
    if _PLAIN_PATH.match(folder):
        lines.append(f"ErrorDocument 404 {folder}/404.html")
    lines += _if("mod_headers.c", (f'Header set {name} "{value}"' for name, value in EVERY_FILE))
    for rule in rules:
        own = _if("mod_headers.c", (f'Header set {name} "{value}"' for name, value in rule.headers))
        lines += [f'<FilesMatch "{rule.pattern}">', f'  ForceType "{rule.type}"', *_indented(own), "</FilesMatch>"]
    types = [rule.media_type for rule in rules if rule.is_text]
    # mod_deflate changes the ETag that it sends, and does not know it again (Apache bug 45023): each poll would be sent
    # the whole calendar.
    small = _if("mod_filter.c", [f"AddOutputFilterByType DEFLATE {' '.join(types)}"])
    known = _if("mod_headers.c", ["RequestHeader edit If-None-Match '-gzip\"' '\"'"])
    lines += _if("mod_deflate.c", [*small, *known])
    return "\n".join(lines) + "\n"


def nginx(rules: Iterable[HeaderRule] = RULES) -> str:
    """Takes rules; gives lines for inside the `server` block of nginx.

    Complete for each kind of file: `add_header` is not inherited.
    """
    every = [f'add_header {name} "{value}" always;' for name, value in EVERY_FILE]
    lines = ["# Gemaakt door `meedoen documentatie`. Zet in het server-blok: include …/nginx.conf;", *every]
    for rule in rules:
        own = [f"types {{ {rule.media_type} {rule.ending.rpartition('.')[2]}; }}"]
        if rule.charset:
            own += [f"charset {rule.charset};"]
            own += [f"charset_types {rule.media_type};"] if rule.media_type != "text/html" else []
        if rule.is_text:
            own += ["gzip on;", "gzip_vary on;"]
            own += [f"gzip_types {rule.media_type};"] if rule.media_type != "text/html" else []
        own += [f'add_header {name} "{value}";' for name, value in rule.headers] + every
        lines += ["", f"location ~ {rule.pattern} {{", *_indented(own, 4), "}"]
    return "\n".join(lines) + "\n"


def _if(module: str, lines: Iterable[str]) -> list[str]:
    return [f"<IfModule {module}>", *_indented(lines), "</IfModule>"]


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + line for line in lines)
