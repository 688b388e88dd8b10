"""The parts of the view of checklists, and the lines to tick that other screens share. For ui."""
