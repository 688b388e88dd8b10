"""The live screen: prompt, notes, clocks and scores during the call."""
