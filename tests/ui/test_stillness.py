"""Nothing moves by itself, whatever the system says about motion; the caret blinks as the system wants."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

import interviewer_app
from interviewer_app.domain.interview import Phase
from tests.ui.whole import opened, settle, soon, walk

MOVES = re.compile(
    r"QPropertyAnimation|QVariantAnimation|QTimeLine|QGraphicsOpacityEffect|QMovie|animateClick"
    r"|setCursorFlashTime|setEffectEnabled|QScroller|setAnimated\(True"
)


def test_no_module_names_anything_that_moves() -> None:
    modules = list(Path(interviewer_app.__file__).parent.rglob("*.py"))
    assert len(modules) > 100
    moving = [path.name for path in modules if MOVES.search(path.read_text(encoding="utf-8"))]
    assert moving == []


@pytest.mark.slow
def test_nothing_is_under_way_on_any_screen(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as whole:
        stops = 0
        for stop in walk(whole):
            stops += 1
            for owner in (whole.window, qapp, qapp.style()):
                found = owner.findChildren(QAbstractAnimation)
                running = [one for one in found if one.state() == QAbstractAnimation.State.Running]
                assert running == [], stop
        assert stops > 30
        assert not whole.window.isAnimated()


class Painted(QObject):
    """Notes who is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.names.append(watched.objectName() or f"{type(watched).__name__} {id(watched):x}")
        return False


def nothing_put_off(window: QWidget) -> bool:
    """Whether no timer is still to go off for what was done."""
    return not any(timer.isSingleShot() and timer.isActive() for timer in window.findChildren(QTimer))


def test_a_screen_left_alone_paints_nothing_but_the_caret(tmp_path: Path, qapp: QApplication) -> None:
    """With the blinking switched off in the system, not even that."""
    hints = QGuiApplication.styleHints()
    before = hints.cursorFlashTime()
    with opened(tmp_path) as whole:
        whole.fill()
        try:
            hints.setCursorFlashTime(0)
            for go in (whole.window.show_library, lambda: whole.go(Phase.TO_REVIEW)):
                go()
                settle()
                soon(lambda: nothing_put_off(whole.window))
                settle()
                seen = Painted()
                qapp.installEventFilter(seen)
                settle(700)
                qapp.removeEventFilter(seen)
                assert seen.names == []
        finally:
            hints.setCursorFlashTime(before)


def test_words_of_the_call_change_once_a_second_at_most(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as whole:
        whole.fill()
        screen = whole.go(Phase.LIVE)
        hints = QGuiApplication.styleHints()
        before = hints.cursorFlashTime()
        hints.setCursorFlashTime(0)
        try:
            seen = Painted()
            ticks: list[None] = []
            whole.controller.time.ticked.connect(lambda: ticks.append(None))
            soon(lambda: bool(ticks))
            qapp.installEventFilter(seen)
            soon(lambda: len(ticks) > 3)
            settle()
            qapp.removeEventFilter(seen)
        finally:
            hints.setCursorFlashTime(before)
        counts = {name: seen.names.count(name) for name in set(seen.names)}
        assert counts, "the clocks tick"
        assert max(counts.values()) <= len(ticks), counts
        assert screen.parts.notes.editor.viewport().objectName() not in counts
        assert screen.layoutDirection() == Qt.LayoutDirection.LeftToRight
