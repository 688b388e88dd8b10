"""Libraries of several files: what may be shared, what a broken file does to the others."""

import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from interviewer_app.domain.canon import digest
from interviewer_app.domain.errors import Finding, KitProblem
from interviewer_app.kits import library, write
from interviewer_app.kits.locate import Lines
from tests.kits.mutants import mutant

ROOT = Path(__file__).parent.parent.parent
OURS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
SMALL = (Path(__file__).parent.parent / "data" / "kits" / "small.toml").read_text(encoding="utf-8")


def split(folder: Path) -> tuple[Path, Path]:
    """The small library as two files: prompts, and all the rest."""
    start, end = SMALL.index("[[prompts]]"), SMALL.index("[[kits]]")
    head = SMALL[: SMALL.index("opening_script")].replace('"small"', '"small-prompts"')
    prompts, rest = folder / "prompts.toml", folder / "kits.toml"
    prompts.write_text(head + SMALL[start:end], encoding="utf-8")
    rest.write_text(SMALL[:start] + SMALL[end:], encoding="utf-8")
    return prompts, rest


def test_a_kit_may_be_spread_over_files_in_any_order(tmp_path: Path) -> None:
    prompts, rest = split(tmp_path)
    whole = library.parse(SMALL.encode(), "small.toml")
    for paths in ((prompts, rest), (rest, prompts)):
        read = library.read_files(paths)
        assert read.findings == ()
        assert read.kits == whole.kits
        assert digest(read.kits[0]) == digest(whole.kits[0])


