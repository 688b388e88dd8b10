"""Types into the kit editor of the whole program and prints what each key took, as JSON."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.kits.views import EditRequest
from interviewer_app.ui.style import app_style, theme

folder, keys = Path(sys.argv[1]), int(sys.argv[2])
app = QApplication(sys.argv[:1])
app_style.install(app)
theme.apply(app, "light")
program = Program(folder, folder / "interviews.db")
program.build(None)
window = program.window
window.resize(1280, 800)
window.show()
window.actions_by_id["app.kits"].trigger()
entries: Any = window.entries
kits = entries["kits"].screen._controller
while kits.view.reading:
    app.processEvents()


def typed(box: QWidget, rest: Callable[[], None]) -> list[float]:
    """Milliseconds of the handler of each key, `rest` between them."""
    box.setFocus()
    took = []
    for _turn in range(keys):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        begun = perf_counter()
        QApplication.sendEvent(box, event)
        took.append((perf_counter() - begun) * 1000)
        rest()
    return took


def field(file_id: str, list_: str, name: str) -> QWidget:
    """A field of the first entry of a list of a file, its editor open."""
    window.ways.edit_kit(EditRequest(file_id))
    entries["kit_editor"].screen._controller.select((list_, 0))
    app.processEvents()
    found: list[QWidget] = window.findChildren(QWidget, f"kit_editor.{list_}.0.{name}")
    return next(box for box in found if box.isVisible())


bare = QPlainTextEdit()
text = field("own-prompts", "prompts", "candidate_text")
assert isinstance(text, QPlainTextEdit)
bare.setPlainText(text.toPlainText())
bare.resize(text.size())
bare.show()
app.processEvents()
floor = typed(bare, app.processEvents)
bare.close()
answer = {"bare": floor, "text": typed(text, app.processEvents)}
answer["title"] = typed(field("own-kit", "kits", "title"), app.processEvents)
print(json.dumps(answer))
program.keeper.start()
program.catch_up()
window.close()
program.close()
