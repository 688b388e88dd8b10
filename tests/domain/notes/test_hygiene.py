"""Words a note is better without are found whole, in any case, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app import assets
from interviewer_app.domain.notes.hygiene import HintGroup, HintsError, Hygiene, groups_of, merged

SHIPPED = groups_of(assets.read_text("hints", "en.toml"))
HYGIENE = Hygiene(SHIPPED)


def found(text: str, hygiene: Hygiene = HYGIENE) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.group.id) for f in hygiene.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Very Nervous at first", [("Nervous", "person")]),
        ("culture fit, good instincts", [("culture fit", "fit"), ("good instincts", "gut")]),
        ("has a strong ACCENT", [("ACCENT", "origin")]),
        ("said she is pregnant #A", [("pregnant", "family")]),
        ("better than the last one", [("than the last one", "comparison")]),
        ("🙂 so-so, doesn’t care", [("so-so", "empty"), ("doesn’t care", "intent")]),
        ("good-looking", [("good-looking", "appearance")]),
        ("+ Kafka, Spark, Airflow #B", [("Kafka, Spark, Airflow", "tools")]),
        ("Python 3, Spark, dbt Core", []),
        # Said by the candidate, or by us to the candidate: no judgement of ours.
        ('" the result was great', []),
        ("> great, thank you", []),
        ('" I am pregnant', [("pregnant", "family")]),
        # Words of the trade.
        ("race condition in a child process, kill -9 the orphan", []),
        ("retired the old index, native code, disabled the flag", []),
        ("Would restore week-two index, 20 min, loses new articles; tells support by 15:00", []),
        ("accentuate, greater, smarter, unsolid", []),
        ("built it with Kafka, Spark, Airflow", []),
        ("perfect hash, solid-state disks, sharp drop at 14:00", []),
        ("model passport kept; accents stripped; memory-hungry; TLS handshake 300 ms", []),
        ("smart meters read by a smart guy", [("smart", "person")]),
        ("solid", [("solid", "empty")]),
        ("", []),
    ],
)
def test_lines(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_term_of_the_trade_is_left_alone_wherever_the_word_stands_in_it() -> None:
    own = groups_of(
        """
        [[group]]
        id = "house"
        reason = "Ours."
        better = "Ours."
        words = ["smart", "not smart", "metering"]
        unless = ["very smart meter*", "smart metering"]
        """
    )
    mine = Hygiene(own)
    assert found("a very smart meter, very smart", mine) == [("smart", "house")]
    assert found("smart metering, metering", mine) == [("metering", "house")]
    assert found("not smart", mine) == [("not smart", "house")]
    assert found("smart", mine) == [("smart", "house")]


@given(st.text(max_size=60))
def test_findings_lie_in_the_line_and_never_overlap(text: str) -> None:
    last = 0
    for finding in HYGIENE.find(text):
        assert last <= finding.start < finding.end <= len(text)
        last = finding.end


@pytest.mark.parametrize("group", SHIPPED, ids=lambda group: group.id)
def test_every_shipped_word_is_found_as_its_group(group: HintGroup) -> None:
    alone = Hygiene((group,))
    for word in group.words:
        plain = word.replace("*", "ing")
        assert found(f"x {plain} y", alone) == [(plain, group.id)], word
    for sentence in (group.reason, group.better):
        assert sentence[-1] in ".?"
        assert len(sentence) <= 75


def test_no_word_is_in_two_groups_and_no_id_twice() -> None:
    words = [word for group in SHIPPED for word in group.words]
    assert sorted(words) == sorted(set(words))
    assert len({group.id for group in SHIPPED}) == len(SHIPPED)


def test_ones_own_list_replaces_silences_and_adds() -> None:
    own = groups_of(
        """
        [[group]]
        id = "gut"
        reason = "Quiet."
        better = "Quiet."
        words = []
        [[group]]
        id = "house"
        reason = "Ours."
        better = "Ours."
        words = ["project falcon"]
        """
    )
    mine = Hygiene(merged(SHIPPED, own))
    assert found("my gut says Project Falcon, nervous", mine) == [
        ("Project Falcon", "house"),
        ("nervous", "person"),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[group]\n", "line 1"),
        ("group = 3", r"\[\[group\]\]"),
        ("group = [3]", "group 1"),
        ('[[group]]\nid = "a"\nreason = "r."\n', "better"),
        ('[[group]]\nid = "a"\nreason = "r."\nbetter = "b."\nwords = "x"\n', "list of texts"),
        ('[[group]]\nid = "a"\nreason = "r."\nbetter = "b."\nwords = ["ab*"]\n', "too many words"),
        (
            '[[group]]\nid = "a"\nreason = "r."\nbetter = "b."\nunless = [1]\n',
            "unless must be a list of texts",
        ),
        ('[[group]]\nid = "a"\nreason = "r."\nbetter = "b."\nown = 1\n', "true or false"),
        ('[[group]]\nid = "a"\nreason = "r."\nbetter = "b."\nword = []\n', "unknown key word"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(text: str, why: str) -> None:
    with pytest.raises(HintsError, match=why):
        groups_of(text)
