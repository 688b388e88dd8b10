"""The person's preferences: one frozen record in one small file. Imported by controllers, app and cli."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

THEMES = ("auto", "light", "dark", "high")
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

DATABASE = "interviews.db"
"""Name of the database in the data folder."""

_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every preference with its default.

    `theme` is one of THEMES, `text_scale` a factor from 0.8 to 2.0 on all text, `window` holds geometry and
    splitter states as base64 text by name.
    """

    theme: str = "auto"
    text_scale: float = 1.0
    interviewer: str = ""
    team: str = ""
    export_folder: str = ""
    window: Mapping[str, str] = field(default_factory=dict)


def data_folder(argument: str = "") -> Path:
    """The folder that holds everything: this one, else INTERVIEWER_DATA_DIR, else the system's place."""
    chosen = argument or os.environ.get("INTERVIEWER_DATA_DIR", "")
    if chosen:
        return Path(chosen).expanduser().absolute()
    # Costs 8 ms that nobody pays who says where.
    from platformdirs import user_data_path

    return user_data_path("Interviewer", appauthor=False)


def load(folder: Path) -> Settings:
    """Preferences from the data folder; defaults for what is missing, unreadable or of the wrong kind."""
    try:
        raw = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(raw, dict):
        return Settings()
    default = Settings()
    kept = {}
    for known in fields(Settings):
        value, usual = raw.get(known.name), getattr(default, known.name)
        if isinstance(usual, float) and isinstance(value, int):
            value = float(value)
        if isinstance(value, type(usual)) and not isinstance(value, bool):
            kept[known.name] = value
    return _sound(replace(default, **kept))


def save(folder: Path, settings: Settings) -> None:
    """Write only what differs from the defaults, beside and then over the old file; may raise OSError."""
    default = asdict(Settings())
    changed = {key: value for key, value in asdict(settings).items() if value != default[key]}
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / (_FILE + ".new")
    draft.write_text(json.dumps(changed, indent=1, ensure_ascii=False), encoding="utf-8")
    draft.replace(folder / _FILE)


def _sound(settings: Settings) -> Settings:
    theme = settings.theme if settings.theme in THEMES else "auto"
    window = {str(key): str(value) for key, value in settings.window.items()}
    return replace(settings, theme=theme, text_scale=min(2.0, max(0.8, settings.text_scale)), window=window)
