"""The library's pages against a plain reading of the same records in Python."""

import random
import re
import sqlite3
import unicodedata
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.kit import Level
from interviewer_app.domain.listing import Counts, InterviewPage, InterviewRow, Order, PhaseFilter, Query
from interviewer_app.domain.moments import Moment
from interviewer_app.storage import migrations, pages
from interviewer_app.storage.bulk import insert_many
from interviewer_app.storage.words import folded
from tests.builders import NOON, a_kit, a_moment, a_story, an_interview, an_opening
from tests.storage.files import a_reader, save

NAMES = (
    "Ada Ångström",
    "ada lovelace",
    "Łukasz Nowak",
    "李 小龍",
    "Ωmega Żak",
    "O'Brien-Smith",
    "Ada Nowak",
    "🙂",
    "",
)
KITS = (a_kit("k1", title="Technical interview 60"), a_kit("k2", title="Design: communication"))
OPENINGS = (an_opening("o1", title="Platform engineer"), an_opening("o2", title="Éditeur technique"))
SHELVES = {
    PhaseFilter.ALL: list(Phase),
    PhaseFilter.NEEDS_ME: [Phase.LIVE, Phase.TO_REVIEW],
    PhaseFilter.COMING_UP: [Phase.PREPARED],
    PhaseFilter.FINALISED: [Phase.FINALISED],
}
NEED = [Phase.LIVE, Phase.TO_REVIEW, Phase.PREPARED, Phase.FINALISED]
WORDS = (
    "",
    "a",
    "ad no",
    "ADA",
    "lov",
    "tech",
    "communications",
    "communication",
    "éd",
    "Ed",
    "ω",
    "小",
    "🙂",
    "zz",
    "6",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Interview]]:
    """Eighty interviews of all phases, and the file that holds them."""
    path = tmp_path_factory.mktemp("library") / "interviews.db"
    rng = random.Random(7)
    every = [_one(rng, number) for number in range(80)]
    migrations.ensure(path, NOON)
    insert_many(path, every)
    return path, every


def _one(rng: random.Random, number: int) -> Interview:
    phase = rng.choice(list(Phase))
    at = float(rng.randrange(1_000_000))
    made = an_interview(
        phase,
        f"i{number}",
        kit=rng.choice(KITS),
        opening=rng.choice(OPENINGS),
        candidate=rng.choice(NAMES) or ("Nameless" if phase is not Phase.PREPARED else ""),
        interviewer=rng.choice(("Robin", "Sascha Weiß")),
        at=at,
        lines=(),
    )
    if phase is Phase.PREPARED and rng.random() < 0.5:
        made = replace(made, scheduled=NOON + timedelta(seconds=at + 5_000))
    return made


def when(interview: Interview) -> Moment:
    at = interview.started.utc if interview.started else interview.scheduled or interview.created.utc
    return a_moment((at.replace(microsecond=0) - NOON).total_seconds())


def plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def expected(every: list[Interview], query: Query) -> list[str]:
    """What the query means, by sorting and filtering the records themselves."""
    found = [i for i in every if i.phase in SHELVES[query.shelf] and fits(i, query.words)]
    # Numbers rise with the order of insertion; equal ones of any order come newest first.
    found.sort(key=lambda i: (when(i).utc, int(i.id[1:])), reverse=True)
    match query.order:
        case Order.NEEDS_ME:
            found.sort(key=lambda i: NEED.index(i.phase))
        case Order.WHEN:
            found.reverse()
        case _:
            column = {
                Order.CANDIDATE: lambda i: folded(i.candidate),
                Order.OPENING: lambda i: folded(i.opening.title),
                Order.KIT: lambda i: folded(i.kit.title),
            }[query.order]
            found.sort(key=column)
    if query.descending and query.order is not Order.NEEDS_ME:
        found.reverse()
    return [i.id for i in found]


