"""The screen of openings."""
