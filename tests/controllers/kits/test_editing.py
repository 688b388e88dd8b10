"""Editing a copy: undo everywhere, findings beside the fields, and a published file that can be used."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer_app.controllers.forms import FieldEdited, FormAct, FormRow
from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.domain.errors import Problem
from interviewer_app.kits import library, write
from interviewer_app.kits.editing import tables as kit_tables
from interviewer_app.kits.editing.draft import Draft
from interviewer_app.kits.editing.fields import LISTS, FieldShape, blank, fields_of
from interviewer_app.kits.editing.store import KitFolder
from tests.controllers.desk import Desk, Ear
from tests.controllers.kit_bench import Bench, prompt_at
from tests.kit_texts import team_kit


def test_letters_typed_into_a_field_are_one_change(bench: Bench) -> None:
    for words in ("N", "Ne", "New"):
        bench.editor.put(("title",), words)
    bench.editor.put(("publisher",), "Us")
    bench.editor.step(-1)
    assert bench.draft["title"] == "New"
    bench.editor.step(-1)
    assert bench.draft["title"] == "Team kit"
    assert not bench.view.can_undo
    bench.editor.step(1)
    bench.editor.step(1)
    assert (bench.draft["title"], bench.draft["publisher"]) == ("New", "Us")
    assert not bench.view.can_redo


def test_a_new_change_forgets_what_was_undone(bench: Bench) -> None:
    bench.editor.put(("title",), "One")
    bench.editor.step(-1)
    bench.editor.put(("title",), "Two")
    assert not bench.view.can_redo
    bench.editor.step(-1)
    assert bench.view.title == "Team kit"


@settings(max_examples=25)
@given(data=st.data())
def test_undoing_everything_brings_back_the_beginning(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("kits")
    (folder / "team-kit.toml").write_text(team_kit(), encoding="utf-8")
    draft = Draft(KitFolder(folder, ()), "team-kit")
    begun = draft.tables
    done = 0
    for _turn in range(data.draw(st.integers(1, 12))):
        rows = draft.tables.get("prompts") or []
        act = data.draw(st.sampled_from(("put", "add", "remove", "move")))
        if act == "put":
            tables = kit_tables.put(draft.tables, ("title",), data.draw(st.text(max_size=12)))
            draft.take(tables, (), ())
        elif act == "add" or not rows:
            draft.take(kit_tables.added(draft.tables, ("prompts",), {"id": "new"}), (), ())
        elif act == "remove":
            path = ("prompts", data.draw(st.integers(0, len(rows) - 1)))
            draft.take(kit_tables.removed(draft.tables, path), (), ())
        else:
            path = ("prompts", data.draw(st.integers(0, len(rows) - 1)))
            draft.take(kit_tables.moved(draft.tables, path, data.draw(st.sampled_from((-1, 1)))), (), ())
        done += 1
    last = draft.tables
    for _turn in range(done):
        draft.step(-1)
    assert draft.tables == begun
    assert not draft.can_step(-1)
    for _turn in range(done):
        draft.step(1)
    assert draft.tables == last


def test_at_a_key_only_the_field_typed_into_is_made_anew(bench: Bench) -> None:
    bench.editor.select(("prompts", 0))
    before = {row.key: row for row in bench.view.form}
    bench.editor.edit(FieldEdited("prompts.0.title", "Week four"))
    bench.editor.edit(FieldEdited("prompts.0.probes.1.text", "Who was told?"))
    assert [row.key for row in bench.view.form if row is not before[row.key]] == [
        "prompts.0.title",
        "prompts.0.probes",
    ]
    [probes] = [row for row in bench.view.form if row.key == "prompts.0.probes"]
    kept = dict(zip(probes.rows, before["prompts.0.probes"].rows, strict=True))
    assert [row.key for row, old in kept.items() if row is not old] == ["prompts.0.probes.1"]


def test_undo_and_redo_of_a_move_follow_the_entry(bench: Bench) -> None:
    bench.editor.select(("prompts", 0))
    bench.wish(FormAct.DOWN, ("prompts", 0))
    bench.wish(FormAct.DOWN, ("prompts", 1))
    assert bench.view.current == ("prompts", 2)
    bench.editor.select(())
    for by, place in ((-1, 1), (-1, 0), (1, 1), (1, 2)):
        bench.editor.step(by)
        assert bench.view.current == ("prompts", place)


def test_undo_brings_back_an_entry_and_redo_an_added_one(bench: Bench) -> None:
    bench.editor.select(("prompts", 2))
    bench.wish(FormAct.REMOVE, ("prompts", 2))
    bench.editor.step(-1)
    assert bench.view.current == ("prompts", 2)
    bench.wish(FormAct.ADD, ("prompts",))
    added = bench.view.current
    bench.editor.step(-1)
    assert bench.view.current == ("prompts", 2)
    bench.editor.step(1)
    assert bench.view.current == added


# -- rows


def test_rows_are_added_moved_and_removed(bench: Bench) -> None:
    path = ("prompts", 0, "probes")
    published = library.load_file(bench.folder / "team-kit.toml")
    before = [row["id"] for row in published["prompts"][0]["probes"]]
    bench.wish(FormAct.ADD, path)
    added = bench.draft["prompts"][0]["probes"][-1]
    assert added["id"] not in before
    bench.wish(FormAct.UP, (*path, len(before)))
    assert [row["id"] for row in bench.draft["prompts"][0]["probes"]] == [
        *before[:-1],
        added["id"],
        before[-1],
    ]
    bench.wish(FormAct.REMOVE, (*path, 0))
    assert bench.draft["prompts"][0]["probes"][0]["id"] == before[1]


def test_prompts_of_a_kit_are_reordered_and_swapped(bench: Bench) -> None:
    items = ("kits", 0, "items")
    first = library.load_file(bench.folder / "team-kit.toml")["kits"][0]["items"][0]["prompt"]
    bench.wish(FormAct.DOWN, (*items, 0))
    assert bench.draft["kits"][0]["items"][1]["prompt"] == first
    bench.wish(FormAct.ADD, ("kits", 0, "forms"))
    assert bench.draft["kits"][0]["forms"][-1]["id"]
    last = len(bench.draft["kits"][0]["forms"]) - 1
    bench.wish(FormAct.ADD, ("kits", 0, "forms", last, "swaps"))
    assert set(bench.draft["kits"][0]["forms"][last]["swaps"][0]) == {"instead_of", "use"}


def test_a_new_entry_comes_into_the_form(bench: Bench) -> None:
    bench.wish(FormAct.ADD, ("prompts",))
    assert bench.view.current == ("prompts", len(bench.draft["prompts"]) - 1)
    assert [name_of(row) for row in bench.view.form][:2] == ["id", "title"]
    bench.wish(FormAct.REMOVE, bench.view.current)
    assert len(bench.view.current) == 0


def test_a_move_past_the_end_changes_nothing(bench: Bench) -> None:
    bench.wish(FormAct.UP, ("prompts", 0))
    assert not (bench.folder / "team-kit.draft").exists()


# -- judged as it is typed


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("candidate_text", "Too short", "E05"),
        ("minutes", 99, "E12"),
        ("title", None, "E04"),
        ("id", "Not A Slug", "E06"),
        ("strong", ["Only one of them."], "E15"),
        ("categories", ["Z"], "E06"),
    ],
)
def test_a_finding_stands_beside_its_field(bench: Bench, field: str, value: Any, code: str) -> None:
    at = prompt_at(bench, "prd-01")
    bench.editor.select(("prompts", at))
    bench.editor.put(("prompts", at, field), value)
    view = bench.judged()
    there = next(row for row in view.form if name_of(row) == field)
    somewhere = [line for row in view.form for line in problems_of(row)]
    assert any(line.startswith(code) for line in problems_of(there) or somewhere), somewhere
    assert view.obstacle
    assert next(row for row in view.outline if row.path == ("prompts", at)).problems > 0


def test_a_finding_about_what_the_form_does_not_show_is_said_all_the_same(bench: Bench) -> None:
    slips: dict[tuple[str | int, ...], str] = {
        ("prompts", 0, "colour"): "E03",
        ("prompts", 0, "probes", 1, "colour"): "E03",
        ("prompts", 0, "covers"): "E25",
        ("colour",): "E03",
        ("scale",): "E03",
    }
    for path in slips:
        bench.editor.put(path, 7)
    for current in ((), ("prompts", 0)):
        bench.editor.select(current)
        view = bench.judged()
        said = [*view.others, *(line for row in flat(view.form) for line in problems_of(row))]
        for path, code in slips.items():
            if path[:2] == current or (len(path) == 1 and not current):
                assert (
                    sum(line.startswith(code) and f"'{path[-1]}'" in line for line in said) or code == "E25"
                )
        assert len(said) == len([path for path in slips if (len(path) > 1) == bool(current)])


def flat(rows: Iterable[FormRow]) -> Iterator[FormRow]:
    for row in rows:
        yield row
        yield from flat(row.rows)


def name_of(row: FormRow) -> str:
    """The name of the field in the file."""
    return row.key.rpartition(".")[-1]


def problems_of(row: FormRow) -> list[str]:
    """What stands beside the field, a finding a line."""
    return [line for remark in row.remarks for line in remark.text.splitlines()]


def test_a_program_that_is_too_old_is_said_at_its_field(bench: Bench) -> None:
    bench.editor.select(())
    bench.editor.put(("min_app_version",), "999.0.0")
    view = bench.judged()
    [row] = [row for row in view.form if name_of(row) == "min_app_version"]
    assert [line[:3] for line in problems_of(row)] == ["E02"]
    assert view.others == ()


def test_the_same_id_twice_is_said_at_both_places(bench: Bench) -> None:
    for at in (0, 1):
        bench.editor.put(("prompts", at, "id"), "Not A Slug")
    for at in (0, 1):
        bench.editor.select(("prompts", at))
        view = bench.judged()
        [row] = [row for row in view.form if name_of(row) == "id"]
        assert any(line.startswith("E06") for line in problems_of(row)), at


def test_findings_are_judged_without_being_asked(bench: Bench, desk: Desk) -> None:
    bench.editor.put(("prompts", 0, "minutes"), 99)
    desk.qtbot.waitUntil(lambda: bench.view.errors > 0)


def test_every_list_has_fields_and_a_blank_row() -> None:
    for name in LISTS:
        fields = fields_of(name)
        assert fields[0].name == "id"
        made = blank(fields)
        assert {field.name for field in fields if field.required} == set(made)
        assert library.load(write.text({name: [made]}).encode(), "x")[name]
    shapes = {field.shape for name in LISTS for field in fields_of(name)}
    assert shapes >= {
        FieldShape.LINE,
        FieldShape.TEXT,
        FieldShape.NUMBER,
        FieldShape.CHOICE,
        FieldShape.ROWS,
        FieldShape.TEXTS,
        FieldShape.NUMBERS,
    }


# -- publishing


def test_publishing_tells_the_changes_and_raises_the_versions(bench: Bench) -> None:
    at = prompt_at(bench, "prd-01")
    bench.editor.put(("prompts", at, "strong", 0), "Sets a stop rule early and says who decides.")
    bench.judged()
    preview = bench.editor.preview()
    assert preview is not None
    assert (preview.old, preview.new) == ("1.0.0", "1.1.0")
    assert any("prd-01" in line and "strong" in line for line in preview.changes)
    bench.editor.publish()
    assert bench.closed.heard == [None]
    published = library.load_file(bench.folder / "team-kit.toml")
    assert published["content_version"] == "1.1.0"
    assert published["prompts"][at]["version"] == "1.1.0"
    assert not (bench.folder / "team-kit.draft").exists()
    read = library.read_files([bench.folder / "team-kit.toml"])
    assert [finding.text() for finding in read.errors] == []
    assert (bench.folder / "older" / "team-kit-1.0.0.toml").read_text(encoding="utf-8") == team_kit()


def test_what_was_published_is_asked_in_the_next_interview(bench: Bench, desk: Desk) -> None:
    at = prompt_at(bench, "prd-01")
    wanted = "Sets a stop rule early and says who decides."
    bench.editor.put(("prompts", at, "strong", 0), wanted)
    bench.judged()
    prepare = PrepareController(desk.keeper, desk.preferences, bench.folder)
    views, started, problems = Ear(prepare.changed), Ear(prepare.started), Ear(prepare.problem)

    def offered() -> list[str]:
        prepare.new()
        prepare.set_candidate("Ada")
        prepare.set_opening_title("Data engineer")
        prepare.set_output("features")
        prepare.waive("A trial run of the process")
        return [choice.version for choice in views.last.kits if choice.note.startswith("team-kit ")]

    assert set(offered()) == {"1.0.0"}
    prepare.discard()
    bench.editor.publish()
    prepare = PrepareController(desk.keeper, desk.preferences, bench.folder)
    views, started, problems = Ear(prepare.changed), Ear(prepare.started), Ear(prepare.problem)
    assert set(offered()) == {"1.1.0"}
    prepare.choose_kit(next(c for c in views.last.kits if c.note.startswith("team-kit ")))
    prepare.start()
    assert problems.heard == []
    kit = desk.stored(started.last.interview_id).kit
    assert (kit.file_id, kit.version) == ("team-kit", "1.1.0")
    prompt = kit.prompt("prd-01")
    assert prompt is not None
    assert prompt.strong[0] == wanted


def test_anchors_weigh_more(bench: Bench) -> None:
    bench.editor.put(
        ("scorecards", 0, "categories", 0, "anchors", "3"), "Something else, said in forty letters at least."
    )
    bench.judged()
    preview = bench.editor.preview()
    assert preview is not None
    assert preview.new == "2.0.0"


def test_what_has_errors_is_not_published(bench: Bench) -> None:
    bench.editor.put(("prompts", 0, "minutes"), 99)
    assert bench.judged().obstacle
    assert bench.editor.preview() is None
    bench.editor.publish()
    assert bench.closed.heard == []
    assert (bench.folder / "team-kit.toml").read_text(encoding="utf-8") == team_kit()


def test_a_draft_that_cannot_be_written_is_said_and_stays_in_the_window(bench: Bench, desk: Desk) -> None:
    problems = Ear(bench.editor.problem)
    (bench.folder / "team-kit.draft").mkdir()
    bench.editor.put(("title",), "Other")
    desk.qtbot.waitUntil(lambda: bench.view.saved == "Draft not saved")
    assert len(problems.heard) == 1
    assert bench.view.title == "Other"
    # Neither the library nor another file takes its place.
    bench.put(team_kit("another", "Another kit"), "another.toml")
    bench.editor.leave()
    assert bench.closed.heard == []
    with pytest.raises(Problem):
        bench.editor.load("another")
    bench.editor.load("team-kit")
    assert bench.view.title == "Other"
    (bench.folder / "team-kit.draft").rmdir()
    bench.editor.put(("title",), "Others")
    desk.qtbot.waitUntil(lambda: bench.view.saved == "Draft saved")
    assert bench.draft["title"] == "Others"


def test_a_file_too_large_to_be_read_is_not_published(bench: Bench) -> None:
    problems = Ear(bench.editor.problem)
    pages = [{"id": f"long-{number}", "title": "Long", "text": "語" * 19_000} for number in range(60)]
    bench.editor.put(("guidance",), pages)
    assert bench.editor.preview() is not None
    bench.editor.publish()
    assert "larger than 2 MiB" in problems.last.sentence
    assert bench.closed.heard == []
    assert (bench.folder / "team-kit.toml").read_text(encoding="utf-8") == team_kit()


def test_a_long_edit_of_every_field_writes_what_is_read(bench: Bench, tmp_path: Path) -> None:
    published = library.load_file(bench.folder / "team-kit.toml")
    place = tmp_path / "again.toml"
    place.write_text(write.text(published), encoding="utf-8")
    assert library.load_file(place) == published


# -- what the form wishes for


def field_of(bench: Bench, key: str) -> str:
    """What the form shows in a field."""
    return next(f.value for row in flat(bench.view.form) for f in row.fields if f.key == key)


def test_words_stay_as_they_are_typed_while_they_mean_the_value(bench: Bench) -> None:
    bench.editor.select(("prompts", 0))
    key = "prompts.0.categories"
    for words in ("A", "A,", "A, B", "A, B ,"):
        bench.editor.edit(FieldEdited(key, words))
        assert field_of(bench, key) == words
        bench.judged()
        assert field_of(bench, key) == words, "also once the file was judged"
    assert bench.draft["prompts"][0]["categories"] == ["A", "B"]
    bench.editor.edit(FieldEdited("prompts.0.title", "Other"))
    assert field_of(bench, key) == "A, B"


def test_a_text_of_a_list_may_be_emptied(bench: Bench) -> None:
    bench.editor.select(("prompts", 0))
    count = len(library.load_file(bench.folder / "team-kit.toml")["prompts"][0]["strong"])
    bench.editor.edit(FieldEdited("prompts.0.strong.0", ""))
    assert bench.draft["prompts"][0]["strong"][0] == ""
    assert len(bench.draft["prompts"][0]["strong"]) == count
    assert field_of(bench, "prompts.0.strong.0") == ""


def test_what_is_emptied_is_left_out_of_the_file(bench: Bench) -> None:
    bench.editor.edit(FieldEdited("publisher", "Us"))
    assert bench.draft["publisher"] == "Us"
    bench.editor.edit(FieldEdited("publisher", ""))
    assert "publisher" not in bench.draft


def test_rows_are_changed_by_their_keys(bench: Bench) -> None:
    first = library.load_file(bench.folder / "team-kit.toml")["prompts"][0]["probes"][0]["id"]
    bench.editor.edit(FieldEdited("prompts.0.probes.0", act=FormAct.DOWN))
    assert bench.draft["prompts"][0]["probes"][1]["id"] == first
    bench.editor.edit(FieldEdited("prompts.0.probes.1", act=FormAct.UP))
    bench.editor.edit(FieldEdited("prompts.0.probes.0", act=FormAct.REMOVE))
    assert bench.draft["prompts"][0]["probes"][0]["id"] != first
    count = len(bench.draft["prompts"][0]["probes"])
    bench.editor.edit(FieldEdited("prompts.0.probes", act=FormAct.ADD))
    assert len(bench.draft["prompts"][0]["probes"]) == count + 1
