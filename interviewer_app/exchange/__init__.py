"""Shapes other programs read: JSON, CSV, Markdown. Imported by controllers, app and cli."""
