"""Kit text in, Kit out, or every problem at once. Imported by controllers, app and cli."""
