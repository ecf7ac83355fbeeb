"""The window: articles at the left, panes in the middle with the strip below, claims and the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from workbench.case.backups import Found
from workbench.case.imports import Report
from workbench.desk import actions, menus, state, theme
from workbench.desk.articles.list import ArticleList
from workbench.desk.articles.narrow import needs_second
from workbench.desk.claims.detail import Detail
from workbench.desk.claims.list import ClaimList
from workbench.desk.columns import Columns
from workbench.desk.commands import READING, Command, make_commands
from workbench.desk.compare.matrix import Matrix
from workbench.desk.compare.strip import Strip
from workbench.desk.desk import Desk
from workbench.desk.help import help_sheet
from workbench.desk.hints import Hints, Situation
from workbench.desk.keys_sheet import keys_sheet
from workbench.desk.messages import MessageBar
from workbench.desk.origins import Origins
from workbench.desk.queries.raising import Querying
from workbench.desk.reading.area import Area
from workbench.desk.reading.pane import Pane
from workbench.desk.reading.text import settle_clipboard
from workbench.desk.search.box import SearchBox
from workbench.desk.search.panel import SearchPanel
from workbench.desk.search.trail import Trail
from workbench.desk.selection_bar import SelectionBar
from workbench.desk.sheet import Sheet
from workbench.desk.status import Status
from workbench.desk.top import TopBar
from workbench.desk.widgets import stacked
from workbench.domain.changes import Changes
from workbench.domain.spans import Span

REMEMBER_AFTER = 3000  # milliseconds after the last change, so that a crash finds the panes again


class Window(QMainWindow):
    """One open case. `open_path(path, create=…)` and `open_example()` are the program's, given by the composition root."""

    def __init__(self, desk: Desk, open_path: Callable[..., None], open_example: Callable[[], None]) -> None:
        super().__init__()
        self.desk = desk
        self.open_path = open_path
        self.open_example = open_example
        self.uid = desk.case.info.get().uid
        self.finding = ""
        self.querying = Querying()
        self.setAcceptDrops(True)
        self.setMinimumSize(600, 340)  # a screen of 1920 by 1080 at 300 %
        self.area = Area(desk)
        self.articles = ArticleList(desk)
        self.claims = ClaimList(desk)
        self.detail = Detail(desk, self.go_to)
        self.strip = Strip(desk, lambda article, span: self.go_to(article, span.start))
        self.commands = make_commands(self)
        self._build()
        self._connect()
        self._title()
        self._count_second()
        state.restore_window(self)
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBER_AFTER)
        self._remembering.timeout.connect(lambda: state.remember(self))

    # --- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search_box = SearchBox()
        self.message = MessageBar()
        left, right = QFrame(), QFrame()
        for frame, widget in ((left, self.articles), (right, self._right())):
            frame.setObjectName("panel")
            box = QVBoxLayout(frame)
            box.setContentsMargins(0, 0, 0, 0)
            box.addWidget(widget)
        keys = {c.spec.name: c for c in self.commands}
        self.hints = Hints(self.desk.settings, lambda name: keys[name].keys_text if name in keys else "")
        self.middle_split = self._split(Qt.Orientation.Vertical, stacked(self.area, self.hints), self.strip)
        self.across = self._split(Qt.Orientation.Horizontal, left, self.middle_split, right)
        self.across.setStretchFactor(1, 1)
        self.columns = Columns(self.across, left, right, self.desk.settings)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(self.message)
        column.addWidget(self.across, 1)
        self.setCentralWidget(centre)
        self.trail = Trail(self.area)
        self.found = SearchPanel(self.desk, self.search_box, centre, lambda: self.commands)
        self.bar = SelectionBar(self, self.commands)
        self._menus()
        self.status = Status(self.desk, self.statusBar(), self.commands)
        self.saved, self.last = self.status.saved, self.status.last

    def _split(self, way: Qt.Orientation, *widgets: QWidget) -> QSplitter:
        split = QSplitter(way)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for widget in widgets:
            split.addWidget(widget)
        return split

    def _right(self) -> QSplitter:
        self.right_split = self._split(Qt.Orientation.Vertical, self.claims, self.detail)
        return self.right_split

    def _top(self) -> TopBar:
        run = (lambda: actions.add_files(self), lambda: actions.show_matrix(self), lambda: actions.memo(self))
        top = TopBar(self.search_box, dict(self.columns.openers), *run)
        self.top, self.name = top, top.name
        top.add.setVisible(not self.desk.case.read_only)
        return top

    def _menus(self) -> None:
        made: dict[str, QMenu] = {}
        for command in self.commands:
            spec = command.spec
            if spec.menu not in made:
                made[spec.menu] = self.menuBar().addMenu(spec.menu)
            made[spec.menu].addAction(command.action)

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(lambda _: self.status.show_saved())
        desk.changed.connect(lambda _: self.message.outdated())
        desk.settled.connect(self._settled)
        desk.said.connect(self.message.show_message)
        desk.backup_asked.connect(lambda: actions.open_backup(self))
        desk.jobs.busy.connect(self.status.jobs.watch)
        self.claims.completed.connect(self._count_second)
        desk.moved.connect(partial(actions.follow_file, self))
        desk.indexed.connect(lambda: self.status.show_index(len(self.articles.rows)))
        self.area.pane_made.connect(self._pane_made)
        self.area.pane_gone.connect(self._panes_changed)
        self.area.selected.connect(self._selected)
        self.area.menu_asked.connect(lambda pane, claims, point: menus.words_menu(self, pane, claims).popup(point))
        self.articles.opened.connect(lambda article, beside: self.area.open(article, beside=beside))
        self.articles.tab_asked.connect(self.area.open_tab)
        self.articles.narrowed.connect(self.claims.only_in)
        self.strip.suggested.connect(lambda _: self._hint())
        desk.chose.connect(lambda _: self._hint())
        self.articles.menu_asked.connect(lambda article, point: menus.article_menu(self, article).popup(point))
        self.detail.status_asked.connect(lambda status: actions.decide_chosen(self, status))
        self.detail.link_asked.connect(lambda: actions.evidence(self))
        self.detail.origin_asked.connect(lambda: actions.origin(self))
        self.detail.chain_asked.connect(lambda: actions.show_chain(self))
        self.detail.evidence_asked.connect(lambda what, link: actions.evidence_asked(self, what, link))
        self.detail.query_asked.connect(lambda query_id: actions.show_queries(self, query_id))
        self.strip.suggested.connect(self._suggested)
        self.found.opened.connect(partial(actions.open_hit, self))
        self.found.shown.connect(partial(actions.open_passage, self))
        self.found.left.connect(partial(actions.back_to_reading, self))
        self.found.drawn.connect(self.trail.lay)
        self.claims.list.entered_claim.connect(self.show_claim)
        self.claims.list.clicked.connect(lambda _: self.show_claim(focus=False))
        for command in self._reading_commands():
            if command.spec.name in ("confirm", "unconfirm", "deny", "reopen", "next_claim", "previous_claim"):
                self.claims.list.addAction(command.action)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _reading_commands(self) -> list[Command]:
        return [c for c in self.commands if c.spec.where == READING]

    # --- what the program asks of it ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show what was open, then let the background catch up: the index, and the day's backup."""
        state.restore_case(self)
        self._panes_changed()
        self.status.show_saved()
        self.desk.follow()
        self.desk.ask("Reading the journal", lambda _: self.desk.case.history.read_ahead(), lambda _: None)
        self.desk.tend()
        if not self.desk.case.read_only:
            case = self.desk.case
            self.desk.job("Backing up", lambda _: case.backups() if case.backup_today() else None, self._backed_up)

    def _backed_up(self, found: Found | None) -> None:
        """When it was, and, once a day, whether some are damaged."""
        self.status.show_backup()
        if found and not all(backup.sound for backup in found.backups):
            self.desk.say(found.summary, action=("Open a backup…", lambda: actions.open_backup(self)), stays=True)

    def middle(self) -> QPoint:
        return QPoint(self.width() // 2 - 220, self.height() // 5)

    def reading_pane(self) -> Pane | None:
        """The pane that has the keyboard; None when it is elsewhere, in the claims list for instance."""
        focus = QApplication.focusWidget()
        return next((p for p in self.area.panes if p.view is focus), None)

    def go_to(self, article_id: int, start: int) -> None:
        """Open an article at a place."""
        self.area.go_to(article_id, Span(start, start))
        self._panes_changed()

    def show_claim(self, *, focus: bool = True) -> None:
        """Bring the panes to the chosen claim; open an article that has it when none shown does."""
        claim_id = self.desk.claim
        spans = {p: p.span_of(claim_id) for p in self.area.panes}
        for pane, span in spans.items():
            if span:
                pane.view.go_to(Span(span.start, span.start))
        keep = self.area.current
        best = keep if keep and spans.get(keep) else next((p for p in self.area.panes if spans[p]), None)
        if best is None:
            if claim_id and (place := self.desk.case.claims.first_place(claim_id)):
                self.go_to(place[0], place[1].start)
        elif focus:
            best.view.setFocus()

    def import_paths(self, paths: list[Path]) -> None:
        if paths:
            case = self.desk.case
            self.desk.job("Importing", lambda job: case.imports.files(paths, job.progress, job.cancelled), self._imported, writes=True)

    def import_text(self, text: str) -> None:
        self.desk.job("Importing", lambda _: self.desk.case.imports.paste(text), self._imported, writes=True)

    def _imported(self, report: Report) -> None:
        self.desk.announce(report.changes)
        undo = ("Undo", self.desk.undo) if report.added else None
        self.desk.say(report.summary, error=bool(report.refused), action=undo)
        for article_id in report.added:
            if len(self.area.panes) >= self.area.wanted:
                break
            self.area.open(article_id)
        self._panes_changed()

    def use_theme(self, name: str) -> None:
        theme.apply(name)
        self.desk.settings.set("theme", name)
        for pane in self.area.panes:
            self.area.restyle(pane)

    def show_memo(self) -> None:
        from workbench.desk.memo.preview import Preview

        shown = next((sheet for sheet in self.findChildren(Preview) if sheet.isVisible()), None)
        preview = shown or Preview(self, self.desk)
        preview.show()
        preview.raise_()
        preview.activateWindow()
        preview.render_memo()

    def show_keys(self) -> None:
        keys_sheet(self, self.commands).show()

    def show_origins(self) -> None:
        Origins(self, self.desk, self.go_to).show()

    def show_matrix(self) -> None:
        Matrix(self, self.desk, self.go_to, self.claims.known_views).show()

    def show_help(self) -> None:
        help_sheet(self).show()

    # --- what happens in it ---------------------------------------------------------------------------------------------

    def _settled(self, changes: Changes) -> None:
        self.status.show_index(len(self.articles.rows))
        self._count_second()
        if changes.touches("info", "articles"):
            self._title()
        self._panes_changed()

    def _count_second(self) -> None:
        self.articles.show_second(frozenset(v.claim.id for v in self.claims.views if needs_second(v)))

    def _hint(self) -> None:
        """Say under the panes what can be done next."""
        waiting = sum(s.claim_id == self.desk.claim for s in self.strip.suggestions)
        self.hints.tell(Situation(len(self.area.panes), len(self.claims.views), self.desk.claim, waiting, self.desk.case.read_only))

    def _title(self) -> None:
        info = self.desk.case.info.get()
        count = len(self.articles.rows)
        self.name.say(f"{info.title}  ·  {count} article{'' if count == 1 else 's'}  ·  {info.handling.label}")
        self.setWindowTitle(f"{info.title} — Workbench" + (" (read only)" if self.desk.case.read_only else ""))

    def _pane_made(self, pane: Pane) -> None:
        for command in self._reading_commands():
            pane.view.addAction(command.action)
        pane.view.query_picked.connect(lambda label: actions.show_queries(self, int(label.removeprefix("Q"))))
        pane.shows.connect(lambda _: self._panes_changed())
        self._panes_changed()

    def _panes_changed(self) -> None:
        self._remembering.start()
        self._hint()
        self.area.tell(len(self.articles.rows))
        self.articles.show_open(frozenset(p.article_id for p in self.area.panes))
        for pane in self.area.panes:
            if pane.suggestion is None:
                pane.suggest(next((s for s in self.strip.suggestions if s.article_id == pane.article_id), None))

    def _suggested(self, _: object) -> None:
        for pane in self.area.panes:
            pane.suggest(next((s for s in self.strip.suggestions if s.article_id == pane.article_id), None))

    def _selected(self, pane: Pane) -> None:
        area = pane.view.viewport()
        self.bar.show_under(actions.under(self, pane), QRect(area.mapTo(self, QPoint(0, 0)), area.size()))
        pane.view.selectionChanged.connect(self.bar.hide, Qt.ConnectionType.UniqueConnection)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.bar.isAncestorOf(now) and self.reading_pane() is None:
            self.bar.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.width())
        self.hints.fit(self.height())
        self.status.fit(self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.import_paths(paths)
        elif event.mimeData().hasText():
            self.import_text(event.mimeData().text())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whatever fails on the way, the case is closed: into one file, and free for others."""
        event.accept()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        steps: tuple[Callable[[], object], ...] = (
            self.found.stop, self._remembering.stop, self.articles.reading.stop, self.detail.rest, self.claims.rest,
            partial(state.remember, self), *(sheet.close for sheet in self.findChildren(Sheet)),
            partial(app.focusChanged.disconnect, self._focus_moved), settle_clipboard, self.desk.close, self.desk.settings.flush,
        )  # fmt: skip
        with ExitStack() as closing:
            for step in reversed(steps):
                closing.callback(step)


def ui_font() -> QFont:
    """The window's own font, a little larger than most systems' default."""
    font = QFont(QApplication.font())
    font.setPointSizeF(max(9.5, font.pointSizeF()))
    return font
