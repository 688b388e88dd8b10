"""The ribbon: the call in a strip beside another window."""
