"""The floor of a screen at rest: a label that changes every so many milliseconds, and a blinking caret."""

import sys
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QWidget()
label, editor = QLabel("00:00"), QTextEdit()
rows = QVBoxLayout(window)
rows.addWidget(label)
rows.addWidget(editor)
began = monotonic()


def tick() -> None:
    """Show the time: whole seconds at 1 Hz, everything at 60."""
    label.setText(f"{monotonic() - began:.2f}")


timer = QTimer()
timer.setTimerType(Qt.TimerType.PreciseTimer)
timer.timeout.connect(tick)
timer.start(int(sys.argv[1]))
window.setGeometry(0, 0, 1280, 800)
window.show()
editor.setFocus()
print("there", flush=True)
sys.exit(app.exec())
