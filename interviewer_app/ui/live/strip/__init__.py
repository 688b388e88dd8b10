"""The pace strip and the line over it. For the live screen."""
