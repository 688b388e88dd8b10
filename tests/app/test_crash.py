"""A bug in a slot: told without its words, logged without its words, and the program goes on."""

import json
import threading
import traceback
from pathlib import Path
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from interviewer_app.app.crash import CrashHook, where
from interviewer_app.domain.errors import Problem
from tests.app import outside

WORDS = "Ada said that she was paid too little"

BREAK_A_SLOT = """
import json
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from interviewer_app.ui.widgets.banner import Banner

usual = wiring.Program.after_first_paint

class Bug(QObject):
    hit = Signal(object)

def fail(words):
    raise ValueError(words)

def look(program):
    banners = [b.accessibleName() for b in program.window.findChildren(Banner) if b.isVisible()]
    program.window.new_interview()
    print(json.dumps({"said": banners, "scope": program.window.scope}))
    QApplication.instance().quit()

def after(program):
    usual(program)
    program.bug = Bug()
    program.bug.hit.connect(fail)
    program.bug.hit.emit("SECRET")
    QTimer.singleShot(0, lambda: look(program))

wiring.Program.after_first_paint = after
"""


def test_a_bug_in_a_slot_of_the_running_program(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = outside.run(folder, BREAK_A_SLOT.replace("SECRET", WORDS))
    assert (done.returncode, outside.said(done)) == (0, "")
    answer = json.loads(done.stdout)
    assert len(answer["said"]) == 1
    assert answer["said"][0].startswith("The program met a bug. Your text is saved; you can go on.")
    assert str(folder / "logs" / "interviewer.log") in answer["said"][0]
    assert answer["scope"] == "prepare"
    log = (folder / "logs" / "interviewer.log").read_text(encoding="utf-8")
    assert "ValueError at" in log
    assert "fail" in log
    for word in WORDS.split():
        assert word not in log.replace("interviewer", "")
        assert word not in answer["said"][0].replace("Your", "") or word in {"said", "that", "too", "was"}


# -- the hook by itself ----------------------------------------------------------------------------


class Told:
    """What a hook did, in order; `saved` is what its flush answers, `clock` the seconds it sees."""

    def __init__(self) -> None:
        self.acts: list[object] = []
        self.saved = True
        self.clock = 0.0
        self.hook = CrashHook(self.flush, "the.log", lambda: self.clock)
        self.hook.met.connect(self.acts.append)

    def flush(self) -> bool:
        """Whether all is saved."""
        self.acts.append("flushed")
        return self.saved

    def meet(self, error: BaseException) -> None:
        """Let the hook catch an error that was really raised."""
        with pytest.raises(type(error)) as met:
            fail(error)
        self.hook.catch(met.type, met.value, met.tb)

    @property
    def said(self) -> list[Problem]:
        """What the person was told."""
        return [act for act in self.acts if isinstance(act, Problem)]


def fail(error: BaseException) -> NoReturn:
    """Raise it."""
    raise error


def test_text_is_saved_before_anything_is_said(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    told.meet(ValueError(WORDS))
    assert told.acts[0] == "flushed"
    said = told.acts[1]
    assert isinstance(said, Problem)
    assert "the.log" in said.next_step
    assert WORDS not in said.line() + caplog.text
    assert "ValueError at" in caplog.text
    caplog.clear()


def test_a_problem_nobody_caught_is_told_in_its_own_words(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    problem = Problem("The disk is gone.", "Put it back.")
    told.meet(problem)
    assert told.acts == ["flushed", problem]
    caplog.clear()


def test_a_storm_is_flushed_each_time_and_told_now_and_then(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    for _ in range(1000):
        told.meet(ValueError(WORDS))
        told.clock += 0.1
    assert told.acts.count("flushed") == 1000
    assert 2 <= len(told.said) == len(caplog.records) <= 10
    assert "299 left out" in caplog.text
    caplog.clear()


def test_the_thousandth_bug_is_told_like_the_first_when_it_is_another_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = Told()
    for _ in range(1000):
        told.meet(ValueError(WORDS))
    told.meet(KeyError(WORDS))
    assert len(told.said) == 2
    assert "KeyError at" in caplog.text
    caplog.clear()


def test_a_storm_does_not_hide_that_text_is_no_longer_saved(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    for saved in (True, True, False, False, True):
        told.saved = saved
        for _ in range(100):
            told.meet(ValueError(WORDS))
    assert [("not saved yet" in said.sentence) for said in told.said] == [False, True, False]
    caplog.clear()


def test_a_bug_in_the_flush_is_no_reason_to_say_nothing(caplog: pytest.LogCaptureFixture) -> None:
    said: list[Problem] = []

    def broken() -> NoReturn:
        raise OSError(WORDS)

    hook = CrashHook(broken, "the.log")
    hook.met.connect(said.append)
    hook.catch(ValueError, ValueError(WORDS), None)
    assert "not saved yet" in said[0].sentence
    assert "OSError at" in caplog.text
    assert "in the flush" in caplog.text
    caplog.clear()


def test_a_bug_in_who_is_told_does_not_go_round_in_circles(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()
    monkeypatch.setattr("sys.excepthook", told.hook.catch)
    monkeypatch.setattr("threading.excepthook", threading.excepthook)

    def break_again(_problem: Problem) -> None:
        raise KeyError(WORDS)

    told.hook.met.connect(break_again)
    told.meet(ValueError(WORDS))
    assert len(told.said) == 1
    assert "KeyError at" in caplog.text
    told.meet(TypeError(WORDS))
    assert len(told.said) == 2
    caplog.clear()


@pytest.mark.parametrize("saved", [True, False])
def test_a_bug_in_the_writer_is_flushed_and_told_too(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, saved: bool
) -> None:
    told = Told()
    told.saved = saved
    monkeypatch.setattr("sys.excepthook", told.hook.catch)
    monkeypatch.setattr("threading.excepthook", threading.excepthook)
    told.hook.install()
    thread = threading.Thread(target=fail, args=(ValueError(WORDS),))
    thread.start()
    thread.join()
    assert told.acts == []  # the writer cannot wait for itself
    qtbot.waitUntil(lambda: len(told.acts) == 2)
    assert told.acts[0] == "flushed"
    assert ("not saved yet" in told.said[0].sentence) == (not saved)
    assert "writer" in caplog.text
    assert WORDS not in caplog.text
    caplog.clear()


def test_the_place_of_a_bug_holds_no_values() -> None:
    def outer(words: str) -> None:
        raise KeyError(words)

    with pytest.raises(KeyError) as met:
        outer(WORDS)
    place = where(met.value.__traceback__)
    assert place.endswith("outer")
    assert WORDS not in place
    assert WORDS in "".join(traceback.format_exception(met.value))  # so the ordinary way would have shown it


def test_words_are_called_saved_only_when_they_are(caplog: pytest.LogCaptureFixture) -> None:
    said: list[Problem] = []
    hook = CrashHook(lambda: False, "the.log")
    hook.met.connect(said.append)
    hook.catch(ValueError, ValueError(WORDS), None)
    assert "is saved" not in said[0].sentence
    assert "not saved yet" in said[0].sentence
    caplog.clear()
