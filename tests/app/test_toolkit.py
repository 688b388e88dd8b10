"""PySide6 without what no running program needs: everything of it still works when somebody asks for it."""

import subprocess
import sys

PROGRAM = """
import builtins, sys
compile_ = builtins.compile
from interviewer_app.app import toolkit
toolkit.load()
assert builtins.compile is compile_
assert builtins.__import__ is builtins.__orig_import__
loaded = set(sys.modules)
from PySide6.QtCore import QObject, QRect, Signal, Slot
"""


def said(text: str) -> str:
    """What a program says that loads Qt as ours does."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + text], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_no_running_program_needs_is_not_run() -> None:
    modules = ("inspect", "logging", "argparse", "ast")
    assert said(f"print([name for name in {modules} if name in loaded], len(toolkit._texts))") == "[] 8\n"


def test_a_wrong_argument_is_explained() -> None:
    text = said("try:\n    QObject().setObjectName(3)\nexcept TypeError as error:\n    print(error)")
    assert "called with wrong argument types" in text
    assert "Supported signatures" in text


def test_a_missing_attribute_is_no_more_than_that() -> None:
    asked = "import shibokensupport.signature.layout as layout\n"
    assert (
        said(asked + "print(hasattr(layout, 'no_such_name'), hasattr(layout, 'create_signature'))")
        == "False True\n"
    )


def test_signatures_and_slots_work() -> None:
    text = """
class Ear(QObject):
    told = Signal(object)

    @Slot(object)
    def hear(self, word):
        print(word)

ear = Ear()
ear.told.connect(ear.hear)
ear.told.emit("heard")
print(QRect.setWidth.__doc__.strip())
"""
    assert said(text).splitlines() == ["heard", "setWidth(self, w: int, /) -> None"]


def test_the_stub_writer_is_there_for_who_wants_it() -> None:
    wanted = (
        "from PySide6.support.signature.lib import pyi_generator\nprint(callable(pyi_generator.generate_pyi))"
    )
    assert said(wanted) == "True\n"
