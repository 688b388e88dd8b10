"""The command line: one parser, and the subject of a sub-command loaded when it is called. For __main__.

Storage, kits, report and exchange load with their subject, so that --help answers at once.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import NoReturn

from interviewer_app import __version__
from interviewer_app.cli.output import BUSY, DONE, FAILED, INVALID, USAGE, complain
from interviewer_app.domain import errors
from interviewer_app.domain.phase import Phase
from interviewer_app.text import _

_MOST_DEMOS = 1_000_000

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str]) -> int:
    """Run one sub-command; returns the exit code and never raises for a Problem."""
    try:
        arguments = _parser().parse_args(argv)
        with ExitStack() as arguments.opened:
            return _commands(arguments.subject)[arguments.command](arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except errors.Problem as problem:
        complain(problem.line())
        return exit_code(problem)


def _commands(subject: str) -> Mapping[str, Command]:
    """The sub-commands of a subject."""
    if subject == "kits":
        from interviewer_app.cli.kits import COMMANDS
    elif subject == "interviews":
        from interviewer_app.cli.interviews import COMMANDS
    elif subject == "export":
        from interviewer_app.cli.export import COMMANDS
    elif subject == "database":
        from interviewer_app.cli.database import COMMANDS
    else:
        from interviewer_app.cli.demo import COMMANDS
    return COMMANDS


def exit_code(problem: errors.Problem) -> int:
    """What a Problem means to a script."""
    match problem:
        case errors.KitProblem() | errors.NotOurFile() | errors.DamagedFile():
            return INVALID
        case errors.StoreBusy() | errors.NewerFile():
            return BUSY
        case _:
            return FAILED


class _Parser(argparse.ArgumentParser):
    # typing_extensions and its @override would cost 10 ms of every --help.
    def error(self, message: str) -> NoReturn:  # type: ignore[explicit-override]
        complain(f"{self.prog}: {' '.join(message.split())}")
        raise SystemExit(USAGE)


def _parser() -> _Parser:
    about = _("Structured interviews on your own computer. Without a command the window opens.")
    parser = _Parser(prog="interviewer-app", description=about)
    parser.add_argument("--version", action="version", version=f"Interviewer {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", default="", help=_("keep everything in this folder"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    kit = commands.add_parser("kit", help=_("check kit files, list kits")).add_subparsers(
        metavar="COMMAND", required=True
    )
    one = _command(kit, "check", _("say everything that is wrong with kit files"), "kits", listing=True)
    one.add_argument("files", nargs="+", metavar="FILE")
    _command(kit, "list", _("list the kits that come with the program"), "kits", listing=True)
    one = _command(
        commands, "list", _("list interviews, those that need you first"), "interviews", listing=True
    )
    one.add_argument("--phase", choices=[phase.value for phase in Phase], default="")
    one = _command(commands, "show", _("print one interview"), "interviews", listing=True)
    one.add_argument("id", metavar="ID", help=_("beginning of its id or of the candidate's name"))
    _export_options(_command(commands, "export", _("write packets or data into a folder"), "export"))
    _command(commands, "backup", _("write a copy of the database"), "database").add_argument(
        "file", metavar="FILE"
    )
    one = _command(commands, "restore", _("put a copy in the place of the database"), "database")
    one.add_argument("file", metavar="FILE")
    _command(commands, "check", _("say whether the database is sound"), "database", listing=True)
    one = _command(commands, "demo", _("add made-up interviews"), "demo")
    one.add_argument("--count", type=_count, default=20, metavar="N", help=_("how many, 20 unless said"))
    one.add_argument("--seed", type=int, metavar="S", help=_("the same seed makes the same interviews"))
    return parser


def _export_options(one: argparse.ArgumentParser) -> None:
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", nargs="*", default=[], metavar="ID", help=_("beginning of an id or a name"))
    which.add_argument("--all", action="store_true", help=_("every interview that was begun"))
    one.add_argument("--to", required=True, metavar="DIR", help=_("a folder that is there"))
    one.add_argument("--format", choices=("pdf", "json", "csv", "md"), default="pdf")


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    help_text: str,
    subject: str,
    *,
    listing: bool = False,
) -> argparse.ArgumentParser:
    one = commands.add_parser(name, help=help_text, description=help_text)
    one.set_defaults(subject=subject, command=name)
    # Without a default, so that the folder given before the command is not forgotten.
    one.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if listing:
        one.add_argument("--json", action="store_true", help=_("print JSON"))
    return one


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_DEMOS:
        raise argparse.ArgumentTypeError(_("a number from 1 to {most}").format(most=f"{_MOST_DEMOS:,}"))
    return int(text)
