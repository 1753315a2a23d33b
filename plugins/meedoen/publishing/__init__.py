"""Layer 5, an edge: read the disk, share the work between two processes, write the sites, switch them in whole."""
