"""The call: its acts, its clocks, its plan. Everybody may import it."""
