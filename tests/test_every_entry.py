"""Everything the program ships can be opened, entry by entry, and says all that stands in its file."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.guidance import KIT_SCREENS, OPENINGS, WRITING, Guidance
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.kits.controller import KitsController
from interviewer_app.controllers.kits.views import KitsView
from interviewer_app.controllers.live.build import step_view
from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.catalogue import EntryKind, KitDetail, KitQuery
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.live import ticking
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.kits import library, write
from interviewer_app.report import pdf
from tests.builders import a_moment, a_story
from tests.controllers.desk import Ear, HandClock
from tests.controllers.kit_shelf import is_counted
from tests.report.test_packet import flat, pages_of

COMPANION = "prd-02"
"""Asked beside a prompt that is not scored itself."""


@cache
def entries(kind: str) -> dict[str, dict[str, Any]]:
    """Every shipped entry of a kind as it stands in its file, by id."""
    tables = [library.load_file(path) for path in library.shipped_paths()]
    return {entry["id"]: entry for table in tables for entry in table.get(kind, ())}


def kit_of(*prompt_ids: str, **fields: Any) -> Kit:
    """A kit of one's own around shipped entries, read like any other file."""
    asked = [entries("prompts")[name] for name in prompt_ids]
    letters = sorted({letter for prompt in asked for letter in prompt.get("categories", ())})
    frame = {"opening": 5, "candidate_questions": 8, "close": 2}
    total = sum(frame.values()) + sum(prompt["minutes"] for prompt in asked)
    kit = {
        "id": "own-kit",
        "title": "My own kit",
        "version": "1.0.0",
        "role": "gen",
        "stage": "screen",
        "scorecard": "delivery-ae",
        "scored": letters,
        "variants": [{"id": "full", "frame": frame, "total_minutes": total}],
        "items": [{"prompt": name} for name in prompt_ids],
    }
    header = library.load_file(next(p for p in library.shipped_paths() if p.stem == "kits-tech"))
    tables = {key: value for key, value in header.items() if key != "kits"}
    text = write.text(tables | {"id": "own-file", "kits": [kit | fields]})
    found = library.parse(text.encode(), "own.toml")
    assert [finding.text() for finding in found.errors] == []
    return found.kits[0].cut()


def packet_of(interview: Interview) -> str:
    """All text of the packet."""
    packet = pdf.packet(summarise(interview, a_moment(9_000.0)), app_version="1")
    assert packet.missing == ()
    return flat(" ".join(pages_of(packet)))


@pytest.mark.parametrize("name", sorted(entries("prompts")))
def test_a_prompt_is_asked_and_printed(name: str) -> None:
    kit = kit_of(name) if entries("prompts")[name].get("categories") else kit_of(name, COMPANION)
    interview = a_story(Phase.FINALISED, kit=kit).interview
    view, prompt = step_view(interview, name, ""), kit.prompts[0]
    assert (view.text, view.materials) == (prompt.candidate_text, prompt.materials)
    assert [probe.text for probe in view.probes] == [probe.text for probe in prompt.probes]
    assert (view.strong, view.weak) == (prompt.strong, prompt.weak)
    text = packet_of(interview)
    assert prompt.title in text
    assert flat(prompt.candidate_text) in text


@pytest.mark.parametrize("name", sorted(entries("checklists")))
def test_a_checklist_is_ticked_and_printed(name: str) -> None:
    kit = kit_of("prd-02", checklists=[name])
    [checklist] = kit.lists_of("")
    live = a_story(Phase.TO_REVIEW, kit=kit).interview
    for line in checklist.lines:
        key = TickKey("", name, line.id)
        live = ticking.set_state(live, key, line.choices[0], a_moment(900.0)).interview
        if checklist.columns:
            live = ticking.set_cells(live, key, ["Heard at once"], a_moment(905.0)).interview
    text = packet_of(live)
    assert flat(checklist.title) in text
    for line in checklist.lines:
        assert flat(line.text) in text, line.text
    assert not checklist.columns or text.count("Heard at once") == len(checklist.lines)


@pytest.mark.parametrize("name", sorted(entries("flags")))
def test_a_flag_is_seen_and_printed_with_its_fact(name: str) -> None:
    kit = kit_of("prd-02", flags=[name])
    live = a_story(Phase.TO_REVIEW, kit=kit).interview
    key = TickKey("", FLAGS, name)
    live = ticking.set_state(live, key, SEEN, a_moment(900.0)).interview
    live = ticking.set_cells(live, key, ["Said it twice with figures"], a_moment(905.0)).interview
    text = packet_of(live)
    assert flat(entries("flags")[name]["text"]) in text
    assert "Said it twice with figures" in text


@pytest.mark.parametrize("name", sorted(entries("guidance")))
def test_a_page_is_found_by_its_words_and_whole(name: str, tmp_path: Path) -> None:
    page = entries("guidance")[name]
    scope = KIT_SCREENS[0] if name.startswith(WRITING) else OPENINGS
    shown = Guidance(tmp_path).pages(scope, page["title"])
    [found] = [one for one in shown if one.id == name]
    told = {cell for block in found.blocks for row in block.rows for cell in row}
    for word in page["text"].split():
        assert word in "# - |" or any(word.rstrip(":") in cell for cell in told), word


def test_a_role_and_a_scorecard_are_told_in_full(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "interviews.db", HandClock())
    keeper.start()
    assert keeper.flush()
    kits = KitsController(keeper, tmp_path / "kits")
    views = Ear(kits.changed)
    kits.load()
    qtbot.waitUntil(lambda: is_counted(kits.view), timeout=20_000)
    keeper.close()
    for kind, table in ((EntryKind.ROLE, "role_profiles"), (EntryKind.SCORECARD, "scorecards")):
        kits.ask(KitQuery(kind=kind))
        rows = _view(views).rows
        keys = {row.id: row.key for row in rows}
        assert set(keys) == set(entries(table))
        for name, entry in entries(table).items():
            kits.choose(keys[name])
            detail = _view(views).detail
            assert isinstance(detail, KitDetail)
            assert detail.title == entry["title"]
            told = "\n".join(f"{line.lead} {line.words}" for block in detail.blocks for line in block.lines)
            for words in (*entry.get("duties", ()), *_anchors(entry)):
                assert words in told


def _view(views: Ear) -> KitsView:
    view = views.last
    assert isinstance(view, KitsView)
    return view


def _anchors(entry: dict[str, Any]) -> list[str]:
    return [text for category in entry.get("categories", ()) for text in category["anchors"].values()]
