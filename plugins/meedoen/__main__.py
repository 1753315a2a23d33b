"""`python -m meedoen`: the command, for who has no scripts on the path."""

from __future__ import annotations

import sys

from meedoen.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
