"""Files that are no kit files at all: one finding each, with a line, never an exception, never long."""

import os
from pathlib import Path

import pytest

from interviewer_app.kits import library

SMALL = (Path(__file__).parent.parent / "data" / "kits" / "small.toml").read_bytes()
HEAD = b'format = "interview-kit"\n'

# name, bytes, line, reason
REFUSED: tuple[tuple[str, bytes, int, str], ...] = (
    ("empty", b"", 1, "the file is empty"),
    ("blank", b" \n\t\n", 1, "the file is empty"),
    ("utf-16", "format = 'x'".encode("utf-16"), 1, "it is UTF-16; save it as UTF-8"),
    ("latin-1", HEAD + 'title = "Größe"\n'.encode("latin-1"), 2, "it is not UTF-8 text; save it as UTF-8"),
    ("binary", bytes(range(256)) * 20, 2, "it is not UTF-8 text; save it as UTF-8"),
    ("picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, 1, "it is not UTF-8 text; save it as UTF-8"),
    ("nul", HEAD + b"title = 'a\x00b'\n", 2, "it is not a text file"),
    ("large", HEAD + b"#" * (2 * 1024 * 1024), 1, "it is larger than 2 MiB"),
    ("three megabytes", SMALL * 800, 1, "it is larger than 2 MiB"),
    ("no quote", HEAD + b'title = "open\nid = 1\n', 2, "a quote opened here is never closed"),
    ("no quotes", HEAD + b'\ntitle = """open\nid = 1\n\n', 3, "a quote opened here is never closed"),
    ("no bracket", HEAD + b"prompts = [\n 1,\n", 3, "the file ends too early"),
    ("twice", HEAD + b'id = "a"\nid = "b"\n', 3, "the same name is given twice here"),
    ("table twice", HEAD + b"[a]\n[b]\n[a]\n", 4, "the same name is given twice here"),
    ("curly", HEAD + "title = “Big”\n".encode(), 2, "curly quotes cannot enclose text; use straight ones"),
    ("prose", b"Dear all,\nplease find enclosed\n", 1, ""),
    ("json", b'{"format": "interview-kit"}', 1, ""),
    ("long number", HEAD + b"format_version = " + b"9" * 5000, 2, "a number is far too long"),
    ("long number with gaps", HEAD + b"format_version = 1" + b"_000" * 3000, 2, "a number is far too long"),
    ("long hex number", SMALL + b"[odd]\nx = [1, 0x" + b"f" * 5000 + b"]\n", 119, "a number is far too long"),
    ("deep list", HEAD + b"x = " + b"[" * 50_000 + b"\n", 2, "tables or lists are nested too deep"),
    ("deep table", HEAD + b"x = " + b"{a=" * 50_000, 2, "tables or lists are nested too deep"),
    ("deep key", HEAD + b"a." * 500_000 + b"a = 1\n", 2, "tables or lists are nested too deep"),
    ("surrogate", HEAD + b'title = "\\uD800"\n', 2, ""),
    ("another toml", b'[project]\nname = "x"\n', 1, 'the line format = "interview-kit" is missing'),
)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("case", REFUSED, ids=[case[0] for case in REFUSED])
def test_a_file_that_is_no_kit_file_is_refused_in_one_line(case: tuple[str, bytes, int, str]) -> None:
    _name, data, line, reason = case
    read = library.parse(data, "bad.toml")
    assert read.kits == ()
    [finding] = read.findings
    assert (finding.file, finding.line, finding.code) == ("bad.toml", line, "E01")
    assert reason in finding.message
    assert finding.message.startswith("This is not an interview kit file: ")
    assert finding.message.endswith(f" at line {line}.")
    assert len(finding.message) < 200
    assert "\n" not in finding.message


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble() -> None:
    data = b"\xef\xbb\xbf" + SMALL.replace(b"\n", b"\r\n")
    plain = library.parse(SMALL, "a.toml")
    other = library.parse(data, "a.toml")
    assert other.findings == ()
    assert other.kits == plain.kits


def test_lines_are_right_with_windows_line_ends() -> None:
    text = SMALL.replace(b"minutes = 8", b"minutes = 1")
    [finding] = library.parse(text, "a.toml").errors
    [windows] = library.parse(text.replace(b"\n", b"\r\n"), "a.toml").errors
    assert finding == windows


@pytest.mark.parametrize(
    "value",
    [
        "1",
        "-1.5e3",
        "nan",
        "inf",
        "true",
        "2026-11-20",
        "2026-11-20 10:00:00Z",
        "10:00:00",
        '"x"',
        "[]",
        "{}",
        "[[[[[]]]]]",
        "[{a = 1}]",
        "{a = {b = [1]}}",
        "9223372036854775808",
    ],
)
def test_any_value_in_the_place_of_any_other_is_a_finding_not_a_crash(value: str) -> None:
    text = SMALL.decode()
    heads = [line.split(" = ")[0] for line in text.split("\n") if " = " in line and line[0].isalpha()]
    for key in sorted(set(heads)):
        lines = text.split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith(key + " = "))
        if lines[at].endswith(('"""', "[")):
            continue
        lines[at] = f"{key} = {value}"
        read = library.parse("\n".join(lines).encode(), "bad.toml")
        assert all(finding.line >= 1 and finding.message for finding in read.findings)


def test_a_table_where_a_list_belongs_is_named() -> None:
    data = HEAD + b"format_version = 1\nprompts = 4\n[kits]\nid = 'x'\n"
    told = [finding.text() for finding in library.parse(data, "bad.toml").findings]
    assert "bad.toml:3: E25 prompts must be a list, found 4." in told
    assert "bad.toml:4: E25 kits must be a list, found a table." in told


def test_what_a_message_quotes_is_cut_and_printable() -> None:
    data = SMALL.replace(b'id = "bread-02"', b'id = "' + b"X" * 5000 + b'"')
    data = data.replace(b'title = "Baker"', b'title = "Baker"\n"a\\nb\\u001b[31m" = 1')
    letters = SMALL.replace(b'id = "A"', b'id = "\\u200b' + b"A" * 300 + b'"')
    for finding in (f for kit in (data, letters) for f in library.parse(kit, "bad.toml").findings):
        assert finding.message.isprintable()
        assert len(finding.message) < 250


def test_a_path_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    [missing] = library.check([tmp_path / "none.toml"])
    assert missing.text().endswith(
        "E01 This is not an interview kit file: it cannot be opened, no such file or directory at line 1."
    )
    [folder] = library.check([tmp_path])
    assert folder.code == "E01"


@pytest.mark.timeout(20)
def test_a_flood_of_entries_is_refused_in_reasonable_time() -> None:
    head = SMALL[: SMALL.index(b"opening_script")]
    for piece in (
        b"[[prompts]]\n",
        b"[[kits]]\nitems = [{prompt='x'},{prompt='x'}]\n",
        b"[[prompts]]\nx = [[]]\n",
    ):
        flood = head + piece * (512 * 1024 // len(piece))
        findings = library.parse(flood, "flood.toml").findings
        assert any("entries; allowed 0-" in finding.message for finding in findings)
        assert len(findings) < 20_000


@pytest.mark.timeout(20)
def test_a_pipe_nobody_writes_to_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    [finding] = library.check([tmp_path / "pipe.toml"])
    assert (finding.code, finding.line) == ("E01", 1)
    assert "it is not a file" in finding.message
