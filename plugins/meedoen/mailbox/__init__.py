"""Mails with an activity in them, as mail programs mangle them, become checked files on a branch."""
