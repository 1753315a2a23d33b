"""One file: from its text to fields with their place; dates, times and recurrence in Dutch.

`text/` makes a tree of texts and says everything that can be wrong with its form; `schema/` has the field tables, the
one truth for validation, documents, form and editor; by them `fields/` makes typed values; `time/` reads dates, times
and recurrence as people write them; `markup` makes safe HTML of the Markdown of strangers.
"""
