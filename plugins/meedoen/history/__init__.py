"""What Git remembers of the content, as a revision of each activity.

`past` is the door; `versions` reads each version of a file once and `cache` keeps what was read beside Git's own files;
`fingerprint` says when two versions look the same to a subscriber, `reference_names` which names meant the same record
in which commit, `change_counts` adds up the commits with which something changed.
"""
