"""Random choosing, clicking and keys on a case with overlapping marks; before each key the line of hints is read, and what the key did is
held against what it named. `python -m tests.desk.aiming STEPS [SEED]` plays by itself and counts the differences."""

from __future__ import annotations

import random
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.making import case_of, hinted, popups, settle, span_of
from tests.journeys.driver import ALT, CTRL, NO, SHIFT, Analyst
from workbench.case import Case
from workbench.case.passages import Mark
from workbench.desk.window import Window
from workbench.domain.changes import Changes

ONE = "Ferry\n\nForty passengers fell ill on the ferry. The mayor spoke at noon, and the harbour office denied it. The pier is long.\n"
TWO = "Again\n\nThe ferry was late again, the harbour office said. Nobody knows why it was so late. Forty people were ill.\n"
MARKS = (
    (1, ONE, "Forty passengers fell ill on the ferry"), (1, ONE, "passengers fell ill"), (1, ONE, "The mayor spoke at noon"),
    (2, TWO, "The ferry was late"), (2, TWO, "Nobody knows why it was so late"),
)  # fmt: skip
Key = Qt.Key
CLAIM = re.compile(r"C(\d+) “")
NEW = "New claim “"


def make_case(folder: Path) -> Path:
    """Five claims; C1 and C2 overlap in Ex. 1, and C1 is in Ex. 2 too."""
    case: Case = case_of(folder, ONE, TWO)
    for number, text, words in MARKS:
        case.claims.add(words, Mark(number, *span_of(text, words)))
    case.appearances.add(1, Mark(2, *span_of(TWO, "Forty people were ill")))
    case.close()
    return case.path


@dataclass(frozen=True)
class Named:
    """What the line of hints names: the claim that status keys are about (0: new words, -1: nothing), and the chosen one (0: none)."""

    target: int
    chosen: int
    line: str


