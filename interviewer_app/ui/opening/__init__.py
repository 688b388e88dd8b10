"""The screen of openings: what is known of a position before anybody is interviewed. Imported by app."""
