"""What publishing a draft would change, in words, before it is done. For ui/kits/editor.py."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.kits.views import PublishView
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.paragraph import Paragraph

_MOST = 300
"""No more changes than this are listed."""


class PublishSheet(DialogSheet):
    """One press more makes the draft the file everybody uses from now on."""

    publish_requested = Signal()

    def __init__(self, view: PublishView, window: QWidget) -> None:
        super().__init__("kit_publish", _("Publish the kit file"), (720, 480), window)
        words = _("A new file, version {new}.").format(new=view.new)
        if view.old:
            words = _("Version {old} becomes {new}. Interviews keep the kit they were held with.").format(
                old=view.old, new=view.new
            )
        told = Paragraph(words)
        told.setObjectName("kit_publish.version")
        self.body.addWidget(told)
        self.body.addWidget(Hairline())
        self.body.addWidget(_listed(view.changes), 1)
        go = button(_("Publish"), "kit_publish.publish", kind="primary", glyph="check", size="tall")
        go.clicked.connect(self._go)
        leave = button(_("Go on editing"), "kit_publish.cancel", size="tall", hint=actions.named("Escape"))
        leave.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(go)
        self.body.addLayout(row)
        self.first = go

    def _go(self) -> None:
        self.dismiss()
        self.publish_requested.emit()


def _listed(changes: tuple[str, ...]) -> QScrollArea:
    page = QWidget()
    theme.dress(page, surface="base")
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, theme.px(12), 0)
    rows.setSpacing(theme.px(6))
    for line in changes[:_MOST] or (_("Nothing but the name differs from what it was copied from."),):
        rows.addWidget(Paragraph(line))
    rows.addStretch(1)
    area = QScrollArea()
    area.setObjectName("kit_publish.changes")
    area.setAccessibleName(_("Changes"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    theme.dress(area.viewport(), surface="base")
    return area
