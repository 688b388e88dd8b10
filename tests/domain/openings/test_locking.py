"""Which kit binds an opening's stage, and who had which."""

from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.locking import KitUse, editions, lock
from interviewer_app.domain.openings.opening import Release


def use(name: str, at: int, kit: str = "one", stage: Stage = Stage.TECH) -> KitUse:
    started = f"2026-11-{at:02}T10:00:00+00:00"
    return KitUse(name, name, started, stage, kit, f"Kit {kit}", "1.0.0", "full", "a")


def test_the_first_interview_of_a_stage_binds_the_next() -> None:
    uses = (use("b", 3, "two"), use("a", 2), use("s", 1, "three", Stage.SCREEN))
    bound = lock(uses, (), Stage.TECH)
    assert bound is not None
    assert bound.candidate == "a"
    assert lock(uses, (), Stage.FINAL) is None


def test_a_stage_let_go_is_bound_by_the_first_one_after_it() -> None:
    uses = (use("a", 2), use("b", 6, "two"))
    letting_go = Release(Stage.TECH, "2026-11-04T00:00:00+00:00")
    bound = lock(uses, (letting_go,), Stage.TECH)
    assert bound is not None
    assert bound.kit_hash == "two"
    assert lock(uses[:1], (letting_go,), Stage.TECH) is None
    other = Release(Stage.SCREEN, letting_go.at)
    assert lock(uses[:1], (other,), Stage.TECH) is not None


def test_who_had_which_in_order() -> None:
    uses = (use("c", 5, "two"), use("b", 3), use("a", 2))
    made = editions(uses, Stage.TECH)
    assert [(e.first.kit_hash, [u.candidate for u in e.who]) for e in made] == [
        ("one", ["a", "b"]),
        ("two", ["c"]),
    ]
