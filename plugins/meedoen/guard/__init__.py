"""Layer 5, an edge: what subscribers will notice between the calendars that are online and those that will be."""
