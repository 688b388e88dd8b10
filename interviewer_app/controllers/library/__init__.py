"""The list of interviews, which starts first. Imported by ui and app."""
