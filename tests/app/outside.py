"""Runs the real program in its own process, without a screen, a few lines of test inside. For tests/app."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

_FRAME = """
import sys
from pathlib import Path
folder = Path(sys.argv[1])
import PySide6.QtWidgets
bare = set(sys.modules)
from interviewer_app.app import main, wiring
{code}
sys.exit(main.run(folder))
"""


def run(folder: Path, code: str) -> "subprocess.CompletedProcess[str]":
    """Run `code` before the program starts; it finds `main`, `wiring`, `folder` and `bare`, Qt's modules."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", _FRAME.format(code=code), str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def said(done: "subprocess.CompletedProcess[str]") -> str:
    """What Qt's plugin without a screen does not always say by itself."""
    return "\n".join(line for line in done.stderr.splitlines() if "This plugin does not support" not in line)
