"""The look now in force: colours, type, measures, and the signal when they change. For ui and app.

One private object holds the state; `current()`, `px()` and `font()` read it,
`apply()` replaces it, `watch().changed` tells of it. Nothing else in the
program keeps a colour, a font or a scaled measure of its own across a change.
"""

from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from interviewer_app import assets
from interviewer_app.ui.style import colours
from interviewer_app.ui.style.colours import Name, Role, Theme

Choice = Literal["auto", "light", "dark", "high"]
TextRole = Literal[
    "label",
    "small",
    "base",
    "note",
    "title",
    "prompt_small",
    "prompt",
    "clock",
    "candidate",
    "candidate_22",
    "candidate_20",
    "candidate_18",
]

# Pixel size and line height of each role at 100 %.
_TYPE: Final[dict[TextRole, tuple[int, int]]] = {
    "label": (11, 16),
    "small": (12, 16),
    "base": (13, 20),
    "note": (14, 22),
    "title": (16, 24),
    "prompt_small": (18, 24),
    "prompt": (20, 28),
    "clock": (24, 28),
    "candidate": (24, 36),
    # What the candidate reads, in steps down before it has to scroll.
    "candidate_22": (22, 33),
    "candidate_20": (20, 30),
    "candidate_18": (18, 27),
}
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
CONTROL, CONTROL_TALL, CONTROL_SMALL = 28, 32, 24
RADIUS, RADIUS_SMALL, RADIUS_SEGMENT = 4, 3, 2
SCALES: Final = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_FACES: Final = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
_DRESS: Final = "interviewer_dress"
# Text role, weight, tabular figures, colour of the words, background.
_Dress = tuple[TextRole, int, bool, Role | None, Role | None]


class ThemeWatch(QObject):
    """Tells that colours or text size have changed; widgets then update what they cached."""

    changed = Signal()


class _State:
    """What is in force; the one mutable thing of this module."""

    def __init__(self) -> None:
        self.theme: Theme = colours.named("light")
        self.scale = 1.0
        self.choice: Choice = "auto"
        self.families: list[str] | None = None
        self.fonts: dict[tuple[TextRole, int, bool], QFont] = {}
        self.watch: ThemeWatch | None = None
        self.following = False
        self.forced = False


_state: Final = _State()


def current() -> Theme:
    """The theme in force."""
    return _state.theme


def scale() -> float:
    """The text scale in force; 1.0 is 100 %."""
    return _state.scale


def px(measure: float) -> int:
    """A measure of the design (logical pixels at 100 %) at the text scale in force."""
    return round(measure * _state.scale)


def watch() -> ThemeWatch:
    """The object whose `changed` fires after every change of theme or text size."""
    if _state.watch is None:
        _state.watch = ThemeWatch()
    return _state.watch


def font(role: TextRole = "base", weight: int = REGULAR, *, tabular: bool = False) -> QFont:
    """A font of the type scale; `tabular` gives every figure the same width, for clocks and times."""
    key = (role, weight, tabular)
    if key not in _state.fonts:
        made = QFont(_families())
        made.setPixelSize(px(_TYPE[role][0]))
        made.setWeight(QFont.Weight(weight))
        # Unhinted: whole-pixel advances would set Inter a twelfth wider than it was drawn.
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Contextual alternates would turn a typed "->" into an arrow.
        made.setFeature(QFont.Tag("calt"), 0)
        if tabular:
            made.setFeature(QFont.Tag("tnum"), 1)
        _state.fonts[key] = made
    return QFont(_state.fonts[key])


def line_height(role: TextRole = "base") -> int:
    """The line pitch of a text role in logical pixels."""
    return px(_TYPE[role][1])


def dress(
    widget: QWidget,
    text: TextRole = "base",
    weight: int = REGULAR,
    *,
    tabular: bool = False,
    colour: Role | None = None,
    surface: Role | None = None,
) -> None:
    """Give a plain widget its font, text colour and background, now and after every change of theme.

    `surface` fills the background; without it the parent shows through.
    """
    wanted: _Dress = (text, weight, tabular, colour, surface)
    if widget.property(_DRESS) == wanted:
        return
    widget.setProperty(_DRESS, wanted)
    _put_on(widget, wanted)