def test_a_kit_may_use_shipped_entries(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    start = SMALL.index("[[kits]]")
    text = SMALL[: SMALL.index("[[scorecards]]")] + SMALL[start:]
    text = text.replace("small-card", "delivery-ae").replace('"baker"', '"gen"').replace('"B"]', '"C"]')
    text = text.replace("bread-01", "prd-01").replace("bread-02", "prd-02")
    text = text.replace("= 25", "= 25").replace("= 16", "= 18")
    mine.write_text(text, encoding="utf-8")
    read = library.read_files([mine])
    assert read.findings == ()
    kit = read.kit("small-kit")
    assert kit is not None
    assert [prompt.id for prompt in kit.prompts] == ["prd-01", "prd-02"]
    assert kit.scorecard.letters == ("A", "B", "C", "D", "E")


def test_a_broken_file_stops_only_what_draws_on_it(tmp_path: Path) -> None:
    prompts, rest = split(tmp_path)
    sound = tmp_path / "sound.toml"
    sound.write_text(
        SMALL.replace('id = "small"', 'id = "sound"').replace("small-kit", "sound-kit"), encoding="utf-8"
    )
    prompts.write_text(
        prompts.read_text(encoding="utf-8").replace("minutes = 8", "minutes = 0"), encoding="utf-8"
    )
    garbage = tmp_path / "garbage.toml"
    garbage.write_bytes(b"\xff\x00")
    read = library.read_files([garbage, prompts, rest, sound])
    assert [kit.id for kit in read.kits] == ["sound-kit"]
    told = [finding.text().removeprefix(f"{tmp_path}/") for finding in read.errors]
    assert any(line.startswith("garbage.toml:1: E01") for line in told)
    assert any(line.startswith("prompts.toml:") and "E12 bread-02" in line for line in told)
    assert any(
        line.startswith("kits.toml:") and "E08 small-kit uses prompt 'bread-01' from" in line for line in told
    )


def test_a_copy_that_differs_must_have_another_version(tmp_path: Path) -> None:
    shipped = next(path for path in library.shipped_paths() if path.stem == "prompts-com")
    mine = tmp_path / "mine.toml"
    text = shipped.read_text(encoding="utf-8").replace('id = "prompts-com"', 'id = "mine"')
    mine.write_text(text, encoding="utf-8")
    assert library.check([mine]) == ()
    mine.write_text(text.replace("It need not have been AI.", "It need not be AI."), encoding="utf-8")
    [finding] = library.check([mine])
    assert finding.text().endswith(
        "E22 'com-03' 1.0.0 differs from the copy already here. Raise the version."
    )
    raised = text.replace("It need not have been AI.", "It need not be AI.")
    raised = raised.replace('id = "com-03"\nversion = "1.0.0"', 'id = "com-03"\nversion = "1.0.1"')
    mine.write_text(raised, encoding="utf-8")
    assert library.check([mine]) == ()


def test_items_are_asked_by_their_position() -> None:
    text = SMALL.replace('"bread-01" }', '"bread-01", order = 2 }').replace(
        "core = false", "core = false, order = 1"
    )
    read = library.parse(text.encode(), "a.toml")
    assert read.findings == ()
    assert [prompt.id for prompt in read.kits[0].prompts] == ["bread-02", "bread-01"]
    assert read.kits[0].extensions == ("bread-02",)


def test_a_form_swaps_prompts() -> None:
    start, end = SMALL.index('[[prompts]]\nid = "bread-02"'), SMALL.index("[[kits]]")
    third = SMALL[start:end].replace("bread-02", "bread-03")
    swaps = 'swaps = [{ instead_of = "bread-02", use = "bread-03" }]'
    forms = f'stage = "tech"\nforms = [{{ id = "a" }}, {{ id = "b", {swaps} }}]'
    text = (SMALL[:end] + third + SMALL[end:]).replace('stage = "tech"', forms)
    read = library.parse(text.encode(), "a.toml")
    assert read.findings == ()
    kit = read.kits[0]
    assert [prompt.id for prompt in kit.spare] == ["bread-03"]
    assert [prompt.id for prompt in kit.cut("full", "b").prompts] == ["bread-01", "bread-03"]


def test_equal_text_gives_equal_kits_and_hashes() -> None:
    one, other = (library.parse(SMALL.encode(), name).kits[0] for name in ("a.toml", "b.toml"))
    assert one == other
    assert digest(one) == digest(other)
    changed = library.parse(
        SMALL.replace("Who must know by five?", "Who must know by six?").encode(), "a.toml"
    )
    assert digest(changed.kits[0]) != digest(one)


def test_nothing_heavy_is_loaded_before_kits_are_read() -> None:
    program = (
        "import sys; from interviewer_app.kits import library;"
        "print([m for m in ('msgspec', 'tomllib', 'difflib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_finding_knows_its_place_in_the_tables() -> None:
    text = SMALL.replace("minutes = 8", "minutes = 1").replace('text = "How did you notice?"', 'text = ""')
    text = text.replace('scored = ["A", "B"]', 'scored = ["A", "Q"]')
    read = library.parse(text.encode(), "a.toml")
    told = {(finding.code, finding.path) for finding in read.findings}
    assert told >= {
        ("E12", ("prompts", 1, "minutes")),
        ("E04", ("prompts", 1, "probes", 0, "text")),
        ("E06", ("kits", 0, "scored", 1)),
    }
    lines = Lines(text)
    assert all(lines.at(finding.path) == finding.line for finding in read.findings)


def test_a_draft_may_use_the_other_files_of_the_user(tmp_path: Path) -> None:
    prompts, rest = split(tmp_path)
    draft = rest.read_bytes()
    assert {f.code for f in library.parse(draft, "draft.toml").errors} == {"E08"}
    assert library.parse(draft, "draft.toml", [prompts, tmp_path / "gone.toml"]).findings == ()
    text = prompts.read_text(encoding="utf-8").replace('id = "bread-02"', 'id = "bread-20"')
    prompts.write_text(text, encoding="utf-8")
    told = [f.message for f in library.parse(draft, "draft.toml", [prompts]).errors]
    assert told == [
        "small-kit uses prompt 'bread-02', which is not in this file or the library. Did you mean 'bread-20'?"
    ]


def test_a_draft_falls_with_the_files_it_uses_and_they_do_not_remember_it(tmp_path: Path) -> None:
    prompts, rest = split(tmp_path)
    kit = SMALL[SMALL.index("[[kits]]") :].replace("small-kit", "other-kit").replace('"baker"', '"nobody"')
    scripts = SMALL[SMALL.index("opening_script") : SMALL.index("[[scorecards]]")]
    whole = prompts.read_text(encoding="utf-8").replace("[[prompts]]", f"{scripts}[[prompts]]", 1)
    prompts.write_text(whole + kit, encoding="utf-8")
    told = library.parse(rest.read_bytes(), "draft.toml", [prompts]).errors
    assert {(f.file, f.code) for f in told} == {("draft.toml", "E08")}
    assert all("which has errors" in f.message for f in told)
    # Beside a file that has the role it is sound again, and so is what it is read for.
    rest.write_text(rest.read_text(encoding="utf-8").replace("small-kit", "third-kit"), encoding="utf-8")
    both = tmp_path / "both.toml"
    role = rest.read_text(encoding="utf-8").replace('"baker"', '"nobody"').replace("third-kit", "fourth-kit")
    both.write_text(role.replace('"small"', '"roles-of-ours"'), encoding="utf-8")
    for _again in range(2):
        assert library.parse(rest.read_bytes(), "draft.toml", [prompts, both]).errors == ()
        assert library.parse(rest.read_bytes(), "draft.toml", [prompts]).errors != ()


def a_file_for(version: str) -> bytes:
    return SMALL.replace(
        'content_version = "1.0.0"', f'content_version = "1.0.0"\nmin_app_version = "{version}"'
    ).encode()


def test_a_file_for_a_later_program_is_refused_with_one_finding() -> None:
    [finding] = library.parse(a_file_for("999.0.0").replace(b"minutes = 8", b"hours = 1"), "a.toml").findings
    line = SMALL[: SMALL.index("content_version")].count("\n") + 2
    assert (finding.line, finding.code, finding.path) == (line, "E02", ("min_app_version",))
    assert finding.message == (f"The file needs version 999.0.0 of this app; this is {OURS}. Update the app.")
    assert library.parse(a_file_for("999.0.0"), "a.toml").kits == ()


def test_a_file_for_this_program_or_an_older_one_is_read() -> None:
    for version in (OURS, "0.0.9", "0.1.0-beta.2"):
        read = library.parse(a_file_for(version), "a.toml")
        assert read.findings == ()
        assert read.kits == library.parse(SMALL.encode(), "a.toml").kits
    [finding] = library.parse(a_file_for("soon"), "a.toml").findings
    assert (finding.code, finding.path) == ("E21", ("min_app_version",))


def test_tables_are_judged_as_their_file_would_be() -> None:
    judged = 0
    for number in range(400):
        try:
            tables = library.load(mutant(number), "m.toml")
        except KitProblem:
            continue
        [found] = [found for found in library.judged(tables, "m.toml", ()) if found is not None]
        read = library.parse(write.text(tables).encode(), "m.toml").findings
        assert _told(found) == _told(read), f"mutant {number}"
        judged += len(found) > 1
    assert judged > 50


def _told(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """Codes and words; those of E01 name a line."""
    return {(f.code, "" if f.code == "E01" else f.message) for f in findings}


RULES = """
[[opening_rules]]
id = "bakery"
scorecard = "small-card"
roles = [{ role = "baker", outputs = ["services"] }]
designs = { saas = "bread-02" }
"""


def test_rules_for_openings_are_read_and_what_they_name_is_looked_for() -> None:
    [rules] = library.parse((SMALL + RULES).encode(), "a.toml").rules
    assert (rules.id, rules.scorecard, rules.roles[0].role, rules.designs) == (
        *("bakery", "small-card", "baker"),
        {"saas": "bread-02"},
    )
    slips = RULES.replace('baker"', 'bakker"').replace("bread-02", "bread-22").replace("services", "cakes")
    read = library.parse((SMALL + slips.replace("saas", "cake")).encode(), "a.toml")
    assert read.rules == ()
    told = {(f.code, f.path[2:]) for f in read.errors}
    assert told == {
        ("E08", ("roles", 0, "role")),
        ("E08", ("designs", "cake")),
        ("E25", ("roles", 0, "outputs", 0)),
        ("E25", ("designs", "cake")),
    }
