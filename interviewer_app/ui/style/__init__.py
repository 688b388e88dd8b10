"""Colours, type, icons and the drawing of every standard control. For ui and app."""
