"""The home screen: interviews as a table. Imported by ui/window.py and app."""
