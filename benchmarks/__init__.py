"""How long a whole build takes, and how much memory, next to Hugo on the same content."""
