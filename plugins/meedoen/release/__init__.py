"""A published release: built apart, checked, compared, switched in whole, and kept to go back to."""
