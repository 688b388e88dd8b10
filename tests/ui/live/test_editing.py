"""Whatever is done in the notes, and undone: words, identity and time stay together. Property tests."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from interviewer_app.domain.notes.note import Marker, clean
from tests.ui.live.notebook import (
    Fact,
    Notebook,
    an_editor,
    compose,
    drag,
    insert,
    paste,
    press,
    put_caret,
    shown,
    write,
)

ACTS = st.one_of(
    st.tuples(st.just("type"), st.text(alphabet="ab #A+é🙂", min_size=1, max_size=4)),
    st.tuples(
        st.just("key"),
        st.sampled_from(["enter", "shift-enter", "back", "delete", "undo", "redo", "cut-line"]),
    ),
    st.tuples(st.just("caret"), st.integers(0, 60)),
    st.tuples(st.just("select"), st.tuples(st.integers(0, 60), st.integers(0, 60))),
    st.tuples(st.just("paste"), st.text(alphabet="xy\n\r\u2028\u2029\x0b\x07\ufdd0\u202e🙂 ", max_size=12)),
    st.tuples(st.just("marker"), st.sampled_from(list(Marker)[1:])),
    st.tuples(st.just("tag"), st.sampled_from("AB")),
    st.tuples(st.just("stamp"), st.none()),
    st.tuples(st.just("move"), st.booleans()),
    st.tuples(st.just("step"), st.sampled_from(["p1", "p2"])),
    st.tuples(st.just("compose"), st.text(alphabet="に語\u2028", max_size=3)),
    st.tuples(st.just("complete"), st.sampled_from("AB")),
    # Dragged to another place, and put there by somebody else's cursor.
    st.tuples(st.just("drag"), st.integers(0, 60)),
    st.tuples(st.just("insert"), st.text(alphabet="v\n\u2028\x07 ", min_size=1, max_size=4)),
    # The program ended and came back, or another interview was on screen.
    st.tuples(st.just("come back"), st.booleans()),
)

KEEPS = {"type", "marker", "tag", "complete", "caret", "select", "come back"}
"""What leaves every line in its place when it leaves their number."""


def act(notebook: Notebook, kind: str, what: Any) -> None:
    editor = notebook.editor
    acts: dict[str, Callable[[], None]] = {
        "type": lambda: write(editor, what),
        "key": lambda: press(editor, what),
        "caret": lambda: put_caret(editor, what),
        "select": lambda: put_caret(editor, *what),
        "paste": lambda: paste(editor, what),
        "marker": lambda: editor.toggle_marker(what),
        "tag": lambda: editor.toggle_tag(what),
        "stamp": editor.stamp_line,
        "move": lambda: editor.move_lines(down=what),
        "step": lambda: notebook.open(what),
        "compose": lambda: compose(editor, what),
        "complete": lambda: editor.complete_tag(what),
        "drag": lambda: drag(editor, what),
        "insert": lambda: insert(editor, what),
        "come back": lambda: notebook.come_back(crashed=what),
    }
    acts[kind]()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=30))
@example([("paste", " \r"), ("move", False), ("select", (6, 15)), ("move", False)])
@example([("paste", " \r"), ("move", False), ("caret", 4), ("stamp", None)])
@example([("move", True), ("caret", 18), ("paste", "\r\r\r\r"), ("move", False), ("move", True)])
@example([("type", "🙂"), ("key", "enter"), ("move", False)])
@example([("stamp", None), ("type", "A"), ("select", (0, 5)), ("type", " ")])
@example([("insert", "\x07"), ("key", "undo")])
@pytest.mark.usefixtures("qapp")
def test_edits_replayed_give_the_document(acts: list[tuple[str, object]]) -> None:
    with an_editor() as editor:
        notebook = Notebook(editor)
        notebook.open("p2", "elsewhere")
        notebook.open("p1", "one", "+ two #A", "", "four")
        stamps: dict[str, bool] = {}
        for kind, what in acts:
            notebook.now += 1.0
            before = notebook.lines
            act(notebook, kind, what)
            after = notebook.lines
            assert notebook.kept == shown(editor), (kind, what)
            assert all(text == clean(text) and "\n" not in text for text in notebook.kept)
            assert len({name for name, *_rest in after}) == len(after)
            # A stamp is given to a new line and to no other, and is never taken away.
            assert all(stamped is stamps.setdefault(name, stamped) for name, _words, _t, stamped in after)
            if kind == "move":
                assert set(after) == set(before)
            if what in ("undo", "redo"):
                assert after in notebook.seen[notebook.step]
            if kind == "stamp":
                assert [line for line in after if line in before] == list(before)
            elif kind in KEEPS and len(after) >= len(before):
                assert stamped_in(after) >= stamped_in(before)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS.filter(lambda act: act[0] not in ("step", "come back")), min_size=3, max_size=25))
@example([("type", "A"), ("select", (0, 19)), ("type", " A")])
@pytest.mark.usefixtures("qapp")
def test_undo_and_redo_give_back_words_identity_time_and_stamp(acts: list[tuple[str, object]]) -> None:
    with an_editor() as editor:
        notebook = Notebook(editor)
        notebook.open("p1", "one", "+ two #A", "", "four")
        first, begun = notebook.lines, {name: t for name, _words, t, _stamped in notebook.lines}
        for kind, what in acts:
            notebook.now += 1.0
            before = len(notebook.seen["p1"])
            act(notebook, kind, what)
            if what in ("undo", "redo"):
                begun = {}
            for lines in (*notebook.seen["p1"][before:], notebook.lines):
                never_later(lines, begun)
        notebook.now += 100.0
        redo_all(notebook)
        last = notebook.lines
        while editor.document().isUndoAvailable():
            editor.undo()
            assert notebook.lines in notebook.seen["p1"]
        assert notebook.lines == first
        redo_all(notebook)
        assert notebook.lines == last


def redo_all(notebook: Notebook) -> None:
    while notebook.editor.document().isRedoAvailable():
        notebook.editor.redo()
        assert notebook.lines in notebook.seen["p1"]


def stamped_in(lines: Iterable[Fact]) -> set[str]:
    """Which lines are stamped."""
    return {name for name, _words, _t, stamped in lines if stamped}


def never_later(lines: Iterable[Fact], begun: dict[str, float]) -> None:
    """None with words has a later time than it ever had."""
    for name, text, t, stamped in lines:
        if text.strip() or stamped:
            assert t <= begun.setdefault(name, t)
        else:
            begun.pop(name, None)
