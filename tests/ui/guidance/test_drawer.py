"""The drawer in the real window: keys first, searchable, beside the notes and never over them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from interviewer_app.domain.interview import Phase
from interviewer_app.ui import actions
from interviewer_app.ui.style import theme
from tests.kit_texts import HEAD, PAGES
from tests.ui.whole import Whole, opened, settle


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    (tmp_path / "kits").mkdir()
    text = HEAD.format(id="pages", title="Pages", version="1.0.0") + PAGES
    (tmp_path / "kits" / "pages.toml").write_text(text, encoding="utf-8")
    with opened(tmp_path) as made:
        made.fill()
        yield made


def focus() -> QWidget:
    """Who has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def f1() -> None:
    """Press the key where the focus is."""
    QTest.keyClick(focus(), Qt.Key.Key_F1)
    settle()


def told(whole: Whole) -> str:
    """What the drawer says."""
    drawer = whole.child("guidance")
    words = [label.text() for label in drawer.findChildren(QLabel) if label.isVisible()]
    heads = [b.accessibleName() for b in drawer.findChildren(QAbstractButton) if b.isVisible()]
    return "\n".join((*heads, *words))


def place(whole: Whole, widget: QWidget) -> QRect:
    """Where a widget stands in the window."""
    return QRect(widget.mapTo(whole.window, QPoint(0, 0)), widget.size())


def shown(whole: Whole) -> bool:
    """Whether the drawer is in sight."""
    return whole.window.help is not None and whole.window.help.shown


@pytest.mark.parametrize("scope", ["library", *Phase])
def test_f1_opens_it_with_the_keys_of_the_screen_and_closes_it(whole: Whole, scope: str) -> None:
    if scope != "library":
        whole.go(Phase(scope))
        if scope == Phase.LIVE:
            whole.screen.parts.banner.dismiss_requested.emit()
    before = QApplication.focusWidget()
    f1()
    heading = f"Keys: {actions.scope_words(whole.window.scope)}"
    assert told(whole).split("\n")[1] == heading
    f1()
    assert not shown(whole)
    assert QApplication.focusWidget() is before


def test_esc_closes_it_and_gives_the_keys_back(whole: Whole) -> None:
    whole.go(Phase.LIVE)
    whole.screen.parts.banner.dismiss_requested.emit()
    before = QApplication.focusWidget()
    f1()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not shown(whole)
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (960, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_in_a_call_it_never_covers_the_notes(whole: Whole, size: tuple[int, int], scale: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", scale)
    whole.window.resize(*size)
    whole.go(Phase.LIVE)
    whole.screen.parts.banner.dismiss_requested.emit()
    settle()
    f1()
    settle()
    drawer, notes = place(whole, whole.child("guidance")), place(whole, whole.screen.parts.notes.editor)
    assert not drawer.intersects(notes), (drawer, notes)
    assert drawer.width() >= 380


def test_the_curtain_takes_it_away(whole: Whole) -> None:
    whole.go(Phase.LIVE)
    whole.screen.parts.banner.dismiss_requested.emit()
    f1()
    whole.screen.toggle_curtain()
    settle()
    assert not shown(whole)
    whole.screen.toggle_curtain()


def test_searching_finds_keys_and_pages(whole: Whole) -> None:
    f1()
    field = focus()
    QTest.keyClicks(field, "slice launch")
    settle()
    said = told(whole)
    assert "Two ways to see a launch" in said
    assert "figure by slice" in said
    assert "Keys:" not in said
    for _letter in range(20):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "theme zzz")
    assert "Nothing here has all of these words." in told(whole)
    for _letter in range(4):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "")
    settle()
    assert shown(whole)


def test_of_many_pages_found_the_first_stand_open_and_the_others_open_on_a_press(whole: Whole) -> None:
    f1()
    QTest.keyClicks(focus(), "the")
    settle()
    heads = [b for b in whole.child("guidance").findChildren(QAbstractButton) if b.accessibleDescription()]
    open_now = [head.objectName() for head in heads if head.accessibleDescription() == "open"]
    closed = [head for head in heads if head.accessibleDescription() == "closed"]
    assert len(closed) > 3
    assert len([name for name in open_now if name != "guidance.keys"]) == 3
    QTest.mouseClick(closed[0], Qt.MouseButton.LeftButton)
    settle()
    assert whole.child(closed[0].objectName()).accessibleDescription() == "open"


def test_a_page_opens_and_a_table_stands_in_two_columns(whole: Whole) -> None:
    f1()
    head = whole.child("guidance.contrast-of-ours")
    assert isinstance(head, QAbstractButton)
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    settle()
    labels = {label.text(): label for label in whole.child("guidance").findChildren(QLabel)}
    left, right = place(whole, labels["one file"]), place(whole, labels["late and partial"])
    assert left.top() == right.top()
    assert left.right() < right.left()
    again = whole.child("guidance.contrast-of-ours")
    assert again.hasFocus()
    assert again.accessibleDescription() == "open"
    QTest.keyClick(again, Qt.Key.Key_Space)
    settle()
    assert "one file" not in told(whole)


def test_pay_is_nowhere_but_with_the_openings(whole: Whole) -> None:
    for phase in Phase:
        whole.go(phase)
        f1()
        QTest.keyClicks(focus(), "pay")
        settle()
        assert "Pay bands" not in told(whole)
        assert "silver" not in told(whole)
        assert whole.window.help is not None
        whole.window.help.close_help()


def test_it_follows_the_screen(whole: Whole) -> None:
    f1()
    assert "Keys: Library" in told(whole)
    whole.window.new_interview()
    settle()
    assert shown(whole)
    assert "Keys: Prepare" in told(whole)


def test_all_keys_are_one_press_away(whole: Whole) -> None:
    f1()
    press = whole.child("guidance.all_keys")
    assert isinstance(press, QAbstractButton)
    press.click()
    settle()
    assert whole.window.sheets.sheet is not None
    assert whole.window.sheets.sheet.objectName() == "keys"


def test_a_window_that_grows_and_shrinks_with_the_drawer_open_stays_whole(whole: Whole) -> None:
    """The row is being laid out when the window tells its new size: the drawer leaves it a moment later."""
    whole.window.resize(1318, 430)
    whole.window.show_library()
    f1()
    whole.go(Phase.LIVE)
    for width, height in ((1403, 481), (700, 640), (1500, 430), (900, 870), (1318, 430), (640, 420)):
        whole.window.resize(width, height)
        whole.window.resize(width + 7, height + 3)
        settle()
        assert shown(whole)
        assert whole.window.rect().contains(place(whole, whole.child("guidance")))
