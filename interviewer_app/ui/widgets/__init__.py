"""Small widgets shared by the screens, one per module; they know colours and words, never the program."""
