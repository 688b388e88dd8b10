"""The review screen: categories settled beside their evidence, points for page 1, the recommendation."""
