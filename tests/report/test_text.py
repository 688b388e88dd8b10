"""The gate: what people typed, cleaned, measured, broken and ordered."""

from hypothesis import given
from hypothesis import strategies as some

from interviewer_app.report.drawing.bidi import join, visual
from interviewer_app.report.drawing.style import BODY, SMALL, SMALL_BOLD
from interviewer_app.report.drawing.text import ELLIPSIS, TextCleaner, clip, fit, lines, plain, width, wrap


def test_controls_and_direction_tricks_show_as_replacements() -> None:
    assert TextCleaner().text("a\x00b\u202ec\x85d") == "a\ufffdb\ufffdc\nd"


def test_what_cannot_be_seen_is_dropped() -> None:
    assert TextCleaner().text("so\u00adft\u200bly\ufeff") == "softly"


def test_letters_are_composed_and_towers_of_marks_cut() -> None:
    assert TextCleaner().text("e\u0301") == "é"
    assert TextCleaner().text("x" + "\u0301" * 500) == "x" + "\u0301" * 8


def test_missing_characters_are_remembered_once_in_order() -> None:
    gate = TextCleaner()
    assert gate.text("a漢b字漢") == "a\ufffdb\ufffd\ufffd"
    assert gate.missing == ("漢", "字")


def test_lines_fit_and_lose_no_word() -> None:
    text = "Puts the week-two index back for the old products and tells support about the trade-off."
    found = wrap(text, SMALL, 120)
    assert len(found) > 2
    assert all(x + width(part, style) <= 120.01 for line in found for x, part, style in line)
    assert plain(found).replace("- ", "-") == text


def test_ids_stay_whole() -> None:
    for room in range(60, 160, 3):
        assert "prd-01" in plain(wrap("words before prd-01 and after", SMALL, room))


def test_a_word_wider_than_the_column_breaks_at_its_edge() -> None:
    found = wrap("y" * 300, SMALL, 100)
    assert "".join(part for line in found for _x, part, _style in line) == "y" * 300
    assert all(width(line[0][1], SMALL) <= 100 for line in found)


def test_spans_share_a_line() -> None:
    (line,) = lines((("Not observed: technical.", SMALL_BOLD), (" One line.", SMALL)), 300)
    (first, second) = line
    assert second[0] > width(first[1], SMALL_BOLD)


def test_line_feeds_break_and_empty_text_has_no_line() -> None:
    assert len(wrap("one\n\ntwo", BODY, 200)) == 3
    assert wrap("", BODY, 200) == []


def test_cutting_shows_that_it_cut() -> None:
    assert fit("short", BODY, 200) == "short"
    cut = fit("a very long title that cannot stay", BODY, 60)
    assert cut.endswith(ELLIPSIS)
    assert width(cut, BODY) <= 60
    found = clip(wrap("many words " * 40, BODY, 100), 3, 100)
    assert len(found) == 3
    assert found[-1][-1][1].endswith(ELLIPSIS)


def test_hebrew_and_numbers_in_latin_lines() -> None:
    assert visual("Name: שלום, 45% ok") == "Name: 45% ,םולש ok"
    assert visual("שלום (abc) 123") == "123 (abc) םולש"
    assert visual("abc 123 def") == "abc 123 def"


def test_arabic_letters_join_their_neighbours() -> None:
    assert join("مرحبا") == "\ufee3\ufeae\ufea3\ufe92\ufe8e"
    assert join("لا") == "\ufefb"
    assert join("plain") == "plain"


@given(some.text(max_size=300), some.floats(min_value=5, max_value=400))
def test_any_text_can_be_cleaned_and_broken(raw: str, room: float) -> None:
    clean = TextCleaner().text(raw)
    found = wrap(clean, SMALL, room)
    kept = "".join(part for line in found for _x, part, _style in line)
    assert kept.replace(" ", "") == clean.replace(" ", "").replace("\n", "")
    for line in found:
        for _x, part, _style in line:
            assert sorted(visual(part)) == sorted(part) or any(c in "()[]{}<>«»" for c in part)
