"""The parts of screenshots.py."""
