"""The program names no entry of the kits that come with it: what it does with them is data beside them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import interviewer_app
from interviewer_app.kits import library

LISTS = ("scorecards", "prompts", "role_profiles", "kits", "checklists", "flags", "guidance", "opening_rules")
LAID_OUT = {
    "glossary": "its paragraphs are terms with their meanings",
    "writing-kits": "its pages are shown beside the kit screens",
}
"""Pages whose names are the way a kit file says how a page is shown."""


def shipped_ids() -> set[str]:
    files = map(library.load_file, library.shipped_paths())
    return {entry["id"] for tables in files for kind in LISTS for entry in tables.get(kind, ())}


def texts(path: Path) -> Iterator[str]:
    """Every text of a module, alone or inside a longer one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_module_names_an_entry_of_a_shipped_kit() -> None:
    ids = shipped_ids()
    assert {"sys-03", "gen", "delivery-ae"} <= ids
    named = {
        (path.name, text)
        for path in Path(interviewer_app.__file__).parent.rglob("*.py")
        for text in texts(path)
        if text in ids
    }
    assert {text for _name, text in named} == set(LAID_OUT), sorted(named)
