"""The choice to stay out of pictures of the screen, with what it cannot do. For ui/dialogs/preferences.py."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from interviewer_app.text import _
from interviewer_app.ui.capture import Capture
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.paragraph import Paragraph


class CaptureRow(QWidget):
    """Shown only where the program has a Capture, that is, where the system knows how."""

    def __init__(self, capture: Capture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._capture = capture
        self._box = QCheckBox(_("Leave the windows out of screen captures"))
        self._box.setObjectName("preferences.capture")
        self._box.setAccessibleName(self._box.text())
        self._box.setChecked(capture.on)
        self._box.toggled.connect(self._toggled)
        self._words = Paragraph(_usual(), role="small", colour="text3")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        rows.addWidget(self._box)
        rows.addWidget(self._words)

    def _toggled(self, wish: bool) -> None:
        if wish == self._capture.on:
            return
        agreed = self._capture.leave_out(on=wish)
        self._box.setChecked(self._capture.on)
        refused = _("This system refused. The curtain and the candidate view work everywhere.")
        self._words.present(_usual() if agreed else refused)


def _usual() -> str:
    return _(
        "Some call programs, cameras and people beside you see them all the same, and some docks and remote "
        "desktops then show no window at all. The candidate view stays visible. The curtain is safer."
    )
