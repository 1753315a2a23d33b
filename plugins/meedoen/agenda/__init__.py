"""Layer 3: all together. The files become a library; a site and a window pick from it what one agenda shows."""
