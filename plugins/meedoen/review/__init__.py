"""What a reviewer needs to know of a proposal: what it changes, what deserves a look, and how it will look.

`summary` is the page, `hints` the table of what deserves a look; `safe_markdown` keeps texts of strangers from doing
anything in it.
"""
