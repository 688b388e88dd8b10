"""The table of actions: keys unique where they can meet, every method there, every row in the cheat sheet."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

import interviewer_app
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


# -- the names of keys -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "words", "mac"),
    [
        ("Ctrl+Return", "Ctrl+Enter", "⌘↩"),
        ("Ctrl+Shift+O", "Ctrl+Shift+O", "⇧⌘O"),
        ("Alt+Left", "Alt+←", "⌥←"),
        ("Ctrl++", "Ctrl++", "⌘+"),
        ("Escape", "Esc", "Esc"),
        ("F5", "F5", "F5"),
    ],
)
def test_a_key_is_named_as_its_system_names_it(keys: str, words: str, mac: str) -> None:
    assert actions.named(keys, mac=False) == words
    assert actions.named(keys, mac=True) == mac


def test_an_action_tells_its_first_key() -> None:
    assert actions.key("app.library") == actions.named("Alt+Home")
    assert actions.key("app.about") == ""
    with pytest.raises(KeyError):
        actions.key("app.none")


def test_no_key_of_the_table_is_spelled_anywhere_else() -> None:
    ui = Path(interviewer_app.__file__).parent / "ui"
    spelled = re.compile(r"\b(Ctrl|Alt|Shift|Meta)\+\S|\bF\d{1,2}\b")
    wrong = []
    for module in sorted(ui.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        asked = {
            id(part)
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "actions.named"
            for part in ast.walk(call)
        }
        told = {id(word) for node in ast.walk(tree) for word in docstring_of(node)}
        wrong += [
            f"{module.relative_to(ui)}:{node.lineno}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in asked | told
            and module.name != "actions.py"
            and spelled.search(node.value)
        ]
    assert not wrong, "\n".join(wrong)


def docstring_of(node: ast.AST) -> list[ast.expr]:
    """The constant with the words a node begins with about itself, if it has any."""
    holders = ast.Module | ast.ClassDef | ast.FunctionDef
    first = node.body[0] if isinstance(node, holders) and node.body else None
    return [first.value] if isinstance(first, ast.Expr) else []
