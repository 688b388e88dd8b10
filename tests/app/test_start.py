"""What is loaded when the library is painted for the first time. Everything else waits until it is needed."""

import json
from pathlib import Path
from typing import TypedDict

import pytest

from interviewer_app.domain.interview import Phase
from interviewer_app.storage import bulk, migrations
from tests.app import outside
from tests.builders import NOON, an_interview

# Stops where the program begins to do what the first paint does not need.
LIST_MODULES = """
import json
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

painted = []

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            painted.append(watched.objectName())
        return False

def stop(program):
    found = sorted(set(sys.modules) - bare)
    QApplication.instance().quit()
    print(json.dumps({"modules": found, "painted": painted, "shown": program.window.scope}))

def build(program, problem, usual=wiring.Program.build):
    program.eye = Eye()
    QApplication.instance().installEventFilter(program.eye)
    usual(program, problem)

wiring.Program.build = build
wiring.Program.after_first_paint = stop
"""

HEAVY = {
    "asyncio": "nothing here waits on a network",
    "concurrent": "the writer is the one thread",
    "email": "comes with importlib.metadata",
    "html": "no markup is read",
    "http": "the program is offline",
    "importlib.metadata": "versions are for About",
    "inspect": "comes with frameworks that look at code",
    "logging": "the log opens behind the first paint",
    "msgspec": "kits are read when one is chosen",
    "numpy": "never",
    "PIL": "comes with reportlab",
    "platformdirs": "asked only where no folder is given",
    "pypdfium2": "draws the packet",
    "PySide6.QtDBus": "asks the system not to sleep during a call",
    "PySide6.QtNetwork": "the doorbell hangs up behind the first paint",
    "PySide6.QtSvg": "icons are drawn without it",
    "reportlab": "draws the packet",
    "sqlite_utils": "migrates and exports",
    "tempfile": "export writes to one",
    "threading": "the writer starts behind the first paint",
    "tomllib": "kits are read when one is chosen",
    "unicodedata": "folds words when somebody filters",
    "unittest": "never",
    "urllib": "the program is offline",
    "uuid": "a new interview needs one",
    "interviewer_app.domain.kit": "the shape of kits",
    "interviewer_app.domain.interview": "the shape of interviews",
    "interviewer_app.exchange": "import and export",
    "interviewer_app.kits": "kits are read when one is chosen",
    "interviewer_app.report": "draws the packet",
    "interviewer_app.storage.writer": "writes behind the first paint",
    "interviewer_app.app.awake": "a call begins later",
    "interviewer_app.ui.beside": "a call begins later",
    "interviewer_app.ui.candidate": "opened by hand",
    "interviewer_app.ui.dialogs": "opened by hand",
    "interviewer_app.ui.live": "opened by hand",
    "interviewer_app.ui.packet": "opened by hand",
    "interviewer_app.ui.prepare": "opened by hand",
    "interviewer_app.ui.review": "opened by hand",
    "interviewer_app.ui.ribbon": "opened by hand",
}
"""What must not be loaded at first paint, and when it comes instead."""

MOST_OWN = 68
"""Modules of ours at first paint, at most; the aim is 60 (DESIGN.md, section 7). Raising it is a decision."""


class Found(TypedDict):
    """Modules loaded on top of Qt's, widgets painted, screen in front."""

    modules: list[str]
    painted: list[str]
    shown: str


def at_first_paint(folder: Path) -> Found:
    """What there is when the library has been painted for the first time."""
    done = outside.run(folder, LIST_MODULES)
    assert (done.returncode, outside.said(done)) == (0, "")
    answer: Found = json.loads(done.stdout)
    return answer


def too_early(modules: list[str]) -> dict[str, str]:
    """Those that should have waited, and why."""
    return {
        name: why
        for name in modules
        for heavy, why in HEAVY.items()
        if name == heavy or name.startswith(heavy + ".")
    }


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A data folder with an interview in every phase."""
    folder = tmp_path / "data"
    folder.mkdir()
    migrations.ensure(folder / "interviews.db", NOON)
    made = [an_interview(phase, f"i{n}", at=7200.0 * n) for n, phase in enumerate(Phase)]
    assert bulk.insert_many(folder / "interviews.db", made) == len(made)
    return folder


def test_the_heavy_modules_wait(stored: Path) -> None:
    found = at_first_paint(stored)
    assert not too_early(found["modules"])
    assert "library.filter" in found["painted"]
    assert found["shown"] == "library"


def test_few_modules_of_ours(stored: Path) -> None:
    own = [name for name in at_first_paint(stored)["modules"] if name.partition(".")[0] == "interviewer_app"]
    assert len(own) <= MOST_OWN, "\n".join([f"{len(own)} modules of ours:", *own])


def test_an_empty_folder_loads_no_more(tmp_path: Path) -> None:
    found = at_first_paint(tmp_path / "data")
    assert not too_early(found["modules"])
    assert found["shown"] == "library"
