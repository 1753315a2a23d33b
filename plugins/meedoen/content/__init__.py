"""The content folder: what may stand where in it, and its bytes, from the disk or from Git."""
