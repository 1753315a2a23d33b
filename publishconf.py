"""Publishing: every site at its own address; one fault in the content and nothing is replaced."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403

SITEURL = ""
MEEDOEN_STRICT = True
MEEDOEN_OWN_ADDRESSES = True
