"""Contrast of every text colour on the backgrounds it stands on (WCAG 2.2, 1.4.3 and 1.4.11), in both themes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from workbench import paths
from workbench.desk import theme
from workbench.desk.reading import painting, strokes
from workbench.domain.statuses import Verdict

TEXT, SHAPE = 4.5, 3.0
STATUSES = [v.value for v in Verdict]

USED_ON = {
    "text": ["window", "panel", "base", "raised", "accent_soft", "selection", *(f"{v}_soft" for v in STATUSES)],
    "muted": ["window", "panel", "base", "raised", "accent_soft"],
    "faint": ["window", "panel", "base", "raised"],
    "furniture": ["base"],
    "accent_text": ["accent"],
    "warning": ["warning_soft"],
    "error": ["error_soft"],
    "bar_text": ["bar"],
    "bar_muted": ["bar"],
    "suggestion": ["panel", "base", "accent_soft"],
    "evidence": ["panel", "base"],
    "hit": ["base"],
    "figure": ["base"],
    "query": ["base", "panel", "accent_soft"],
    **{v: [f"{v}_soft", "base", "panel", "accent_soft"] for v in STATUSES},
}
"""Where each colour stands for words, from the style sheet and the painters."""


def over(top: QColor, below: QColor) -> QColor:
    """What a translucent colour looks like on another."""
    share = top.alphaF()
    parts = [t * share + b * (1 - share) for t, b in zip(top.getRgbF()[:3], below.getRgbF()[:3], strict=True)]
    return QColor.fromRgbF(*parts)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert theme.contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert theme.contrast(QColor("#123456"), QColor("#123456")) == 1


@pytest.mark.parametrize("name", theme.NAMES)
def test_words_can_be_read_on_every_background_they_stand_on(name: str) -> None:
    colors = theme.load(name)
    weak = {
        f"{word} on {ground}": round(theme.contrast(colors[word], colors[ground]), 2)
        for word, grounds in USED_ON.items()
        for ground in grounds
        if theme.contrast(colors[word], colors[ground]) < TEXT
    }
    assert not weak


def grounds(colors: theme.Theme) -> Iterator[tuple[str, QColor]]:
    """Everything that may lie under an article's words: the pane, or the sentence in focus (which the suggestion looks like too);
    on it one tint of any status, usual, chosen or stepped back, never two; and a figure or a hit. And what is selected."""
    yield "selected", colors["selection"]
    looks = [strokes.MarkStyle(strong, verdict, back) for verdict in Verdict for strong in (False, True) for back in (False, True)]
    for below in ("base", "accent_soft"):
        for look in (None, *looks):
            ground = over(strokes.tint_of(colors, look), colors[below]) if look else colors[below]
            for box in (None, "figure_tint", "hit_tint"):
                yield f"{box} on {look} on {below}", over(colors[box], ground) if box else ground


@pytest.mark.parametrize("name", theme.NAMES)
def test_article_text_can_be_read_on_whatever_is_painted_under_it(name: str) -> None:
    colors = theme.load(name)
    weak = {what: round(theme.contrast(colors["text"], ground), 2) for what, ground in grounds(colors)}
    assert not {what: found for what, found in weak.items() if found < TEXT}


@pytest.mark.parametrize("name", theme.NAMES)
def test_checked_text_that_fades_can_be_read(name: str) -> None:
    colors = theme.load(name)
    veil = QColor(colors["base"])
    veil.setAlpha(painting.VEIL)
    assert theme.contrast(over(veil, colors["text"]), colors["base"]) >= TEXT


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("verdict", Verdict)
def test_lines_stand_out_from_what_they_lie_on(name: str, verdict: Verdict) -> None:
    """Underlines, boxes and waves are shapes (WCAG 1.4.11: 3). The tint of a chosen mark is the strongest under them."""
    colors = theme.load(name)
    for below in ("base", "accent_soft"):
        ground = over(strokes.tint_of(colors, strokes.MarkStyle(True, verdict, True)), colors[below])
        for line in (verdict.value, "query", "figure", "hit", "evidence", "suggestion"):
            assert theme.contrast(colors[line], ground) >= SHAPE, f"{line} on a chosen {verdict} mark"


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("verdict", Verdict)
def test_a_mark_that_steps_back_keeps_a_line_and_a_label_that_can_be_read(name: str, verdict: Verdict) -> None:
    colors = theme.load(name)
    _, line, cap = strokes.pens_of(name, strokes.MarkStyle(False, verdict, True))
    for pen in (line, cap):
        assert theme.contrast(pen.color(), colors["base"]) >= TEXT


@pytest.mark.parametrize("name", theme.NAMES)
def test_focus_can_be_seen(name: str) -> None:
    colors = theme.load(name)
    for ground in ("window", "panel", "base", "raised"):
        assert theme.contrast(colors["focus"], colors[ground]) >= SHAPE


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_border_of_a_field_and_of_a_button_can_be_seen(name: str) -> None:
    """WCAG 2.2, 1.4.11: what shows where to write and what to press."""
    colors = theme.load(name)
    for ground in ("window", "panel", "base", "raised"):
        assert theme.contrast(colors["field"], colors[ground]) >= SHAPE, ground
    rules = [
        line for line in colors.sheet.splitlines() if line.startswith(("QLineEdit, ", "QPushButton, QToolButton {", "QToolButton#chip {"))
    ]
    assert len(rules) == 3
    assert all(colors.colors["field"] in rule for rule in rules)


def test_both_themes_have_the_same_colours_and_the_sheet_asks_for_no_other() -> None:
    light, dark = (theme.load(name) for name in theme.NAMES)
    assert light.colors.keys() == dark.colors.keys()
    for each in (light, dark):
        assert "@" not in re.sub(r"/\*.*?\*/", "", each.sheet, flags=re.DOTALL).replace(paths.resources().as_posix(), "")


def test_pictures_that_the_sheet_names_are_there() -> None:
    for name in theme.NAMES:
        named = re.findall(r'url\("([^"]+)"\)', theme.load(name).sheet)
        assert named
        assert all((paths.resources() / "icons" / each.rsplit("/", 1)[-1]).is_file() for each in named)


@pytest.mark.parametrize("name", theme.NAMES)
def test_applying_a_theme_colours_a_real_widget(qapp: QApplication, name: str) -> None:
    theme.apply(name)
    label = QLabel("words")
    label.ensurePolished()
    assert label.palette().windowText().color() == theme.load(name)["text"]
    assert theme.current().name == name


def test_an_unknown_theme_is_the_light_one(qapp: QApplication) -> None:
    assert theme.apply("no such theme").name == "light"
