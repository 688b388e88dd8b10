"""The person's preferences: one frozen record in one small file. Imported by controllers, app and cli."""

import os
from collections.abc import Mapping
from pathlib import Path

from interviewer_app.domain.records import changed, record
from interviewer_app.whole_files import replace_whole

THEMES = ("auto", "light", "dark", "high")
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

DATABASE = "interviews.db"
"""Name of the database in the data folder."""

_FILE = "settings.json"

EXPANDERS: Mapping[str, str] = {
    ";ask": "> Asked: ",
    ";told": "> Told on request: ",
    ";dnm": "did not mention ",
    ";noex": "gave no example when asked",
    ";ex": "gave an example: ",
    ";own": "own part: ",
    ";team": "the team's part: ",
    ";why": "reason given: ",
    ";alt": "alternative weighed: ",
    ";res": "result: ",
    ";ap": "after probe ",
    ";oot": "out of time before ",
    ";ltnc": "left to the next conversation",
}
"""What is written in notes for a short word followed by a space or Enter, until the person says otherwise."""

LONGEST_WORD, LONGEST_TEXT = 20, 500


@record
class Settings:
    """Every preference with its default.

    `theme` is one of THEMES, `text_scale` a factor from 0.8 to 2.0 on all text, `window` holds geometry and
    splitter states as base64 text by name. `hints` underlines words that notes are better without,
    `expanders` are short words of notes and what is written in their place.
    """

    theme: str = "auto"
    text_scale: float = 1.0
    interviewer: str = ""
    team: str = ""
    export_folder: str = ""
    window: Mapping[str, str] = {}
    hints: bool = True
    expanders: Mapping[str, str] = EXPANDERS


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
        text = (folder / _FILE).read_text(encoding="utf-8")
        import json  # 2 ms, where there is something to read

        raw = json.loads(text)
    except (OSError, ValueError):
        return Settings()
    if not isinstance(raw, dict):
        return Settings()
    default = Settings()
    kept = {}
    for name in _names():
        value, usual = raw.get(name), getattr(default, name)
        if isinstance(usual, float) and type(value) is int:
            value = float(value)
        if isinstance(value, type(usual)) and isinstance(value, bool) == isinstance(usual, bool):
            kept[name] = value
    return _sound(changed(default, **kept))


def save(folder: Path, settings: Settings) -> None:
    """Write only what differs from the defaults, whole; may raise OSError."""
    import json

    default = Settings()
    own = {name: getattr(settings, name) for name in _names()}
    own = {name: value for name, value in own.items() if value != getattr(default, name)}
    folder.mkdir(parents=True, exist_ok=True)
    replace_whole(folder / _FILE, (json.dumps(own, indent=1, ensure_ascii=False).encode(),))


def _names() -> tuple[str, ...]:
    return tuple(Settings.__annotations__)


def _sound(settings: Settings) -> Settings:
    theme = settings.theme if settings.theme in THEMES else "auto"
    window = {str(key): str(value) for key, value in settings.window.items()}
    return changed(
        settings,
        theme=theme,
        text_scale=min(2.0, max(0.8, settings.text_scale)),
        window=window,
        expanders=_usable(settings.expanders),
    )


def _usable(expanders: Mapping[str, object]) -> Mapping[str, str]:
    """Those of one word, of two characters at least, with a text of one line."""
    return {
        word: text
        for word, text in expanders.items()
        if isinstance(text, str)
        and 2 <= len(word) <= LONGEST_WORD
        and word.split() == [word]
        and text.strip()
        and len(text) <= LONGEST_TEXT
        and "\n" not in text
    }
