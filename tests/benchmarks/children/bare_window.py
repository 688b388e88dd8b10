"""The floor of a start: the least Qt program that shows a window one can type into, as large as ours."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

app = QApplication(sys.argv)
window = QMainWindow()
editor = QTextEdit()
editor.setAlignment(Qt.AlignmentFlag.AlignLeft)
window.setCentralWidget(editor)
window.setGeometry(0, 0, 1280, 800)
window.show()
sys.exit(app.exec())
