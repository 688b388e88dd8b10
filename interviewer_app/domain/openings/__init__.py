"""What is known of a position, and what follows from it for its interviews. Everybody may import it."""
