"""Every colour of the screen by role, three times: light, dark, high contrast. For ui only.

The tables are data; nothing here touches the running application.
"""

from typing import Final, Literal

from PySide6.QtGui import QColor

Role = Literal[
    "window",
    "base",
    "sunk",
    "line",
    "edge",
    "text",
    "text2",
    "text3",
    "accent",
    "accent_soft",
    "on_accent",
    "caution",
    "caution_soft",
    "caution_fill",
    "alert",
    "alert_soft",
    "on_alert",
    "past",
    "future",
    "yours",
    "select",
]
Name = Literal["light", "dark", "high"]


class Theme:
    """One complete set of colours and line widths; read a QColor, never change it.

    `border` and `ring` are logical pixels: the edge of a control and the focus ring.
    Not a dataclass: making one with this many fields costs 2 ms at every start.
    """

    name: Name
    window: QColor
    base: QColor
    sunk: QColor
    line: QColor
    edge: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    caution: QColor
    caution_soft: QColor
    caution_fill: QColor
    alert: QColor
    alert_soft: QColor
    on_alert: QColor
    past: QColor
    future: QColor
    yours: QColor
    select: QColor
    border: int
    ring: int

    def __init__(self, name: Name, table: "dict[Role, str]") -> None:
        self.name = name
        self.border = 2 if name == "high" else 1
        self.ring = 3 if name == "high" else 2
        for role, value in table.items():
            setattr(self, role, QColor(value))

    @property
    def high(self) -> bool:
        """True in the high contrast theme, where fills give way to borders."""
        return self.name == "high"

    def colour(self, role: Role) -> QColor:
        """The colour of a role that is only known by name."""
        found: QColor = getattr(self, role)
        return found


_LIGHT: Final[dict[Role, str]] = {
    "window": "#F2F2F0",
    "base": "#FFFFFF",
    "sunk": "#E8E8E5",
    "line": "#DAD9D5",
    "edge": "#85888E",
    "text": "#191A1C",
    "text2": "#50535A",
    "text3": "#62656C",
    "accent": "#1D5AA8",
    "accent_soft": "#E3ECF8",
    "on_accent": "#FFFFFF",
    "caution": "#845400",
    "caution_soft": "#FAEED2",
    "caution_fill": "#B27606",
    "alert": "#AE231B",
    "alert_soft": "#FBE5E2",
    "on_alert": "#FFFFFF",
    "past": "#878A90",
    "future": "#D3D3CF",
    "yours": "#C5D6EB",
    "select": "#CFE0F6",
}
_DARK: Final[dict[Role, str]] = {
    "window": "#17181B",
    "base": "#1E2024",
    "sunk": "#2A2C31",
    "line": "#34373D",
    "edge": "#7C8089",
    "text": "#E9E9E6",
    "text2": "#B4B7BD",
    "text3": "#9A9EA6",
    "accent": "#8AB7F0",
    "accent_soft": "#22354E",
    "on_accent": "#0E141C",
    "caution": "#E6B655",
    "caution_soft": "#3B3018",
    "caution_fill": "#C7922B",
    "alert": "#F49A92",
    "alert_soft": "#46241F",
    "on_alert": "#1E0D0B",
    "past": "#6A6E76",
    "future": "#3A3D43",
    "yours": "#2F4765",
    "select": "#2B4568",
}
_HIGH: Final[dict[Role, str]] = {
    "window": "#000000",
    "base": "#000000",
    "sunk": "#1F1F1F",
    "line": "#8C8C8C",
    "edge": "#FFFFFF",
    "text": "#FFFFFF",
    "text2": "#FFFFFF",
    "text3": "#E2E2E2",
    "accent": "#6CD0FF",
    "accent_soft": "#06374F",
    "on_accent": "#000000",
    "caution": "#FFD84A",
    "caution_soft": "#332A00",
    "caution_fill": "#FFD84A",
    "alert": "#FFA59D",
    "alert_soft": "#4A0F0A",
    "on_alert": "#000000",
    "past": "#8C8C8C",
    "future": "#3C3C3C",
    "yours": "#0C4E70",
    "select": "#0A4A6B",
}
_TABLES: Final[dict[Name, dict[Role, str]]] = {"light": _LIGHT, "dark": _DARK, "high": _HIGH}


def named(name: Name) -> Theme:
    """The theme of that name, freshly built."""
    return Theme(name, _TABLES[name])
