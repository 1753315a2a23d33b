"""Layer 5, an edge: the command `meedoen`."""
