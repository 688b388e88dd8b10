"""The report on a file before it is imported: what it holds, all that is wrong. For ui/kits/screen.py."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.domain.kits.catalogue import ImportReport
from interviewer_app.text import _, ngettext
from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, set_available
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.paragraph import Paragraph

_MOST = 300
"""No more findings than this are shown: nobody mends more in one go."""


class ReportSheet(DialogSheet):
    """Nothing is stored before Import, and Import is off while the file cannot be used."""

    import_requested = Signal()

    def __init__(self, report: ImportReport, window: QWidget) -> None:
        super().__init__("kit_report", _("Import {name}").format(name=report.name), (760, 560), window)
        verdict = Paragraph(report.obstacle or report.verdict, colour="alert" if report.obstacle else "text")
        verdict.setObjectName("kit_report.verdict")
        self.body.addWidget(verdict)
        self.body.addWidget(Hairline())
        self.body.addWidget(_scrolled(_content(report)), 1)
        take = button(_("Import"), "kit_report.import", kind="primary", glyph="check", size="tall")
        set_available(take, not report.obstacle, report.obstacle)
        take.clicked.connect(self._take)
        leave = button(_("Cancel"), "kit_report.cancel", size="tall", hint=actions.named("Escape"))
        leave.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(take)
        self.body.addLayout(row)
        self.first = leave if report.obstacle else take

    def _take(self) -> None:
        self.import_requested.emit()
        self.dismiss()


def _content(report: ImportReport) -> QWidget:
    page = QWidget()
    theme.dress(page, surface="base")
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, theme.px(12), 0)
    rows.setSpacing(theme.px(6))
    file = report.file
    named = ", ".join(part for part in (file.title, file.publisher, file.language, file.licence) if part)
    rows.addWidget(Paragraph(named, colour="text2"))
    _section(rows, _("What it holds"), tuple(f"{pair.lead}: {pair.words}" for pair in report.holds))
    errors = tuple(f for f in file.findings if f.fatal)
    warnings = tuple(f for f in file.findings if not f.fatal)
    for found, title in (
        (errors, ngettext("{n} error", "{n} errors", len(errors))),
        (warnings, ngettext("{n} thing to consider", "{n} things to consider", len(warnings))),
    ):
        lines = tuple(finding.text() for finding in found[:_MOST])
        _section(rows, title.format(n=len(found)), lines)
    _section(rows, _("What changes against your copy"), report.changes[:_MOST])
    rows.addStretch(1)
    return page


def _section(rows: QVBoxLayout, title: str, lines: tuple[str, ...]) -> None:
    if not lines:
        return
    rows.addSpacing(theme.px(8))
    heading = Paragraph(title)
    theme.dress(heading, "base", theme.SEMIBOLD, colour="text")
    rows.addWidget(heading)
    for line in lines:
        rows.addWidget(Paragraph(line))


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("kit_report.list")
    area.setAccessibleName(_("The report"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    theme.dress(area.viewport(), surface="base")
    return area
