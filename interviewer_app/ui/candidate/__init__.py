"""The candidate view: a window of its own that holds nothing but the question, safe to share."""
