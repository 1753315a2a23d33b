"""What Git remembers of the content, as a revision of each activity.

`past` is the door; `versions` reads each version of a file once and `cache` keeps what was read beside Git's own files;
`fingerprint` says when two versions look the same to a subscriber, `plain_references` lets one be read by itself,
`reference_names` says which names meant the same record in which commit, `change_counts` adds up the commits with which
something changed.
"""
