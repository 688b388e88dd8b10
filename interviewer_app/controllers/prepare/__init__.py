"""Before the call. Imported by ui and app."""
