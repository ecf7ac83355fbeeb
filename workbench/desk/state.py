"""Where everything stood: window, open articles, places, chosen claim. It belongs to the user, so it lives in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from workbench.desk.reading.tabs import Tab
from workbench.domain.errors import NotFound

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane
    from workbench.desk.window import Window
    from workbench.settings import Settings


def remember(window: Window) -> None:
    """Keep the state of the window and of this case's panes."""
    settings = window.desk.settings
    settings.set("geometry", _text(window.saveGeometry()))
    window.columns.remember()
    if all(window.middle_split.sizes()):  # without a chosen claim there is no strip
        settings.set("middle", window.middle_split.sizes())
    settings.set("right", window.right_split.sizes())
    focus = window.area.panes.index(window.area.current) if window.area.current else 0
    state = {
        "panes": [_pane(p) for p in window.area.panes],
        "sizes": window.area.splitter.sizes(), "wanted": window.area.wanted, "focus": focus, "claim": window.desk.claim,
    }  # fmt: skip
    settings.set("cases", settings.get("cases") | {window.uid: state})


def _pane(pane: Pane) -> dict[str, Any]:
    tabs = [{"article": t.article_id, "scroll": t.scroll, "at": t.at} for t in pane.places()]
    return tabs[pane.tab] | ({"tabs": tabs, "tab": pane.tab} if len(tabs) > 1 else {})


def _tabs(kept: dict[str, Any], ids: Sequence[int]) -> tuple[list[Tab], int]:
    """The tabs of a pane whose articles are still there, and the number of the one that was open."""
    every = kept.get("tabs", [kept])
    there = [n for n, tab in enumerate(every) if tab["article"] in ids]
    tabs = [Tab(every[n]["article"], every[n].get("at", -1), every[n].get("scroll", 0)) for n in there]
    return tabs, sum(n < kept.get("tab", 0) for n in there)


def restore_geometry(window: QWidget, settings: Settings) -> None:
    """Put a window where the last one was; a first one gets the usual size."""
    if not window.restoreGeometry(QByteArray.fromBase64(settings.get("geometry").encode())):
        window.resize(1680, 1000)


def restore_window(window: Window) -> None:
    settings = window.desk.settings
    restore_geometry(window, settings)
    window.columns.fit(window.width())
    for split, key, usual in ((window.middle_split, "middle", [700, 240]), (window.right_split, "right", [380, 560])):
        split.setSizes(settings.get(key) or usual)


def restore_case(window: Window) -> None:
    """Open what was open, where it was; for a case seen first, the first two articles."""
    state = window.desk.settings.get("cases").get(window.uid, {})
    area, ids = window.area, window.articles.ids()
    area.wanted = state.get("wanted", 2)
    for kept in state.get("panes", [{"article": i} for i in ids[:2]]):
        tabs, number = _tabs(kept, ids)
        if tabs:
            area.open_tabs(tabs, number)
    if sizes := state.get("sizes"):
        area.splitter.setSizes(sizes)
    try:
        if claim := state.get("claim", 0):
            window.desk.case.claims.view(claim)
            window.desk.choose(claim)
    except NotFound:
        window.desk.choose(0)
    area.focus(state.get("focus", 0) + 1)
    if not area.panes:
        area.setFocus()  # not the search box: Ctrl+V pastes an article here


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
