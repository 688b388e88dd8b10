"""Every component in every state, for the eye: python -m tests.ui.gallery OUT.png --theme dark."""

import argparse
import sys
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.ui.style import app_style, icons, theme
from interviewer_app.ui.widgets.banner import Banner, BannerAction, BannerView
from interviewer_app.ui.widgets.button import button, icon_button, set_available
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.empty_state import EmptyState, EmptyView
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.key_hint import KeyHint
from interviewer_app.ui.widgets.score_box import ScoreLook, paint_score
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Option, SegmentedChoice
from interviewer_app.ui.widgets.status_dot import StatusDot
from interviewer_app.ui.widgets.tabs import Tabs, TabView

ICONS = [
    "check",
    "chevron-down",
    "chevron-left",
    "circle",
    "circle-dashed",
    "circle-dot",
    "circle-slash",
    "clock",
    "eye-off",
    "file-down",
    "info",
    "lock",
    "maximize-2",
    "menu",
    "octagon-alert",
    "pause",
    "pencil-line",
    "play",
    "plus",
    "presentation",
    "rows-3",
    "search",
    "triangle-alert",
    "unlink",
    "x",
    "folder-open",
    "undo-2",
    "arrow-right",
    "hourglass",
    "user",
    "message-square-text",
    "circle-check",
    "rotate-ccw",
    "settings",
    "trash-2",
]
CHOICE = ChoiceView((Option("yes", "Yes"), Option("no", "No")), "yes")
FILTER = ChoiceView(
    (
        Option("all", "All", "9"),
        Option("mine", "Needs me", "4"),
        Option("next", "Coming up", "2"),
        Option("done", "Finalised", "3"),
    ),
    "all",
)


class _Forced(QWidget):
    """A button painted in a state that only a mouse would give it."""

    def __init__(self, text: str, state: QStyle.StateFlag) -> None:
        super().__init__()
        self._button = button(text, "forced", hint="F8")
        self._state = state
        self.setFixedSize(self._button.sizeHint())

    def paintEvent(self, event: object) -> None:  # type: ignore[explicit-override]  # noqa: N802, ARG002
        from PySide6.QtGui import QPainter

        option = QStyleOptionButton()
        option.initFrom(self)
        option.text = self._button.text()
        option.state = QStyle.StateFlag.State_Enabled | self._state
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self._button)
        painter.end()


def captioned(caption: str, widget: QWidget) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(3, 3, 3, 0)
    column.setSpacing(4)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
    label = QLabel(caption)
    theme.dress(label, "label", colour="text3")
    column.addWidget(label)
    column.addStretch(1)
    return cell


def line(*widgets: QWidget, gap: int = 10) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(24, 8, 24, 8)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made


def buttons() -> QWidget:
    off = button("Finalise", "off", glyph="lock")
    set_available(off, available=False, reason="C is still open")
    state = QStyle.StateFlag
    choice = SegmentedChoice("choice", "Decision")
    choice.present(CHOICE)
    return line(
        captioned("primary", button("Start", "primary", kind="primary", hint="Ctrl+Enter")),
        captioned("primary, focus", button("Start", "focused", kind="primary")),
        captioned("plain", button("Next", "plain", hint="F8")),
        captioned("hover", _Forced("Next", state.State_MouseOver)),
        captioned("pressed", _Forced("Next", state.State_Sunken)),
        captioned("off", off),
        captioned("quiet", button("Pause", "quiet", kind="quiet", glyph="pause", hint="F9")),
        captioned("icon", icon_button("menu", "Menu", "icon", hint="F10")),
        captioned("choice", choice),
        captioned("field", QLineEdit("Lena")),
        captioned("link", button("New interview", "link", kind="link")),
    )


def score_box(score: ScoreLook) -> QLabel:
    picture = QPixmap(28, 28)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_score(painter, QRectF(picture.rect()), score)
    painter.end()
    shown = QLabel()
    shown.setPixmap(picture)
    return shown


def scores() -> QWidget:
    cells = [captioned("not scored", score_box(ScoreLook()))]
    cells += [captioned(str(n), score_box(ScoreLook("settled", n))) for n in range(6)]
    cells += [
        captioned("not observed", score_box(ScoreLook("not_observed"))),
        captioned("unsupported", score_box(ScoreLook("unsupported", 4))),
        captioned("call, open", score_box(ScoreLook("provisional", 3))),
    ]
    for status in (
        SaveView(SaveState.SAVED, datetime(2026, 3, 2, 14, 22, 7, tzinfo=UTC)),
        SaveView(SaveState.WRITING),
        SaveView(SaveState.FAILED, datetime(2026, 3, 2, 14, 21, 58, tzinfo=UTC)),
    ):
        dot = StatusDot()
        dot.present(status)
        cells.append(captioned(status.state, dot))
    cells += [captioned("key", KeyHint("F5"))]
    active = KeyHint()
    active.render_key("3", active=True)
    return line(*cells, captioned("last key", active))


