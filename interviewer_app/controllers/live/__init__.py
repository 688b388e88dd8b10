"""The call: one controller, its parts, and the views they emit. Imported by ui and app."""
