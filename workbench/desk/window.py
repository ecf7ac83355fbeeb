"""The window: articles at the left, panes in the middle with the strip below, claims and the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QSplitter, QVBoxLayout, QWidget

from workbench.case.backups import Found
from workbench.case.suggestions import Search, Suggestion
from workbench.desk import menus, state
from workbench.desk.actions import attribution, case, claims, evidence, find, imports, queries, view
from workbench.desk.articles.list import ArticleList
from workbench.desk.articles.narrow import needs_second
from workbench.desk.claims.column import ClaimColumn
from workbench.desk.claims.detail import Detail
from workbench.desk.claims.list import ClaimList
from workbench.desk.columns import Columns
from workbench.desk.command import READING, Command, Spec, make_commands
from workbench.desk.commands import SPECS
from workbench.desk.compare.strip import Strip
from workbench.desk.desk import Desk
from workbench.desk.hints import Hints, Situation
from workbench.desk.inbox.watch import InboxWatch
from workbench.desk.keyboard import KeysByPlace
from workbench.desk.menu_bar import MenuBar
from workbench.desk.messages import MessageBar, announce
from workbench.desk.reading.area import Area
from workbench.desk.reading.pane import Pane
from workbench.desk.reading.text import settle_clipboard
from workbench.desk.search.box import SearchBox
from workbench.desk.search.panel import SearchPanel
from workbench.desk.search.trail import Trail
from workbench.desk.seen_articles import Seen
from workbench.desk.selection_bar import SelectionBar
from workbench.desk.sheet import Sheet
from workbench.desk.status import Status
from workbench.desk.target import Target, named
from workbench.desk.top import TopBar
from workbench.desk.widgets import stacked
from workbench.desk.workplace import Opener, Workplace
from workbench.domain.changes import Changes
from workbench.domain.moves import Move
from workbench.domain.plurals import counted

REMEMBER_AFTER = 3000  # milliseconds after the last change, so that a crash finds the panes again
HINT_AFTER = 20  # milliseconds


class Window(QMainWindow):
    """One open case: its parts, laid out and joined. What keys do is in actions, which work in its `work`place."""

    def __init__(self, desk: Desk, opener: Opener) -> None:
        super().__init__()
        self.desk = desk
        desk.setParent(self)  # they go together: what listens to the desk holds the window
        self.uid = desk.case.info.get().uid
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 300)  # a screen of 1024 by 700 at 200 %
        self.area = Area(desk)
        self.articles = ArticleList(desk)
        self.claims = ClaimList(desk)
        self.detail = Detail(desk, lambda article, start: self.work.go_to(article, start))
        self.seen = Seen(desk, self.area)
        self.strip = Strip(desk, lambda article, span: self.work.go_to(article, span.start), self.seen.has)
        self.commands = make_commands(SPECS, self, desk.settings, self._run)
        self.keys_by_place = KeysByPlace(self, lambda: self.commands)
        self._hinting = QTimer(self, singleShot=True, interval=HINT_AFTER)
        self._hinting.timeout.connect(self._hint)
        self._build()
        self.work = Workplace(
            desk, self, opener, self.area, self.articles, self.claims, self.detail, self.strip, self.columns, self.hints, self.found,
            self.trail, self.seen, self.message, self.commands, InboxWatch(desk, self),
        )  # fmt: skip
        self.menus = MenuBar(self.menuBar(), self.work)
        self._connect()
        self._title()
        self._count_second()
        state.restore_geometry(self, desk.settings)
        self.columns.fit(self.width())
        state.restore_splits(desk.settings, self._splits())
        self.right_split.part(desk.settings.get("right") or state.USUAL["right"])
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBER_AFTER)
        self._remembering.timeout.connect(self._remember)

    # --- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search_box = SearchBox()
        left, right = QFrame(), QFrame()
        for frame, widget in ((left, self.articles), (right, self._right())):
            frame.setObjectName("panel")
            box = QVBoxLayout(frame)
            box.setContentsMargins(0, 0, 0, 0)
            box.addWidget(widget)
        keys = {c.spec.name: c for c in self.commands}
        self.hints = Hints(self.desk.settings, lambda name: keys[name].keys_text if name in keys else "")
        reading = stacked(self.area, self.hints)
        self.message = MessageBar(reading)
        self.middle_split = self._split(Qt.Orientation.Vertical, reading, self.strip)
        self.across = self._split(Qt.Orientation.Horizontal, left, self.middle_split, right)
        self.across.setStretchFactor(1, 1)
        self.columns = Columns(self.across, left, right, self.desk.settings)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(self.across, 1)
        self.setCentralWidget(centre)
        self.trail = Trail(self.area)
        self.found = SearchPanel(self.desk, self.search_box, centre, lambda: self.commands)
        self.bar = SelectionBar(self, self.commands)
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
        self.right_split = ClaimColumn(self.desk, self.claims, self.detail)
        return self.right_split

    def _top(self) -> TopBar:
        run = (lambda: imports.add_files(self.work), lambda: view.show_matrix(self.work), lambda: case.memo(self.work))
        top = TopBar(self.search_box, dict(self.columns.openers), *run)
        self.top, self.name = top, top.name
        top.add.setVisible(not self.desk.case.read_only)
        return top

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(lambda _: self.status.show_saved())
        self.work.inbox.changed.connect(lambda: self.status.show_inbox(len(self.work.inbox.waiting)))
        desk.changed.connect(lambda _: self.message.outdated())
        desk.settled.connect(self._settled)
        desk.said.connect(self.message.show_message)
        desk.announced.connect(partial(announce, self))
        desk.backup_asked.connect(lambda: case.open_backup(self.work))
        desk.jobs.busy.connect(self.status.jobs.watch)
        desk.moved.connect(self._file_moved)
        desk.indexed.connect(lambda: self.status.show_index(len(self.articles.rows)))
        desk.chose.connect(lambda _: self._hinting.start())
        self.claims.completed.connect(self._count_second)
        self.area.pane_made.connect(self._pane_made)
        self.area.pane_gone.connect(self._panes_changed)
        self.area.selected.connect(self._selected)
        self.area.menu_asked.connect(lambda pane, claims, point: menus.words_menu(self.work, pane, claims).popup(point))
        self.articles.opened.connect(lambda article, beside: self.area.open(article, beside=beside))
        self.articles.tab_asked.connect(self.area.open_tab)
        self.articles.narrowed.connect(self.claims.only_in)
        self.articles.menu_asked.connect(lambda article, point: menus.article_menu(self.work, article).popup(point))
        self.detail.status_asked.connect(lambda status: claims.decide_chosen(self.work, status))
        self.detail.link_asked.connect(lambda: evidence.evidence(self.work))
        self.detail.origin_asked.connect(lambda: attribution.chosen_origin(self.work))
        self.detail.chain_asked.connect(lambda: claims.show_chain(self.work))
        self.detail.evidence_asked.connect(lambda what, link: evidence.evidence_asked(self.work, what, link))
        self.detail.query_asked.connect(lambda query_id: queries.show_queries(self.work, query_id))
        self.strip.suggested.connect(self._suggested)
        self.strip.offered.connect(self._offered)
        self.found.opened.connect(lambda *hit: find.open_hit(self.work, *hit))
        self.found.shown.connect(lambda *place: find.open_passage(self.work, *place))
        self.found.left.connect(lambda: self.work.back_to_reading())
        self.found.drawn.connect(self.trail.lay)
        self.claims.list.entered_claim.connect(lambda: self.work.show_claim())
        self.claims.list.clicked.connect(self._claim_clicked)
        self.claims.list.installEventFilter(self.keys_by_place)
        self.installEventFilter(self.keys_by_place)
        for command in self._reading_commands():
            if command.spec.name in ("confirm", "unconfirm", "deny", "reopen", "next_claim", "previous_claim"):
                self.claims.list.addAction(command.action)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _reading_commands(self) -> list[Command]:
        return [c for c in self.commands if c.spec.where == READING]

    # --- what the program asks of it ------------------------------------------------------------------------------------

    def _run(self, spec: Spec) -> None:
        if pane := self.work.reading_pane():
            pane.aim.settle()
        spec.run(self.work)

    def start(self) -> None:
        """Show what was open, then let the background catch up: the index, and the day's backup."""
        state.restore_case(self.desk, self.area, self.articles.ids())
        self._panes_changed()
        self.status.show_saved()
        self.desk.follow()
        self.desk.ask("Reading the journal", lambda _: self.desk.case.history.read_ahead(), lambda _: None)
        self.desk.tend()
        self.work.inbox.start()
        if not self.desk.case.read_only:
            case = self.desk.case
            self.desk.job("Backing up", lambda _: case.backups() if case.backup_today() else None, self._backed_up)

    def _backed_up(self, found: Found | None) -> None:
        """When it was, and, once a day, whether some are damaged."""
        self.status.show_backup()
        if found and not all(backup.sound for backup in found.backups):
            self.desk.say(found.summary, action=("Open a backup…", lambda: case.open_backup(self.work)), stays=True)

    # --- what happens in it ---------------------------------------------------------------------------------------------

    def _splits(self) -> dict[str, QSplitter]:
        return {"middle": self.middle_split}

    def _remember(self) -> None:
        """Keep where everything stands, for the next start."""
        state.remember_window(self, self.desk.settings, self._splits())
        self.columns.remember()
        self.right_split.remember()
        self.desk.settings.set("right", self.right_split.parted)
        state.remember_case(self.desk, self.area)

    def _claim_clicked(self, _: object) -> None:
        """A click in the list chooses, also what is chosen already: keys are about it again."""
        self.desk.choose(self.desk.claim)
        self.work.show_claim(focus=False)

    def _file_moved(self, move: Move) -> None:
        self.status.show_saved()
        case.follow_file(self.work, move)

    def _settled(self, changes: Changes) -> None:
        self.status.show_index(len(self.articles.rows))
        self._count_second()
        if changes.touches("info", "articles"):
            self._title()
        self._panes_changed()

    def _count_second(self) -> None:
        self.articles.show_second(frozenset(v.claim.id for v in self.claims.views if needs_second(v)))

    def _hint(self) -> None:
        """Say under the panes what the next key is about and what can be done."""
        target, pane, chosen = self.work.target(), self.work.pane_here(), self.desk.claim
        text = pane.view.text if pane and target.words else ""
        words = {v.claim.id: v.claim.text for v in self.desk.case.claims.views(frozenset({target.claim_id, chosen} - {0}))}
        self.hints.tell(
            Situation(
                panes=len(self.area.panes),
                claims=len(self.claims.views),
                target=named(target, words.get(target.claim_id, ""), text),
                new=target.words is not None,
                chosen=named(Target(chosen), words.get(chosen, ""), "") if chosen else "",
                exhibit=f"Ex. {pane.article_id}" if pane else "",
                suggestions=sum(s.claim_id == chosen for s in self.strip.suggestions),
                read_only=self.desk.case.read_only,
            )
        )

    def _title(self) -> None:
        info = self.desk.case.info.get()
        count = len(self.desk.case.articles.with_text())
        self.name.say(f"{info.title}  ·  {counted(count, 'article')}  ·  {info.handling.label}")
        self.setWindowTitle(f"{info.title} — Workbench" + (" (read only)" if self.desk.case.read_only else ""))

    def _pane_made(self, pane: Pane) -> None:
        for command in self._reading_commands():
            pane.view.addAction(command.action)
        pane.view.installEventFilter(self.keys_by_place)
        pane.view.query_picked.connect(lambda label: queries.show_queries(self.work, int(label.removeprefix("Q"))))
        pane.view.cursorPositionChanged.connect(self._hinting.start)
        pane.view.selectionChanged.connect(self._hinting.start)
        pane.shows.connect(lambda _: self._panes_changed())
        self._panes_changed()

    def _panes_changed(self) -> None:
        self._remembering.start()
        self._hinting.start()
        self.area.tell(len(self.articles.rows))
        self.articles.show_open(frozenset(p.article_id for p in self.area.panes))
        if (search := self.strip.search) and search.claim_id == self.desk.claim:
            for pane in self.area.panes:
                if pane.search is not search:
                    pane.searched(search)

    def _suggested(self, search: Search) -> None:
        self._hinting.start()
        for pane in self.area.panes:
            pane.searched(search)

    def _offered(self, suggestion: Suggestion) -> None:
        """The pane that shows a suggestion's place draws it: Enter there adds that one."""
        for pane in self.area.panes:
            if pane.article_id == suggestion.article_id:
                pane.suggest(suggestion)

    def _selected(self, pane: Pane) -> None:
        area = pane.view.viewport()
        self.bar.show_under(self.work.under(pane), QRect(area.mapTo(self, QPoint(0, 0)), area.size()))
        pane.view.selectionChanged.connect(self.bar.hide, Qt.ConnectionType.UniqueConnection)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._hinting.start()
        if now is not None and not self.bar.isAncestorOf(now) and self.work.reading_pane() is None:
            self.bar.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.width())
        self.hints.fit(self.height())
        self.status.fit(self.width())
        self.strip.fit(self.height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText() or event.mimeData().hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        imports.import_data(self.work, event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whatever fails on the way, the case is closed: into one file, and free for others."""
        event.accept()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        steps: tuple[Callable[[], object], ...] = (
            self.found.stop, self._remembering.stop, self._hinting.stop, self.articles.reading.stop,
            self.work.inbox.stop, self.detail.rest, self.claims.rest,
            self._remember, *(sheet.close for sheet in self.findChildren(Sheet)),
            partial(app.focusChanged.disconnect, self._focus_moved), settle_clipboard, self.desk.close, self.desk.settings.flush,
        )  # fmt: skip
        with ExitStack() as closing:
            for step in reversed(steps):
                closing.callback(step)
