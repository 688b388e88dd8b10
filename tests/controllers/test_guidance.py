"""Guidance pages: read from kit files, found by words, kept from screens they do not belong to."""

from pathlib import Path

import pytest

from interviewer_app.controllers.guidance import BlockKind, Guidance, GuidanceBlock, blocks
from interviewer_app.ui import actions
from tests.kit_texts import HEAD, PAGES


@pytest.fixture
def guidance(tmp_path: Path) -> Guidance:
    text = HEAD.format(id="pages", title="Pages", version="1.0.0") + PAGES
    (tmp_path / "pages.toml").write_text(text, encoding="utf-8")
    return Guidance(tmp_path, shipped=())


def titles(guidance: Guidance, scope: str, words: str = "") -> list[str]:
    """What the drawer would list."""
    return [page.title for page in guidance.pages(scope, words)]


def test_pages_come_in_the_order_of_their_file(guidance: Guidance) -> None:
    assert titles(guidance, actions.LIVE) == ["Two ways to see a launch", "Glossary of ours"]


@pytest.mark.parametrize("scope", [scope for scope in actions.SCOPES if scope != actions.OPENING])
def test_pay_is_told_on_the_openings_screen_alone(guidance: Guidance, scope: str) -> None:
    assert "Pay bands" not in titles(guidance, scope)
    assert titles(guidance, scope, "silver") == []
    assert "Pay bands" in titles(guidance, actions.OPENING)


def test_the_shipped_page_about_pay_is_private_too() -> None:
    shipped = Guidance(Path("nowhere"))
    there = {page.id for page in shipped.pages(actions.OPENING)}
    assert "compensation-reference" in there
    for scope in (actions.LIVE, actions.REVIEW, actions.LIBRARY, actions.PREPARE):
        assert there - {page.id for page in shipped.pages(scope)} == {"compensation-reference"}


def test_all_words_must_occur(guidance: Guidance) -> None:
    assert titles(guidance, actions.LIBRARY, "slice LATE") == ["Two ways to see a launch"]
    assert titles(guidance, actions.LIBRARY, "canary slice") == []


def test_a_page_is_headings_tables_entries_and_text(guidance: Guidance) -> None:
    page = guidance.pages(actions.LIBRARY)[0]
    assert page.blocks == (
        GuidanceBlock(BlockKind.TEXT, (("What looks the same is not.",),)),
        GuidanceBlock(BlockKind.HEADING, (("How to read it",),)),
        GuidanceBlock(
            BlockKind.TABLE,
            (
                ("Area", "On the day", "A year later"),
                ("Data", "one file", "late and partial"),
                ("Proof", "best run", "figure by slice"),
            ),
        ),
        GuidanceBlock(BlockKind.ENTRY, (("Read it before the call",),)),
    )
    glossary = guidance.pages(actions.LIBRARY)[1]
    assert glossary.blocks == (
        GuidanceBlock(BlockKind.TERM, (("Canary", "a release to few people first."),)),
    )


def test_rows_may_be_lines_of_one_paragraph() -> None:
    assert blocks("x", "A | B\n1 | 2") == (GuidanceBlock(BlockKind.TABLE, (("A", "B"), ("1", "2"))),)


def test_a_changed_file_is_read_again(guidance: Guidance, tmp_path: Path) -> None:
    assert len(guidance.pages(actions.LIBRARY)) == 2
    (tmp_path / "pages.toml").write_text("not toml [", encoding="utf-8")
    assert guidance.pages(actions.LIBRARY) == ()


@pytest.mark.parametrize(
    "said", ["guidance = 5", "guidance = true", "[guidance]\nid = 1", "guidance = [[1]]"]
)
def test_a_file_with_something_else_under_that_name_has_no_pages(tmp_path: Path, said: str) -> None:
    (tmp_path / "own.toml").write_text(said, encoding="utf-8")
    assert Guidance(tmp_path, ()).pages(actions.LIBRARY) == ()


def test_how_kits_are_written_is_told_where_kits_are_and_not_in_a_call(tmp_path: Path) -> None:
    guidance = Guidance(tmp_path)
    for scope, told in (("kits", True), ("kit_editor", True), ("live", False), ("library", False)):
        assert any(page.id.startswith("writing-kits") for page in guidance.pages(scope)) == told, scope
