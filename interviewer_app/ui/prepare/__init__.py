"""The screen before a call: candidate, opening, kit, plan. Imported by app."""
