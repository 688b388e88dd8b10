"""Writing a packet: whole or not at all, a sentence when it cannot be, names every system allows."""

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from interviewer_app.domain.errors import ExportProblem
from interviewer_app.report import pdf
from tests.report import stories

ROOT = Path(__file__).parents[2]
SMALL = pdf.Packet(b"%PDF-made-up", 1, ())


def test_a_packet_is_written_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "packet.pdf"
    target.write_bytes(b"old")
    pdf.write(SMALL, target)
    assert target.read_bytes() == SMALL.data
    assert [path.name for path in tmp_path.iterdir()] == ["packet.pdf"]


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportProblem) as caught:
        pdf.write(SMALL, tmp_path / "gone" / "packet.pdf")
    assert "is not there" in caught.value.sentence
    assert caught.value.next_step


def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportProblem):
        pdf.write(SMALL, tmp_path / "file" / "packet.pdf")


def test_a_folder_in_place_of_the_packet_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "packet.pdf").mkdir()
    with pytest.raises(ExportProblem) as caught:
        pdf.write(SMALL, tmp_path / "packet.pdf")
    assert "is a folder" in caught.value.sentence
    assert [path.name for path in tmp_path.iterdir()] == ["packet.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are POSIX")
def test_a_disk_that_fills_up_leaves_the_old_packet_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "packet.pdf"
    target.write_bytes(b"old")
    # A limit on the size of files stops the write half-way, as a full disk does.
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from interviewer_app.report import pdf; from interviewer_app.domain.errors import ExportProblem\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: pdf.write(pdf.Packet(b'x' * 5000, 1, ()), Path(sys.argv[1]))\n"
        "except ExportProblem as problem: print(problem.line())\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "could not be written" in done.stdout
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["packet.pdf"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EACCES, "read-only"),
        (errno.EROFS, "read-only"),
        (errno.ENOENT, "not there"),
        (errno.EIO, "could not be written"),
    ],
)
def test_each_failure_of_the_disk_has_its_sentence(code: int, words: str) -> None:
    problem = pdf.problem_of(OSError(code, os.strerror(code)), Path("folder") / "packet.pdf")
    assert words in problem.sentence
    assert problem.next_step


def test_names_tell_day_opening_and_candidate() -> None:
    assert pdf.file_name(stories.c_0417()) == "2026-09-14_Support-assistant-GEN-26-11_C-0417.pdf"


@pytest.mark.parametrize(
    "candidate",
    ["", "   ", '<>:"/\\|?*', "x" * 10_000, "..", "CON", "\ud800\x00", "李雷" * 500, "a\nb\tc", "😀", "שלום"],
)
def test_names_are_allowed_everywhere(candidate: str) -> None:
    summary = replace(stories.short_story(), candidate=candidate)
    name = pdf.file_name(summary)
    assert name.endswith(".pdf")
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert len(name) <= 120
    assert len(name.encode("utf-8")) <= 255
    bare = pdf.file_name(replace(summary, opening="", started=None, finalised=None))
    assert bare.startswith("undated_")
    assert len(bare) > len("undated_.pdf")
