"""About: versions, where the data is, licences, and what the program does not do. For ui/shell."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from interviewer_app.text import _
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.hairline import Hairline

Facts = tuple[tuple[str, str], ...]


class AboutSheet(DialogSheet):
    """Everything a question about this installation needs."""

    def __init__(self, facts: Facts, show_folder: Callable[[], None], window: QWidget) -> None:
        super().__init__("about", _("About Interviewer"), (600, 0), window)
        self._facts = facts
        promise = _paragraph(
            _(
                "No verdict is computed: people decide, and say why. Nothing is recorded. "
                "The program has no network: what you type stays on this computer."
            )
        )
        self.body.addWidget(promise)
        self.body.addLayout(self._table())
        folder = button(_("Show data folder"), "about.folder", glyph="folder-open")
        folder.clicked.connect(show_folder)
        copy = button(_("Copy"), "about.copy", kind="quiet", glyph="copy")
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(folder)
        row.addWidget(copy)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(Hairline())
        self.body.addWidget(_paragraph(licences()))
        self.first = folder

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(self._facts):
            left, right = QLabel(name), QLabel(value)
            for label in (left, right):
                label.setTextFormat(Qt.TextFormat.PlainText)
            theme.dress(left, colour="text2")
            right.setObjectName(f"about.fact.{at + 1}")
            right.setWordWrap(True)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(left, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, at, 1)
        return grid

    def _copy(self) -> None:
        lines = [f"{name}: {value}" for name, value in self._facts]
        QGuiApplication.clipboard().setText("\n".join(lines))


def licences() -> str:
    """Under which terms the parts may be used."""
    return _(
        "Program: MIT. Kits: CC BY 4.0. Qt and PySide6: LGPL 3. Icons: Lucide, ISC. "
        "Fonts: Inter and Noto Sans, SIL Open Font License. The texts lie beside the files."
    )


def _paragraph(words: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    theme.dress(made, colour="text2")
    return made
