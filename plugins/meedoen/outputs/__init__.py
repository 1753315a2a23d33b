"""Results as values and bytes, one module for each output; the edges put them on disk.

`build_plan` names them all; `site_build` is what each is given. `subscription` says which calendars there are,
`calendars` and `calendar/` write them; `schema_org` has the words that `data` and `linked_data` share; `search_index`
what can be found; `form` the questions with which somebody proposes an activity, `form_data` and `form_messages` what
its script has to know.
"""
