"""The whole program in one process, without a screen: every entry is built, and every wish is heard."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.errors import Problem, ReadOnlyStore
from interviewer_app.domain.interview import Phase
from interviewer_app.storage import migrations
from interviewer_app.ui import actions
from interviewer_app.ui.style import app_style, theme
from interviewer_app.ui.widgets.banner import Banner
from tests.builders import NOON, a_story

STATIONS = (actions.LIBRARY, actions.PREPARE, actions.LIVE, actions.REVIEW, actions.PACKET)


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    """On a database with an interview in every phase."""
    app_style.install(qapp)
    theme.apply(qapp, "light")
    made = Program(tmp_path, tmp_path / "interviews.db")
    made.build(None)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.keeper.start()
    for number, phase in enumerate(Phase):
        made.keeper.save(a_story(phase, phase.value, at=7200.0 * number).changes)
    assert made.keeper.flush()
    made.library.refresh()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()


def go(program: Program, phase: Phase) -> None:
    """To the interview of a phase."""
    program.window.open_interview(OpenRequest(phase.value, phase))


def banners(program: Program) -> list[str]:
    """What the banners in sight say."""
    return [b.accessibleName() for b in program.window.findChildren(Banner) if b.isVisible()]


def test_every_phase_has_its_screen(program: Program) -> None:
    window = program.window
    assert window.scope == actions.LIBRARY
    go(program, Phase.PREPARED)
    assert window.scope == actions.PREPARE
    go(program, Phase.LIVE)
    assert window.scope == actions.LIVE
    assert not window.menuBar().isVisible()
    go(program, Phase.TO_REVIEW)
    assert window.scope == actions.REVIEW
    go(program, Phase.FINALISED)
    assert window.scope == actions.REVIEW
    window.open_packet(OpenRequest("finalised", Phase.FINALISED))
    assert window.scope == actions.PACKET
    assert tuple(window.entries) == STATIONS
    for entry in window.entries.values():
        assert getattr(entry.screen, "actions_by_id", None), entry.screen.objectName()


def test_back_leads_home_and_from_the_packet_to_its_review(program: Program) -> None:
    window = program.window
    for phase in (Phase.PREPARED, Phase.TO_REVIEW):
        go(program, phase)
        screen = window.entries[window.scope].screen
        screen.back_requested.emit()  # type: ignore[attr-defined]
        assert window.scope == actions.LIBRARY
    go(program, Phase.FINALISED)
    window.entries[actions.REVIEW].screen.acts.show_packet()  # type: ignore[attr-defined]
    assert window.scope == actions.PACKET
    window.entries[actions.PACKET].screen.go_back()  # type: ignore[attr-defined]
    assert window.scope == actions.REVIEW


def test_every_signal_of_a_screen_is_connected(program: Program) -> None:
    window = program.window
    for phase in Phase:
        go(program, phase)
    window.open_packet(OpenRequest("finalised", Phase.FINALISED))
    deaf = [
        f"{scope}: {name}"
        for scope, entry in window.entries.items()
        for name in dir(type(entry.screen))
        if name.endswith(("_requested", "_edited")) and not heard(entry.screen, name)
    ]
    assert not deaf, "nobody listens to " + ", ".join(deaf)


def heard(widget: QWidget, name: str) -> bool:
    """Whether anything is connected to a signal."""
    signal = getattr(widget, name)
    assert isinstance(signal, SignalInstance)
    signature = next(
        bytes(m.methodSignature().data()).decode()
        for m in (widget.metaObject().method(i) for i in range(widget.metaObject().methodCount()))
        if bytes(m.name().data()).decode() == name
    )
    return widget.receivers(f"2{signature}") > 0


def test_a_controllers_problem_reaches_the_window(program: Program) -> None:
    go(program, Phase.PREPARED)
    program.window.show_library()
    program.window.open_interview(OpenRequest("nobody", Phase.LIVE))
    assert program.window.scope == actions.LIBRARY
    assert any("no interview" in said for said in banners(program))
    program.library.problem.emit(Problem("The shelf broke.", "Mend it."))
    assert any("The shelf broke." in said for said in banners(program))


def test_a_second_start_brings_the_window_forward(program: Program, qtbot: QtBot) -> None:
    program.window.showMinimized()
    program.come_forward()
    qtbot.waitUntil(lambda: not program.window.isMinimized())


def newer(path: Path) -> str:
    migrations.ensure(path, NOON)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 999")
    return "newer version"


def somebody_elses(path: Path) -> str:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
        conn.commit()
    return "not an Interviewer database"


def no_database(path: Path) -> str:
    path.write_bytes(b"Dear diary, " * 500)
    return "not an Interviewer database"


def damaged(path: Path) -> str:
    migrations.ensure(path, NOON)
    whole = bytearray(path.read_bytes())
    whole[100:8000] = b"\x5a" * 7900
    path.write_bytes(whole)
    return "damaged"


@pytest.mark.parametrize("harm", [newer, somebody_elses, no_database, damaged])
def test_a_dead_end_says_why_and_touches_nothing(
    harm: Callable[[Path], str], tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    path = tmp_path / "interviews.db"
    words = harm(path)
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "interviews-kept.db").write_bytes(b"")
    before = path.read_bytes()
    shown, advice = dead_end(tmp_path, None, qtbot, qapp)
    assert words in shown
    assert str(path) in shown
    if harm is not newer:
        assert "interviews-kept.db" in advice
    assert path.read_bytes() == before


def test_a_folder_without_rights_is_a_dead_end_too(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    problem = ReadOnlyStore("The folder cannot be written.", "Check its rights.")
    assert dead_end(tmp_path, problem, qtbot, qapp) == (problem.sentence, problem.next_step)


def dead_end(
    folder: Path, problem: ReadOnlyStore | None, qtbot: QtBot, qapp: QApplication
) -> tuple[str, str]:
    """Sentence and next step on the page of the dead end."""
    app_style.install(qapp)
    theme.apply(qapp, "light")
    made = Program(folder, folder / "interviews.db")
    made.build(problem)
    with qtbot.waitExposed(made.window):
        made.window.show()
    words = [made.window.findChild(QLabel, name) for name in ("problem.sentence", "problem.next")]
    made.window.new_interview()  # leads nowhere here
    made.window.show_library()
    said = [label.text() for label in words if label is not None and label.isVisible()]
    made.window.close()
    made.close()
    made.window.deleteLater()
    return said[0], said[1]
