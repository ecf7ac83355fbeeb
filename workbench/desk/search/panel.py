"""Find everywhere: hits across articles, claims, notes and evidence while typing; Enter opens, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.case.suggestions import Suggestion
from workbench.desk.command import Command
from workbench.desk.desk import Desk
from workbench.desk.search import found, head
from workbench.desk.search.box import SearchBox
from workbench.desk.search.found import Answer, FoundRow
from workbench.desk.search.frame import Frame
from workbench.desk.search.help import SearchHelp
from workbench.desk.search.keeping import Keeping
from workbench.desk.search.like import Offer, add_passage, ask_for_passages
from workbench.desk.search.list import ENTER
from workbench.desk.search.narrowing import Narrowing, joined, split
from workbench.desk.search.saved import SavedSearches
from workbench.desk.worker import Job
from workbench.domain.changes import Changes
from workbench.domain.plurals import counted
from workbench.domain.spans import Span

if TYPE_CHECKING:
    from workbench.search.documents import Reason

DELAY = 150  # milliseconds after the last key
COMMANDS_ONLY = ">"
MOST_COMMANDS = 6


class SearchPanel(Frame):
    """The box itself is the window's; this is what drops down from it.

    Signals: opened(Hit, number of its span, whether in another pane), shown(article id, Span, whether in another pane) for a passage,
    drawn(stops) when other hits are to be drawn in the panes, left() when the keyboard goes back to reading.
    """

    opened = Signal(object, int, bool)
    shown = Signal(int, object, bool)
    drawn = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, box: SearchBox, parent: QWidget, commands: Callable[[], list[Command]]) -> None:
        super().__init__(box, parent)
        self.desk = desk
        self.commands = commands
        self.answer: Answer | None = None
        self.narrowed: tuple[Narrowing, ...] = ()
        self.claim = 0
        self._job: Job | None = None
        self.saved = SavedSearches(desk, Keeping(desk.settings, desk.case.info.get().uid), self)
        self._wire()
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.search)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.search)
        box.textChanged.connect(self._typed)
        box.installEventFilter(self)
        desk.indexed.connect(lambda: self.search() if self.isVisible() else None)
        desk.changed.connect(self._changed)
        self.saved.counted.connect(self._counted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()

    def _wire(self) -> None:
        self.head.ordered.connect(self.search)
        self.head.asked_help.connect(self.show_help)
        self.head.asked_save.connect(self.save)
        self.head.pointed.connect(self._point)
        self.chips.changed.connect(self._narrow_to)
        self.facets.chosen.connect(lambda narrowing: self._narrow_to((*self.narrowed, narrowing)))
        self.list.taken.connect(self.take)
        self.list.asked_why.connect(self.why)
        self.list.renamed.connect(lambda row: self.saved.rename(row.search) if row.search else None)
        self.list.deleted.connect(lambda row: None if self.query() else self.saved.delete(row))
        self.list.left.connect(self.leave)
        self.list.up.connect(self.box.setFocus)
        self.list.typed.connect(self._type)

    # --- the keyboard ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusIn and not self.isVisible():
            self._soon.start()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """A key in the box; True when it was meant for the panel."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.isVisible() and self.list.to_end(last=key == Qt.Key.Key_Up):
                self.list.setFocus()
        elif key in ENTER:
            self._enter(beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key == Qt.Key.Key_F1:
            self.show_help()
        elif key == Qt.Key.Key_Backspace and self.narrowed and not self.box.text():
            self._narrow_to(self.narrowed[:-1])
        else:
            return False
        return True

    def _enter(self, *, beside: bool) -> None:
        """Search now; when the answer is there, open the first thing found."""
        if self._timer.isActive() or not self.isVisible():
            self.search()
        elif self.model.rows and self.query():
            self.take(next((r for r in self.model.rows if r.chosen), None), beside)

    def _type(self, event: QKeyEvent) -> None:
        """A letter typed in the list belongs into the box."""
        self.box.setFocus()
        self.box.deselect()
        self.box.end(False)
        QApplication.sendEvent(self.box, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self.box and not self.isAncestorOf(now):
            self._settle()
            self.hide()

    def leave(self) -> None:
        """Esc: back to reading; the hits go."""
        self._settle()
        self.drawn.emit(())
        self.left.emit()
        self.hide()

    def stop(self) -> None:
        """Forget what was being typed: the window closes."""
        self._timer.stop()
        self._soon.stop()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._focus_moved)

    # --- asking ---------------------------------------------------------------------------------------------------------

    def query(self) -> str:
        """The whole query: what was typed and what it is narrowed to."""
        return joined(self.box.text(), self.narrowed)

    def _typed(self) -> None:
        self.claim = 0
        self._timer.start()

    def search(self) -> None:
        """Ask the index in the background; an older answer still under way is dropped."""
        self._timer.stop()
        self._soon.stop()
        if self._job:
            self._job.cancel()
        query, case = self.query(), self.desk.case
        if not query:
            if self.claim:
                self._job = ask_for_passages(self.desk, self.claim, self._show_passages)
            else:
                self._offer()
        elif query.startswith(COMMANDS_ONLY):
            self._show_commands(query[1:].strip())
        else:
            order, named = self.head.order, self.saved.named(query)
            seen = self.saved.keeping.seen(named.id) if named else None
            work = lambda job: found.answer(case, query, order, seen, saved=named is not None, cancelled=job.cancelled)  # noqa: E731
            self._job = self.desk.ask("Searching", work, self._show)

    def _offer(self) -> None:
        """The empty box offers what was looked for before."""
        self.answer = None
        self.drawn.emit(())
        rows = self.saved.rows()
        self.head.say("Words find text, claims, notes, evidence and commands; > finds only commands.")
        self._fill(rows)

    def _show_commands(self, words: str) -> None:
        self.answer = None
        self.drawn.emit(())
        rows = found.command_rows(self.commands(), words)
        self.head.say(counted(len(rows), "command") if rows else "No command has these words in its name.")
        self._fill(rows)

    def _show(self, answer: Answer) -> None:
        """Show an answer, unless something else is asked by now."""
        if answer.query != self.query():
            return
        self.answer = answer
        rows, text = list(answer.rows), self.box.text().strip()
        if answer.results is not None and not rows:
            rows += found.wider_rows(answer.query, answer.results.around if answer.results else 0)
        commands = found.command_rows(self.commands(), text)[:MOST_COMMANDS] if text and not self.narrowed else []
        rows += [FoundRow(found.SECTION, "Commands"), *commands] if commands else []
        self.box.underline(Span(d.position, d.position + d.length) for d in answer.parsed.diagnostics if not self.narrowed)
        self.head.show_answer(answer, len(answer.rows) > 0)
        self.drawn.emit(answer.stops)
        self._fill(rows)

    def _fill(self, rows: list[FoundRow]) -> None:
        answer = self.answer
        self.head.can_save(bool(answer and answer.results) and self.saved.named(self.query()) is None)
        if self.query() or self.claim:
            self.box.setAccessibleDescription(self.head.words.text())
        else:
            self.box.say_new(self.saved.new_in_all)
        self.foot.show_index(self.desk)
        self.foot.say_keys(self._keys(rows))
        self.fill(rows, answer.results if answer else None, self.narrowed)
        if self.box.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self.box):
            self.place()

    def _keys(self, rows: list[FoundRow]) -> str:
        """What the keys do now, in words."""
        if not rows:
            return head.EMPTY_KEYS
        if self.claim:
            return head.PASSAGE_KEYS
        if not self.query():
            return head.OFFER_KEYS
        return head.KEYS if self.answer is None or self.answer.rows else head.TRY_KEYS

    # --- narrowing, passages, saved searches ------------------------------------------------------------------------------

    def _narrow_to(self, narrowed: tuple[Narrowing, ...]) -> None:
        """Search with other narrowings; the keyboard goes to the list if it was beside it."""
        self.narrowed = narrowed
        if not self.box.hasFocus():
            self.list.setFocus()
        self.search()

    def use(self, query: str) -> None:
        """Ask a query that was kept."""
        text, self.narrowed = split(query)
        self.box.setText(text)
        self.box.setFocus()
        self.search()

    def passages(self, claim_id: int) -> None:
        """Show what may say the same as a claim, in articles that have no entry for it yet."""
        self.box.clear()
        self.narrowed, self.claim = (), claim_id
        self.box.setFocus()
        self.search()

    def _show_passages(self, offer: Offer) -> None:
        if offer.claim_id != self.claim or self.query():
            return
        self.answer = None
        self.head.say(offer.words, offer.text)
        self._fill(list(offer.rows))
        if offer.rows and self.box.hasFocus() and self.isVisible():
            self.list.to_end(last=False)
            self.list.setFocus()

    def _add(self, passage: Suggestion) -> None:
        """The analyst's key makes a passage an appearance; the next one is at hand."""
        at = self.list.currentIndex().row()
        if add_passage(self.desk, passage):
            self.list.show_rows([r for r in self.model.rows if r.passage is not passage])
            if not self.list.step(1, max(-1, at - 2)):
                self.list.to_end(last=True)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and self.claim and changes.touches("appearances", "claims"):
            self.search()

    def _counted(self) -> None:
        self.box.say_new(self.saved.new_in_all)
        if self.isVisible() and not self.query() and not self.claim:
            self._offer()

    def save(self) -> None:
        """Keep the query in the case."""
        query = self.query()
        if not query or query.startswith(COMMANDS_ONLY) or (self.answer and self.answer.results is None):
            self.desk.say("Type what to look for first (Ctrl+K); then it can be saved.")
        else:
            self.saved.save(query, self.answer.keys if self.answer and self.answer.query == query else None)

    def _settle(self) -> None:
        """The answer was looked at: keep the query, and what a saved search has found."""
        if self.answer and self.answer.results and self.answer.results.total:
            self.saved.keeping.remember(self.answer.query)
            named = self.saved.named(self.answer.query)
            if named and self.answer.keys is not None:
                self.saved.see(named.id, self.answer.keys)

    # --- what a line does -------------------------------------------------------------------------------------------------

    def take(self, row: FoundRow | None, beside: bool = False) -> None:
        """Enter or a click on a line."""
        if row is None:
            return
        if row.command:
            self.box.clear()
            self.left.emit()
            self.hide()
            row.command.trigger()
        elif row.search or row.kind == found.RECENT:
            self.use(row.search.query if row.search else row.text)
        elif row.passage and row.kind == found.PASSAGE and not beside:
            self._add(row.passage)
        elif row.passage:
            self.shown.emit(row.passage.article_id, row.passage.span, beside)
        elif row.kind == found.MORE:
            self._unfold(row)
        elif row.hit:
            self._settle()
            self.opened.emit(row.hit, max(0, row.at), beside)
            self.hide()

    def _unfold(self, row: FoundRow) -> None:
        """Every excerpt of an article, in the place of the first few."""
        rows, chosen = found.unfolded(self.desk.case, self.model.rows, row)
        self.list.show_rows(rows)
        self.list.setCurrentIndex(self.model.index(chosen))

    def why(self, row: FoundRow) -> None:
        """Tell under a line why it was found; once more takes it away."""
        if row.key in self.list.why:
            self.list.say_why(row, "")
        elif row.hit and self.answer:
            query, hit, case = self.answer.query, row.hit, self.desk.case

            def tell(reasons: tuple[Reason, ...]) -> None:
                if self.answer and self.answer.query == query:
                    self.list.say_why(row, found.why_words(reasons))

            self.desk.ask("Why", lambda _: case.index.why(query, hit.kind, hit.id), tell)

    def _point(self, place: Span) -> None:
        """Select the place in the query that a remark is about."""
        self.box.setFocus()
        self.box.select(place)

    def show_help(self) -> None:
        """Words for a search, as examples."""
        help_ = SearchHelp(self.window(), self.use)
        help_.open_at(self.box.mapTo(self.window(), QPoint(0, self.box.height())))
