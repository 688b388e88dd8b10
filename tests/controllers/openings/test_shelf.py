"""The kits and rules an opening is made with: the user's own files beside ours."""

from pathlib import Path

from interviewer_app.controllers.openings.kit_choices import KitChoices
from interviewer_app.domain.interview import Opening
from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.opening import OpeningSheet, Output, Picker

SMALL = Path(__file__).parents[2] / "data" / "kits" / "small.toml"
RULES = """
[[opening_rules]]
id = "bakery"
scorecard = "small-card"
roles = [{ role = "baker", outputs = ["running"] }]
"""


def proposed(shelf: KitChoices, output: Output) -> tuple[str, str]:
    opening = Opening("o1", "Somebody", sheet=OpeningSheet(picker=Picker(output)))
    made = shelf.proposal(opening)
    return made.role, dict(made.kits).get(Stage.TECH, "")


def test_rules_of_the_users_own_take_the_place_of_ours(tmp_path: Path) -> None:
    shelf = KitChoices(tmp_path)
    assert proposed(shelf, Output.RUNNING) == ("mle", "mle-tech-60")
    own = tmp_path / "bakery.toml"
    own.write_text(SMALL.read_text(encoding="utf-8") + RULES, encoding="utf-8")
    assert proposed(shelf, Output.RUNNING) == ("mle", "mle-tech-60"), (
        "not before the files are looked at anew"
    )
    shelf.forget()
    assert proposed(shelf, Output.RUNNING) == ("baker", "small-kit")
    assert proposed(shelf, Output.SERVICES) == ("", "")


def test_rules_with_errors_leave_ours_in_place(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8") + RULES.replace('"baker"', '"nobody-here"')
    (tmp_path / "bakery.toml").write_text(text, encoding="utf-8")
    shelf = KitChoices(tmp_path)
    assert proposed(shelf, Output.RUNNING) == ("mle", "mle-tech-60")
    assert [finding.code for finding in shelf.errors] == ["E08"]
