"""Where everything stood: window, open articles, places, chosen claim. It belongs to the user, so it lives in the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

from workbench.desk import room
from workbench.desk.reading.tabs import Tab

USUAL = {"middle": [700, 240], "right": [380, 560]}
"""How a new window is parted, in pixels."""
USUAL_SIZE = (1680, 1000)
if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.reading.area import Area
    from workbench.desk.reading.pane import Pane
    from workbench.settings import Settings


def remember_window(window: QWidget, settings: Settings, splits: Mapping[str, QSplitter]) -> None:
    """Keep where a window stands and how it is parted; a split of which a part is hidden stays as it was."""
    settings.set("geometry", _text(window.saveGeometry()))
    settings.set("screen", _screen(window))
    for name, split in splits.items():
        if all(split.sizes()):
            settings.set(name, split.sizes())


def remember_case(desk: Desk, area: Area) -> None:
    """Keep what is open of this case, and where."""
    focus = area.panes.index(area.current) if area.current else 0
    state = {
        "panes": [_pane(p) for p in area.panes],
        "sizes": area.splitter.sizes(), "wanted": area.wanted, "focus": focus, "claim": desk.claim,
    }  # fmt: skip
    desk.settings.set("cases", desk.settings.get("cases") | {desk.case.info.get().uid: state})


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
    """Put a window where the last one was; a first one gets the usual size. On a screen of another size, or scaled otherwise, it takes
    the same part of it as before: what filled a screen at 200 % fills it at 100 %."""
    if not window.restoreGeometry(QByteArray.fromBase64(settings.get("geometry").encode())):
        window.resize(*USUAL_SIZE)
    elif (before := settings.get("screen")) and before != (now := _screen(window)):
        window.resize(*(side * new // max(1, old) for side, new, old in zip(_sides(window), now, before, strict=True)))
    if window.width() > _screen(window)[0] or window.height() > _screen(window)[1]:
        room.keep_inside(window)


def _sides(window: QWidget) -> list[int]:
    return [window.width(), window.height()]


def _screen(window: QWidget) -> list[int]:
    free = room.screen_of(window)
    return [free.width(), free.height()]


def restore_splits(settings: Settings, splits: Mapping[str, QSplitter]) -> None:
    for name, split in splits.items():
        split.setSizes(settings.get(name) or USUAL[name])


def restore_case(desk: Desk, area: Area, ids: Sequence[int]) -> None:
    """Open what was open, where it was; for a case seen first, the first two of its articles (`ids`)."""
    state = desk.settings.get("cases").get(desk.case.info.get().uid, {})
    area.wanted = state.get("wanted", 2)
    for kept in state.get("panes", [{"article": i} for i in ids[:2]]):
        tabs, number = _tabs(kept, ids)
        if tabs:
            area.open_tabs(tabs, number)
    if sizes := state.get("sizes"):
        area.splitter.setSizes(sizes)
    if (claim := state.get("claim", 0)) and desk.case.claims.views(frozenset({claim})):
        desk.choose(claim)
    area.focus(state.get("focus", 0) + 1)
    if not area.panes:
        area.setFocus()  # not the search box: Ctrl+V pastes an article here


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
