"""From the bytes of one file to a tree of text with places; everything that can be wrong with its form."""
