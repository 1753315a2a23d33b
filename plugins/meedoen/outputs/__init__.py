"""Layer 4: results. One module per output: what is in it, as values and bytes; the edges put it on disk."""
