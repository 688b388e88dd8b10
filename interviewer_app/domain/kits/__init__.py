"""Kits as an interview uses them: prompts, scorecards, checklists, scripts. Everybody may import it."""
