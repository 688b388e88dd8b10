"""Words found in notes stand where the hit says."""

from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.notes.finding import Hit, find
from tests.builders import a_note

TEXT = st.text(alphabet="aBb #é🙂İ.*", max_size=12)


@given(st.lists(TEXT, max_size=5), TEXT)
def test_every_hit_is_the_words_and_no_line_without_one_holds_them(lines: list[str], words: str) -> None:
    notes = [a_note(f"n{n}", text) for n, text in enumerate(lines)]
    hits = find([("p1", notes)], words)
    wanted = words.strip()
    for hit in hits:
        found = lines[hit.line][hit.start : hit.start + hit.length]
        assert len(found) == len(wanted)
        assert all(a == b or a.lower() == b.lower() for a, b in zip(found, wanted, strict=True))
    without = set(range(len(lines))) - {hit.line for hit in hits}
    assert not any(wanted and wanted in lines[n] for n in without)


def test_hits_come_in_the_order_of_the_call() -> None:
    sheets = [("p1", [a_note(text="one"), a_note(text="ONE, one")]), ("p2", [a_note(text="(one)")])]
    assert find(sheets, " one ") == (
        Hit("p1", 0, 0, 3),
        Hit("p1", 1, 0, 3),
        Hit("p1", 1, 5, 3),
        Hit("p2", 0, 1, 3),
    )
    assert find(sheets, "  ") == ()
    assert find(sheets, ".") == ()


def test_nobody_walks_through_more_than_a_thousand() -> None:
    assert len(find([("p1", [a_note(text="a" * 5_000)])], "a")) == 1_000
