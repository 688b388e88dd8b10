"""Every code a kit file can earn: its words, its line, and all of them at once."""

from pathlib import Path

import pytest

from interviewer_app.kits import library

SMALL = (Path(__file__).parent.parent / "data" / "kits" / "small.toml").read_text(encoding="utf-8")

LONG = "x" * 90
TWINS = """[[checklists]]
id = "oven"
title = "The oven"
lines = [
  { id = "lit", text = "Lit" },
  { id = "lit", text = "Is clean" },
]
"""

# old text, new text, a piece of the line that is named, what is said
CASES: tuple[tuple[str, str, str, str], ...] = (
    (
        'format = "interview-kit"',
        'format = "recipe"',
        'format = "recipe"',
        'E01 This is not an interview kit file: the line format = "interview-kit" is missing at line 2.',
    ),
    (
        "format_version = 1",
        "format_version = 2",
        "format_version",
        "E02 Written for format 2; this app reads up to 1. Update the app or ask for an older export.",
    ),
    (
        'minutes = 10\ncategories = ["A", "B"]',
        'minuts = 10\ncategories = ["A", "B"]',
        "minuts = 10",
        "E03 bread-01: field 'minuts' is not known. Did you mean 'minutes'?",
    ),
    (
        'title = "Small kit"',
        'title = "Small kit"\nzzz = 1',
        "zzz = 1",
        "E03 small-kit: field 'zzz' is not known.",
    ),
    (
        '{ id = "p2", text = "What if it stays cold?", assist = true }',
        '{ id = "p2", text = "What if it stays cold?", asist = true }',
        "asist",
        "E03 bread-01.probes.p2: field 'asist' is not known. Did you mean 'assist'?",
    ),
    (
        "I am {name}.",
        "I am {nam}.",
        "opening_script",
        "E03 file: field '{nam}' is not known. Did you mean '{name}'?",
    ),
    ('\ntitle = "The oven is cold"', "", '[[prompts]]\nid = "bread-01"', "E04 bread-01: 'title' is missing."),
    (
        'title = "The oven is cold"',
        'title = "  "',
        'title = "  "',
        "E04 bread-01: 'title' is missing.",
    ),
    ('publisher = "Somebody"\n', "", "# A whole kit", "E04 file: 'publisher' is missing."),
    (
        'title = "The flour is wet"',
        f'title = "{LONG}"',
        LONG,
        "E05 bread-02.title has 90 characters; allowed 1-80.",
    ),
    (
        "It is four in the morning, the oven is cold and 120 loaves are promised for seven.\n",
        "At 4, 120 loaves.\n",
        'candidate_text = """\nAt 4, 120 loaves.',
        "E05 bread-01.candidate_text has 62 characters; allowed 80-1,200.",
    ),
    (
        '3 = "Knows what is left at noon and what to do about that."',
        '3 = "Knows."',
        '3 = "Knows."',
        "E05 small-card.categories.B.anchors.3 has 6 characters; allowed 40-420.",
    ),
    (
        'id = "bread-02"',
        'id = "Bread_02"',
        'id = "Bread_02"',
        "E06 Id 'Bread_02' may hold only lower-case letters, digits and single hyphens.",
    ),
    (
        'id = "bread-02"',
        'id = "close"',
        'id = "close"',
        "E06 Id 'close' is kept for a part of every interview; choose another.",
    ),
    ('id = "small"', 'id = "s"', 'id = "s"', "E06 Id 's' has 1 characters; allowed 3-64."),
    (
        'categories = ["B", "A"]',
        'categories = ["B", "a"]',
        'categories = ["B", "a"]',
        "E06 Category 'a' must be one capital letter from A to H.",
    ),
    (
        'id = "bread-02"',
        'id = "bread-01"',
        'id = "bread-01"\nversion = "1.0.0"\ntitle = "The flour',
        "E07 Two prompts are called 'bread-01' (items 1 and 2).",
    ),
    (
        '[[prompts.probes]]\nid = "p2"',
        '[[prompts.probes]]\nid = "p1"',
        'id = "p1"\ntext = "What is different',
        "E07 Two probes are called 'p1' (items 1 and 2).",
    ),
    (
        '{ prompt = "bread-02", core = false }',
        '{ prompt = "bread-09", core = false }',
        "bread-09",
        "E08 small-kit uses prompt 'bread-09', which is not in this file or the library. Did you mean '",
    ),
    (
        'scorecard = "small-card"',
        'scorecard = "tall-card"',
        "tall-card",
        "E08 small-kit uses scorecard 'tall-card', which is not in this file or the library.",
    ),
    (
        'role = "baker"',
        'role = "miller"',
        "miller",
        "E08 small-kit uses role profile 'miller', which is not in this file or the library.",
    ),
    (
        'scored = ["A", "B"]',
        'scored = ["A", "B"]\nchecklists = ["opening-up"]',
        "opening-up",
        "E08 small-kit uses checklist 'opening-up', which is not in this file or the library.",
    ),
    (
        'scored = ["A", "B"]',
        'scored = ["A", "B"]\nflags = ["burnt-crust"]',
        "burnt-crust",
        "E08 small-kit uses flag 'burnt-crust', which is not in this file or the library.",
    ),
    (
        "[[kits]]",
        TWINS + "[[kits]]",
        'id = "lit", text = "Is clean"',
        "E07 Two lines are called 'lit' (items 1 and 2).",
    ),
    (
        '1 = "Has watched others bake and can name the tools."\n',
        "",
        "[scorecards.categories.anchors]",
        "E09 Category A needs a description for each of 0, 1, 2, 3, 4, 5; missing: 1.",
    ),
    (
        'title = "Two rows"',
        'title = "Two rows"\nscale = { min = 1, max = 5 }',
        "scale =",
        "E09 small-card: the scale must run from 0 to 5.",
    ),
    (
        '5 = "As 4, and others bake from the notes they wrote up."',
        '5 = "As 3,  and adjusts to the flour that came that week."',
        '5 = "As 3,',
        "E10 Category A: descriptions for 4 and 5 are the same.",
    ),
    (
        'categories = ["B", "A"]',
        'categories = ["B", "A", "B"]',
        'categories = ["B", "A", "B"]',
        "E11 bread-02: choose one main category and at most two more from the scorecard.",
    ),
    (
        'categories = ["B", "A"]',
        'categories = ["B", "C"]',
        'prompt = "bread-02"',
        "E11 bread-02: choose one main category and at most two more from A, B.",
    ),
    (
        "minutes = 8",
        "minutes = 61",
        "minutes = 61",
        "E12 bread-02: minutes must be a whole number from 2 to 60, found '61'.",
    ),
    (
        "minutes = 8",
        "minutes = 8.0",
        "minutes = 8.0",
        "E12 bread-02: minutes must be a whole number from 2 to 60, found '8.0'.",
    ),
    (
        "minutes = 8",
        "minutes = true",
        "minutes = true",
        "E12 bread-02: minutes must be a whole number from 2 to 60, found 'true'.",
    ),
    (
        "total_minutes = 25",
        "total_minutes = 30",
        "total_minutes = 30",
        "E13 small-kit, full: parts add up to 25 minutes, total says 30.",
    ),
    (
        '{ prompt = "bread-01" }',
        '{ prompt = "bread-01", order = 2 }',
        'prompt = "bread-02"',
        "E14 small-kit: position 2 is used twice.",
    ),
    (
        '{ prompt = "bread-01" }',
        '{ prompt = "bread-01", order = 3 }',
        "items = [",
        "E14 small-kit: positions must run from 1 to 2; 1 is missing.",
    ),
    (
        '{ prompt = "bread-02", core = false }',
        '{ prompt = "bread-01", core = false }',
        'prompt = "bread-01", core',
        "E14 small-kit: prompt 'bread-01' appears twice.",
    ),
    (
        'strong = ["Names the day.", "Names the loss.", "Names the change."]',
        'strong = ["Names the day."]',
        'strong = ["Names the day."]',
        "E15 bread-02: add 2 more strong signals.",
    ),
    (
        '[[prompts.probes]]\nid = "p2"\ntext = "What is different now?"\n',
        "",
        "[[prompts.probes]]",
        "E15 bread-02: add 1 more probes.",
    ),
    ('scored = ["A", "B"]', 'scored = ["A", "C"]', "scored =", "E16 small-kit scores C but no prompt gives"),
    (
        'categories = ["A", "B"]',
        'categories = ["A"]',
        "scored =",
        "E16 small-kit, short: scores B but no prompt gives evidence for it.",
    ),
    (
        'stage = "tech"',
        'stage = "tech"\nforms = [{ id = "b", swaps = [{ instead_of = "bread-02", use = "com-03" }] }]',
        "forms =",
        "E17 small-kit, form b: 'com-03' (6 min, EA) cannot replace 'bread-02' (8 min, BA).",
    ),
    (
        'stage = "tech"',
        'stage = "tech"\nforms = [{ id = "b", swaps = [{ instead_of = "bread-07", use = "prd-02" }] }]',
        "forms =",
        "E08 small-kit, form b: 'bread-07' is not a prompt of this kit.",
    ),
    (
        'licence = "CC-BY-4.0"',
        'licence = "free for all!"',
        "licence",
        "E19 'free for all!' is not a licence identifier we can read.",
    ),
    (
        'language = "en"',
        'language = "English"',
        "language",
        "E19 'English' is not a language identifier we can read.",
    ),
    (
        'title = "The flour is wet"',
        'title = "The flour is \\u202Ewet"',
        "The flour is \\u202E",
        "E20 bread-02.title holds a character or tag that is not allowed at position 14.",
    ),
    (
        'text = "How did you notice?"',
        'text = "How <b>did</b> you notice?"',
        "How <b>",
        "E20 bread-02.probes.p1.text holds a character or tag that is not allowed at position 5.",
    ),
    (
        'text = "Who must know by five?"',
        'text = "See https://example.org/five"',
        "https",
        "E20 bread-01.probes.p1.text holds a character or tag that is not allowed at position 5.",
    ),
    (
        'content_version = "1.0.0"',
        'content_version = "1.0"',
        "content_version",
        "E21 content_version: '1.0' is not a valid version.",
    ),
    (
        "created = 2026-11-01",
        'created = "first of May"',
        "created",
        "E21 created: 'first of May' is not a valid date.",
    ),
    ("updated = 2026-11-20", "updated = 2026-10-20", "updated", "E21 updated: updated is before created."),
    (
        "floors = { A = 3, B = 2 }",
        "floors = { A = 3, B = 2 }\nweights = { A = 2 }",
        "weights",
        "E23 baker: explain the weights in at least 40 characters.",
    ),
    (
        'strong = ["Calls the shops.", ',
        'strong = ["Fine: the oven is cold and 120 loaves are promised for seven.", "Calls the shops.", ',
        'candidate_text = """\nIt is four',
        "E24 bread-01: a sentence of the answer key also appears in the candidate text.",
    ),
    (
        'type = "past"',
        'type = "quiz"',
        'type = "quiz"',
        "E25 bread-02.type must be one of past, situational, design, role_play, task, brief, unscored, found",
    ),
    (
        'title = "The flour is wet"',
        "title = 4",
        "title = 4",
        "E25 bread-02.title must be text, found 4.",
    ),
    (
        "opening = 2, candidate_questions = 4",
        "opening = 22, candidate_questions = 4",
        "opening = 22",
        "E25 small-kit.variants.full.frame.opening must be a whole number from 0 to 15, found 22.",
    ),
    (
        "{ from = 2, to = 10,",
        "{ from = 3, to = 10,",
        "time_plan",
        "E26 bread-01: the time plan must run from 0 to 10 minutes without gaps or overlaps.",
    ),
    (
        "It is four in the morning,",
        "It is four in the morning, " + "and the bell has gone and gone again, " * 25,
        'candidate_text = """\nIt is four',
        "W09 bread-01 takes over a minute to read aloud.",
    ),
)


