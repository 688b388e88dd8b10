"""The one door to resources/: found everywhere it can be, and a sentence where it is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from interviewer_app import assets
from interviewer_app.domain.errors import Problem

ROOT = Path(__file__).resolve().parent.parent


def test_a_shipped_file_is_found_and_read() -> None:
    assert assets.path("icons", "check.svg").is_file()
    assert assets.read_text("icons", "check.svg").startswith("<svg ")
    assert assets.read_bytes("fonts", "Inter-Regular.ttf")[:4] == b"\x00\x01\x00\x00"


def test_the_licences_lie_beside_what_they_cover() -> None:
    assert "ISC License" in assets.read_text("icons", "LICENSE")
    for name in ("Inter-OFL.txt", "NotoSans-OFL.txt"):
        assert "SIL OPEN FONT LICENSE" in assets.read_text("fonts", name)


def test_the_installed_copy_comes_before_the_working_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (tmp_path / "package" / "_resources", tmp_path / "resources"):
        (place / "i18n").mkdir(parents=True)
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "package")
    assert assets.path("i18n") == tmp_path / "package" / "_resources" / "i18n"
    (tmp_path / "package" / "_resources" / "i18n").rmdir()
    assert assets.path("i18n") == tmp_path / "resources" / "i18n"


def test_a_frozen_bundle_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "only-frozen").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.path("only-frozen") == tmp_path / "resources" / "only-frozen"


def test_what_is_missing_is_named_with_a_next_step() -> None:
    with pytest.raises(Problem) as failure:
        assets.read_text("kits", "nobody-wrote-this.toml")
    assert "kits/nobody-wrote-this.toml" in failure.value.sentence
    assert failure.value.next_step


def test_the_door_is_light() -> None:
    # importlib.resources and .metadata cost more than the whole first page.
    code = (
        "import sys, interviewer_app.assets, interviewer_app.text;"
        "print([m for m in ('importlib.resources', 'importlib.metadata', 'gettext') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
