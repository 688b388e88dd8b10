"""Opens the kit library of a data folder in the whole program and prints what that took, as JSON."""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtWidgets import QApplication

from interviewer_app.app.wiring import Program
from interviewer_app.ui.style import app_style, theme

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
app = QApplication(sys.argv[:1])
app_style.install(app)
theme.apply(app, "light")
program = Program(folder, folder / "interviews.db", hurried=True)
program.build(None)
window = program.window
window.resize(1280, 800)
window.show()
way = window.actions_by_id["app.kits"]
for _turn in range(20):
    app.processEvents()


def click() -> float:
    """Milliseconds from the click to the painted screen."""
    begun = perf_counter()
    way.trigger()
    window.entries["kits"].screen.repaint()
    return (perf_counter() - begun) * 1000


asked = perf_counter()
first = click()
screen: Any = window.entries["kits"].screen
if not screen.view.reading:
    raise AssertionError("nothing was read")
held = 0.0
while screen.view.reading:
    begun = perf_counter()
    app.processEvents()
    held = max(held, (perf_counter() - begun) * 1000)
read = (perf_counter() - asked) * 1000
again = []
for _turn in range(rounds):
    window.show_library()
    app.processEvents()
    again.append(click())
letters = []
field = screen._filters.field
field.setFocus()
for _turn in range(max(1, rounds // 5)):
    for end in range(1, 9):
        words = "rollback"[:end]
        begun = perf_counter()
        field.setText(words)
        field.textEdited.emit(words)
        screen.repaint()
        letters.append((perf_counter() - begun) * 1000)
print(json.dumps({"first": first, "read": read, "held": held, "again": again, "letters": letters}))
program.keeper.start()
program.keeper.flush()
window.close()
program.close()
