"""Openings, and what follows from every answer. Imported by ui and app."""
