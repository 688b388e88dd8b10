"""Preferences survive, and a broken file costs no more than the preferences."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from interviewer_app import settings
from interviewer_app.settings import Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    mine = Settings("dark", 1.5, "Ruth", "Support", "/somewhere", {"window": "x"})
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
        '{"theme": 7, "text_scale": true, "window": []}',
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


def test_every_preference_says_what_it_is() -> None:
    assert Settings.__doc__ is not None
    named = Settings.__doc__
    plain = {"interviewer", "team", "export_folder"}
    assert {field.name for field in fields(Settings)} - plain == {"theme", "text_scale", "window"}
    assert all(f"`{name}`" in named for name in ("theme", "text_scale", "window"))
