"""The shards of a build, shared between two processes; the output folder, switched in whole; the regional home.

`run` is one build, `build_job` what is to be built, `build_plan` names all outputs; `quarantine` puts the last good
version in the place of a bad file.
"""
