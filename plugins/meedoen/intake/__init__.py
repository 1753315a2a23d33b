"""A proposal of a stranger in Git → only the files of it that may be read, without a checkout."""
