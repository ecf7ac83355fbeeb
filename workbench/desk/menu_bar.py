"""The menu bar of a window: made from the table of menus, and true whenever a menu is opened: grey, ticked, recent cases."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMenuBar

from workbench import paths
from workbench.desk import theme
from workbench.desk.menu_table import MENUS, NEEDS, RECENT, TICKED, Menu, with_letters
from workbench.desk.widgets import shortened

if TYPE_CHECKING:
    from workbench.desk.command import Command
    from workbench.desk.workplace import Workplace

LONGEST = 60  # letters of a case's name, and of its folder
NUMBERED = 9


class MenuBar:
    """Fills a window's menu bar. Grey is only what a menu shows: a key says why it can do nothing, so that no key is ever dead."""

    def __init__(self, bar: QMenuBar, work: Workplace) -> None:
        self.work = work
        self.commands = {command.spec.name: command for command in work.commands}
        self.recent: QMenu
        for menu in MENUS:
            self._fill(bar.addMenu(menu.title), menu)

    def _fill(self, made: QMenu, menu: Menu) -> None:
        items = [item for group in menu.groups for item in group]
        own = [item.name if isinstance(item, Menu) else self.commands[item].title for item in items]
        titles = dict(zip(items, with_letters(own), strict=True))
        for number, group in enumerate(menu.groups):
            if number:
                made.addSeparator()
            for item in group:
                if isinstance(item, Menu):
                    inner = made.addMenu(titles[item])
                    self._fill(inner, item)
                    if item is RECENT:
                        self.recent = inner
                        inner.aboutToShow.connect(self._fill_recent)
                else:
                    self._add(made, self.commands[item], titles[item])
        names = [item for item in items if isinstance(item, str)]
        made.aboutToShow.connect(partial(self._show_state, names))
        made.aboutToHide.connect(partial(self._all_on, names))

    def _add(self, made: QMenu, command: Command, text: str) -> None:
        command.lettered = text
        command.action.setText(text)
        command.action.setCheckable(command.spec.name in TICKED)
        made.addAction(command.action)

    def _show_state(self, names: list[str]) -> None:
        there, on = self._there(), self._on()
        for name in names:
            needs = [need for need, of in NEEDS.items() if name in of]
            if needs:
                self.commands[name].action.setEnabled(all(there[need] for need in needs))
            if name in TICKED:
                self.commands[name].action.setChecked(on[name])

    def _all_on(self, names: list[str]) -> None:
        for name in names:
            if any(name in of for of in NEEDS.values()):
                self.commands[name].action.setEnabled(True)

    def _there(self) -> dict[str, bool]:
        """Of each need whether it is met just now."""
        work = self.work
        return {
            "article": work.pane_here() is not None,
            "claims": bool(work.claims.views),
            "claim": bool(work.desk.claim or work.target().claim_id),
            "hits": bool(work.trail.stops),
            "writable": not work.desk.case.read_only,
        }

    def _on(self) -> dict[str, bool]:
        work = self.work
        return {
            "dark": theme.current().name == "dark",
            "lock": work.area.lock.on,
            "plain": work.area.plain,
            "articles_column": work.columns.shown("articles"),
            "claims_column": work.columns.shown("claims"),
            "hints": work.desk.settings.get("hints"),
        }

    def _fill_recent(self) -> None:
        """The cases that were open last, without this one; those that are gone are left out."""
        self.recent.clear()
        here = self.work.desk.case.path
        known = [path for path in map(Path, self.work.desk.settings.get("recent")) if path != here and paths.is_file(path)]
        for number, path in enumerate(known, 1):
            letter = f"&{number}  " if number <= NUMBERED else ""
            words = f"{shortened(path.stem, LONGEST)}   {shortened(str(path.parent), LONGEST)}".replace("&", "&&")
            self.recent.addAction(letter + words, partial(self.work.open_case, path))
        if not known:
            self.recent.addAction("No other case yet").setEnabled(False)