def fits(interview: Interview, words: str) -> bool:
    text = f"{interview.candidate} {interview.opening.title} {interview.kit.title} {interview.interviewer}"
    have = [word for word in re.split(r"[\s:'\-]+", plain(text)) if word]
    return all(any(one.startswith(word) for one in have) for word in plain(words).split())


@pytest.mark.parametrize("few", [3, pages.FEW])
@pytest.mark.parametrize("words", WORDS)
def test_every_page_is_what_its_query_means(
    library: tuple[Path, list[Interview]], words: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, every = library
    monkeypatch.setattr(pages, "FEW", few)
    reader = a_reader(path)
    for shelf, order, descending in product(PhaseFilter, Order, (False, True)):
        query = Query(words, shelf, order, descending, limit=500)
        ids = [row.id for row in reader.page(query).rows]
        assert ids == expected(every, query), query
        pieces: list[str] = []
        for offset in range(0, len(ids) + 7, 7):
            page = reader.page(replace(query, offset=offset, limit=7))
            pieces.extend(row.id for row in page.rows)
            assert page.more == (offset + 7 < len(ids)), (query, offset)
        assert pieces == ids, query


def test_a_page_holds_a_hundred_rows_and_says_whether_there_are_more(path: Path) -> None:
    migrations.ensure(path, NOON)
    every = [an_interview(interview_id=f"i{n}", at=float(n), lines=()) for n in range(101)]
    insert_many(path, every[:100])
    first = a_reader(path).page(Query())
    assert (len(first.rows), first.more) == (100, False)
    insert_many(path, every[100:])
    full = a_reader(path).page(Query())
    assert (len(full.rows), full.more) == (100, True)


@pytest.mark.parametrize("words", WORDS)
def test_the_counts_are_those_of_the_pages(library: tuple[Path, list[Interview]], words: str) -> None:
    path, every = library
    number = {shelf: len(expected(every, Query(words, shelf))) for shelf in PhaseFilter}
    assert a_reader(path).counts(words) == Counts(
        number[PhaseFilter.ALL],
        number[PhaseFilter.NEEDS_ME],
        number[PhaseFilter.COMING_UP],
        number[PhaseFilter.FINALISED],
    )


@pytest.mark.parametrize(
    "words",
    ['"', "'", '"*', "a\"b", "NEAR(a b)", "AND", "a OR", "-ada", "words:ada", "^ada", "(", "\x00", "\ud800",
     "%", "_", "a" * 100_000, "\u202e", "\u0301", "ⅷ½™", ";--", "a " * 500],
)  # fmt: skip
def test_no_filter_raises(library: tuple[Path, list[Interview]], words: str) -> None:
    reader = a_reader(library[0])
    for shelf, order in product(PhaseFilter, Order):
        reader.page(Query(words, shelf, order))
    assert reader.counts(words).all <= 80


def test_no_page_sorts_the_whole_library(library: tuple[Path, list[Interview]]) -> None:
    with sqlite3.connect(library[0]) as conn:
        asked: list[str] = []
        conn.set_trace_callback(asked.append)
        for shelf, order, words in product((PhaseFilter.ALL, PhaseFilter.FINALISED), Order, ("", "te")):
            pages.find(conn, Query(words, shelf, order), 101)
        conn.set_trace_callback(None)
        walks = [sql for sql in asked if sql.startswith("SELECT num") and "urgency < 3" not in sql]
        for sql in walks:
            plan = " / ".join(row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {sql}"))
            sorts_few = "json_each" in sql
            assert sorts_few or "TEMP B-TREE" not in plan, (sql, plan)
            assert "SCAN interview" not in plan or "INDEX" in plan, (sql, plan)
    conn.close()


def test_a_row_tells_what_the_interview_is(path: Path) -> None:
    story = a_story(Phase.TO_REVIEW, sample=True)
    save(path, *story.changes)
    made = story.interview
    assert made.started
    assert made.ended
    assert made.place
    assert a_reader(path).page(Query()).rows == (
        InterviewRow(
            id="i1",
            candidate="Ada Example",
            opening="Platform engineer",
            kit="Kit kit-a",
            interviewer="Robin",
            phase=Phase.TO_REVIEW,
            when=made.started.utc,
            ended=made.ended.utc,
            open_letters="ABC",
            categories=3,
            recommended=False,
            exported=False,
            sample=True,
            place_at=made.place.at.utc,
        ),
    )


def test_settled_categories_are_no_longer_open(path: Path) -> None:
    save(path, *a_story(Phase.FINALISED).changes[:-7])
    assert a_reader(path).page(Query()).rows[0].open_letters == "C"


def test_openings_come_last_used_first_and_samples_do_not_count(path: Path) -> None:
    for number, at in (("o1", 0.0), ("o2", 500.0), ("o3", 100.0)):
        save(path, *a_story(interview_id=number, opening=an_opening(number, level=Level.LEAD), at=at).changes)
    save(path, *a_story(interview_id="s", opening=an_opening("o-sample"), sample=True, at=900.0).changes)
    reader = a_reader(path)
    assert [opening.id for opening in reader.openings()] == ["o2", "o3", "o1"]
    assert reader.openings()[0] == an_opening("o2", level=Level.LEAD)


def test_an_opening_is_renamed_by_a_prepared_interview_and_old_interviews_keep_its_name(path: Path) -> None:
    save(path, *a_story(Phase.TO_REVIEW, "old", opening=an_opening(title="Old")).changes)
    save(path, *a_story(interview_id="new", opening=an_opening(title="New")).changes)
    save(path, *a_story(Phase.FINALISED, "old", opening=an_opening(title="Old")).changes[-2:])
    reader = a_reader(path)
    assert [opening.title for opening in reader.openings()] == ["New"]
    assert reader.load("old").opening.title == "Old"


def test_adjusted_time_of_an_opening_is_known(path: Path) -> None:
    adjusted = replace(an_interview(), factor=150)
    migrations.ensure(path, NOON)
    insert_many(path, [adjusted, an_interview(interview_id="i2", opening=an_opening("o2"))])
    reader = a_reader(path)
    assert reader.opening_has_adjusted_time("o1")
    assert not reader.opening_has_adjusted_time("o2")
    assert not reader.opening_has_adjusted_time("o3")


def test_live_interviews_are_interrupted_ones_newest_first(path: Path) -> None:
    for number in (2, 3, 1):
        save(path, *a_story(Phase.LIVE, f"live{number}", at=number * 1_000.0).changes)
    save(path, *a_story(Phase.TO_REVIEW, "over").changes)
    reader = a_reader(path)
    assert reader.interrupted() == ("live3", "live2", "live1")
    assert list(reader.ids()) == ["over", "live1", "live2", "live3"]
    assert list(reader.ids(Phase.TO_REVIEW)) == ["over"]


def test_a_missing_file_is_an_empty_library_and_is_not_made(path: Path) -> None:
    reader = a_reader(path)
    assert reader.page(Query("a")) == InterviewPage((), more=False)
    assert reader.counts() == Counts()
    assert (reader.openings(), reader.interrupted(), list(reader.ids())) == ((), (), [])
    assert not path.parent.exists()


def test_a_closed_reader_never_opens_the_file_again(path: Path) -> None:
    save(path, *a_story(Phase.LIVE).changes)
    reader = a_reader(path)
    assert reader.counts().all == 1
    reader.close()
    assert reader.counts().all == 0
    assert reader.page(Query()).rows == ()


def test_a_reader_sees_what_was_saved_after_it_opened(path: Path) -> None:
    reader = a_reader(path)
    assert reader.page(Query()).rows == ()
    save(path, *a_story(interview_id="i1").changes)
    assert len(reader.page(Query()).rows) == 1
    save(path, *a_story(interview_id="i2").changes)
    assert len(reader.page(Query()).rows) == 2