def palette(theme: Theme) -> QPalette:
    """A palette with every role of every group set from the theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for key, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.base),
        (role.AlternateBase, theme.window),
        (role.ToolTipBase, theme.base),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.text3),
        (role.Text, theme.text),
        (role.Button, theme.base),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.alert),
        (role.Light, theme.base),
        (role.Midlight, theme.sunk),
        (role.Mid, theme.line),
        (role.Dark, theme.edge),
        (role.Shadow, theme.edge),
        (role.Highlight, theme.select),
        (role.HighlightedText, theme.text),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.accent),
    ):
        made.setColor(key, colour)
    off = QPalette.ColorGroup.Disabled
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link):
        made.setColor(off, key, theme.text3)
    made.setColor(off, role.Highlight, theme.sunk)
    made.setColor(off, role.Base, theme.window)
    made.setColor(off, role.Button, theme.window)
    return made


def apply(app: QApplication, choice: Choice = "auto", text_scale: float = 1.0) -> None:
    """Put a theme and a text size on the whole application; "auto" follows the system."""
    _state.choice = choice
    _state.scale = text_scale
    _state.fonts.clear()
    _follow(app)
    _tell_system(app, choice)
    wanted = choose(app) if choice == "auto" else choice
    if _state.theme.name != wanted:
        _state.theme = colours.named(wanted)
    app.setPalette(palette(_state.theme))
    app.setFont(font())
    if _state.watch is None:
        return
    # Nothing was built before the first call, so nothing has to be dressed again then.
    for widget in app.allWidgets():
        worn = _worn(widget)
        if worn is not None:
            _put_on(widget, worn)
    watch().changed.emit()


def _worn(widget: object) -> _Dress | None:
    # One of Qt's own may reach Python as an item of a layout that died at its address: app/garbage.py.
    return widget.property(_DRESS) if isinstance(widget, QWidget) else None


def choose(app: QApplication) -> Name:
    """The theme that suits what the system says about contrast and colours."""
    hints = app.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and hasattr(Qt, "ContrastPreference"):
        wish = accessibility().contrastPreference()
        if wish == Qt.ContrastPreference.HighContrast:
            return "high"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _follow(app: QApplication) -> None:
    """Listen, once, to the system's changes of colour scheme and contrast."""
    if _state.following:
        return
    _state.following = True
    watch()
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(_system_changed)
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        accessibility().contrastPreferenceChanged.connect(_system_changed)


def _tell_system(app: QApplication, choice: Choice) -> None:
    """Ask for title bars and native dialogs that match; many window systems ignore it."""
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "high": Qt.ColorScheme.Dark}
    if choice in scheme:
        _state.forced = True
        app.styleHints().setColorScheme(scheme[choice])
    elif _state.forced:
        _state.forced = False
        app.styleHints().unsetColorScheme()


def _system_changed() -> None:
    """The system changed its colours: matters only while we follow it."""
    app = QGuiApplication.instance()
    if _state.choice == "auto" and isinstance(app, QApplication):
        apply(app, "auto", _state.scale)


def _families() -> list[str]:
    """Inter if it loads, then the system's own font."""
    if _state.families is None:
        system = QGuiApplication.font().family()
        try:
            faces = [str(assets.path("fonts", name)) for name in _FACES]
        except assets.MissingAsset:
            faces = []
        loaded = [QFontDatabase.addApplicationFont(face) for face in faces]
        good = bool(loaded) and min(loaded) >= 0
        _state.families = ["Inter", system] if good else [system]
    return _state.families


def _put_on(widget: QWidget, worn: _Dress) -> None:
    """Set font and palette of one dressed widget from the theme in force."""
    text, weight, tabular, colour, surface = worn
    widget.setFont(font(text, weight, tabular=tabular))
    theme = _state.theme
    if surface is not None:
        widget.setAutoFillBackground(True)
        base = surface == "base"
        widget.setBackgroundRole(QPalette.ColorRole.Base if base else QPalette.ColorRole.Window)
    changed = QPalette()
    if colour is not None:
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            changed.setColor(group, QPalette.ColorRole.WindowText, theme.colour(colour))
            changed.setColor(group, QPalette.ColorRole.Text, theme.colour(colour))
    if surface not in (None, "base", "window"):
        changed.setColor(QPalette.ColorRole.Window, theme.colour(surface))
    widget.setPalette(changed)
