"""Interviews listed and shown. For cli/main.py."""

import argparse

from interviewer_app.cli import data, output
from interviewer_app.exchange import listings, markdown, records


def list_interviews(arguments: argparse.Namespace) -> int:
    """List interviews, those that need somebody first."""
    rows = listings.every_row(data.reader(arguments))
    wanted = (row for row in rows if arguments.phase in ("", row.phase))
    if arguments.json:
        output.print_lines(listings.json_list(map(listings.row_record, wanted)))
    else:
        now = data.now().utc
        output.print_lines(listings.row_line(row, now) for row in wanted)
    return output.DONE


def show(arguments: argparse.Namespace) -> int:
    """Print one interview."""
    reader = data.reader(arguments)
    [(summary, phase)] = data.summaries(reader, [listings.find(reader, arguments.id)])
    if arguments.json:
        print(records.to_json(summary, phase).decode("utf-8"), end="")
    else:
        print(markdown.plain(summary), end="")
    return output.DONE


COMMANDS = {"list": list_interviews, "show": show}
