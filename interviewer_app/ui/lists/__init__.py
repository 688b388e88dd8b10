"""One table for every list of rows. For the screens of ui."""
