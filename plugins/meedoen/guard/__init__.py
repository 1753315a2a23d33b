"""What subscribers will notice between the calendars that are online and those that will be.

`published_output` reads two outputs, `event_dates` works out when their events are, as a calendar program would;
`kinds` is the table of what can happen to a subscriber, `output_comparison` gives all findings.
"""
