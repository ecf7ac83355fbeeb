"""Contrast of every text colour on the backgrounds it stands on (WCAG 2.2, 1.4.3 and 1.4.11), in both themes."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from workbench import paths
from workbench.desk import theme
from workbench.domain.vocabulary import Verdict

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


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("verdict", Verdict)
def test_article_text_can_be_read_on_every_tint(name: str, verdict: Verdict) -> None:
    """The tint of a chosen mark is the strongest: 2.2 times its alpha, over the sentence in focus."""
    colors = theme.load(name)
    tint = QColor(colors.tint(verdict))
    tint.setAlpha(min(255, int(tint.alpha() * 2.2)))
    for ground in ("base", "accent_soft"):
        below = over(tint, colors[ground])
        assert theme.contrast(colors["text"], below) >= TEXT
        assert theme.contrast(colors.of(verdict), below) >= SHAPE, "the underline stands out from its own tint"
    assert theme.contrast(colors["text"], over(colors["hit_tint"], colors["base"])) >= TEXT


@pytest.mark.parametrize("name", theme.NAMES)
def test_focus_can_be_seen(name: str) -> None:
    colors = theme.load(name)
    for ground in ("window", "panel", "base", "raised"):
        assert theme.contrast(colors["focus"], colors[ground]) >= SHAPE


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
