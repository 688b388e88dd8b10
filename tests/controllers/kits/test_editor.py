"""Editing a copy: a draft that is never lost and never usable."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from interviewer_app.controllers.kits.controller import KitsController
from interviewer_app.controllers.kits.editor import KitEditorController
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from interviewer_app.kits import library
from interviewer_app.kits.editing.fields import LISTS
from tests.benchmarks.harness import ROOT
from tests.controllers.desk import Desk, Ear
from tests.controllers.kit_bench import Bench
from tests.kit_texts import team_kit

# -- files put there by hand


@pytest.mark.parametrize("given", ["../../evil", "", "team-kit"])
def test_an_id_that_could_name_another_file_is_not_edited(bench: Bench, desk: Desk, given: str) -> None:
    bench.put(team_kit().replace('id = "team-kit"', f'id = "{given}"', 1), "zz.toml")
    shelf = KitsController(desk.keeper, bench.folder)
    views, wishes, trouble = Ear(shelf.changed), Ear(shelf.edit_requested), Ear(shelf.problem)
    shelf.load()
    desk.qtbot.waitUntil(lambda: not shelf.view.reading)
    shelf.ask(KitQuery(kind=EntryKind.FILE, source=KitOrigin.OWN))
    rows = [views.last.rows[at] for at in range(len(views.last.rows))]
    shelf.edit(next(row.key for row in rows if row.file.endswith("zz.toml")))
    assert wishes.heard == []
    assert "zz.toml" in trouble.last.sentence


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("given", ["5", '"kits"', "[[1]]", '["a"]', "{ a = 1 }"])
def test_a_file_that_is_no_list_of_entries_is_not_shown_as_a_form(
    bench: Bench, kind: str, given: str
) -> None:
    bench.put(f'id = "odd"\n{kind} = {given}\n', "odd.toml")
    before = bench.view
    with pytest.raises(Problem, match=kind):
        bench.editor.load("odd")
    assert bench.view == before


# -- drafts


def test_looking_makes_no_draft(bench: Bench) -> None:
    assert bench.view.errors == 0
    assert bench.view.obstacle == "Nothing has changed yet."
    assert not (bench.folder / "team-kit.draft").exists()


def test_no_key_waits_for_the_disk_and_a_pause_saves(bench: Bench, desk: Desk) -> None:
    place = bench.folder / "team-kit.draft"
    for words in ("T", "Te", "Team", "Team B"):
        bench.editor.put(("kits", 0, "title"), words)
    assert not place.exists()
    assert bench.view.saved == "Saving the draft"
    desk.qtbot.waitUntil(lambda: bench.view.saved == "Draft saved")
    assert library.load_file(place)["kits"][0]["title"] == "Team B"
    assert library.load_file(bench.folder / "team-kit.toml")["kits"][0]["title"] == "Team kit"
    assert [path.name for path in bench.folder.iterdir() if path.name.startswith(".")] == []


def test_whoever_types_without_a_pause_is_saved_too(bench: Bench, desk: Desk) -> None:
    hand = QTimer()
    typed: list[str] = []

    def press() -> None:
        typed.append("x")
        bench.editor.put(("kits", 0, "title"), "".join(typed))

    hand.timeout.connect(press)
    hand.start(5)
    desk.qtbot.waitUntil((bench.folder / "team-kit.draft").exists)
    assert hand.isActive()
    hand.stop()


def test_undoing_all_of_it_saves_the_beginning(bench: Bench, desk: Desk) -> None:
    bench.editor.put(("title",), "Other")
    assert bench.draft["title"] == "Other"
    bench.editor.step(-1)
    desk.qtbot.waitUntil(lambda: bench.view.saved == "Draft saved")
    assert library.load_file(bench.folder / "team-kit.draft")["title"] == "Team kit"


_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.kits.editor import KitEditorController
from interviewer_app.kits.editing.store import KitFolder

app = QCoreApplication([])
editor = KitEditorController(KitFolder(Path(sys.argv[1]), ()), Clock(), lambda kind: ())
said, typed = [], []


def shown(view):
    if view.saved == "Draft saved" and said[-1:] != [len(typed)]:
        said.append(len(typed))
        print(len(typed), flush=True)


def press():
    typed.append("x")
    editor.put(("title",), "".join(typed)[-60:])
    editor.put(("publisher",), str(len(typed)))


editor.load("team-kit")
editor.changed.connect(shown)
hand = QTimer()
hand.timeout.connect(press)
hand.start(3)
app.exec()
"""


