"""The one window around the screens. For app."""
