"""The kit library, its import report and the kit editor. Imported by app."""
