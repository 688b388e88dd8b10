"""Strengths, concerns and unknowns for page 1. For ui/review only."""
