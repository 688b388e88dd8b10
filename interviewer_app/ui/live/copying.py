"""Where the copy shall go: the system's file dialog, and what came of it. For the live screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from interviewer_app.domain.errors import Problem
from interviewer_app.text import _

if TYPE_CHECKING:
    from interviewer_app.controllers.live.rescue import Rescue


@dataclass(frozen=True, slots=True)
class Copy:
    """Where the copy is, or why there is none."""

    path: str
    problem: Problem | None = None


class Copying(QObject):
    """`ask` opens the dialog, which holds up nothing: the call goes on behind it. `copied` carries a Copy."""

    copied = Signal(object)

    def __init__(self, screen: QWidget, rescue: "Rescue") -> None:
        super().__init__(screen)
        self._screen = screen
        self._rescue = rescue

    def ask(self) -> None:
        """Let the person pick a place."""
        dialog = QFileDialog(self._screen.window(), _("Save a copy"), self._rescue.suggestion())
        dialog.setObjectName("live.copy_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("json")
        # No file is ever replaced: a name that is taken gets a number.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, path: str) -> None:
        try:
            self._tell(Copy(self._rescue.save_copy(path)))
        except Problem as problem:
            self._tell(Copy("", problem))

    def _tell(self, copy: Copy) -> None:
        self.copied.emit(copy)
