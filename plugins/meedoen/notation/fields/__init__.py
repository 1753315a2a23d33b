"""From the tree of one file to typed values, by the field table."""