def test_what_was_said_to_be_saved_outlives_a_kill(tmp_path: Path) -> None:
    (tmp_path / "team-kit.toml").write_text(team_kit(), encoding="utf-8")
    for rounds in (1, 2, 4):
        typist = subprocess.Popen(
            [sys.executable, "-P", "-c", _TYPIST, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        assert typist.stdout is not None
        for _turn in range(rounds):
            said = int(typist.stdout.readline())
        typist.kill()
        typist.wait()
        typist.stdout.close()
        assert int(library.load_file(tmp_path / "team-kit.draft")["publisher"]) >= said
        (tmp_path / "team-kit.draft").unlink()


def test_a_draft_is_offered_to_nobody(bench: Bench, desk: Desk) -> None:
    bench.editor.put(("kits", 0, "id"), "half-done")
    shelf = KitsController(desk.keeper, bench.folder)
    views = Ear(shelf.changed)
    shelf.load()
    desk.qtbot.waitUntil(lambda: not shelf.view.reading)
    shelf.ask(KitQuery(kind=EntryKind.KIT, source=KitOrigin.OWN))
    assert [views.last.rows[at].id for at in range(len(views.last.rows))] == ["team-kit"]
    assert [path.suffix for path in bench.store.own()] == [".toml"]


def test_what_was_half_edited_is_there_after_a_crash(bench: Bench, desk: Desk) -> None:
    bench.editor.put(("prompts", 0, "candidate_text"), "Too short")
    assert bench.editor.flush()
    again = bench.fresh(desk)
    again.load("team-kit")
    assert bench.view.errors == 1
    assert bench.view.obstacle
    assert bench.draft["prompts"][0]["candidate_text"] == "Too short"


def test_a_copy_of_a_shipped_kit_begins_as_a_draft_that_the_library_lists(desk: Desk) -> None:
    shelf = KitsController(desk.keeper, desk.folder / "kits")
    views, wishes = Ear(shelf.changed), Ear(shelf.edit_requested)
    shelf.load()
    desk.qtbot.waitUntil(lambda: not shelf.view.reading)
    shelf.ask(KitQuery(kind=EntryKind.KIT, words="gen-tech-60"))
    shelf.edit(views.last.chosen)
    assert wishes.last.file_id == "own-gen-tech-60"
    assert not shelf.store.own()
    shelf.ask(KitQuery(kind=EntryKind.FILE, source=KitOrigin.OWN))
    row = views.last.rows[0]
    assert (row.id, row.status) == ("own-gen-tech-60", "draft")
    shelf.edit(row.key)
    assert len(wishes.heard) == 2
    shelf.ask(KitQuery(kind=EntryKind.KIT, words="gen-tech-60"))
    shelf.edit(views.last.chosen)
    assert wishes.last.file_id == "own-gen-tech-60-2"


def test_a_copy_in_which_nothing_was_changed_is_not_kept(desk: Desk) -> None:
    shelf = KitsController(desk.keeper, desk.folder / "kits")
    views = Ear(shelf.changed)
    shelf.load()
    desk.qtbot.waitUntil(lambda: not shelf.view.reading)
    shelf.ask(KitQuery(kind=EntryKind.KIT, words="gen-tech-60"))
    for change, left in ((None, ()), ("Ours", ("own-gen-tech-60",))):
        shelf.edit(views.last.chosen)
        editor = KitEditorController(shelf.store, desk.keeper.clock, shelf.names)
        editor.load("own-gen-tech-60")
        if change:
            editor.put(("title",), change)
        editor.leave()
        assert shelf.store.drafts() == left
        assert shelf.store.origin("own-gen-tech-60").exists() == bool(left)


def test_a_copy_says_whence_it_came(desk: Desk) -> None:
    shelf = KitsController(desk.keeper, desk.folder / "kits")
    views = Ear(shelf.changed)
    shelf.load()
    desk.qtbot.waitUntil(lambda: not shelf.view.reading)
    shelf.ask(KitQuery(kind=EntryKind.FILE, words="prompts-prd"))
    shelf.edit(views.last.chosen)
    tables = library.load_file(shelf.store.draft("own-prompts-prd"))
    assert tables["derived_from"]["id"] == "prompts-prd"
    assert tables["id"] == "own-prompts-prd"


def test_discarding_leaves_the_published_file(bench: Bench) -> None:
    bench.editor.put(("title",), "Other")
    bench.editor.leave(keep=False)
    assert [path.name for path in bench.folder.iterdir()] == ["team-kit.toml"]
    assert bench.closed.heard == [None]


def test_leaving_keeps_the_draft(bench: Bench) -> None:
    bench.editor.put(("title",), "Other")
    bench.editor.leave()
    assert library.load_file(bench.folder / "team-kit.draft")["title"] == "Other"


def test_another_file_in_the_editor_saves_the_last(bench: Bench) -> None:
    bench.put(team_kit("another", "Another kit"), "another.toml")
    bench.editor.put(("title",), "Other")
    bench.editor.load("another")
    assert library.load_file(bench.folder / "team-kit.draft")["title"] == "Other"
    assert bench.view.title == "Another kit"


def test_a_file_that_is_not_there_is_a_problem(bench: Bench) -> None:
    with pytest.raises(Problem):
        bench.editor.load("nobody")


# -- undo
