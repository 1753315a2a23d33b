"""What somebody proposes, read from the disk and from Git, and how it will look.

`proposal_reader` makes a proposal of the bytes, `queue` reads what waits, `preview` writes the page that shows it.
"""
