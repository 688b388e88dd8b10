"""The kit library and the kit editor. Imported by ui and app."""
