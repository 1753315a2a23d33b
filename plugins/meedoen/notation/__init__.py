"""Layer 1: notation. From the text of one file to fields with their place; dates, times and recurrence in Dutch."""
