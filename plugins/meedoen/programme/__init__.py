"""One thing at a time: from the fields of one file to a value: activity, place, partner, list.

`network` is everything that an activity may refer to; `scheme` has the colours of a municipality and what they must be
told apart from, `accent` judges those that it chose; `advice` has the hints for who writes.
"""
