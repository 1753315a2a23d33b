"""Pages to bytes: the renderer, and the template context of each language."""
