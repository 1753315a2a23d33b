"""Dates, times and recurrence as people write them in Dutch."""
