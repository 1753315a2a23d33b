"""Results as values and bytes, one module for each output; the edges put them on disk.

`site_build` is what each is given; `letter` is a newsletter as a value. `subscription` says which calendars there are,
`calendars` and `calendar/` write them; `schema_org` has the words that `data` and `linked_data` share; `search_index`
what can be found; `form` the questions with which somebody proposes an activity, `form_data` and `form_messages` what
its script has to know.
"""
