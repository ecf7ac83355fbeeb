"""Where everything stood: window, open articles, places, chosen claim. It belongs to the user, so it lives in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray

from workbench.domain.errors import NotFound

if TYPE_CHECKING:
    from workbench.desk.reading.pane import Pane
    from workbench.desk.window import Window


def remember(window: Window) -> None:
    """Keep the state of the window and of this case's panes."""
    settings = window.desk.settings
    settings.set("geometry", _text(window.saveGeometry()))
    settings.set("across", window.across.sizes())
    settings.set("middle", window.middle_split.sizes())
    settings.set("right", window.right_split.sizes())
    states: dict[str, Any] = dict(settings.get("cases", {}))
    focus = window.area.panes.index(window.area.current) if window.area.current else 0
    states[window.uid] = {
        "panes": [_pane(p) for p in window.area.panes],
        "sizes": window.area.splitter.sizes(), "wanted": window.area.wanted, "focus": focus, "claim": window.desk.claim,
    }  # fmt: skip
    settings.set("cases", dict(list(states.items())[-50:]))


def _pane(pane: Pane) -> dict[str, int]:
    return {"article": pane.article_id, "scroll": pane.view.verticalScrollBar().value(), "at": pane.view.position()}


def restore_window(window: Window) -> None:
    settings = window.desk.settings
    if geometry := settings.get("geometry"):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    else:
        window.resize(1680, 1000)
    for split, key, usual in (
        (window.across, "across", [250, 1030, 400]), (window.middle_split, "middle", [700, 240]), (window.right_split, "right", [380, 560]),
    ):  # fmt: skip
        split.setSizes(settings.get(key) or usual)


def restore_case(window: Window) -> None:
    """Open what was open, where it was; for a case seen first, the first two articles."""
    from workbench.domain.spans import Span

    state = window.desk.settings.get("cases", {}).get(window.uid, {})
    area, ids = window.area, window.articles.ids()
    area.wanted = state.get("wanted", 2)
    for kept in state.get("panes", [{"article": i} for i in ids[:2]]):
        if kept["article"] not in ids:
            continue
        pane = area.open(kept["article"], beside=True)
        if "at" in kept:
            at = min(kept["at"], len(pane.view.text))
            pane.view.go_to(Span(at, at))
            pane.view.verticalScrollBar().setValue(kept["scroll"])
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
