"""The only rooms that know SQLite. Imported by controllers, app and cli."""
