"""The home screen: interviews as a table. Imported by ui/shell and app."""
