"""Controllers on a real database and a clock moved by hand."""
