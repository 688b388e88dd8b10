"""An interview as a committee reads it. Everybody may import it."""
