"""The prompt of the call: words, checks, material, questions about it. For the live screen."""
