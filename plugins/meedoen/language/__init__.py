"""Layer 0: words. Problems and the rules behind them, Dutch dates and lists, near misses, slugs."""
