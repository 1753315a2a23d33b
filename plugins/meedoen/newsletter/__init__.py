"""A newsletter edition: from the agenda in a window to a letter, and the letter as mail tools take it.

`archive_reader` makes an archive of the files; `gathering` a candidate of an activity; `composition` has the rules,
`change_notice` what readers must hear, `dateline` when something is, in one line. A `draft` is a letter without
addresses, which `lock` keeps; `letter_builder` gives a build its letters. `exports` names all files of a letter:
`export_profile` has the mail programs and their marks, `mail_context` what the template of a mail gets for one of them,
`escaping` keeps what somebody typed from being read as code, `mail_style` has the colours. `selection`, `listing` and
`docx` make lists.
"""
