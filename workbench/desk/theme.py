"""Light and dark: colours from resources/themes, a palette and one style sheet. Text colours keep a contrast of 4.5 (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from workbench import paths
from workbench.domain.statuses import Verdict

NAMES = ("light", "dark")
LINES = {
    Verdict.OPEN: Qt.PenStyle.SolidLine,
    Verdict.CONFIRMED: Qt.PenStyle.SolidLine,
    Verdict.UNCONFIRMED: Qt.PenStyle.DashLine,
    Verdict.DENIED: Qt.PenStyle.DotLine,
    Verdict.REFUTED: Qt.PenStyle.SolidLine,
}
"""Status by line style beside colour (invariant 10); refuted is drawn as a double line."""


ICONS = {"arrow": "down", "cross": "cross"}
"""Pictures in the style sheet, by the name it uses."""


@dataclass(frozen=True)
class Theme:
    """A set of colours by name; `sheet` is the style sheet made of them."""

    name: str
    colors: dict[str, str]
    sheet: str

    def __getitem__(self, name: str) -> QColor:
        return _color(self.colors[name])

    def of(self, verdict: Verdict) -> QColor:
        """The text and line colour of a status."""
        return self[verdict.value]

    def soft(self, verdict: Verdict) -> QColor:
        return self[f"{verdict.value}_soft"]

    def tint(self, verdict: Verdict) -> QColor:
        """The translucent colour under a mark's words."""
        return self[f"{verdict.value}_tint"]


@cache
def _color(value: str) -> QColor:
    """#rrggbb, or #rrggbbaa with the alpha last as in CSS."""
    if len(value) == 9:
        return QColor(int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16), int(value[7:9], 16))
    return QColor(value)


@cache
def load(name: str) -> Theme:
    folder = paths.resources() / "themes"
    colors = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    sheet = (folder / "desk.qss").read_text(encoding="utf-8")
    words = colors | {use: (paths.resources() / "icons" / f"{icon}-{name}.svg").as_posix() for use, icon in ICONS.items()}
    return Theme(name, colors, re.sub(r"@(\w+)", lambda match: words[match[1]], sheet))


class _Current:
    theme: Theme | None = None


def current() -> Theme:
    """The theme in use."""
    return _Current.theme or load("light")


def apply(name: str) -> Theme:
    """Make a theme the one in use, for the whole program."""
    theme = load(name if name in NAMES else "light")
    _Current.theme = theme
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.property("styled"):  # once: to change the style under open windows has crashed Qt
        app.setStyle("Fusion")
        app.setProperty("styled", True)
    app.setPalette(_palette(theme))
    if app.styleSheet() != theme.sheet:  # every widget that there is would be polished again
        app.setStyleSheet(theme.sheet)
    return theme


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, roles in {
        "window": (role.Window,), "base": (role.Base,), "panel": (role.AlternateBase,), "raised": (role.Button,),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "selection": (role.Highlight,),
        "accent": (role.Link,), "faint": (role.PlaceholderText,), "bar": (role.ToolTipBase,),
    }.items():  # fmt: skip
        for each in roles:
            palette.setColor(each, theme[name])
    palette.setColor(role.HighlightedText, theme["text"])
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, theme["faint"])
    return palette


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (color.redF(), color.greenF(), color.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
