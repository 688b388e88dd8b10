"""Interviews written into a folder: packets, data, text. For cli/main.py."""

import argparse
import hashlib
from contextlib import suppress
from pathlib import Path

from interviewer_app import __version__
from interviewer_app.cli import data, output
from interviewer_app.domain import errors
from interviewer_app.domain.changes import Exported
from interviewer_app.domain.packet.summary import Summary
from interviewer_app.domain.phase import Phase
from interviewer_app.exchange import files, listings, markdown, records, tables
from interviewer_app.report import pdf
from interviewer_app.storage.lock import FolderLock
from interviewer_app.storage.writer import Writer
from interviewer_app.text import _


def export(arguments: argparse.Namespace) -> int:
    """Write packets or data into a folder, and print where."""
    reader, folder = data.reader(arguments), Path(arguments.to).expanduser()
    if arguments.all:
        ids = list(reader.ids(Phase.LIVE, Phase.TO_REVIEW, Phase.FINALISED))
    else:
        ids = list(dict.fromkeys(listings.find(reader, wanted) for wanted in arguments.ids))
    if arguments.format == "csv":
        lines = tables.csv_lines(data.summaries(reader, ids))
        print(files.write_new(folder, "interviews.csv", lines))
        return output.DONE
    done: list[Exported] = []
    try:
        for summary, phase in data.summaries(reader, ids):
            _export_one(folder, arguments.format, summary, phase, done)
    finally:
        _remember(data.database(arguments), done)
    return output.DONE


def _export_one(folder: Path, form: str, summary: Summary, phase: Phase, done: list[Exported]) -> None:
    """Write one interview and print its path; a finished packet is added to `done`."""
    name = Path(pdf.file_name(summary)).with_suffix(f".{form}").name
    match form:
        case "json":
            written = records.to_json(summary, phase)
        case "md":
            written = markdown.markdown(summary).encode("utf-8", "replace")
        case _:
            packet = pdf.packet(summary, app_version=__version__)
            written = packet.data
            if packet.missing:
                told = _("{name}: no font for {characters}; boxes stand in their place.")
                output.complain(told.format(name=name, characters=" ".join(packet.missing)))
    path = files.write_new(folder, name, (written,))
    print(path)
    if summary.draft:
        output.complain(_("{name}: not finalised, written as a draft.").format(name=path.name))
    elif form == "pdf":
        digest = hashlib.sha256(written).hexdigest()
        done.append(Exported(summary.interview_id, data.now().utc, str(path.absolute()), digest))


def _remember(path: Path, done: list[Exported]) -> None:
    """Let the library know of written packets, if nobody else is writing in it just now."""
    if not done:
        return
    # Without the lock the files are there all the same, and they are what was asked for.
    with suppress(errors.StoreBusy, errors.ReadOnlyStore), FolderLock(path.parent):
        writer = Writer(path, lambda _event: None, now=lambda: data.now().utc)
        writer.start()
        writer.put(tuple(done))
        writer.close()


COMMANDS = {"export": export}
