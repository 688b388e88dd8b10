"""The kit library on real files: found, kept as an index, told in full, counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from interviewer_app.controllers.kits.exposure import ExposureLedger
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from interviewer_app.kits import library
from tests.builders import a_kit, a_prompt, a_story
from tests.controllers.desk import Desk
from tests.controllers.kit_shelf import Shelf
from tests.kit_texts import BROKEN, HEAD, PROMPT, many

DATA = Path(__file__).parent.parent.parent / "data"

# -- looking


def test_every_shipped_prompt_and_kit_is_listed(shelf: Shelf) -> None:
    view = shelf.open()
    kits = library.shipped().kits
    assert {prompt.id for kit in kits for prompt in (*kit.prompts, *kit.spare)} <= set(shelf.ids())
    assert view.detail is not None
    assert view.detail.file.shipped
    assert dict(view.counts)[EntryKind.KIT] == len(kits)


def test_role_stage_category_and_words_narrow_the_list(shelf: Shelf) -> None:
    shelf.open()
    everything = len(shelf.ids())
    assert 0 < len(shelf.ask(role="gen").rows) < everything
    shelf.ask(stage="design")
    assert "sys-01" in shelf.ids()
    assert "wrk-01" not in shelf.ids()
    view = shelf.ask(letter="D")
    assert all("D" in view.rows[at].letters for at in range(len(view.rows)))
    shelf.ask(words="ACCEPTANCE assistant")
    assert shelf.ids() == ["prd-01"]
    assert len(shelf.ask(words="no such words anywhere").rows) == 0
    shelf.ask(kind=EntryKind.KIT, role="py", stage="tech")
    assert shelf.ids() == ["py-tech-60"]


def test_a_prompt_is_told_in_full(shelf: Shelf) -> None:
    shelf.open()
    shelf.kits.ask(KitQuery(words="week three acceptance"))
    shelf.kits.choose(next(shelf.view.rows[at].key for at in range(len(shelf.view.rows))))
    detail = shelf.view.detail
    assert detail is not None
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    prompt = kit.prompt("prd-01")
    assert prompt is not None
    told = "\n".join(line.words for block in detail.blocks for line in block.lines)
    for said in (
        prompt.candidate_text,
        *prompt.strong,
        *prompt.weak,
        *(probe.text for probe in prompt.probes),
    ):
        assert said in told
    facts = {fact.lead: fact.words for fact in detail.facts}
    assert facts["Licence"] == "CC-BY-4.0"
    assert "read-only" in facts["File"]


@pytest.mark.parametrize("kind", EntryKind)
def test_every_entry_tells_the_version_of_its_file_and_a_file_its_own(shelf: Shelf, kind: EntryKind) -> None:
    shelf.open()
    shelf.ask(kind=kind)
    detail = shelf.view.detail
    assert detail is not None
    facts = {fact.lead: fact.words for fact in detail.facts}
    assert ("File version" in facts) == (kind is not EntryKind.FILE)


def test_a_kit_shows_anchors_and_floors(shelf: Shelf) -> None:
    shelf.open()
    shelf.ask(kind=EntryKind.KIT, words="gen-tech-60")
    detail = shelf.view.detail
    assert detail is not None
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    told = [(line.lead, line.words) for block in detail.blocks for line in block.lines]
    for category in kit.categories:
        assert [pair for pair in enumerate(category.anchors) if (str(pair[0]), pair[1]) not in told] == []
    floors = next(block for block in detail.blocks if block.heading == "Floors of the role")
    assert {line.lead: int(line.words) for line in floors.lines} == dict(kit.role.floors)


def test_only_what_has_changed_is_read_again(shelf: Shelf) -> None:
    own = HEAD.format(id="own", title="Own", version="1.0.0") + PROMPT.format(id="own-1", title="One")
    shelf.put("own.toml", own)
    shelf.open()
    shelf.kits.load()
    assert "own-1" in shelf.ids()
    shelf.put("own.toml", own.replace("own-1", "own-2"))
    shelf.kits.load()
    assert shelf.ids() == []
    shelf.open()
    assert "own-2" in shelf.ids()
    assert "own-1" not in shelf.ids()


def test_the_index_of_an_earlier_version_is_no_kit_file(shelf: Shelf) -> None:
    shelf.put(".index", '{"stamp": [[2, "0.9.0"]], "files": [], "rows": []}')
    shelf.put(".index-0123abcd", "")
    assert [file for file in shelf.open().files if not file.shipped] == []


def test_nobody_waits_while_two_thousand_prompts_are_read(shelf: Shelf, desk: Desk) -> None:
    many(shelf.folder, 2_000, files=20)
    beats = QTimer()
    seen: list[bool] = []
    beats.timeout.connect(lambda: seen.append(shelf.view.reading))
    shelf.kits.load()
    beats.start(0)
    desk.qtbot.waitUntil(lambda: not shelf.view.reading, timeout=20_000)
    beats.stop()
    # The window had its turn after every file.
    assert sum(seen) >= 20


def test_two_thousand_prompts_are_all_there(shelf: Shelf) -> None:
    many(shelf.folder, 2_000)
    shelf.open()
    view = shelf.ask(source=KitOrigin.OWN)
    assert len(view.rows) == 2_000
    assert len(shelf.ask(words="prompt 399 of 4").rows) == 1


# -- empty and broken


def test_no_files_at_all(desk: Desk) -> None:
    shelf = Shelf(desk, shipped=())
    view = shelf.open()
    assert (len(view.rows), view.files, view.detail, view.reading) == (0, (), None, False)


def test_only_broken_files_are_told_with_their_lines(desk: Desk) -> None:
    shelf = Shelf(desk, shipped=())
    shelf.put("bad.toml", BROKEN)
    shelf.put("worse.toml", "not toml [")
    view = shelf.open()
    assert len(view.rows) == 0
    assert [file.errors > 0 for file in view.files] == [True, True]
    shelf.ask(kind=EntryKind.FILE)
    detail = shelf.view.detail
    assert detail is not None
    assert detail.blocks[0].lines[0].lead.startswith("bad.toml:")
    assert detail.blocks[0].lines[0].lead.endswith((": E06", ": E12"))


def test_a_broken_file_takes_nothing_from_the_others(shelf: Shelf) -> None:
    shelf.put("bad.toml", BROKEN)
    assert len(shelf.open().rows) > 50
    assert "x-1" not in shelf.ids()


def test_what_a_file_says_of_its_sources_and_of_other_prompts_is_shown(shelf: Shelf) -> None:
    shelf.put("full.toml", (DATA / "kits" / "full.toml").read_text(encoding="utf-8"))
    shelf.open()
    shelf.ask(kind=EntryKind.PROMPT, source=KitOrigin.OWN)
    detail = shelf.view.detail
    assert detail is not None
    told = {(fact.lead, fact.words) for fact in detail.facts}
    assert told >= {("Takes the place of", "oven-01"), ("Parallel form of", "bread-01")}
    shelf.ask(kind=EntryKind.FILE, source=KitOrigin.OWN)
    detail = shelf.view.detail
    assert detail is not None
    [block] = [block for block in detail.blocks if block.heading == "Where ideas came from"]
    assert [line.words for line in block.lines] == [
        "An idea from https://example.org/ovens, told in our words."
    ]


# -- files in and out


def test_uses_stand_in_the_list_and_in_words(shelf: Shelf, desk: Desk) -> None:
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    desk.store(a_story(Phase.TO_REVIEW, "i1", kit=kit.cut()))
    desk.store(a_story(Phase.LIVE, "i2", kit=kit.cut(), at=7200.0))
    desk.store(a_story(Phase.LIVE, "i3", kit=kit.cut(), sample=True, at=14_400.0))
    view = shelf.open()
    used = {view.rows[at].id: view.rows[at].used for at in range(len(view.rows))}
    assert (used["prd-01"], used["prd-02"], used["sys-01"]) == (2, 2, 0)
    shelf.ask(words="week three acceptance")
    assert shelf.view.detail is not None
    assert shelf.view.detail.used.startswith("Used 2 times, last ")
    assert "Platform engineer 2" in shelf.view.detail.used
    shelf.ask(kind=EntryKind.KIT, words="gen-tech-60")
    assert shelf.view.detail.used == "Used 2 times: form A 2, form B 0."
    shelf.ask(kind=EntryKind.KIT, words="py-tech-60")
    assert shelf.view.detail.used == "Not used yet."


def test_the_ledger_advises_the_other_form(desk: Desk) -> None:
    from interviewer_app.domain.kits.kit import Form, Swap

    kit = a_kit("k", forms=(Form("a"), Form("b", (Swap("p1", "p9"),))), spare=(a_prompt("p9"),))
    for number in range(3):
        desk.store(a_story(Phase.LIVE, f"i{number}", kit=kit.cut(form="a"), at=7200.0 * number))
    desk.store(a_story(Phase.LIVE, "other", kit=kit.cut(form="b"), at=40_000.0))
    ledger = ExposureLedger(desk.keeper)
    assert ledger.advice("k", ("a", "b"), "a") == ""
    ledger.look()
    assert ledger.advice("k", ("a", "b"), "a") == "Form B was used less (1 against 3)."
    assert ledger.advice("k", ("a", "b"), "b") == ""
