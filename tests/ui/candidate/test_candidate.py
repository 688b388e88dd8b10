"""The candidate view on the real program: by keys and mouse, and that nothing private ever stands in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.live.views import ClockView, LiveView
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.ui import geometry
from interviewer_app.ui.candidate.mode import CandidateMode
from interviewer_app.ui.candidate.view import CandidateView, candidate_view
from interviewer_app.ui.candidate.window import CandidateWindow
from interviewer_app.ui.live.prompt.passage import Passage, PassagePane
from interviewer_app.ui.shell.beside import CompanionWindows
from interviewer_app.ui.style import theme
from tests.ui.live import stage
from tests.ui.whole import Whole, opened, settle, the_kit

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Call:
    """The live call of the whole program, and the window beside it."""

    def __init__(self, whole: Whole) -> None:
        self.whole = whole
        whole.fill()
        self.screen = whole.go(Phase.LIVE)
        beside = self.screen.findChild(CompanionWindows)
        assert isinstance(beside, CompanionWindows)
        self.beside = beside

    @property
    def desk(self) -> CandidateMode:
        assert self.beside.candidate is not None
        return self.beside.candidate

    @property
    def window(self) -> CandidateWindow:
        return self.desk.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        where = QApplication.focusWidget() or QApplication.activeWindow()
        assert where is not None
        QTest.keyClick(where, key, modifiers)
        settle()

    def open(self) -> CandidateWindow:
        self.press(Qt.Key.Key_C, CONTROL_SHIFT)
        assert self.window.isVisible()
        return self.window

    def back(self) -> None:
        """To the main window."""
        self.whole.window.activateWindow()
        settle()
        self.screen.setFocus()
        settle()

    def show(self, step: str) -> None:
        self.whole.controller.show(step)
        settle()

    def phase(self) -> Phase:
        assert self.whole.program.keeper.flush()
        return self.whole.program.keeper.reader.load(Phase.LIVE.value).phase


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Call]:
    with opened(tmp_path) as whole:
        yield Call(whole)


def said(window: QWidget) -> str:
    """Everything a window and its widgets say, to eyes, to screen readers and on hovering."""
    widgets = [window, *window.findChildren(QWidget)]
    words = [w.text() for w in widgets if isinstance(w, QLabel | QAbstractButton)]
    words += [w.toPlainText() for w in widgets if isinstance(w, QPlainTextEdit)]
    for widget in widgets:
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        words += [widget.windowTitle(), widget.whatsThis(), widget.statusTip()]
    return "\n".join(word for word in words if word)


# -- by keys and mouse -----------------------------------------------------------------------------


def test_a_key_opens_it_and_the_same_key_closes_it(call: Call) -> None:
    assert call.beside.candidate is None
    prompt = the_kit().prompts[0]
    call.show(prompt.id)
    window = call.open()
    assert prompt.candidate_text in said(window)
    assert "Question 1 of" in said(window)
    call.press(Qt.Key.Key_C, CONTROL_SHIFT)
    assert not window.isVisible()
    assert call.phase() is Phase.LIVE


def test_the_button_in_the_header_does_the_same(call: Call) -> None:
    button = call.whole.child("live.candidate_view")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert call.window.isVisible()
    assert call.window.isWindow()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not call.window.isVisible()


def test_it_follows_the_call_and_its_keys_move_the_call(call: Call) -> None:
    prompts = the_kit().prompts
    call.show(prompts[0].id)
    window = call.open()
    call.back()
    call.press(Qt.Key.Key_F8)
    assert prompts[1].candidate_text in said(window)
    assert prompts[0].candidate_text not in said(window)
    window.activateWindow()
    settle()
    call.press(Qt.Key.Key_F8)
    assert prompts[2].candidate_text in said(window)
    call.press(Qt.Key.Key_F7)
    assert prompts[1].candidate_text in said(window)


def test_what_is_typed_goes_on_being_saved_while_it_is_open(call: Call) -> None:
    step = the_kit().prompts[0].id
    call.show(step)
    call.open()
    call.back()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "Beside the question")
    assert call.phase() is Phase.LIVE
    stored = call.whole.program.keeper.reader.load(Phase.LIVE.value)
    assert any("Beside the question" in note.text for note in stored.sheets[step].lines)


def test_closing_it_ends_nothing_and_the_end_of_the_call_closes_it(call: Call) -> None:
    window = call.open()
    window.close()
    assert call.whole.window.isVisible()
    assert call.phase() is Phase.LIVE
    call.desk.toggle()
    assert window.isVisible()
    call.whole.controller.end_call()
    assert not window.isVisible()
    assert call.phase() is Phase.TO_REVIEW


def test_it_goes_with_the_main_window(call: Call) -> None:
    window = call.open()
    call.whole.window.close()
    assert not window.isVisible()


# -- nothing private (P-05) ------------------------------------------------------------------------


def secrets(call: Call) -> set[str]:
    """Everything of the interview that is not for the candidate, in pieces long enough to be told apart."""
    interview = call.whole.program.keeper.reader.load(Phase.LIVE.value)
    kit = interview.kit
    found = {kit.title, interview.candidate, interview.opening.title, interview.interviewer}
    for category in kit.categories:
        found |= {category.title, category.definition, *category.anchors}
    for prompt in kit.prompts:
        found |= {prompt.title, prompt.label, prompt.interviewer_notes, *prompt.strong, *prompt.weak}
        found |= {probe.text for probe in prompt.probes} | {fact.text for fact in prompt.facts}
    found |= {note.text for note in interview.notes}
    return {words for words in found if len(words) > 3}


def test_nothing_private_is_in_it_at_any_step(call: Call) -> None:
    window = call.open()
    call.desk.toggle_time()
    private = secrets(call)
    assert len(private) > 100
    seen = set()
    for step in the_kit().steps:
        call.show(step)
        words = said(window)
        own = the_kit().prompt(step)
        rest = words.replace(own.candidate_text, "") if own is not None else words
        assert not [secret for secret in private if secret in rest], step
        seen.add(words)
    assert len(seen) == len(the_kit().steps)
    assert "Interviewer" not in window.windowTitle()


@pytest.mark.parametrize("theme_name", ["light", "dark", "high"])
def test_private_facts_change_no_pixel_of_it(qapp: QApplication, theme_name: theme.Choice) -> None:
    theme.apply(qapp, theme_name)
    view = stage.a_view("p2")
    other = replace(
        view,
        candidate="Somebody Else",
        opening="Another opening",
        chips=(),
        strip=(),
        labels={},
        lines=stage.lines("p2", [(3, "! a secret #A")]),
        step=replace(
            view.step, title="Title", probes=(), facts=(), strong=(), weak=(), hints="", letters=("H",)
        ),
    )
    assert picture(view) == picture(other)
    assert picture(view) != picture(replace(view, step=replace(view.step, text="Another question.")))


def picture(view: LiveView) -> QImage:
    """The window with this call."""
    window = CandidateWindow()
    window.resize(900, 600)
    window.show_time(shown=True)
    window.present(candidate_view(view))
    made = window.grab().toImage()
    window.deleteLater()
    return made


# -- time ------------------------------------------------------------------------------------------


def a_clock(spent: float) -> ClockView:
    return stage.a_clock(stage.a_pace(spent + 180, spent))


@pytest.mark.parametrize(
    ("spent", "words"),
    [(0, "about 12 minutes left"), (5 * 60 + 1, "about 7 minutes left"), (719, "about 1 minute left")],
)
def test_time_is_in_whole_minutes(qtbot: QtBot, spent: float, words: str) -> None:
    view = replace(stage.a_view("p1"), clock=a_clock(spent))
    window = shown(qtbot, candidate_view(view))
    assert words not in said(window)
    window.show_time(shown=True)
    assert words in said(window)


def test_time_that_is_over_says_nothing(qtbot: QtBot) -> None:
    view = replace(stage.a_view("p1"), clock=a_clock(13 * 60))
    window = shown(qtbot, candidate_view(view))
    window.show_time(shown=True)
    assert "left" not in said(window)
    assert "over" not in window.findChildren(QLabel)[0].text()


def test_time_is_switched_in_its_menu_and_remembered(call: Call) -> None:
    call.show(the_kit().prompts[0].id)
    window = call.open()
    assert "minutes left" not in said(window)
    QApplication.sendEvent(
        window,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 20), window.mapToGlobal(QPoint(20, 20))),
    )
    menu = window.findChild(QMenu, "candidate.menu")
    assert menu is not None
    action = next(a for a in menu.actions() if a.objectName() == "candidate.menu.time")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert window.timed
    assert "minutes left" in said(window)
    assert call.whole.program.preferences.recall("candidate.time") == "shown"
    call.screen.actions_by_id["live.candidate_time"].trigger()
    assert "minutes left" not in said(window)


# -- size and place --------------------------------------------------------------------------------


def shown(qtbot: QtBot, view: CandidateView, size: tuple[int, int] = (900, 600)) -> CandidateWindow:
    """The window with a view, out of sight."""
    window = CandidateWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    window.present(view)
    window.grab()
    return window


def parts(window: CandidateWindow) -> tuple[PassagePane, Passage]:
    """The words and what scrolls them."""
    pane = window.findChild(PassagePane)
    assert pane is not None
    passage = pane.findChild(Passage)
    assert passage is not None
    return pane, passage


def line_pitch(window: CandidateWindow) -> tuple[int, bool]:
    """Height of a line, and whether the text has to be scrolled."""
    pane, passage = parts(window)
    return theme.line_height(passage.role), pane.verticalScrollBar().maximum() > 0


def test_the_text_steps_down_before_it_scrolls(qtbot: QtBot) -> None:
    found = []
    for words in range(5, 400, 5):
        window = shown(qtbot, CandidateView(1, 6, "a question of words " * words))
        found.append(line_pitch(window))
    steps = list(dict.fromkeys(found))
    assert steps == [(36, False), (33, False), (30, False), (27, False), (27, True)]


@pytest.mark.parametrize("width", [480, 900, 1600, 2560])
def test_no_line_is_longer_than_the_measure(qtbot: QtBot, width: int) -> None:
    window = shown(qtbot, CandidateView(1, 6, stage.TEXT), (width, 800))
    pane, passage = parts(window)
    lines = passage.lines_at(passage.width())
    assert max(len(line) for line in lines) <= 80
    widths = [QFontMetricsF(theme.font(passage.role)).horizontalAdvance(line) for line in lines]
    assert max(widths) <= pane.width()
    left = pane.geometry().left()
    assert abs(left - (width - pane.geometry().right() - 1)) <= 1


def test_frame_steps_have_words_of_their_own() -> None:
    view = stage.a_view("p1")
    words = {
        step: candidate_view(replace(view, step=stage.a_step(step))).text
        for step in (OPENING, QUESTIONS, CLOSE)
    }
    assert words == {OPENING: "Welcome", QUESTIONS: "Your questions", CLOSE: "Thank you"}
    strange = replace(stage.a_step(CLOSE), step="interlude")
    assert candidate_view(replace(view, step=strange)).text == "Between questions"


def test_its_place_is_remembered_and_brought_back_on_screen(call: Call) -> None:
    window = call.open()
    window.setGeometry(40, 60, 620, 410)
    window.close()
    assert geometry.read(call.whole.program.preferences.recall("candidate")) == (
        QRect(40, 60, 620, 410),
        False,
    )
    call.whole.program.preferences.remember("candidate", "9000 9000 620 410 free")
    call.desk.toggle()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry())
    assert window.size().width() == min(620, screen.width())


def test_a_screen_that_goes_gives_it_back(call: Call) -> None:
    window = call.open()
    window.setGeometry(9000, 9000, 620, 410)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(app.primaryScreen())
    settle()
    assert app.primaryScreen().availableGeometry().contains(window.geometry())


def test_it_is_no_smaller_than_the_least(qtbot: QtBot) -> None:
    window = shown(qtbot, CandidateView(1, 6, stage.TEXT), (100, 100))
    assert (window.width(), window.height()) == (480, 320)


# -- what a task hands out -------------------------------------------------------------------------


def a_task(qtbot: QtBot, lines: int = 200) -> CandidateWindow:
    window = CandidateWindow()
    qtbot.addWidget(window)
    step = replace(stage.a_step(), materials=("line\n" * lines, "def last():\n    pass\n"))
    window.present(candidate_view(replace(stage.a_view(), step=step)))
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle()
    return window


def material(window: CandidateWindow) -> QPlainTextEdit:
    found = window.findChild(QPlainTextEdit, "candidate.material")
    assert found is not None
    return found


def test_the_material_of_a_task_stands_under_its_words(qtbot: QtBot) -> None:
    window = a_task(qtbot)
    text = material(window)
    assert text.isVisible()
    assert text.isReadOnly()
    assert text.toPlainText().endswith("line\n\ndef last():\n    pass")
    assert stage.TEXT in said(window)
    words = window.findChild(PassagePane)
    assert words is not None
    assert text.geometry().top() >= words.geometry().bottom()
    assert text.height() >= window.height() // 3


def test_the_interviewer_scrolls_it_by_keys_while_the_keys_of_the_call_go_on(qtbot: QtBot) -> None:
    window = a_task(qtbot)
    bar = material(window).verticalScrollBar()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    once = bar.value()
    assert once > 0
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert bar.value() == once + bar.singleStep()
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert bar.value() < once
    assert window.hasFocus()


def test_the_next_prompt_takes_the_material_with_it(qtbot: QtBot) -> None:
    window = a_task(qtbot)
    window.present(candidate_view(stage.a_view()))
    assert not material(window).isVisible()
    assert material(window).toPlainText() == ""
