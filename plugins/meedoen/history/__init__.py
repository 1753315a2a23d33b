"""Layer 5, an edge: what Git remembers of the content, as a revision of each activity."""
