"""The worked case typed in by hand: every claim, appearance, origin, query and status of the model through keys and mouse alone.

The model is read from where it lies; nothing of it is kept here. `work_model` makes the window's case what the model says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import seoul
from tests.journeys.driver import ALT, CTRL, NO, SHIFT, Analyst
from workbench.case.passages import Mark
from workbench.desk.actions.attribution import STANCE_LETTERS
from workbench.desk.origins import Origins
from workbench.desk.popup import Form
from workbench.desk.queries.raising import SEVERITY_LETTERS, TYPE_LETTERS
from workbench.desk.widgets import alive
from workbench.domain.statuses import BASIS_LETTERS, Basis
from workbench.domain.vocabulary import DiscrepancyType, OriginKind, Severity, Stance

Told = dict[str, Any]
DIGITS = {"confirmed": Qt.Key.Key_1, "unconfirmed": Qt.Key.Key_2, "denied": Qt.Key.Key_3}
PANES = {number: getattr(Qt.Key, f"Key_{number}") for number in range(1, 7)}


def letter(char: str) -> Qt.Key:
    return Qt.Key(ord(char.upper()))


@dataclass
class Hand:
    """An analyst with the model beside the desk."""

    analyst: Analyst
    told: Told
    exhibits: dict[str, int] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.exhibits = {article["id"]: number for number, article in enumerate(self.told["articles"], 1)}
        self.origins = {origin["id"]: origin["name"] for origin in self.told["origins"]}

    # --- small movements --------------------------------------------------------------------------------------------------

    def fill(self, values: Sequence[str | None]) -> None:
        """Fill in the form that is open: None leaves a line as it is. Ends with Enter; fails when the form is not taken."""
        form = next(f for f in _all(Form) if f.isVisible())
        for number, value in enumerate(values):
            if value is not None and value != form.lines[number].text():
                self.analyst.press(Qt.Key.Key_A, CTRL)
                self.analyst.type(value) if value else self.analyst.press(Qt.Key.Key_Delete)
            if number + 1 < len(values):
                self.analyst.press(Qt.Key.Key_Tab)
        self.analyst.press(Qt.Key.Key_Return)
        assert not (alive(form) and form.isVisible()), f"{form.accessibleName()}: {form.problem.text()}"

    def mark_of(self, told: Told) -> Mark:
        return seoul.place_of(self.analyst.window.desk.case, self.exhibits[told["article"]], told)

    def select(self, mark: Mark) -> None:
        """Select words with the mouse: one press."""
        pane = self.analyst.pane_of(mark.article_id)
        viewport = pane.view.viewport()
        first = self.analyst.show(pane, mark.start)
        cursor = pane.view.textCursor()
        cursor.setPosition(pane.view.offsets.unit(mark.end))
        last = pane.view.cursorRect(cursor).center()
        self.analyst.actions += 1
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, first)
        QTest.mouseMove(viewport, last)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, last)
        QApplication.processEvents()
        assert pane.view.selection() == (mark.start, mark.end), f"selected {pane.view.selection()}, wanted {mark}"
        focus = QApplication.focusWidget()
        assert focus is pane.view, f"the keyboard is with {focus}, active window {QApplication.activeWindow()}"

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.analyst.press(key)

    # --- the work -----------------------------------------------------------------------------------------------------------

    def about_the_case(self) -> None:
        case = self.told["case"]
        self.analyst.press(Qt.Key.Key_I, CTRL)
        question = f"{case['title']}: what is established, on whose word?"
        self.fill([case["id"], case["title"], question, f"{case['as_of']}T23:59:59Z", None, None, None, None])

    def about_the_articles(self) -> None:
        for article in self.told["articles"]:
            self.analyst.press(PANES[self.exhibits[article["id"]]], ALT)
            self.analyst.press(Qt.Key.Key_I, CTRL | SHIFT)
            self.fill([*seoul.metadata_of(article).values(), str(article["reliability"])[:1], None])

    def claim(self, told: Told) -> None:
        first, *further = told["appearances"]
        self.select(self.mark_of(first))
        self.keys(Qt.Key.Key_M, Qt.Key.Key_N)
        desk = self.analyst.window.desk
        self.claims[told["id"]] = desk.claim
        self.analyst.press(Qt.Key.Key_F2)
        self.analyst.type(told["text"])
        self.analyst.press(Qt.Key.Key_Return)
        self.say(first)
        for each in further:
            self.select(self.mark_of(each))
            self.keys(Qt.Key.Key_M, Qt.Key.Key_Return)
            self.say(each)
        for absent in told.get("not_mentioned_in") or ():
            self.analyst.press(PANES[self.exhibits[absent]], ALT)
            self.analyst.press(Qt.Key.Key_X)

    def say(self, told: Told) -> None:
        """Stance, who says it, hedge, wire and origin of the mark under the cursor."""
        stance = Stance(told["stance"].replace("-", "_"))
        if stance is not Stance.ASSERTS:
            self.keys(Qt.Key.Key_A, letter(STANCE_LETTERS[stance]))
        for name, key in (("attributed_to", Qt.Key.Key_W), ("hedge", Qt.Key.Key_H), ("via", Qt.Key.Key_Y)):
            if told.get(name):
                self.keys(Qt.Key.Key_A, key)
                self.fill([told[name]])
        if told.get("origin"):
            self.analyst.press(Qt.Key.Key_O)
            self.fill([self.origins[told["origin"]], told.get("origin_basis") or "stated"])

    def about_the_claim(self, told: Told) -> None:
        """Kind, dates and assessment, then what is linked to it."""
        fields = seoul.fields_of(told)
        assessed = [str(told.get(name) or "") for name in ("credibility", "likelihood", "confidence")]
        dates = [fields["event_date"], fields["review_on"]]
        self.analyst.press(Qt.Key.Key_I)
        self.fill([fields["kind"].replace("_", " "), fields["priority"], *dates, *assessed, None, fields["would_change"]])
        for link in seoul.links_of(told):
            if "url" in link:
                self.keys(Qt.Key.Key_E, Qt.Key.Key_U)
                self.fill([link["url"], link["note"], link["relation"], None, None, None])
            else:
                mark = self.mark_of(link["passage"])
                pane = self.analyst.pane_of(mark.article_id)
                self.analyst.click(pane.view.viewport(), self.analyst.show(pane, mark.start + 3))
                self.analyst.press(Qt.Key.Key_Minus)

    def decide(self, told: Told) -> None:
        decision = seoul.decision_of(told)
        assert decision.basis
        self.keys(DIGITS[decision.status], letter(BASIS_LETTERS[decision.basis]))
        if decision.basis is Basis.PARTY_DENIAL:
            self.fill([decision.denied_by, decision.denied_on])
        self.analyst.press(Qt.Key.Key_I)
        self.fill([None] * 7 + [decision.reason, None])

    def about_the_origins(self) -> None:
        """Kind, grade, interest and what each derives from, in the list of origins."""
        self.analyst.press(Qt.Key.Key_R, CTRL | SHIFT)
        for told in self.told["origins"]:
            new = seoul.new_origin(told, {})
            parent = self.origins[told["derives_from"]] if told.get("derives_from") else ""
            sheet = next(each for each in _all(Origins) if each.isVisible())
            self.analyst.press(Qt.Key.Key_Home, CTRL)
            for _ in range(len(self.origins)):
                if told["name"] in sheet.card.text().splitlines()[0]:
                    break
                self.analyst.press(Qt.Key.Key_Down)
            self.analyst.press(Qt.Key.Key_Return)
            anonymous = "yes" if new.anonymous else "no"
            self.fill([None, None, OriginKind(new.kind).label, new.reliability.value, parent, new.interest, anonymous])
        self.analyst.press(Qt.Key.Key_Escape)

    def query(self, told: Told) -> None:
        """Raise one, add the passages beyond two, and settle it."""
        marks = [self.mark_of(value) for value in told["values"]]
        marks += seoul.second_passage(self.analyst.window.desk.case, told, self.exhibits) if len(marks) < 2 else []
        if told.get("claim"):
            self.analyst.press(Qt.Key.Key_G, CTRL)
            self.fill([f"C{self.claims[told['claim']]}"])
        kind = seoul.query_type(told)
        self.select(marks[0])
        self.analyst.press(Qt.Key.Key_Q)
        self._pick()
        self.select(marks[1])
        self.analyst.press(Qt.Key.Key_Q)
        self.analyst.press(letter(TYPE_LETTERS[DiscrepancyType(kind)]))
        self.analyst.press(letter(SEVERITY_LETTERS[Severity(told["severity"])]))
        self.fill([told["summary"], f"C{self.claims[told['claim']]}" if told.get("claim") else ""])
        for mark in marks[2:]:
            self.select(mark)
            self.keys(Qt.Key.Key_Q, Qt.Key.Key_A)
        self.analyst.press(Qt.Key.Key_Q, CTRL | SHIFT)
        self.analyst.press(Qt.Key.Key_R)
        self.fill([told["resolution"]])
        self.analyst.press(Qt.Key.Key_Escape)

    def _pick(self) -> None:
        self.analyst.press(Qt.Key.Key_P)


def _all(kind: type[QWidget]) -> list[Any]:
    return [w for top in QApplication.topLevelWidgets() for w in [top, *top.findChildren(kind)] if isinstance(w, kind)]


def work_model(analyst: Analyst, told: Told, note: Callable[[str, int], None] = lambda what, actions: None) -> Hand:
    """Make the whole model case by hand. `note` hears what each part of the work took."""
    hand = Hand(analyst, told)
    analyst.drop([seoul.FOLDER / "articles"])
    analyst.press(Qt.Key.Key_5, CTRL)
    parts: list[tuple[str, Callable[[], object]]] = [("case", hand.about_the_case), ("articles", hand.about_the_articles)]
    for claim in told["claims"]:
        parts.append((claim["id"], lambda c=claim: (hand.claim(c), hand.about_the_claim(c), hand.decide(c))))  # type: ignore[misc]
    parts.append(("origins", hand.about_the_origins))
    parts += [(query["id"], lambda q=query: hand.query(q)) for query in told["discrepancies"]]  # type: ignore[misc]
    for name, work in parts:
        before = analyst.actions
        work()
        note(name, analyst.actions - before)
    analyst.wait()
    return hand
