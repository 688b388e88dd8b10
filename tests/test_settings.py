"""Preferences survive, and a broken file costs no more than the preferences."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from interviewer_app import settings
from interviewer_app.settings import Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    mine = Settings(
        "dark", 1.5, "Ruth", "Support", "/somewhere", {"window": "x"}, hints=False, expanders={";a": "b"}
    )
    settings.save(tmp_path, mine)
    assert settings.load(tmp_path) == mine


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings(team="Support"))
    assert json.loads((tmp_path / "settings.json").read_text()) == {"team": "Support"}
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": 7, "text_scale": true, "window": [], "hints": 0}',
        '{"theme": "neon", "later": 1}',
        "\x00",
    ],
)
def test_a_file_that_cannot_be_used_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    assert settings.load(tmp_path) == Settings()


def test_a_scale_out_of_range_is_brought_into_it(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"text_scale": 9}')
    assert settings.load(tmp_path).text_scale == 2.0


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "nowhere") == Settings()


def test_expanders_that_cannot_be_used_are_left_out(tmp_path: Path) -> None:
    mine = {";a": "one ", "a": "short", "two words": "x", ";n": 3, ";l": "x\ny", ";e": " ", ";b": "two"}
    (tmp_path / "settings.json").write_text(json.dumps({"expanders": mine}))
    assert settings.load(tmp_path).expanders == {";a": "one ", ";b": "two"}
    (tmp_path / "settings.json").write_text('{"expanders": {}}')
    assert settings.load(tmp_path).expanders == {}


def test_the_expanders_that_ship_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"expanders": dict(settings.EXPANDERS)}))
    assert settings.load(tmp_path) == Settings()


def test_every_preference_says_what_it_is() -> None:
    assert Settings.__doc__ is not None
    named = Settings.__doc__
    plain = {"interviewer", "team", "export_folder"}
    assert all(f"`{field.name}`" in named for field in fields(Settings) if field.name not in plain)
