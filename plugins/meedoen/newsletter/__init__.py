"""A newsletter edition: from the agenda in a window to a letter, and the letter as mail tools take it."""
