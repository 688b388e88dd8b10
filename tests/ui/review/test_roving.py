"""Tab through the review leaves nothing behind that could be taken for something else."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpacerItem, QWidgetItem
from shiboken6 import Shiboken

from interviewer_app.domain.interview import Phase
from tests.ui.whole import opened, settle


def test_no_layout_item_is_remembered_after_a_round_of_tab(tmp_path: Path) -> None:
    """Qt deletes such items unseen; a widget made at the same address would be taken for a dead item."""
    with opened(tmp_path) as whole:
        whole.fill()
        whole.go(Phase.TO_REVIEW)
        before = items()
        for _step in range(20):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        settle()
        assert items() <= before


def items() -> set[int]:
    """The items of layouts that Python knows of."""
    known = Shiboken.getAllValidWrappers()
    return {id(one) for one in known if type(one) in (QWidgetItem, QSpacerItem)}