def said(text: str) -> list[str]:
    return [finding.text() for finding in library.parse(text.encode(), "my.toml").findings]


def line_of(text: str, piece: str) -> int:
    assert text.count(piece) >= 1, piece
    return text.count("\n", 0, text.index(piece)) + 1


def test_the_small_kit_is_sound() -> None:
    read = library.parse(SMALL.encode(), "my.toml")
    assert read.findings == ()
    assert [kit.id for kit in read.kits] == ["small-kit"]


@pytest.mark.parametrize("case", CASES, ids=[f"{n:02}-{case[3][:3]}" for n, case in enumerate(CASES)])
def test_a_broken_rule_is_named_with_its_line(case: tuple[str, str, str, str]) -> None:
    old, new, piece, message = case
    assert SMALL.count(old) == 1, "the case no longer fits small.toml"
    text = SMALL.replace(old, new)
    wanted = f"my.toml:{line_of(text, piece)}: {message}"
    findings = said(text)
    assert any(finding.startswith(wanted) for finding in findings), (wanted, findings)


def test_every_code_has_a_case() -> None:
    told = {case[3][:3] for case in CASES}
    elsewhere = {"E18", "E22"}  # of loops (domain), of two files (test_library)
    assert told | elsewhere >= {f"E{number:02}" for number in range(1, 27)}


