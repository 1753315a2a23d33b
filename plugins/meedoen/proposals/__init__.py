"""Layer 5, an edge: what somebody proposes, read from the disk and from Git, and how it will look."""
