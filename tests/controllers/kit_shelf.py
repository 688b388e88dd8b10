"""The kit library of a test: the controller on a folder of files. For tests/controllers."""

from pathlib import Path
from typing import Any

from interviewer_app.controllers.kits.controller import KitsController
from interviewer_app.controllers.kits.views import KitsView
from interviewer_app.domain.kits.catalogue import EntryKind, ImportReport, KitQuery
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.kits import library
from tests.controllers.desk import Desk, Ear


class Shelf:
    """The controller on a folder of files, with what it said last."""

    def __init__(self, desk: Desk, shipped: tuple[Path, ...] | None = None) -> None:
        self.folder = desk.folder / "kits"
        self.kits = KitsController(desk.keeper, self.folder, shipped)
        self.views = Ear(self.kits.changed)
        self.reports = Ear(self.kits.reported)
        self.problems = Ear(self.kits.problem)
        self._qtbot = desk.qtbot

    def put(self, name: str, text: str) -> Path:
        """A file into the user's folder, as if by hand."""
        self.folder.mkdir(exist_ok=True)
        place = self.folder / name
        place.write_text(text, encoding="utf-8")
        return place

    def open(self) -> KitsView:
        """The library as its screen shows it once all is read and counted."""
        self.kits.load()
        self._qtbot.waitUntil(lambda: is_counted(self.view), timeout=20_000)
        return self.view

    def ask(self, **choices: Any) -> KitsView:
        """The answer to a question."""
        self.kits.ask(KitQuery(**choices))
        return self.view

    def preview(self, path: Path) -> ImportReport:
        """The report on a file."""
        self.kits.preview(str(path))
        report = self.reports.last
        assert isinstance(report, ImportReport)
        return report

    @property
    def view(self) -> KitsView:
        """What was shown last."""
        view = self.views.last
        assert isinstance(view, KitsView)
        return view

    def ids(self) -> list[str]:
        """The ids of the rows shown."""
        return [self.view.rows[at].id for at in range(len(self.view.rows))]


def is_counted(view: KitsView) -> bool:
    """Whether all is read, and how often the entry in hand was used is known if it is told at all."""
    told = view.detail is not None and view.detail.kind in (EntryKind.PROMPT, EntryKind.KIT)
    return not view.reading and (view.detail is None or not told or bool(view.detail.used))


def kit_of(folder: Path, kit_id: str) -> Kit:
    """The kit as an interview would get it."""
    found = library.read_files(sorted(folder.glob("*.toml"))).kit(kit_id)
    assert found is not None
    return found
