"""The kit editor of a test, on a folder with one file. For tests/controllers."""

from typing import Any

from interviewer_app.controllers.forms import FieldEdited, FormAct
from interviewer_app.controllers.kits.editor import KitEditorController
from interviewer_app.controllers.kits.views import EditorView
from interviewer_app.domain.kits.fields import Path
from interviewer_app.kits import library
from interviewer_app.kits.editing.store import KitFolder
from tests.controllers.desk import Desk, Ear


class Bench:
    """The editor on a folder with one file of the user's."""

    def __init__(self, desk: Desk) -> None:
        self.folder = desk.folder / "kits"
        self.folder.mkdir(exist_ok=True)
        self.store = KitFolder(self.folder, library.shipped_paths())
        self.editor = self.fresh(desk)

    def fresh(self, desk: Desk) -> KitEditorController:
        """Another editor, as after a crash."""
        editor = KitEditorController(self.store, desk.keeper.clock, lambda _kind: ())
        self.views = Ear(editor.changed)
        self.closed = Ear(editor.closed)
        return editor

    def put(self, text: str, name: str = "team-kit.toml") -> None:
        """A published file."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def wish(self, act: FormAct, path: Path) -> None:
        """What a button of the form wishes for."""
        self.editor.edit(FieldEdited(".".join(map(str, path)), act=act))

    @property
    def view(self) -> EditorView:
        """What the screen shows."""
        view = self.views.last
        assert isinstance(view, EditorView)
        return view

    @property
    def draft(self) -> dict[str, Any]:
        """The draft on disk, once it is there."""
        assert self.editor.flush()
        return library.load_file(self.folder / "team-kit.draft")

    def judged(self) -> EditorView:
        """The view once the file was judged."""
        self.editor.preview()
        return self.view


def prompt_at(bench: Bench, name: str) -> int:
    """Where a prompt stands in the file."""
    return [row["id"] for row in library.load_file(bench.folder / "team-kit.toml")["prompts"]].index(name)
