"""Where the program begins: a sub-command runs without Qt, none opens the window. Nobody imports it."""

import gc
import os
import sys
from io import TextIOWrapper

FOLDER = "--data-dir"

INTERRUPTED, PIPE_CLOSED = 130, 141
"""128 and the signal's number, as shells count: stopped by Ctrl+C; nobody reads our output any more."""


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    folder, rest = _split(arguments)
    if folder is None or rest:
        return _command_line(arguments)
    from interviewer_app.settings import data_folder

    target = data_folder(folder)
    # From here on app/garbage.py decides when to collect; before the first paint there is nothing to find.
    gc.disable()
    # Qt is loaded here and nowhere on the way to a sub-command.
    from interviewer_app.app.main import run

    return run(target)


def _split(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The data folder asked for, and everything else; None for a folder option without a folder."""
    match arguments:
        case [option, folder, *rest] if option == FOLDER and folder:
            return folder, rest
        case [option, *rest] if option.startswith(FOLDER + "=") and len(option) > len(FOLDER) + 1:
            return option.removeprefix(FOLDER + "="), rest
        case [option, *rest] if option.startswith(FOLDER):
            return None, rest
        case _:
            return "", arguments


def _command_line(arguments: list[str]) -> int:
    """A sub-command as a citizen of the shell: any name can be printed, pipes may close, Ctrl+C stops it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        from interviewer_app.cli.main import main as command_line

        code = command_line(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain about the same pipe once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(main())
