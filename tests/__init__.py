"""Proof, by doing the real thing, that the package keeps its promises."""
