"""Layer 5, an edge: what usually breaks in a working copy, an output folder and at a published address."""
