"""What a reviewer needs to know of a proposal: what it changes, what deserves a look, and how it will look."""
