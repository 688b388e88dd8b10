"""What the screens ask and show, as frozen views and signals. QtCore only; imported by ui and app."""
