"""Widgets that draw views and report wishes: no rules, no SQL, no PDF. Imported by app only."""
