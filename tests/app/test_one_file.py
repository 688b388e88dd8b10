"""After a clean end the database is one file, and a copy of that file alone holds everything."""

import shutil
from pathlib import Path

import pytest

from interviewer_app.domain.listing import Query
from interviewer_app.settings import DATABASE
from interviewer_app.storage.reader import Reader
from tests.app import outside

SAVE_AND_END = """
import os, signal
from PySide6.QtCore import QTimer

usual = wiring.Program.after_first_paint

def end(program, view):
    if program.keeper.reader.counts().all and not program.keeper.waiting():
        END

def after(program):
    usual(program)
    program.keeper.saved.connect(lambda view: QTimer.singleShot(0, lambda: end(program, view)))
    program.library.try_sample()

wiring.Program.after_first_paint = after
"""


@pytest.mark.parametrize(
    "end",
    [
        "program.window.close()",
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os.kill(os.getpid(), signal.SIGHUP)",
    ],
)
def test_a_copy_of_the_one_file_holds_the_interview(tmp_path: Path, end: str) -> None:
    folder = tmp_path / "data"
    done = outside.run(folder, SAVE_AND_END.replace("END", end))
    assert (done.returncode, outside.said(done)) == (0, "")
    assert [path.name for path in folder.glob("interviews*")] == [DATABASE]
    copy = tmp_path / "copy.db"
    shutil.copy(folder / DATABASE, copy)
    reader = Reader(copy)
    try:
        rows = reader.page(Query()).rows
        assert [row.sample for row in rows] == [True]
        assert reader.load(rows[0].id).notes
    finally:
        reader.close()
