"""What a screen reader is told: the words, each mark and query in sight, and what the cursor comes into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.desk import fonts
from workbench.desk.reading import accessibility
from workbench.desk.reading.marks import TextMark
from workbench.desk.reading.view import ReadingView
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict

TEXT = "The ferry 🚢 stopped at noon. Nobody on the quay knew why.\n" + "\n".join(f"Line {n} of the rest." for n in range(200))
NAME = QAccessible.Text.Name


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ReadingView]:
    fonts.load()
    QAccessible.setActive(True)
    made = ReadingView()
    made.setFont(fonts.reading(12))
    made.resize(620, 400)
    made.show()
    made.show_text(TEXT, (), lambda _: (), "The ferry")
    yield made
    made.close()
    made.deleteLater()
    QAccessible.setActive(False)


def mark(words: str, claim: int, verdict: Verdict, stance: str = "reports") -> TextMark:
    start = TEXT.index(words)
    return TextMark(start, start + len(words), claim, claim * 10, verdict, False, stance)


def of_marks(view: ReadingView) -> dict[str, QAccessibleInterface]:
    """What stands beside the words, by name, as a screen reader finds it from the text."""
    QApplication.processEvents()
    view.grab()
    QApplication.processEvents()
    found = QAccessible.queryAccessibleInterface(view)
    children = [found.child(n) for n in range(found.childCount())]
    (beside,) = [child for child in children if child.text(NAME) == "Claims beside the text"]
    told_ = [beside.child(n) for n in range(beside.childCount())]
    return {each.text(NAME): each for each in told_ if not each.state().invisible}


def test_the_words_are_told_as_they_are(view: ReadingView) -> None:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.text(NAME) == "Article text: The ferry"
    words = found.textInterface()
    assert words.text(0, view.offsets.unit(28)) == TEXT[:28]


def test_each_mark_in_sight_is_told_with_its_claim_status_stance_quote_and_place(view: ReadingView) -> None:
    view.set_marks([
        mark("🚢 stopped at noon", 3, Verdict.UNCONFIRMED),
        mark("Nobody on the quay", 7, Verdict.REFUTED, "denies"),
        mark("Line 190 of", 9, Verdict.OPEN),
    ])  # fmt: skip
    found = of_marks(view)
    assert list(found) == ["C3 unconfirmed, reports: “🚢 stopped at noon”", "C7 refuted, denies: “Nobody on the quay”"]
    for each in found.values():
        assert each.role() == QAccessible.Role.Button
        assert not each.rect().isEmpty()
    view.set_marks([mark("🚢 stopped at noon", 3, Verdict.CONFIRMED)])
    view.set_chosen(3)
    assert list(of_marks(view)) == ["C3 confirmed, reports, chosen: “🚢 stopped at noon”"]
    view.set_plain(True)
    assert not of_marks(view), "reading mode has no marks"


def test_pressing_a_told_mark_chooses_its_claim(view: ReadingView, qtbot: QtBot) -> None:
    view.set_marks([mark("stopped at noon", 3, Verdict.UNCONFIRMED)])
    (each,) = of_marks(view).values()
    press = each.actionInterface()
    with qtbot.waitSignal(view.picked) as picked:
        press.doAction(press.pressAction())
    assert picked.args == [3]


def test_a_query_is_told_too(view: ReadingView, qtbot: QtBot) -> None:
    start = TEXT.index("noon")
    view.show_queries([("Q3", Span(start, start + 4))])
    found = of_marks(view)
    assert list(found) == ["Query Q3: “noon”"]
    press = found["Query Q3: “noon”"].actionInterface()
    with qtbot.waitSignal(view.query_picked) as picked:
        press.doAction(press.pressAction())
    assert picked.args == ["Q3"]


def test_what_the_cursor_comes_into_is_announced_once(view: ReadingView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def heard(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(accessibility.QAccessible, "updateAccessibility", heard)
    view.set_marks([mark("stopped at noon", 3, Verdict.UNCONFIRMED), mark("at noon", 4, Verdict.DENIED)])
    noon = TEXT.index("noon")
    view.show_queries([("Q1", Span(noon, noon + 4))])
    for words in ("The", "stopped", "topped", "at noon", "noon", "Nobody", "stopped"):
        at = TEXT.index(words)
        view.go_to(Span(at, at))
    assert said == ["C3 unconfirmed, reports", "C4 denied, reports", "query Q1", "C3 unconfirmed, reports"]


def test_nothing_is_made_while_nobody_listens(view: ReadingView) -> None:
    QApplication.processEvents()
    QAccessible.setActive(False)
    view.set_marks([mark("stopped at noon", 3, Verdict.UNCONFIRMED)])
    view.grab()
    QApplication.processEvents()
    assert view.teller.buttons == []
