"""Editing a copy: a draft that is never lost and never usable."""

import pytest

from interviewer_app.controllers.kits.controller import KitsController
from interviewer_app.controllers.kits.editor import KitEditorController
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from interviewer_app.kits import library
from interviewer_app.kits.editing.fields import LISTS
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
    with pytest.raises(Problem, match=kind):
        bench.editor.load("odd")
    assert bench.view.file_id == "team-kit"


# -- drafts


def test_looking_makes_no_draft(bench: Bench) -> None:
    assert bench.view.errors == 0
    assert bench.view.obstacle == "Nothing has changed yet."
    assert not (bench.folder / "team-kit.draft").exists()


def test_every_change_is_in_the_draft_at_once_and_not_in_the_file(bench: Bench) -> None:
    for words in ("T", "Te", "Team", "Team B"):
        bench.editor.put(("kits", 0, "title"), words)
        assert bench.draft["kits"][0]["title"] == words
    assert library.load_file(bench.folder / "team-kit.toml")["kits"][0]["title"] == "Team kit"
    assert [path.name for path in bench.folder.iterdir() if path.name.startswith(".")] == []


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
    again = bench.fresh(desk)
    again.load("team-kit")
    assert again._draft is not None
    assert again._draft.tables["prompts"][0]["candidate_text"] == "Too short"
    assert bench.view.errors == 1
    assert bench.view.obstacle


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
    assert bench.draft["title"] == "Other"


def test_a_file_that_is_not_there_is_a_problem(bench: Bench) -> None:
    with pytest.raises(Problem):
        bench.editor.load("nobody")


# -- undo
