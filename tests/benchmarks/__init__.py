"""What the program costs, each figure beside its floor in the same run; never passes, never fails."""
