"""Preview: every site under one address, faults left out and named on `problemen.html`."""

from pathlib import Path

HERE = Path(__file__).resolve().parent

SITENAME = "Meedoen"
SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "UTC"  # Pelican wants one for articles, of which there are none; ours is `tijdzone` in organisatie.yaml
DEFAULT_LANG = "nl"

PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
PLUGIN_PATHS = [str(HERE / "plugins")]
PLUGINS = ["meedoen"]

# Autoescape is off in Pelican by default.
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# Pelican reads the maintainers' pages and nothing else; everything is written by the plugin.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["paginas"]
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
READERS = {"html": None, "htm": None, "rst": None, "markdown": None, "mkd": None, "mdown": None}
INTRASITE_LINK_REGEX = "(?!)(?P<what>)"  # matches nothing: no {attach} and no {static}
FORMATTED_FIELDS: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
CACHE_CONTENT = False
DELETE_OUTPUT_DIRECTORY = False

MEEDOEN_STRICT = False
MEEDOEN_OWN_ADDRESSES = False
