"""The sub-commands, one module a subject: all that needs no window, and no Qt. For __main__."""
