"""Sheets over the window: keys, preferences, about, and the page of a dead end. Imported by ui/shell."""
