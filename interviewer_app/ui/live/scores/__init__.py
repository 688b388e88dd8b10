"""The score bar and the score panel. For the live screen and the ribbon."""
