"""Where something stands in a kit file. Everybody may import it."""

Path = tuple[str | int, ...]
"""Names of fields and numbers of rows, from the top of the file."""
