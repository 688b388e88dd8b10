"""Whatever is typed or pasted comes back, or is made storable, and hurts nothing beside it."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from interviewer_app.domain.changes import InterviewPut, NotePut
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.listing import Query
from interviewer_app.domain.live import call
from interviewer_app.domain.notes.note import NoteEdit, wrap_long
from interviewer_app.storage.bulk import insert_many
from interviewer_app.storage.checks import check
from tests.builders import a_moment, a_note, a_story, an_interview, new_ids
from tests.storage.files import a_reader, save

TEXTS = {
    "markup": "<b>bold</b> &amp; <img src=x onerror=alert(1)> %s {0} \\n",
    "sql": "'); DROP TABLE note; --",
    "nul": "before\x00after",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\x9f",
    "right to left": "مرحبا بالعالم שלום \u202eevil\u202c",
    "emoji": "👩\u200d💻🏳️\u200d🌈🇩🇪 e\u0301",
    "scripts": "Žižkov Ελλάδα Україна 日本語 ไทย हिन्दी",
    "beyond": "\U0010ffff\U000e0001\ufffe\uffff",
    "spaces": " \t \u00a0\u2003\u3000 ",
    "long": "word " * 2_000,
    "one word": "x" * 10_000,
    "lines": "a\u2028b\u2029c\r\nd\re\x0bf",
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_comes_back_as_it_was(path: Path, name: str) -> None:
    text = TEXTS[name]
    interview = replace(an_interview(), candidate=text, interviewer=text, reason=text)
    note = a_note(text=text)
    save(path, InterviewPut(interview), NotePut("i1", note))
    back = a_reader(path).load("i1")
    assert (back.candidate, back.interviewer, back.reason) == (text, text, text)
    assert back.sheets["p1"].lines == (note,)
    assert a_reader(path).page(Query()).rows[0].candidate == text
    assert check(path) == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_candidate_of_any_name_is_found_by_each_of_its_words(path: Path, name: str) -> None:
    save(path, InterviewPut(replace(an_interview(), candidate=f"first {TEXTS[name]} last")))
    for words in ("first", "last fir", TEXTS[name][:200]):
        assert len(a_reader(path).page(Query(words)).rows) == 1, words


def test_lone_surrogates_become_the_replacement_character(path: Path) -> None:
    strange = "a\ud800b\udfffc"
    every = replace(an_interview(), candidate=strange, interviewer=strange, reason=strange, strongest=strange)
    save(path, InterviewPut(every), NotePut("i1", a_note(text=strange)))
    back = a_reader(path).load("i1")
    plain = "a\ufffdb\ufffdc"
    assert (back.candidate, back.interviewer, back.reason, back.strongest) == (plain,) * 4
    assert back.sheets["p1"].text == plain
    insert_many(path, [replace(every, id="i2")])
    assert a_reader(path).load("i2").candidate == plain


def test_a_megabyte_pasted_is_saved(path: Path) -> None:
    rng = random.Random(5)
    pasted = "".join(rng.choice("abc def\tÄ漢🙂\n") for _ in range(500_000)) + "z" * 499_000
    lines = wrap_long(pasted).split("\n")
    live = a_story(Phase.LIVE, lines=())
    ids = new_ids("big")
    sheet = call.sheet_of(live.interview, "p1", a_moment(99), ids)
    update = call.type_notes(live.interview, sheet, NoteEdit("p1", 0, 1, tuple(lines)), a_moment(99), ids)
    save(path, *live.changes, *update.changes)
    back = a_reader(path).load("i1").sheets["p1"]
    assert back.text == "\n".join(lines)
    assert max(len(note.text) for note in back.lines) <= 5_000


def test_an_empty_candidate_is_stored_and_sorted(path: Path) -> None:
    save(path, InterviewPut(an_interview(candidate="")), *a_story(interview_id="i2").changes)
    assert {row.id for row in a_reader(path).page(Query()).rows} == {"i1", "i2"}


def random_text(rng: random.Random) -> str:
    return "".join(
        chr(rng.choice((rng.randrange(0x20), rng.randrange(0x3000), rng.randrange(0x110000))))
        for _ in range(40)
    )


def test_random_characters_never_break_saving_listing_or_filtering(path: Path) -> None:
    rng = random.Random(11)
    every: list[Interview] = [
        replace(an_interview(interview_id=f"i{n}"), candidate=random_text(rng), reason=random_text(rng))
        for n in range(50)
    ]
    save(path, *(InterviewPut(interview) for interview in every))
    reader = a_reader(path)
    assert len(reader.page(Query()).rows) == 50
    for interview in every:
        assert interview.id in {row.id for row in reader.page(Query(interview.candidate)).rows}
    for _ in range(100):
        reader.page(Query(random_text(rng)))
    assert check(path) == []
