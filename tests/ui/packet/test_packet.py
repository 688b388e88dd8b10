"""Looking at the packet and writing it, with a real database and real files."""

from pathlib import Path

import pypdf
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from interviewer_app.domain.interview import Phase
from interviewer_app.ui.widgets.banner import Banner
from tests.builders import LINES, a_story
from tests.ui.packet.press import Press, a_press

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def press_key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def click(press: Press, name: str) -> None:
    """Click a button of the screen."""
    found = press.screen.findChild(QAbstractButton, name)
    assert found is not None, name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def words(press: Press, name: str) -> str:
    """What a label says."""
    found = press.screen.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def written(press: Press) -> list[Path]:
    """The files in the export folder."""
    return sorted(press.out.iterdir())


def test_the_first_page_is_drawn_and_is_not_blank(qtbot: QtBot, tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        qtbot.waitUntil(lambda: 0 in press.pages.drawn())
        press.pages.repaint()
        picture = press.pages.viewport().grab().toImage()
        middle = picture.width() // 2
        places = [(x, y) for y in range(60, 600, 5) for x in range(middle - 300, middle + 300, 3)]
        inks = {picture.pixelColor(x, y).name() for x, y in places}
    assert "#ffffff" in inks
    assert len(inks) > 3, "there is ink on the paper"


def test_pages_are_drawn_only_when_they_come_into_sight(qtbot: QtBot, tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        qtbot.waitUntil(lambda: 0 in press.pages.drawn())
        last = press.pages.place.count - 1
        assert last >= 2
        assert last not in press.pages.drawn()
        press_key(Key.Key_End)
        qtbot.waitUntil(lambda: last in press.pages.drawn())
        assert words(press, "packet.place") == f"Page {last + 1} of {last + 1}"


def test_keys_page_and_zoom(qtbot: QtBot, tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        assert words(press, "packet.place").startswith("Page 1 of ")
        press_key(Key.Key_Right)
        assert press.pages.place.number == 2
        press_key(Key.Key_1, Ctrl)
        assert press.pages.place.number == 2, "the page stays when its size changes"
        bar = press.pages.horizontalScrollBar()
        assert bar.maximum() == 0
        press_key(Key.Key_Left)
        assert press.pages.place.number == 1
        before = press.pages.verticalScrollBar().value()
        press_key(Key.Key_PageDown)
        assert press.pages.verticalScrollBar().value() > before
        click(press, "packet.zoom.full")
        press_key(Key.Key_Home)
        qtbot.waitUntil(lambda: 0 in press.pages.drawn())


def test_what_is_not_as_wide_as_a_page_can_be_scrolled_sideways(tmp_path: Path) -> None:
    with a_press(tmp_path, size=(700, 500)) as press:
        assert press.pages.horizontalScrollBar().maximum() > 0
        click(press, "packet.zoom.width")
        assert press.pages.horizontalScrollBar().maximum() == 0


def test_export_by_key_writes_the_packet_and_says_where(tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        press_key(Key.Key_S, Ctrl)
        (file,) = written(press)
        assert words(press, "packet.destination") == f"Written to {file}"
        reader = pypdf.PdfReader(file)
        assert len(reader.pages) == press.pages.place.count
        assert "Ada Example" in reader.pages[0].extract_text()


def test_show_in_folder_appears_after_writing_and_opens_the_folder(tmp_path: Path) -> None:
    class Opened(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.urls: list[str] = []

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.urls.append(url.toLocalFile())

    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]  # bytes are refused
    try:
        with a_press(tmp_path) as press:
            button = press.screen.findChild(QAbstractButton, "packet.show_in_folder")
            assert button is not None
            assert not button.isVisible()
            click(press, "packet.export")
            assert button.isVisible()
            click(press, "packet.show_in_folder")
            assert opened.urls == [str(press.out)]
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_a_folder_that_is_gone_leads_to_another_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with a_press(tmp_path) as press:
        press.out.rmdir()
        click(press, "packet.export")
        assert words(press, "packet.destination") == "Not written. Choose another folder and export again."
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == "packet.choose_folder"
        press_key(Key.Key_Space)
        dialog = press.screen.findChild(QFileDialog, "packet.folder_dialog")
        assert dialog is not None
        qtbot.waitUntil(dialog.isVisible)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(other))
        QTest.keyClick(field, Key.Key_Return)
        qtbot.waitUntil(lambda: words(press, "packet.destination") == f"To {other}")
        assert press.preferences.settings.export_folder == str(other)
        click(press, "packet.export")
        assert [file.suffix for file in other.iterdir()] == [".pdf"]


def test_choosing_a_folder_keeps_the_page(tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        press_key(Key.Key_End)
        at = press.pages.place
        click(press, "packet.choose_folder")
        asked = press.screen.findChild(QFileDialog, "packet.folder_dialog")
        assert asked is not None
        asked.fileSelected.emit(str(tmp_path))
        asked.close()
        assert press.pages.place == at
        press.controller.load("i1")
        assert press.pages.place.number == 1


def test_a_draft_says_so_and_what_cannot_be_printed_is_named(tmp_path: Path) -> None:
    with a_press(tmp_path, Phase.TO_REVIEW, (*LINES, "+ <b>李</b> 🙂")) as press:
        draft = press.screen.findChild(QLabel, "packet.draft")
        assert draft is not None
        assert draft.isVisible()
        banner = press.screen.findChild(Banner, "packet.banner")
        assert banner is not None
        assert banner.isVisible()
        assert "U+674E" in banner.accessibleName()
        assert "U+1F642" in banner.accessibleName()


def test_a_finalised_packet_is_no_draft_and_needs_no_banner(tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        draft = press.screen.findChild(QLabel, "packet.draft")
        banner = press.screen.findChild(Banner, "packet.banner")
        assert draft is not None
        assert banner is not None
        assert not draft.isVisible()
        assert not banner.isVisible()


def test_another_interview_begins_on_its_own_first_page(qtbot: QtBot, tmp_path: Path) -> None:
    with a_press(tmp_path) as press:
        press.keeper.save(a_story(Phase.FINALISED, "i2", candidate="Bo Second").changes)
        assert press.keeper.flush()
        press_key(Key.Key_S, Ctrl)
        press_key(Key.Key_End)
        press.controller.load("i2")
        assert press.pages.place.number == 1
        assert words(press, "packet.destination") == f"To {press.out}"
        qtbot.waitUntil(lambda: 0 in press.pages.drawn())
        press_key(Key.Key_S, Ctrl)
        assert len(written(press)) == 2


def test_escape_leads_back(qtbot: QtBot, tmp_path: Path) -> None:
    with a_press(tmp_path) as press, qtbot.waitSignal(press.screen.back_requested):
        press_key(Key.Key_Escape)
