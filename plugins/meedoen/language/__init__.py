"""Words: problems and the rules behind them, Dutch dates and lists, near misses, slugs; the languages of a site."""
