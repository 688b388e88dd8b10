"""The only rooms that know reportlab: a Summary in, PDF bytes out. Imported by controllers, app and cli."""
