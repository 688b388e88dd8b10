"""The page for people who write kits: true, complete, and with an example that can be used as it is."""

import os

from interviewer_app import assets
from interviewer_app.kits import findings, library
from tests.kits import reference

FILE = "writing-kits.toml"
LAST = '[[guidance]]\nid = "writing-kits-fields"\n'


def page(page_id: str) -> tuple[str, str]:
    """Title and text."""
    tables = library.load_file(assets.path("kits", FILE))
    [found] = [entry for entry in tables["guidance"] if entry["id"] == page_id]
    return found["title"], found["text"]


def test_the_field_tables_are_made_from_the_types() -> None:
    wanted = reference.field_tables()
    if os.environ.get("UPDATE_GOLDEN"):
        path = assets.path("kits", FILE)
        head = path.read_text(encoding="utf-8").partition(LAST)[0]
        title = 'title = "Every field of a kit file"\n'
        path.write_text(f'{head}{LAST}{title}text = """\n{wanted}"""\n', encoding="utf-8")
    assert page("writing-kits-fields")[1] == wanted


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for page_id in ("writing-kits", "writing-kits-fields"):
        rows: list[int] = []
        for paragraph in page(page_id)[1].split("\n\n"):
            cells = paragraph.count(" | ")
            assert not cells or not rows or rows[-1] == cells, paragraph
            rows = [*rows, cells] if cells else []


def test_the_example_is_a_kit_with_nothing_wrong() -> None:
    text = page("writing-kits-example")[1].replace("\n\n", "\n")
    read = library.parse(text.encode(), "example.toml")
    assert read.findings == ()
    [kit] = read.kits
    assert (kit.minutes, len(kit.prompts), kit.scored) == (20, 2, ("A",))
    assert kit.scorecard.title == "Help desk, one category"


def test_the_page_names_the_example_and_every_code() -> None:
    _title, text = page("writing-kits")
    assert f'"{page("writing-kits-example")[0]}"' in text
    assert '"Topics to leave alone"' in text
    codes = {kind[:3] for kind in findings.WORDS} | {"E18", "W02"}
    assert codes == {f"E{n:02}" for n in range(1, 27)} | {f"W{n:02}" for n in range(1, 12)} - {"W10"}
    for code in codes:
        assert f"\n\n{code} | " in text, code
    assert "https:" not in text
