"""What an interview is: frozen data and pure functions. Standard library only; everybody may import it."""