def fields() -> QWidget:
    combo = QComboBox()
    combo.addItems(["GenAI engineer, support tools", "ML engineer, pricing"])
    off = QComboBox()
    off.addItem("Technical 60")
    off.setEnabled(False)
    ticked = QCheckBox("cited")
    ticked.setChecked(True)
    dead = QCheckBox("off")
    dead.setEnabled(False)
    empty = QLineEdit()
    empty.setPlaceholderText("Filter by any word")
    empty.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    return line(combo, off, QSpinBox(), QCheckBox("to ask"), ticked, dead, empty)


def choices() -> QWidget:
    wide = SegmentedChoice("filter", "Show")
    wide.present(FILTER)
    dead = SegmentedChoice("dead", "Recommendation")
    dead.present(
        ChoiceView(
            (Option("a", "Strong no"), Option("b", "No"), Option("c", "No decision")),
            None,
            enabled=False,
            reason="Opens when all five categories are settled",
        )
    )
    return line(wide, dead, ElidedLabel("A very long line of words that will not fit in here at all"))


def banners() -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    three = (
        BannerAction("retry", "Retry"),
        BannerAction("copy", "Save a copy"),
        BannerAction("text", "Copy text"),
    )
    for view in (
        BannerView(
            "caution",
            "The disk is full.",
            "Your text is kept here and is written as soon as there is room.",
            three,
        ),
        BannerView("alert", "Saving has failed for 40 seconds.", "3 lines are only in this window.", three),
        BannerView(
            "info",
            "Paused 38:12 to 39:40, lid closed.",
            "Count this time?",
            (BannerAction("no", "Leave it out"), BannerAction("yes", "Count it")),
            dismissable=True,
        ),
    ):
        banner = Banner()
        banner.present(view)
        column.addWidget(banner)
    return sheet


def rows() -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(24, 8, 24, 8)
    column.setSpacing(0)
    for view in (
        CheckView("1", "What would make you limit it before you knew the cause?", True, "10:52", elides=True),
        CheckView(
            "2",
            "Acceptance is a stand-in: what could move it with answers as good as before, and how?",
            True,
            "14:58",
            elides=True,
        ),
        CheckView("3", "How do you tell changed questions from a changed system?"),
        CheckView(
            "4",
            "Its 3,100 articles were bulk-loaded on Sunday by the content team, not through a release.",
            False,
            "counts as help",
        ),
        CheckView("5", "Tests retrieval apart from generation", True, fades=False),
    ):
        column.addWidget(CheckRow(f"row{view.key}", view))
    column.addStretch(1)
    return sheet


def tabs() -> QWidget:
    made = Tabs("tabs")
    made.add_page(TabView("probes", "Probes", "4 of 6", "F2"), rows())
    made.add_page(TabView("facts", "Facts", "3 of 7", "F3"), QWidget())
    made.add_page(TabView("signals", "Signals", "", "F4"), QWidget())
    theme.dress(made, surface="base")
    made.setMinimumWidth(520)
    return made


def lower() -> QWidget:
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(24, 8, 24, 8)
    row.addWidget(tabs(), 3)
    empty = EmptyState("empty")
    empty.present(
        EmptyView(
            "No interviews yet",
            "An interview is a kit of questions, a candidate and an hour. What you type stays here.",
            "Try a sample interview",
            "made up, removable",
            "With a candidate already:",
            "New interview",
            "Ctrl+N",
        )
    )
    theme.dress(empty, surface="base")
    row.addWidget(empty, 3)
    column = QVBoxLayout()
    listing = QListWidget()
    listing.addItems([f"Interview {n}" for n in range(30)])
    listing.setCurrentRow(1)
    text = QPlainTextEdit("\n".join(f"line {n}" for n in range(30)))
    column.addWidget(listing)
    column.addWidget(text)
    row.addLayout(column, 2)
    return sheet


def menu(parent: QWidget) -> QMenu:
    made = QMenu(parent)
    made.addAction(icons.icon("plus"), "New interview\tCtrl+N")
    made.addAction(icons.icon("file-down"), "Export packet\tCtrl+E")
    made.addSeparator()
    shown = made.addAction("Show the pace strip\tCtrl+Shift+P")
    shown.setCheckable(True)
    shown.setChecked(True)
    made.addAction("Finalise").setEnabled(False)
    made.addMenu("Theme")
    return made


def sheet() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 8)
    column.setSpacing(0)
    bar = QMenuBar()
    for word in ("&File", "&Interview", "&View", "&Help"):
        bar.addMenu(word)
    column.addWidget(bar)
    for part in (buttons(), Hairline(), scores(), Hairline(), fields(), choices(), banners(), lower()):
        column.addWidget(part, 1 if part.findChild(EmptyState) else 0)
    column.addWidget(line(*(Glyph(name) for name in ICONS), gap=8))
    page.resize(1280, 900)
    return page


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--text", type=float, default=1.0)
    asked = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, asked.theme, asked.text)
    page = sheet()
    page.show()
    page.activateWindow()
    focused = page.findChild(QWidget, "focused")
    assert focused is not None
    app.processEvents()
    focused.setFocus()
    app.processEvents()
    popup = menu(page)
    popup.resize(popup.sizeHint())
    picture = page.grab()
    popped = popup.grab()
    from PySide6.QtGui import QPainter

    painter = QPainter(picture)
    painter.drawPixmap(page.width() - popup.width() - 24, page.height() - popup.height() - 48, popped)
    painter.end()
    picture.save(asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
