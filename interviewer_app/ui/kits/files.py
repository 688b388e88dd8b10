"""Dialogs for a kit file to import and a place to export to; neither holds anything up. For ui/kits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

from interviewer_app.text import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

Answer = Callable[[str], None]


class FileDialogs(QObject):
    """At most one dialog at a time; the answer is the path that was chosen."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._dialog: QFileDialog | None = None

    def ask_for_file(self, answer: Answer) -> None:
        """Choose a kit file that is there."""
        dialog = self._made(_("Import a kit file"), "kits.import_dialog", answer)
        if dialog is not None:
            dialog.setFileMode(dialog.FileMode.ExistingFile)
            dialog.open()

    def ask_for_place(self, name: str, answer: Answer) -> None:
        """Choose where to write a kit file."""
        dialog = self._made(_("Export the kit file"), "kits.export_dialog", answer)
        if dialog is not None:
            dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("toml")
            dialog.selectFile(name)
            dialog.open()

    def _made(self, title: str, name: str, answer: Answer) -> "QFileDialog | None":
        from PySide6.QtWidgets import QFileDialog  # dear, and seldom wanted

        if self._dialog is not None:
            return None
        dialog = QFileDialog(self._owner, title)
        dialog.setObjectName(name)
        # Otherwise it would begin wherever the program was started from, an installation for instance.
        dialog.setDirectory(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        dialog.setNameFilters([_("Kit files (*.toml)"), _("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(answer)
        dialog.finished.connect(self._gone)
        self._dialog = dialog
        return dialog

    def _gone(self) -> None:
        self._dialog = None
