"""Runs the program as a shell does, where Qt is not installed. For the tests of the command line."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from interviewer_app.cli.main import main

ROOT = Path(__file__).resolve().parents[2]

_NO_QT = 'raise ImportError("a sub-command asked for Qt")\n'


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished run left: exit code, lines of output, lines of complaint."""

    code: int
    out: list[str]
    err: list[str]


@contextmanager
def start(folder: Path, *arguments: str, **environ: str) -> Iterator[subprocess.Popen[str]]:
    """`python -m interviewer_app`, data under `folder`, no Qt to import; ended with the block."""
    blocked = folder / "no-qt"
    blocked.mkdir(parents=True, exist_ok=True)
    for name in ("PySide6", "shiboken6"):
        (blocked / f"{name}.py").write_text(_NO_QT, encoding="utf-8")
    given = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(blocked), str(ROOT))),
        "INTERVIEWER_DATA_DIR": str(folder / "data"),
        **environ,
    }
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "interviewer_app", *arguments],
        cwd=folder,
        env=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        # A shell that starts the tests in the background has them ignore Ctrl+C, and so would we.
        preexec_fn=_obey_ctrl_c,  # noqa: PLW1509 - no thread is running
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _obey_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(folder: Path, *arguments: str, **environ: str) -> Run:
    """Run the program to its end."""
    with start(folder, *arguments, **environ) as process:
        out, err = process.communicate(timeout=60)
    return Run(process.returncode, out.splitlines(), err.splitlines())


def call(folder: Path, *arguments: str) -> int:
    """Run a sub-command in this process; what it prints is capsys' business."""
    return main([*arguments, "--data-dir", str(folder / "data")])
