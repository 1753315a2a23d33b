"""What usually breaks: in a working copy, in an output folder, at a published address."""
