"""What is loaded when the library is painted for the first time. Everything else waits until it is needed."""

import ast
from pathlib import Path
from typing import TypedDict

import pytest

from interviewer_app.domain.interview import Phase
from interviewer_app.storage import bulk, migrations
from interviewer_app.ui import actions
from tests.app import outside
from tests.builders import NOON, an_interview

# Stops where the program begins to do what the first paint does not need.
LIST_MODULES = """
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

painted = []

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            painted.append(watched.objectName())
        return False

def stop(program):
    found = {"modules": sorted(set(sys.modules) - bare), "painted": painted, "shown": program.window.scope}
    QApplication.instance().quit()
    print(found)

def build(program, problem, usual=wiring.Program.build):
    program.eye = Eye()
    QApplication.instance().installEventFilter(program.eye)
    usual(program, problem)

wiring.Program.build = build
wiring.Program.after_first_paint = stop
"""

# Without an eye on the events: to look at one, Python makes the classes of whatever it concerns.
LIST_CLASSES = """
from PySide6.QtWidgets import QApplication

def stop(program):
    QApplication.instance().quit()
    qt = [sys.modules["PySide6." + name] for name in ("QtCore", "QtGui", "QtWidgets")]
    print([name for module in qt for name in vars(module)])

wiring.Program.after_first_paint = stop
"""

# What the program and the library have bound before and after it has done what the first paint does not need.
LIST_KEYS = """
from PySide6.QtWidgets import QApplication

usual = wiring.Program.after_first_paint

def stop(program):
    parts = (program.window, program.window.entries["library"].screen)
    before = [len(part.actions()) for part in parts]
    usual(program)
    print([before, [sum(bool(action.shortcuts()) for action in part.actions()) for part in parts]])
    QApplication.instance().quit()

wiring.Program.after_first_paint = stop
"""

HEAVY = {
    "argparse": "the command line is for sub-commands",
    "asyncio": "nothing here waits on a network",
    "concurrent": "the writer is the one thread",
    "email": "comes with importlib.metadata",
    "html": "no markup is read",
    "http": "the program is offline",
    "importlib.metadata": "versions are for About",
    "json": "preferences are read where there are any",
    "logging": "the log opens behind the first paint",
    "msgspec": "interviews are decoded when one is opened",
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
    "interviewer_app.domain.kits.kit": "the shape of kits",
    "interviewer_app.domain.interview": "the shape of interviews",
    "interviewer_app.exchange": "import and export",
    "interviewer_app.kits": "kits are read when one is chosen",
    "interviewer_app.report": "draws the packet",
    "interviewer_app.storage.writer": "writes behind the first paint",
    "interviewer_app.app.awake": "a call begins later",
    "interviewer_app.ui.shell.beside": "a call begins later",
    "interviewer_app.ui.candidate": "opened by hand",
    "interviewer_app.ui.dialogs": "opened by hand",
    "interviewer_app.ui.live": "opened by hand",
    "interviewer_app.ui.packet": "opened by hand",
    "interviewer_app.ui.prepare": "opened by hand",
    "interviewer_app.ui.review": "opened by hand",
    "interviewer_app.ui.ribbon": "opened by hand",
}
"""What must not be loaded at first paint, and when it comes instead."""

DEAR = {
    "QComboBox": "none in sight",
    "QDesktopServices": "opens folders by hand",
    "QDockWidget": "comes with all classes of widgets when Qt hands out one that Python did not make",
    "QGradient": "comes with fillRect; ui/style/paint.py fills without it",
    "QIcon": "knows 150 names of icons; comes with the menus and the keys",
    "QImage": "comes with QBrush when Python makes one",
    "QKeySequence": "comes with the keys, behind the first paint",
    "QTextEdit": "as QDockWidget",
    "QUrl": "comes with QDesktopServices",
}
"""Classes that PySide6 must not have made at first paint, each a millisecond or more, and why not."""

MOST_OWN = 72
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
    answer: Found = ast.literal_eval(done.stdout)
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


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    """A data folder that shows neither a banner nor an empty state."""
    folder = tmp_path / "data"
    folder.mkdir()
    migrations.ensure(folder / "interviews.db", NOON)
    assert bulk.insert_many(folder / "interviews.db", [an_interview(Phase.FINALISED, "i1")]) == 1
    return folder


def test_dear_classes_of_qt_wait(usual: Path) -> None:
    done = outside.run(usual, LIST_CLASSES)
    classes = ast.literal_eval(done.stdout)
    assert "QTableView" in classes
    assert not {name: why for name, why in DEAR.items() if name in classes}


def test_the_usual_library_makes_no_dataclass(usual: Path) -> None:
    assert not {"dataclasses", "copy", "inspect"} & set(at_first_paint(usual)["modules"])


def test_the_keys_are_bound_right_behind_the_first_paint(usual: Path) -> None:
    before, after = ast.literal_eval(outside.run(usual, LIST_KEYS).stdout)
    keyed = [sum(bool(row.keys) for row in actions.table() if row.scope == s) for s in ("app", "library")]
    assert (before, after) == ([0, 0], keyed)
