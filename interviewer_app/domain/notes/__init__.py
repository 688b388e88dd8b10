"""Notes as lines of text, and what is found in them. Everybody may import it."""
