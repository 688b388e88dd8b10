"""Kit files: what is wrong with them, and the kits that come with the program. For cli/main.py."""

import argparse
from pathlib import Path

from interviewer_app.cli import output
from interviewer_app.exchange import listings
from interviewer_app.kits import library
from interviewer_app.text import _


def check(arguments: argparse.Namespace) -> int:
    """Say everything that is wrong with kit files."""
    found = library.read_files(map(Path, arguments.files))
    if arguments.json:
        output.print_lines(listings.json_list(map(listings.finding_record, found.findings)))
    else:
        for finding in found.findings:
            output.complain(finding.text())
        counts = _("Kits: {kits}. Errors: {errors}. Warnings: {warnings}.")
        fatal, told = len(found.errors), len(found.findings)
        print(counts.format(kits=len(found.kits), errors=fatal, warnings=told - fatal))
    return output.INVALID if found.errors else output.DONE


def list_kits(arguments: argparse.Namespace) -> int:
    """List the kits that come with the program."""
    shelf = library.shipped()
    if arguments.json:
        output.print_lines(listings.json_list(map(listings.kit_record, shelf.kits)))
    else:
        output.print_lines(map(listings.kit_line, shelf.kits))
    return output.DONE


COMMANDS = {"check": check, "list": list_kits}
