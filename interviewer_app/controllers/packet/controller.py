"""The packet of one interview: made, looked at, written. Imported by ui and app.

reportlab and the page renderer load when the first packet is made, not before.
"""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import interviewer_app
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.packet.views import PacketView, PageImage
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.domain.changes import Exported
from interviewer_app.domain.errors import ExportProblem, Problem
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.packet.summary import Summary, summarise
from interviewer_app.exchange.files import write_new

if TYPE_CHECKING:
    from interviewer_app.report.pdf import Packet
    from interviewer_app.report.raster import Pages


class PacketController(QObject):
    """Makes packets from what is stored, so that screen, file and record agree."""

    ready = Signal(object)
    written = Signal(object)
    problem = Signal(object)

    def __init__(self, keeper: Keeper, preferences: PreferencesController) -> None:
        super().__init__()
        self._keeper = keeper
        self._preferences = preferences
        self._packet: Packet | None = None
        self._pages: Pages | None = None
        self._view: PacketView | None = None

    def load(self, interview_id: str) -> None:
        """Make the packet of an interview as it stands and show it."""
        from interviewer_app.report import pdf, raster  # loads reportlab and pdfium

        interview = self._keeper.load(interview_id)
        self.close()
        summary = self._summary(interview)
        self._packet = pdf.packet(summary, app_version=interviewer_app.__version__)
        self._pages = raster.Pages(self._packet.data)
        self._view = PacketView(
            interview_id=interview_id,
            pages=self._packet.pages,
            name=pdf.file_name(summary),
            folder=self.folder(),
            missing=self._packet.missing,
            draft=summary.draft,
        )
        self.ready.emit(self._view)

    def close(self) -> None:
        """Let go of the pages shown."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    def page(self, index: int, scale: float) -> PageImage:
        """Page `index` from 0 at `scale` pixels a point."""
        if self._pages is None:
            raise RuntimeError("no packet is loaded")
        bitmap = self._pages.draw(index, scale)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bitmap.data)

    def write(self, path: str) -> None:
        """Write the packet; the file is whole or is not there, and no other file is overwritten."""
        if self._packet is None or self._view is None:
            return
        wanted = Path(path)
        try:
            target = write_new(wanted.parent, wanted.name, (self._packet.data,))
        except ExportProblem as problem:
            self.problem.emit(problem)
            return
        if not self._view.draft:
            self._note(self._view.interview_id, target, self._packet.data)
        self._view = replace(self._view, folder=str(target.parent), written_to=str(target))
        self.written.emit(self._view)

    def export_many(self, interview_ids: tuple[str, ...], folder: str) -> None:
        """Write the packets of several interviews into a folder; stops at the first that fails."""
        from interviewer_app.report import pdf  # loads reportlab

        done = 0
        try:
            for interview_id in interview_ids:
                summary = self._summary(self._keeper.load(interview_id))
                packet = pdf.packet(summary, app_version=interviewer_app.__version__)
                path = write_new(Path(folder), pdf.file_name(summary), (packet.data,))
                if not summary.draft:
                    self._note(interview_id, path, packet.data)
                done += 1
        except Problem as problem:
            self.problem.emit(problem)
        if done:
            self.written.emit(PacketView("", done, "", folder, (), draft=False, written_to=folder))

    def folder(self) -> str:
        """The export folder: the preferred one, else Documents, else the home folder."""
        chosen = self._preferences.settings.export_folder
        if chosen:
            return chosen
        documents = Path.home() / "Documents"
        return str(documents if documents.is_dir() else Path.home())

    def choose_folder(self, folder: str) -> None:
        """Prefer this folder from now on."""
        self._preferences.update(export_folder=folder)
        if self._view is not None:
            self._view = replace(self._view, folder=folder)
            self.ready.emit(self._view)

    def _summary(self, interview: Interview) -> Summary:
        adjusted = self._keeper.reader.opening_has_adjusted_time(interview.opening.id)
        return summarise(interview, self._keeper.clock.now(), show_minutes=not adjusted)

    def _note(self, interview_id: str, path: Path, data: bytes) -> None:
        """Remember a finished packet; a draft is none."""
        at = self._keeper.clock.now().utc
        digest = hashlib.sha256(data).hexdigest()
        self._keeper.save((Exported(interview_id, at, str(path), digest),))