def test_one_slip_is_reported_once() -> None:
    alone = ("E02", "E05", "E10", "E13", "E20", "E23", "E26", "W09")
    for old, new, _piece, message in CASES:
        if message.startswith(alone):
            assert len(said(SMALL.replace(old, new))) == 1, message


def test_all_problems_are_reported_at_once_in_order_of_lines() -> None:
    text = SMALL
    slips = [
        case for case in CASES if case[3][:3] in ("E03", "E05", "E10", "E12", "E13", "E19", "E23", "E26")
    ]
    done: list[str] = []
    for old, new, _piece, message in slips:
        if text.count(old) == 1:
            text = text.replace(old, new)
            done.append(message)
    found = library.parse(text.encode(), "my.toml").findings
    assert len(done) >= 8
    messages = [f"{finding.code} {finding.message}" for finding in found]
    for message in done:
        waiting_on_other_slip = message.startswith(("E13", "E26"))  # sums wait until the minutes are right
        assert waiting_on_other_slip or any(told.startswith(message) for told in messages), message
    assert [finding.line for finding in found] == sorted(finding.line for finding in found)


def test_a_warning_leaves_the_kit_usable_and_an_error_does_not() -> None:
    slow = SMALL.replace("It is four", "It is four " + "and the bell has gone and gone again, " * 25)
    read = library.parse(slow.encode(), "my.toml")
    assert [f.code for f in read.findings] == ["W09"]
    assert read.kit("small-kit") is not None
    assert read.errors == ()
    wrong = library.parse(SMALL.replace("minutes = 8", "minutes = 0").encode(), "my.toml")
    assert wrong.kits == ()
    assert wrong.errors


