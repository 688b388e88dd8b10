"""A kit half edited when the program ends, in whatever way, is on disk; what cannot be saved holds it up."""

import json
from pathlib import Path
from typing import Any

import pytest

from interviewer_app.kits import library
from tests.app import outside
from tests.kit_texts import team_kit

_TYPE_AND_END = """
import json, os, signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from interviewer_app.controllers.kits.views import EditRequest
from interviewer_app.ui.widgets.banner import Banner

usual = wiring.Program.after_first_paint

def after(program):
    usual(program)
    program.window.ways.edit_kit(EditRequest("team-kit"))
    QTest.keyClicks(program.window.findChild(QLineEdit, "kit_editor.kits.0.title"), "!")
    place = program.folder / "kits" / "team-kit.draft"
    before = place.exists()
    END
    print(json.dumps(before), flush=True)

wiring.Program.after_first_paint = after
"""

_ENDS = {
    "a crash": "program.crash.catch(ValueError, ValueError(), None); print('false', flush=True); os._exit(0)",
    "a closed window": "program.window.close()",
    "the system": "os.kill(os.getpid(), signal.SIGTERM)",
}

_REFUSED = """place.mkdir()
    program.window.close()
    said = [b.accessibleName() for b in program.window.findChildren(Banner) if b.isVisible()]
    before = {"open": program.window.isVisible(), "said": said}
    place.rmdir()
    program.window.close()"""


@pytest.mark.parametrize("end", _ENDS)
def test_a_kit_half_edited_is_saved_when_the_program_ends(tmp_path: Path, end: str) -> None:
    assert told(tmp_path, _ENDS[end]) is False
    assert library.load_file(tmp_path / "kits" / "team-kit.draft")["kits"][0]["title"] == "Team kit!"


def test_a_window_does_not_close_over_a_kit_that_cannot_be_saved(tmp_path: Path) -> None:
    answer = told(tmp_path, _REFUSED)
    assert answer["open"]
    assert "not saved yet" in answer["said"][0]
    assert library.load_file(tmp_path / "kits" / "team-kit.draft")["kits"][0]["title"] == "Team kit!"


def told(folder: Path, end: str) -> Any:
    """What the program said when it ended so, a letter typed into a kit a moment before."""
    (folder / "kits").mkdir()
    (folder / "kits" / "team-kit.toml").write_text(team_kit(), encoding="utf-8")
    done = outside.run(folder, _TYPE_AND_END.replace("END", end))
    assert (done.returncode, outside.said(done)) == (0, "")
    return json.loads(done.stdout)
