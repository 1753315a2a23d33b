"""Layer 2: one thing at a time. From the fields of one file to a value: activity, place, partner, list."""
