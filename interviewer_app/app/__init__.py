"""The only place that builds things: wiring, logging, crash hook. Imported by __main__ only."""