class Player:
    """Plays on a window; `differences` says where a key did something else than the line of hints named."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.analyst = Analyst(window)
        self.differences: list[str] = []
        self.acted = 0
        self.done: list[Changes] = []
        window.desk.changed.connect(self.done.append)

    def named(self) -> Named:
        line = hinted(self.window)
        parts = [text for key, text in self.window.hints.line.pairs if not key]
        first = parts[0] if parts else ""
        found = CLAIM.match(first)
        target = int(found[1]) if found else 0 if first.startswith(NEW) else -1
        chosen = next((int(m[1]) for text in parts if (m := CLAIM.match(text))), 0)
        return Named(target, chosen, line)

    def play(self, steps: int) -> None:
        for _ in range(steps):
            self.chance.choice(MOVES)(self)
            self.chance.choice(KEYS)(self)
            self.tidy()

    def tidy(self) -> None:
        """Leave whatever is open, and take back what was done, so that the case stays as it was."""
        for popup in popups(self.window):
            popup.leave()
        self.window.detail.commit()
        while self.done:
            self.done.clear()
            self.window.desk.undo()
            self.done.clear()
        settle(self.window)

    def differs(self, key: str, named: Named, what: str) -> None:
        self.differences.append(f"{key}: the line said {named.line[:90]!r}; {what}")

    # --- moving ---------------------------------------------------------------------------------------------------------

    def pane_click(self) -> None:
        pane = self.chance.choice(self.window.area.panes)
        at = self.chance.randrange(len(pane.view.text))
        self.analyst.click(pane.view.viewport(), self.analyst.show(pane, at) - QPoint(self.chance.choice((0, 2)), 0))

    def arrows(self) -> None:
        if pane := self.window.work.reading_pane():
            for _ in range(self.chance.randrange(1, 6)):
                key = self.chance.choice((Key.Key_Left, Key.Key_Right, Key.Key_Down, Key.Key_Up, Key.Key_Home))
                QTest.keyClick(pane.view, key, CTRL if self.chance.random() < 0.5 else NO)

    def rest(self) -> None:
        """After moving by keys, wait until the cursor has come to rest, now and then."""
        self.arrows()
        if self.chance.random() < 0.1:
            QTest.qWait(330)

    def select(self) -> None:
        if pane := self.window.work.reading_pane():
            for _ in range(self.chance.randrange(1, 4)):
                QTest.keyClick(pane.view, Key.Key_Right, CTRL | SHIFT)

    def choose(self) -> None:
        rows = self.window.claims.model.rows
        index = self.window.claims.model.index(self.chance.randrange(len(rows)), 0)
        view = self.window.claims.list
        view.scrollTo(index)
        self.analyst.click(view.viewport(), view.visualRect(index).center())
        if self.chance.random() < 0.5:
            self.window.work.back_to_reading()

    def step(self) -> None:
        self.analyst.press(self.chance.choice((Key.Key_J, Key.Key_K)))

    def other_pane(self) -> None:
        self.analyst.press(self.chance.choice((Key.Key_1, Key.Key_2)), ALT)

    def next_sentence(self) -> None:
        self.analyst.press(Key.Key_J, SHIFT)

    # --- keys -----------------------------------------------------------------------------------------------------------

    def press(self, key: Key, *then: Key) -> Changes:
        """What a key changed, with those that answer what it asks."""
        self.acted += 1
        self.done.clear()
        self.analyst.press(key)
        for answer in then:
            if popups(self.window):
                self.analyst.press(answer)
        total = Changes()
        for changes in self.done:
            total |= changes
        return total

    def decide(self) -> None:
        named = self.named()
        key, basis = self.chance.choice(((Key.Key_1, Key.Key_F), (Key.Key_2, Key.Key_N), (Key.Key_0, Key.Key_0)))
        changes = self.press(key, basis)
        made = changes.made.get("claims", ())
        if (named.target <= 0 and (changes.claims - set(made))) or (named.target > 0 and changes.claims - {named.target}):
            self.differs("status", named, f"claims {sorted(changes.claims)} were changed")
        elif named.target == 0 and made:
            text = self.window.desk.case.claims.view(made[0]).claim.text
            if not text.startswith(named.line.partition(NEW)[2].partition("”")[0].rstrip("…")[:20].strip()):
                self.differs("status", named, f"the new claim is “{text}”")

    def stance(self) -> None:
        named = self.named()
        self._only(named, named.target, "A", self.press(Key.Key_A, Key.Key_N))

    def delete(self) -> None:
        named = self.named()
        self._only(named, named.target, "Del", self.press(Key.Key_Delete))

    def absent(self) -> None:
        named = self.named()
        self._only(named, named.chosen, "X", self.press(Key.Key_X))

    def evidence(self) -> None:
        named = self.named()
        self._only(named, named.chosen, "+ or −", self.press(self.chance.choice((Key.Key_Plus, Key.Key_Minus))))

    def mark(self) -> None:
        named = self.named()
        changes = self.press(Key.Key_M, Key.Key_Return)
        if changes.claims - set(changes.made.get("claims", ())) - {named.chosen}:
            self.differs("M", named, f"claims {sorted(changes.claims)} were changed")

    def asks(self) -> None:
        """Keys that only ask: the title of what opens names the claim."""
        named = self.named()
        self.press(self.chance.choice((Key.Key_I, Key.Key_O, Key.Key_E)))
        for popup in popups(self.window):
            said = re.search(r"\bC(\d+)", popup.accessibleName())
            if said and int(said[1]) != (named.target if named.target > 0 else named.chosen):
                self.differs("a key that asks", named, popup.accessibleName())

    def words(self) -> None:
        """F2: the detail has the keyboard, and shows that claim."""
        named = self.named()
        self.press(Key.Key_F2)
        expected = named.target if named.target > 0 else named.chosen
        if self.window.detail.text.hasFocus() and self.window.detail.number.text() != f"C{expected}":
            self.differs("F2", named, f"the detail shows {self.window.detail.number.text()}")
        self.window.work.back_to_reading()

    def _only(self, named: Named, claim: int, key: str, changes: Changes) -> None:
        if changes.claims - {claim}:
            self.differs(key, named, f"claims {sorted(changes.claims)} were changed")


MOVES = (
    Player.pane_click, Player.pane_click, Player.rest, Player.arrows, Player.select, Player.choose, Player.step, Player.other_pane,
    Player.next_sentence,
)  # fmt: skip
KEYS = (
    Player.decide, Player.decide, Player.decide, Player.stance, Player.delete, Player.absent, Player.evidence, Player.mark, Player.asks,
    Player.words,
)  # fmt: skip


def main(steps: int, seed: int = 1) -> int:
    """Play by itself; 0 when no key differed."""
    from workbench.app import make_app
    from workbench.desk import fonts, theme
    from workbench.desk.desk import Desk
    from workbench.desk.workplace import Opener
    from workbench.settings import Settings

    make_app(["workbench"])
    fonts.use()
    theme.apply("light")
    with tempfile.TemporaryDirectory() as name:
        path = make_case(Path(name))
        window = Window(Desk(Case.open(path, lambda: "Rhea"), Settings(Path(name) / "settings.json")), Opener())
        window.resize(1500, 950)
        window.show()
        window.start()
        player = Player(window, seed)
        player.analyst.wait()
        player.play(steps)
        window.close()
        QApplication.processEvents()
    sys.stdout.write("\n".join([*player.differences[:20], f"{player.acted} keys, {len(player.differences)} differences\n"]))
    return 1 if player.differences else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
