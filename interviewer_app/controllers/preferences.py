"""Preferences as they are, and every change saved at once. Imported by controllers, ui and app."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from interviewer_app import settings as store
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.records import changed as altered
from interviewer_app.settings import SCALES, Settings
from interviewer_app.text import _

_RESET = ("theme", "text_scale", "team", "export_folder", "hints")


class PreferencesController(QObject):
    """Holds the settings of one data folder."""

    changed = Signal(object)
    problem = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.settings = store.load(folder)

    def update(self, **fields: object) -> None:
        """Change preferences by name and save them."""
        after = altered(self.settings, **fields)
        if after != self.settings:
            self.settings = after
            self._save()
            self.changed.emit(after)

    def reset(self) -> None:
        """Back to the defaults; window places stay."""
        self.update(**{f: getattr(Settings(), f) for f in _RESET})

    def scale_by(self, steps: int) -> None:
        """Larger or smaller text by so many steps; 0 is the normal size."""
        if steps == 0:
            self.update(text_scale=1.0)
            return
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.settings.text_scale))
        self.update(text_scale=SCALES[min(len(SCALES) - 1, max(0, nearest + steps))])

    def remember(self, name: str, state: str) -> None:
        """Keep a window's or splitter's state (base64 text); nobody is told."""
        if self.settings.window.get(name) != state:
            self.settings = altered(self.settings, window={**self.settings.window, name: state})
            self._save()

    def recall(self, name: str) -> str:
        """What was remembered under this name, or empty."""
        return self.settings.window.get(name, "")

    def _save(self) -> None:
        try:
            store.save(self.folder, self.settings)
        except OSError as error:
            self.problem.emit(
                Problem(
                    _("Preferences could not be saved: {why}.").format(
                        why=error.strerror or _("unknown reason")
                    ),
                    _("They hold until the program ends."),
                )
            )
