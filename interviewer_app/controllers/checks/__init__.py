"""Checklists and flags, in the call and after it. Imported by controllers, ui and app."""
