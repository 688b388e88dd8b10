"""Full disks and missing folders: a sentence, nothing modal, nothing lost, nothing half-written."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from interviewer_app.domain.interview import Phase
from tests.builders import a_story
from tests.journeys.driver import keep_picture, small_disk, until
from tests.journeys.inside import Inside, opened

pytestmark = pytest.mark.x11


def fill(folder: Path) -> Path:
    """Take all the room there is; the file that holds it."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return path


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    with small_disk(folder, "2m"):
        yield folder


def test_a_full_disk_while_typing(small: Path, qapp: QApplication) -> None:
    with opened(small, qapp) as hands:
        editor = hands.begin("Fritz")
        hands.type("before ")
        until(lambda: hands.book.notes() == ["before "], "the first words on the disk")
        filler = fill(small)
        hands.type("during ")
        until(lambda: "full" in hands.banner(), "the banner")
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None
        hands.type("and on")
        until(lambda: editor.toPlainText() == "before during and on", "the words on the screen")
        keep_picture("disk-full")
        assert hands.book.notes() == ["before "]
        filler.unlink()
        until(lambda: hands.book.notes() == ["before during and on"], "all words on the disk")
        until(lambda: not hands.banner(), "the banner gone")


def test_a_full_disk_and_a_person_who_tries_again_at_once(small: Path, qapp: QApplication) -> None:
    with opened(small, qapp) as hands:
        hands.begin("Fritz")
        filler = fill(small)
        hands.type("kept")
        until(lambda: "full" in hands.banner(), "the banner")
        hands.click("live.banner.copy")
        until(lambda: "kept" in QApplication.clipboard().text(), "the text on the clipboard")
        filler.unlink()
        hands.click("live.banner.retry")
        until(lambda: hands.book.notes() == ["kept"], "the words on the disk")


def test_a_full_disk_and_a_copy_kept_elsewhere(small: Path, tmp_path: Path, qapp: QApplication) -> None:
    with opened(small, qapp) as hands:
        hands.begin("Fritz")
        filler = fill(small)
        hands.type("kept")
        until(lambda: "full" in hands.banner(), "the banner")
        keep(hands, small / "here.json")
        until(lambda: "Make room, then export again" in hands.banner(), "the sentence of the full target")
        assert not [path for path in small.iterdir() if "here" in path.name]
        until(hands.window.isActiveWindow, "the window in front again")
        hands.type(" too")
        target = tmp_path / "copy.json"
        keep(hands, target)
        until(lambda: "A copy is in copy.json." in hands.banner(), "the sentence of the copy")
        keep_picture("copy-kept")
        record = json.loads(target.read_text(encoding="utf-8"))
        assert [note["text"] for note in record["notes"]] == ["kept too"]
        filler.unlink()
        until(lambda: hands.book.notes() == ["kept too"], "the words on the disk")
        until(lambda: not hands.banner(), "the banner gone")


def keep(hands: Inside, path: Path) -> None:
    """Press the button of the banner and answer the system's dialog by keyboard."""
    hands.click("live.banner.keep")
    field = until(lambda: name_field(hands), "the dialog")
    assert field is not None
    field.setText(str(path))
    hands.keys.press("Return")
    until(lambda: name_field(hands) is None, "the dialog gone")


def name_field(hands: Inside) -> QLineEdit | None:
    """Where the dialog takes the name, once it has the keyboard."""
    dialog = hands.window.findChild(QFileDialog, "live.copy_dialog")
    if dialog is None or not dialog.isActiveWindow():
        return None
    return dialog.findChild(QLineEdit, "fileNameEdit")


def test_nobody_leaves_by_accident_while_words_are_not_saved(small: Path, qapp: QApplication) -> None:
    with opened(small, qapp) as hands:
        hands.begin("Fritz")
        filler = fill(small)
        hands.type("kept")
        until(lambda: "full" in hands.banner(), "the banner")
        hands.keys.press("ctrl+q")
        until(lambda: "not saved yet" in hands.banner(), "the sentence")
        assert hands.window.isVisible()
        filler.unlink()
        until(lambda: hands.book.notes() == ["kept"], "the words on the disk")
        # Saved, and full again: it is said again. Whoever insists may go.
        filler = fill(small)
        hands.type(" too")
        until(lambda: "full" in hands.banner(), "the banner")
        hands.keys.press("ctrl+q")
        until(lambda: "not saved yet" in hands.banner(), "the sentence")
        hands.keys.press("ctrl+q")
        until(lambda: not hands.window.isVisible(), "the end")
        filler.unlink()


def gone(folder: Path) -> str:
    """Nobody made it."""
    return f"The folder {folder} is not there."


def full(folder: Path) -> str:
    """No room for a packet."""
    fill(folder)
    return f"The disk with {folder} is full."


@pytest.mark.parametrize("harm", [gone, full])
def test_an_export_folder_that_takes_nothing(
    harm: Callable[[Path], str], tmp_path: Path, small: Path, qapp: QApplication
) -> None:
    target = small if harm is full else tmp_path / "nowhere"
    sentence = harm(target)
    before = sorted(target.iterdir()) if target.exists() else None
    with opened(tmp_path / "data", qapp) as hands:
        hands.program.keeper.save(a_story(Phase.FINALISED).changes)
        hands.program.keeper.flush()
        hands.program.preferences.update(export_folder=str(target))
        hands.program.library.refresh()
        width = hands.window.width()
        hands.keys.press("ctrl+e")
        until(lambda: hands.window.scope == "packet", "the packet")
        hands.keys.press("ctrl+s")
        said = until(hands.banner, "the sentence")
        keep_picture(f"export-{harm.__name__}")
        assert sentence in said
        assert (sorted(target.iterdir()) if target.exists() else None) == before
        assert hands.window.width() == width
        assert hands.book.rows("SELECT path FROM export") == []
        # The way out: another folder, and it works.
        good = tmp_path / "good"
        good.mkdir()
        hands.program.preferences.update(export_folder=str(good))
        hands.keys.press("Escape")
        until(lambda: hands.window.scope == "library", "the library")
        hands.keys.press("ctrl+e")
        until(lambda: hands.window.scope == "packet", "the packet")
        hands.keys.press("ctrl+s")
        until(lambda: [p.suffix for p in good.iterdir()] == [".pdf"], "the packet in the good folder")