def test_a_script_of_the_kit_itself_counts_before_that_of_the_file() -> None:
    own = 'stage = "tech"\nclosing_script = """' + "Thank you for your time today. " * 5 + '"""'
    kit = library.parse(SMALL.replace('stage = "tech"', own).encode(), "my.toml").kit("small-kit")
    assert kit is not None
    assert kit.closing_script.startswith("Thank you for your time today.")
    assert kit.opening_script.startswith("Welcome, I am {name}.")


def test_no_script_anywhere_is_an_error() -> None:
    start = SMALL.index("closing_script")
    text = SMALL[:start] + SMALL[SMALL.index("[[scorecards]]") :]
    line = line_of(text, "[[kits]]")
    assert said(text) == [f"my.toml:{line}: E04 small-kit: 'closing_script' is missing."]


def test_single_line_breaks_fold_and_empty_lines_part_paragraphs() -> None:
    text = SMALL.replace("promised for seven.\n", "promised for seven.  \n \n\n  ")
    kit = library.parse(text.encode(), "my.toml").kit("small-kit")
    assert kit is not None
    assert kit.prompts[0].candidate_text.split("\n\n") == [
        "It is four in the morning, the oven is cold and 120 loaves are promised for seven.",
        "Tell me what you do first and whom you call.",
    ]
