"""Layer 5, an edge: a published release: built apart, checked, switched in whole, and kept to go back to."""
