"""Blocks on pages: what stays together, what is dropped at the top, what is repeated."""

from interviewer_app.report.drawing.layout import Layout, PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import PAPERS

PAPER = PAPERS["a4"]
ROOM = PAPER.bottom - 50


def a_block(height: float, name: str = "", **fields: object) -> PageBlock:
    picture = Picture()
    if name:
        picture.place(name)
    return PageBlock(picture, height, **fields)  # type: ignore[arg-type]


def laid(*blocks: PageBlock) -> Layout:
    layout = Layout(PAPER, 50)
    layout.flow(blocks)
    return layout


def test_kept_blocks_move_on_together() -> None:
    layout = laid(a_block(ROOM - 30), a_block(20, "a", keep=True), a_block(20, "b"))
    assert layout.where(2) == {"a": 3, "b": 3}


def test_a_chain_longer_than_a_page_still_flows() -> None:
    layout = laid(*(a_block(ROOM / 3, f"n{n}", keep=True) for n in range(9)))
    assert len(layout.pages) == 3


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    layout = laid(a_block(ROOM), a_block(10, before=40))
    assert layout.pages[1].items[0][0] == 50


def test_a_head_stands_above_what_continues() -> None:
    head = a_block(15, "head")
    layout = laid(a_block(ROOM - 5, "first"), a_block(20, "row", head=head))
    assert [round(y) for y, _picture in layout.pages[1].items] == [50, 65]


def test_the_next_section_waits_for_the_rail() -> None:
    layout = laid(a_block(20, rail=100), a_block(20, clear=True))
    assert layout.pages[0].items[1][0] == 150


def test_a_rail_that_would_hang_below_the_page_moves_its_block() -> None:
    layout = laid(a_block(ROOM - 50), a_block(20, "tall", rail=100))
    assert layout.where(1) == {"tall": 2}
