// Placeholder until the fonts are chosen.
