"""Warnings: what each is about, that it leaves the kit usable, and what it does not fall for."""

from pathlib import Path

import pytest

from interviewer_app.kits import library

SMALL = (Path(__file__).parent.parent / "data" / "kits" / "small.toml").read_text(encoding="utf-8")
ASKED = "It is four in the morning, the oven is cold and 120 loaves are promised for seven.\n"
PLAIN = "It is early, the oven is cold and the loaves of the day are promised to all the shops.\n"
KNOW = "Do you know Kubernetes and its usual parts? Are you familiar with Prometheus, or with Grafana?"

# old text, new text, a piece of the line that is named, what is said
CASES: tuple[tuple[str, str, str, str], ...] = (
    (
        'type = "past"',
        'type = "role_play"',
        "items = [",
        "W01 small-kit has only hypothetical questions; mixing gives better evidence.",
    ),
    (
        'type = "situational"',
        'type = "past"',
        "items = [",
        "W01 small-kit has only past questions; mixing gives better evidence.",
    ),
    (ASKED, PLAIN, 'candidate_text = """\nIt is early', "W03 bread-01 has few concrete numbers."),
    (
        'text = "Who must know by five?"',
        'text = "Have you used a steam oven?"',
        "steam oven",
        "W04 bread-01.probes.p1: a name is not evidence. Ask what was done with it.",
    ),
    (
        SMALL[SMALL.index("Tell me about a day") : SMALL.index('"""\nstrong = ["Names the day.')],
        KNOW,
        'candidate_text = """\nDo you know',
        "W04 bread-02: a name is not evidence. Ask what was done with it.",
    ),
    (
        'text = "How did you notice?"',
        'text = "Wouldn\'t you have noticed sooner with a scale?"',
        "Wouldn't you",
        "W05 bread-02.probes.p1: may suggest the answer.",
    ),
    (
        'text = "How did you notice?"',
        'text = "How did you notice? Who told you?"',
        "Who told you",
        "W05 bread-02.probes.p1: asks two things.",
    ),
    (
        "total_minutes = 16\ncore_only = true\nframe = { opening = 2, candidate_questions = 3, close = 1 }",
        "total_minutes = 21\nframe = { opening = 1, candidate_questions = 1, close = 1 }",
        "total_minutes = 21",
        "W06 small-kit leaves under 4 minutes for the candidate.",
    ),
    (
        ' = "en"',
        ' = "ar-EG"',
        "language",
        "W07 The file says its language is ar-EG; most of its letters are of another script.",
    ),
    (
        'title = "The flour is wet"',
        'title = "The flour is wet"\nstatus = "draft"',
        '{ prompt = "bread-02"',
        "W08 small-kit contains draft prompt 'bread-02'.",
    ),
    (
        'title = "The flour is wet"',
        'title = "The flour is wet"\nstatus = "retired"',
        '{ prompt = "bread-02"',
        "W08 small-kit contains retired prompt 'bread-02'.",
    ),
    (
        'text = "How did you notice?"',
        'text = "How did your childcare change that week?"',
        "childcare",
        "W11 bread-02.probes.p1: 'childcare' touches a protected topic (family).",
    ),
    (
        '2 = "Knows the prices and forgets what is left over then."',
        '2 = "Knows the prices; is too old to carry what is left over."',
        "too old",
        "W11 small-card.categories.B.anchors: 'too old' touches a protected topic (age).",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[f"{n:02}-{case[3][:3]}" for n, case in enumerate(CASES)])
def test_a_warning_names_its_line_and_leaves_the_kit_usable(case: tuple[str, str, str, str]) -> None:
    old, new, piece, message = case
    assert SMALL.count(old) == 1
    text = SMALL.replace(old, new)
    line = text.count("\n", 0, text.index(piece)) + 1
    read = library.parse(text.encode(), "my.toml")
    [finding] = read.findings
    assert finding.text().startswith(f"my.toml:{line}: {message}")
    assert read.errors == ()
    assert [kit.id for kit in read.kits] == ["small-kit"]


def test_every_warning_has_a_case() -> None:
    told = {case[3][:3] for case in CASES}
    assert told >= {
        "W01",
        "W03",
        "W04",
        "W05",
        "W06",
        "W07",
        "W08",
        "W11",
    }  # W02 is of loops, W09 with the errors


@pytest.mark.parametrize(
    "harmless",
    [
        "What did you do about it, and how do you know?",
        "Do you know how it came about? ",
        "Have you used a scale, and what happened when it was wrong?",
        "Which of these would you not do?",
        "Is the share on the left or right?",
        "How long did it take you to be heard?",
        "Which of the accented letters were lost?",
        "What is the average age of a row in the table?",
    ],
)
def test_what_only_looks_like_it_is_left_alone(harmless: str) -> None:
    text = SMALL.replace('text = "How did you notice?"', f'text = "{harmless}"')
    codes = [f.code for f in library.parse(text.encode(), "a.toml").findings]
    assert codes == (["W04"] if harmless.startswith("Do you know") else [])


def test_words_count_as_figures_where_the_language_has_a_list() -> None:
    words = SMALL.replace(ASKED, PLAIN.replace("early", "four").replace("the loaves", "ninety loaves"))
    assert library.parse(words.encode(), "a.toml").findings == ()
    digits = SMALL.replace(ASKED, ASKED.replace("120", "\u0661\u0662\u0660").replace("four", "\u0664"))
    assert library.parse(digits.encode(), "a.toml").findings == ()


def test_a_topic_may_be_the_subject_of_the_scenario() -> None:
    asks = ASKED.replace("the oven is cold", "a customer in a wheelchair waits")
    touched = SMALL.replace(ASKED, asks)
    [finding] = library.parse(touched.encode(), "a.toml").findings
    assert (finding.code, "(health)" in finding.message) == ("W11", True)
    marked = touched.replace('title = "The oven is cold"', 'title = "X"\nscenario_subject = ["health"]')
    assert library.parse(marked.encode(), "a.toml").findings == ()
    misspelt = marked.replace('["health"]', '["heath"]')
    told = [f.text().partition(": ")[2] for f in library.parse(misspelt.encode(), "a.toml").errors]
    assert told == ["E03 bread-01.scenario_subject: field 'heath' is not known. Did you mean 'health'?"]


def test_other_languages_are_spared_what_needs_words() -> None:
    text = SMALL.replace('language = "en"', 'language = "de-AT"').replace(
        "How did you notice?", "Do you know it?"
    )
    assert library.parse(text.encode(), "a.toml").findings == ()


def test_a_translation_behind_its_original_is_told(tmp_path: Path) -> None:
    original, other = tmp_path / "first.toml", tmp_path / "other.toml"
    original.write_text(
        SMALL.replace('content_version = "1.0.0"', 'content_version = "1.10.0"'), encoding="utf-8"
    )
    translated = SMALL.replace('id = "small"', 'id = "klein"').replace(
        "updated = 2026-11-20", 'updated = 2026-11-20\ntranslation_of = { id = "small", version = "1.9.0" }'
    )
    other.write_text(translated, encoding="utf-8")
    [finding] = library.check([original, other])
    assert finding.text().endswith("W07 Translated from 1.9.0; the original is at 1.10.0.")
    assert finding.line == translated[: translated.index("translation_of")].count("\n") + 1
    other.write_text(translated.replace("1.9.0", "1.10.0"), encoding="utf-8")
    assert library.check([original, other]) == ()
    other.write_text(translated.replace("1.9.0", "new"), encoding="utf-8")
    assert [f.code for f in library.check([original, other])] == ["E21"]


def test_a_kit_that_differs_under_the_same_version_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text(SMALL, encoding="utf-8")
    text = SMALL.replace('id = "small"', 'id = "again"')
    other.write_text(text, encoding="utf-8")
    assert library.check([one, other]) == ()
    other.write_text(text.replace('title = "Small kit"', 'title = "Another kit"'), encoding="utf-8")
    told = [f.message for f in library.check([one, other])]
    assert set(told) == {"'small-kit' 1.0.0 differs from the copy already here. Raise the version."}
