"""The table of actions: keys unique where they can meet, every method there, every row in the cheat sheet."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.keys import sections, shown

ROWS = actions.table()


def test_ids_are_unique_and_begin_with_their_scope() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert all(row.id.startswith(row.scope + ".") for row in ROWS)
    assert {row.scope for row in ROWS} == set(actions.SCOPES)


@pytest.mark.parametrize("scope", actions.SCOPES)
def test_a_key_does_one_thing_on_a_screen(scope: str) -> None:
    meeting = [row for row in ROWS if row.scope in (scope, actions.APP)]
    keys = Counter(QKeySequence(key).toString() for row in meeting for key in row.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_qt_knows() -> None:
    for row in ROWS:
        for key in row.keys:
            sequence = QKeySequence(key)
            assert sequence.count() == 1, (row.id, key)
            assert "?" not in sequence.toString(), (row.id, key)


def test_words_are_labels() -> None:
    for row in ROWS:
        assert row.words, row.id
        assert not row.words.endswith("."), row.words


def test_an_action_without_a_key_stands_in_a_menu() -> None:
    assert [row.id for row in ROWS if not row.keys and not row.menu] == []


@pytest.mark.parametrize("scope", actions.SCOPES)
def test_the_cheat_sheet_lists_every_row_the_screen_s_own_first(scope: str) -> None:
    listed = sections(scope)
    assert listed[0].title == actions.scope_words(scope)
    lines = Counter((section.title, line.words, line.keys) for section in listed for line in section.lines)
    for row in ROWS:
        line = (actions.scope_words(row.scope), row.words, tuple(shown(row.keys)))
        assert lines[line] == 1, row.id


def test_both_enter_keys_are_one_to_people() -> None:
    assert shown(("Ctrl+Return", "Ctrl+Enter")) == ["Ctrl+Enter"]
