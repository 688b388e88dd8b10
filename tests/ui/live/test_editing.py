"""Whatever is done in the notes, and undone: words, identity and time stay together. Property tests."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from interviewer_app.domain.notes.note import Marker, clean
from interviewer_app.ui.live.notes.line_edits import is_stamp
from tests.ui.live.notebook import Notebook, an_editor, paste, press, put_caret, shown, write

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
)


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
    }
    acts[kind]()


def worded(lines: Iterable[tuple[str, str, float, bool]]) -> set[tuple[str, str, float, bool]]:
    """The lines that say something, each with its identity, time and stamp."""
    return {line for line in lines if line[1].strip()}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=30))
@example([("paste", " \r"), ("move", False), ("select", (6, 15)), ("move", False)])
@example([("paste", " \r"), ("move", False), ("caret", 4), ("stamp", None)])
@example([("move", True), ("caret", 18), ("paste", "\r\r\r\r"), ("move", False), ("move", True)])
@example([("type", "🙂"), ("key", "enter"), ("move", False)])
@pytest.mark.usefixtures("qapp")
def test_edits_replayed_give_the_document(acts: list[tuple[str, object]]) -> None:
    with an_editor() as editor:
        notebook = Notebook(editor)
        notebook.open("p2", "elsewhere")
        notebook.open("p1", "one", "+ two #A", "", "four")
        for kind, what in acts:
            before = notebook.lines
            act(notebook, kind, what)
            assert notebook.kept == shown(editor), (kind, what)
            if kind == "move":
                # Which of several lines without words is which, nobody can tell.
                assert worded(notebook.lines) == worded(before)
            # But which of them are stamped, the document tells, and the notes agree.
            assert [note.stamped for note in notebook.blank] == [
                is_stamp(editor.document().findBlockByNumber(at)) for at in notebook.blank_places
            ]
            assert all(text == clean(text) and "\n" not in text for text in notebook.kept)


EDITS = ACTS.filter(lambda act: act[0] != "step" and act[1] not in ("undo", "redo")).map(
    # A single character is taken for typed, so that redo could not be told from a new line; and a space over
    # a selection empties its line, which then begins anew.
    lambda act: (act[0], f"x{act[1]}y") if act[0] == "type" else act
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, min_size=3, max_size=25))
@pytest.mark.usefixtures("qapp")
def test_undo_gives_back_words_identity_and_time_and_redo_the_words(
    acts: list[tuple[str, object]],
) -> None:
    with an_editor() as editor:
        notebook = Notebook(editor)
        notebook.open("p1", "one", "+ two #A", "", "four")
        first, begun = worded(notebook.lines), {note.id: note.t for note in notebook.sheets["p1"].lines}
        for kind, what in acts:
            notebook.now += 1.0
            act(notebook, kind, what)
            never_later(notebook.lines, begun)
        last = notebook.kept
        notebook.now += 100.0
        while editor.document().isUndoAvailable():
            editor.undo()
            never_later(notebook.lines, begun)
        assert notebook.kept == ["one", "+ two #A", "", "four"]
        assert worded(notebook.lines) == first
        while editor.document().isRedoAvailable():
            editor.redo()
            never_later(notebook.lines, begun)
        assert notebook.kept == last


def never_later(lines: Iterable[tuple[str, str, float, bool]], begun: dict[str, float]) -> None:
    """No identity stands twice, and none with words has a later time than it ever had."""
    found = list(lines)
    assert len({name for name, *_rest in found}) == len(found)
    for name, text, t, stamped in found:
        if text.strip() or stamped:
            assert t <= begun.setdefault(name, t)
        else:
            begun.pop(name, None)
