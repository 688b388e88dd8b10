"""One category of the review beside its evidence. For ui/review only."""
