"""The states of kit library, kit editor and drawer, for the walk of tests/ui/whole.py."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from interviewer_app.controllers.kits.views import EditRequest
from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from tests.kit_texts import BROKEN, HEAD, PAGES, team_kit

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.controller import KitsController
    from tests.ui.whole import Whole


def kit_library(whole: "Whole") -> Iterator[str]:
    """Listed, in full, empty, broken, reported on."""
    kits = whole.program.kit_library
    whole.window.actions_by_id["app.kits"].trigger()
    yield "kits-reading"
    all_read(kits)
    yield "kits-prompt"
    for kind in (EntryKind.KIT, EntryKind.SCORECARD, EntryKind.ROLE, EntryKind.FILE):
        kits.ask(KitQuery(kind=kind))
        yield f"kits-{kind}"
    kits.ask(KitQuery(words="no such words"))
    yield "kits-nothing-found"
    kits.ask(KitQuery(source=KitOrigin.OWN))
    yield "kits-none"
    folder = whole.program.folder / "kits"
    folder.mkdir()
    (folder / "bad.toml").write_text(BROKEN, encoding="utf-8")
    _again(kits)
    yield "kits-broken"
    kits.ask(KitQuery(kind=EntryKind.FILE, source=KitOrigin.OWN))
    yield "kits-broken-file"
    kits.preview(str(folder / "bad.toml"))
    yield "kit-report-refused"
    whole.child("kit_report.cancel").click()  # type: ignore[attr-defined]
    (folder / "bad.toml").unlink()
    given = whole.program.folder / "given.toml"
    given.write_text(team_kit(), encoding="utf-8")
    kits.preview(str(given))
    yield "kit-report"
    whole.child("kit_report.import").click()  # type: ignore[attr-defined]
    _again(kits)
    yield "kits-imported"
    yield from _editor(whole)


def drawer(whole: "Whole") -> Iterator[str]:
    """Keys first, a page open, words found and not found."""
    pages = HEAD.format(id="pages", title="Pages", version="1.0.0") + PAGES
    (whole.program.folder / "kits" / "pages.toml").write_text(pages, encoding="utf-8")
    whole.window.show_library()
    help_ = whole.window.actions_by_id["app.help"]
    help_.trigger()
    yield "guidance"
    whole.child("guidance.contrast-of-ours").click()  # type: ignore[attr-defined]
    yield "guidance-page"
    for words in ("theme", "no such words"):
        field: Any = whole.child("guidance.search")
        field.setText(words)
        field.textEdited.emit(words)
        yield f"guidance-{words.replace(' ', '-')}"
    help_.trigger()


def _editor(whole: "Whole") -> Iterator[str]:
    whole.window.ways.edit_kit(EditRequest("team-kit"))
    yield "kit-editor"
    editor = whole.controller
    for path in ((), ("prompts",), ("prompts", 0), ("scorecards", 0), ("role_profiles", 0)):
        editor.select(path)
        yield "-".join(("kit-editor", *(str(step) for step in path if isinstance(step, str))))
    editor.put(("prompts", 0, "candidate_text"), "Too short")
    editor.select(("prompts", 0))
    editor.preview()
    yield "kit-editor-wrong"
    editor.step(-1)
    editor.put(("title",), "Team kit of ours")
    editor.preview()
    whole.screen.publish()
    yield "kit-publish"
    whole.child("kit_publish.cancel").click()  # type: ignore[attr-defined]
    editor.leave(keep=False)


def all_read(kits: "KitsController") -> None:
    """Wait until no kit file is left to be read."""
    deadline = QDeadlineTimer(20_000)
    while kits.view.reading:
        assert not deadline.hasExpired(), "the kit files are not read"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def _again(kits: Any) -> None:
    """All files read once more, now."""
    kits.load()
    all_read(kits)
