"""The packet: made, looked at, written. Imported by ui and app."""
