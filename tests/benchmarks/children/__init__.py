"""Programs the benchmarks start and watch from outside."""
