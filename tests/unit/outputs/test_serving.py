from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from tests.builders import agenda, site

from meedoen.outputs import serving
from meedoen.outputs.serving import EVERY_FILE, RULES, HeaderRule
from meedoen.outputs.site_build import Asset

CSP = "Content-Security-Policy"
NOSNIFF = ("X-Content-Type-Options", "nosniff")
GUARDS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
POLLED = ("Cache-Control", "max-age=900, must-revalidate")
HIDDEN = ("X-Robots-Tag", "noindex")
OPEN = ("Access-Control-Allow-Origin", "*")
ONE = (HeaderRule(".ics", "text/calendar; charset=utf-8", (POLLED, OPEN)),)


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("agenda.ics", (("Content-Type", "text/calendar; charset=utf-8"), POLLED, OPEN)),
        ("activiteit/x.ics", (("Content-Type", "text/calendar; charset=utf-8"), POLLED, OPEN)),
        ("/papendrecht/nieuw.xml", (("Content-Type", "application/rss+xml; charset=utf-8"), POLLED, OPEN)),
        ("activiteiten.json", (("Content-Type", "application/json; charset=utf-8"), POLLED, OPEN)),
        ("index.html", (("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-cache"))),
        ("theme/style.css", (("Content-Type", "text/css; charset=utf-8"), ("Cache-Control", "max-age=3600"))),
        ("beeld/x-480.webp", (("Content-Type", "image/webp"), ("Cache-Control", "max-age=86400"))),
        ("theme/delen.png", (("Content-Type", "image/png"), ("Cache-Control", "max-age=86400"))),
        (
            "manifest.webmanifest",
            (("Content-Type", "application/manifest+json; charset=utf-8"), ("Cache-Control", "max-age=86400")),
        ),
        ("sitemap.xml", ()),
        ("robots.txt", (("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-cache"), HIDDEN)),
        ("nieuwsbrief.xml", (("Content-Type", "application/rss+xml; charset=utf-8"), POLLED, OPEN)),
        ("nieuwsbrief/x/concept.eml", (("Content-Type", "message/rfc822"), ("Cache-Control", "no-cache"), HIDDEN)),
        ("beeld/x-brief.jpg", (("Content-Type", "image/jpeg"), ("Cache-Control", "max-age=86400"))),
        ("agenda.ics.html", (("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-cache"))),
        ("vernieuw.xml", ()),
    ],
)
def test_headers_of_a_file(path: str, headers: tuple[tuple[str, str], ...]) -> None:
    assert serving.headers_for(path) == (*headers, *EVERY_FILE)


def test_every_file_is_guarded() -> None:
    assert (NOSNIFF, *GUARDS) == EVERY_FILE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ending)
def test_header_comes_from_one_place(rule: HeaderRule) -> None:
    """Hosts that read `_headers` join two values of one name with a comma."""
    names = [name for name, _ in (("Content-Type", ""), *rule.headers, *EVERY_FILE)]
    assert [name for name, number in Counter(names).items() if number > 1] == []
    assert [other.ending for other in RULES if re.search(other.pattern, f"a/{rule.ending}")] == [rule.ending]


@pytest.mark.parametrize("rule", [*RULES, HeaderRule("", "text/plain", EVERY_FILE)], ids=lambda rule: rule.ending)
def test_values_need_no_quoting(rule: HeaderRule) -> None:
    values = [rule.ending, rule.type, *(part for header in rule.headers for part in header)]
    assert [value for value in values if not re.fullmatch(r"[\x20-\x7e]*", value) or set(value) & set('"\\$%')] == []


def test_form_for_static_hosts() -> None:
    assert serving.static_host(ONE).split("\n") == [
        "# Gemaakt door meedoen.",
        "/*",
        "  X-Content-Type-Options: nosniff",
        *(f"  {name}: {value}" for name, value in GUARDS),
        "/*.ics",
        "  Content-Type: text/calendar; charset=utf-8",
        "  Cache-Control: max-age=900, must-revalidate",
        "  Access-Control-Allow-Origin: *",
        "",
    ]


def test_home_page_of_a_static_host_has_the_headers_of_a_page() -> None:
    blocks = re.split(r"\n(?=/)", serving.static_host(RULES).rstrip("\n"))[1:]
    found = dict(block.split("\n", 1) for block in blocks)
    assert found["/"] == found["/*.html"]
    assert list(found) == [
        "/*",
        *(each for rule in RULES for each in ([f"/*{rule.ending}"] + ["/"] * (rule.ending == ".html"))),
    ]


def test_form_for_apache() -> None:
    assert serving.apache(ONE, "/papendrecht/").split("\n") == [
        "# Gemaakt door meedoen. Werkt met: AllowOverride FileInfo",
        "ErrorDocument 404 /papendrecht/404.html",
        "<IfModule mod_headers.c>",
        '  Header set X-Content-Type-Options "nosniff"',
        *(f'  Header set {name} "{value}"' for name, value in GUARDS),
        "</IfModule>",
        r'<FilesMatch "\.ics$">',
        '  ForceType "text/calendar; charset=utf-8"',
        "  <IfModule mod_headers.c>",
        '    Header set Cache-Control "max-age=900, must-revalidate"',
        '    Header set Access-Control-Allow-Origin "*"',
        "  </IfModule>",
        "</FilesMatch>",
        "<IfModule mod_deflate.c>",
        "  <IfModule mod_filter.c>",
        "    AddOutputFilterByType DEFLATE text/calendar",
        "  </IfModule>",
        "  <IfModule mod_headers.c>",
        "    RequestHeader edit If-None-Match '-gzip\"' '\"'",
        "  </IfModule>",
        "</IfModule>",
        "",
    ]


@pytest.mark.parametrize("folder", ["/a b", "/x\nRedirect / https://elders.example", '/"', "/é"])
def test_folder_that_is_no_plain_path_is_left_out(folder: str) -> None:
    assert "ErrorDocument" not in serving.apache(ONE, folder)


def test_form_for_nginx() -> None:
    assert serving.nginx(ONE).split("\n") == [
        "# Gemaakt door `meedoen documentatie`. Zet in het server-blok: include …/nginx.conf;",
        'add_header X-Content-Type-Options "nosniff" always;',
        *(f'add_header {name} "{value}" always;' for name, value in GUARDS),
        "",
        r"location ~ \.ics$ {",
        "    types { text/calendar ics; }",
        "    charset utf-8;",
        "    charset_types text/calendar;",
        "    gzip on;",
        "    gzip_vary on;",
        "    gzip_types text/calendar;",
        '    add_header Cache-Control "max-age=900, must-revalidate";',
        '    add_header Access-Control-Allow-Origin "*";',
        '    add_header X-Content-Type-Options "nosniff" always;',
        *(f'    add_header {name} "{value}" always;' for name, value in GUARDS),
        "}",
        "",
    ]


def test_files_of_a_site_know_where_it_stands() -> None:
    build = replace(site(agenda()), address="https://agenda.example.org/papendrecht")
    found = {each.path: each.content().decode() for each in serving.server_files(build) if isinstance(each, Asset)}
    assert found == {"_headers": serving.static_host(RULES), ".htaccess": serving.apache(RULES, "/papendrecht")}
