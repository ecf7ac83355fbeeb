"""Panes: how many, which article where, going between them, bringing them to a claim, finding, folding, zooming."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.driver import ALT, CTRL, SHIFT, Analyst
from workbench.desk.window import Window
from workbench.domain.vocabulary import FURNITURE, Stance

DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    return Analyst(sample)


def shown(analyst: Analyst) -> list[int]:
    return [p.article_id for p in analyst.window.area.panes]


def told_open(analyst: Analyst) -> set[int]:
    """The articles that the list at the left shows as open."""
    return {row.article.id for row in analyst.window.articles.rows if row.opened}


def in_sight(analyst: Analyst, number: int, position: int) -> bool:
    view = analyst.window.area.panes[number].view
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.unit(position))
    return view.viewport().rect().intersects(view.cursorRect(cursor))


def test_a_case_seen_first_shows_its_first_two_articles(analyst: Analyst) -> None:
    assert shown(analyst) == [1, 2]


@pytest.mark.parametrize("count", range(1, 7))
def test_ctrl_and_a_digit_sets_how_many_panes_there_are(analyst: Analyst, count: int) -> None:
    analyst.press(DIGITS[count - 1], CTRL)
    assert len(shown(analyst)) == min(count, 5), "the example has five articles"
    assert len(set(shown(analyst))) == len(shown(analyst))
    assert told_open(analyst) == set(shown(analyst))
    assert analyst.window.work.reading_pane() is not None


def test_fewer_panes_close_from_the_right_and_keep_the_keyboard(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_5, CTRL)
    before = shown(analyst)
    analyst.press(Qt.Key.Key_2, CTRL)
    assert shown(analyst) == before[:2]
    assert told_open(analyst) == set(before[:2])
    assert analyst.window.work.reading_pane() in analyst.window.area.panes


def test_alt_and_a_digit_gives_a_pane_the_keyboard(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_4, CTRL)
    for number in (3, 1, 4, 2):
        analyst.press(DIGITS[number - 1], ALT)
        pane = analyst.window.work.reading_pane()
        assert pane is analyst.window.area.panes[number - 1]
        assert pane.head.property("chosen") == "true", "the focus can be seen"
        assert sum(p.head.property("chosen") == "true" for p in analyst.window.area.panes) == 1
    analyst.press(Qt.Key.Key_6, ALT)
    assert analyst.window.work.reading_pane() is analyst.window.area.panes[1], "there is no sixth pane"


def test_an_article_opens_in_the_pane_in_focus(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_2, ALT)
    rows = analyst.window.articles
    rows.list.setFocus()
    rows.list.setCurrentIndex(rows.model.index_of(4))
    analyst.press(Qt.Key.Key_Return)
    assert shown(analyst) == [1, 4]
    assert told_open(analyst) == {1, 4}
    assert analyst.window.work.reading_pane() is analyst.window.area.panes[1]


def test_an_article_opens_beside_the_pane_in_focus(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.window.articles.opened.emit(5, True)
    assert shown(analyst) == [1, 5, 2]


def test_an_open_article_is_gone_to_and_not_opened_twice_by_a_click(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.window.articles.opened.emit(2, False)
    assert shown(analyst) == [1, 2]
    assert analyst.window.work.reading_pane() is analyst.window.area.panes[1]


def test_the_same_article_twice_if_wanted(analyst: Analyst) -> None:
    analyst.window.articles.opened.emit(1, True)
    assert sorted(shown(analyst)) == [1, 1, 2]


def test_no_more_than_six_panes(analyst: Analyst) -> None:
    for _ in range(9):
        analyst.window.articles.opened.emit(3, True)
    assert len(shown(analyst)) == 6


def test_closing_the_last_pane_shows_the_next_step(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_W, CTRL)
    assert len(shown(analyst)) == 1
    analyst.press(Qt.Key.Key_W, CTRL)
    assert shown(analyst) == []
    assert analyst.window.area.empty.isVisible()
    assert told_open(analyst) == set()
    analyst.press(Qt.Key.Key_2, CTRL)
    assert shown(analyst) == [1, 2]
    assert not analyst.window.area.empty.isVisible()


def test_zoom_keeps_the_place_and_holds_for_every_pane(analyst: Analyst) -> None:
    area = analyst.window.area
    view = area.panes[0].view
    place = len(view.text) // 2
    view.go_to(type(view.sentences[0])(place, place))
    size = view.font().pointSizeF()
    for _ in range(3):
        analyst.press(Qt.Key.Key_Plus, CTRL)
    assert view.font().pointSizeF() == size + 3
    assert {p.view.font().pointSizeF() for p in area.panes} == {size + 3}
    assert in_sight(analyst, 0, place)
    analyst.press(Qt.Key.Key_3, CTRL)
    assert area.panes[-1].view.font().pointSizeF() == size + 3, "a new pane reads as the others do"
    analyst.press(Qt.Key.Key_0, CTRL)
    assert view.font().pointSizeF() == size
    for _ in range(40):
        analyst.press(Qt.Key.Key_Minus, CTRL)
    assert view.font().pointSizeF() == 8


def test_a_narrower_pane_keeps_the_place(analyst: Analyst) -> None:
    view = analyst.window.area.panes[0].view
    place = view.text.index(" ", len(view.text) // 2)
    view.go_to(type(view.sentences[0])(place, place))
    analyst.press(Qt.Key.Key_5, CTRL)
    QApplication.processEvents()
    assert in_sight(analyst, 0, place)


def test_r_hides_the_marks_in_every_pane_and_shows_them_again(analyst: Analyst) -> None:
    views = [p.view for p in analyst.window.area.panes]
    marked = [v.grab().toImage() for v in views]
    analyst.press(Qt.Key.Key_R)
    assert all(v.overlay.plain for v in views)
    assert views[1].grab().toImage() != marked[1]
    analyst.press(Qt.Key.Key_3, CTRL)
    assert analyst.window.area.panes[-1].view.overlay.plain, "a new pane reads as the others do"
    analyst.press(Qt.Key.Key_R)
    assert not any(p.view.overlay.plain for p in analyst.window.area.panes)


def find(analyst: Analyst, words: str) -> None:
    analyst.press(Qt.Key.Key_F, CTRL)
    QApplication.focusWidget().selectAll()
    analyst.type(words)
    analyst.press(Qt.Key.Key_Return)


def test_find_goes_to_each_hit_and_on_to_the_next_pane(analyst: Analyst) -> None:
    panes = analyst.window.area.panes
    for number in (0, 1):
        analyst.press(DIGITS[number], ALT)
        find(analyst, "SOLVENT")
    analyst.press(Qt.Key.Key_1, ALT)
    counts = [p.view.text.casefold().count("solvent") for p in panes]
    assert [len(p.view.standing.hits) for p in panes] == counts
    assert min(counts) >= 2
    seen = []
    for _ in range(sum(counts)):
        analyst.press(Qt.Key.Key_F3)
        pane = analyst.window.work.reading_pane()
        assert pane is not None
        span = pane.view.standing.hits[pane.view.hit]
        assert pane.view.text[span.start : span.end].casefold() == "solvent"
        assert in_sight(analyst, panes.index(pane), span.start)
        seen.append((panes.index(pane), span))
    assert len(set(seen)) == sum(counts), "every hit once before the first comes again"
    analyst.press(Qt.Key.Key_F3, SHIFT)
    assert analyst.window.work.reading_pane() is panes[seen[-2][0]]


def test_find_says_when_there_is_nothing_and_keeps_the_question(analyst: Analyst) -> None:
    find(analyst, "zeppelin")
    line = QApplication.focusWidget()
    assert line.text() == "zeppelin"
    assert "is not in this article" in line.parent().problem.text()
    analyst.press(Qt.Key.Key_Escape)
    analyst.press(Qt.Key.Key_F3)
    assert any("Find something first" in said for said in analyst.said)


def carried(analyst: Analyst, claim: int) -> set[int]:
    found = analyst.window.desk.case.appearances.of(claim)
    return {a.article_id for a in found if a.stance is not Stance.NOT_MENTIONED}


def claim_missing_somewhere(analyst: Analyst) -> int:
    """A claim with at least one article that has no entry for it at all."""
    case = analyst.window.desk.case
    return next(v.claim.id for v in case.claims.views() if v.appearances and len({a.article_id for a in v.appearances}) < 5)


def test_space_brings_every_pane_to_the_claim_or_says_what_it_found(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_5, CTRL)
    claim = claim_missing_somewhere(analyst)
    analyst.window.desk.choose(claim)
    analyst.wait()
    analyst.window.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_Space)
    kinds = set()
    for number, pane in enumerate(analyst.window.area.panes):
        QApplication.processEvents()
        span = pane.contents.first(claim)
        if span:
            kinds.add("here")
            assert in_sight(analyst, number, span.start), f"Ex. {pane.article_id} does not show the claim"
            assert not pane.note.isVisible()
        elif pane.suggestion:
            kinds.add("perhaps")
            assert in_sight(analyst, number, pane.suggestion.span.start)
            assert pane.suggestion.reason in pane.note.text()
            assert "Enter adds it" in pane.note.text()
        else:
            kinds.add("not")
            assert "not mentioned" in pane.note.text()
    assert "here" in kinds
    assert len(kinds) >= 2


def pane_without(analyst: Analyst, *, suggested: bool) -> tuple[int, int]:
    """A claim and the number of a pane that has no entry for it, with or without a suggestion."""
    analyst.press(Qt.Key.Key_5, CTRL)
    for view in analyst.window.desk.case.claims.views():
        analyst.window.desk.choose(view.claim.id)
        analyst.wait()
        entered = {a.article_id for a in view.appearances}
        for number, pane in enumerate(analyst.window.area.panes):
            if pane.article_id not in entered and bool(pane.suggestion) is suggested:
                return view.claim.id, number
    raise AssertionError("the example has no such pane")


def test_enter_takes_a_suggestion_as_an_appearance(analyst: Analyst) -> None:
    claim, number = pane_without(analyst, suggested=True)
    pane = analyst.window.area.panes[number]
    assert pane.suggestion is not None
    span, before = pane.suggestion.span, carried(analyst, claim)
    analyst.press(DIGITS[number], ALT)
    assert pane.view.overlay.suggestion is not None, "it is drawn, and waits"
    analyst.press(Qt.Key.Key_Return)
    assert carried(analyst, claim) == before | {pane.article_id}
    assert pane.contents.first(claim) == span
    assert pane.suggestion is None
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert carried(analyst, claim) == before


def test_enter_adds_no_appearance_where_nothing_is_suggested(analyst: Analyst) -> None:
    before = [v.appearances for v in analyst.window.desk.case.claims.views()]
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.press(Qt.Key.Key_Return)
    assert [v.appearances for v in analyst.window.desk.case.claims.views()] == before


def test_x_records_that_the_claim_was_looked_for_and_is_not_there(analyst: Analyst) -> None:
    claim, number = pane_without(analyst, suggested=True)
    pane = analyst.window.area.panes[number]
    analyst.press(DIGITS[number], ALT)
    analyst.press(Qt.Key.Key_X)
    stances = [a.stance for a in analyst.window.desk.case.appearances.of(claim) if a.article_id == pane.article_id]
    assert stances == [Stance.NOT_MENTIONED]
    assert f"C{claim} is not mentioned in Ex. {pane.article_id}" in analyst.said[-1]
    absent = next(a for a in analyst.window.desk.case.appearances.of(claim) if a.article_id == pane.article_id)
    assert (absent.looked_by, len(absent.looked_for)) == ("Rhea", 64)
    assert pane.suggestion is None
    analyst.press(Qt.Key.Key_X)
    assert any("already" in said for said in analyst.said), "twice is told, not kept twice"


def test_b_sets_a_sentence_grey_and_restores_it(analyst: Analyst) -> None:
    pane = analyst.window.area.panes[0]
    analyst.press(Qt.Key.Key_1, ALT)
    before = analyst.window.desk.case.articles.zones(1)
    sentence = next(s for s in pane.view.sentences if not any(z.kind in FURNITURE and z.span.overlaps(s) for z in before) and s.start > 100)
    words = pane.view.text

    def grey() -> bool:
        zones = analyst.window.desk.case.articles.zones(1)
        return any(z.kind in FURNITURE and z.start <= sentence.start and sentence.end <= z.end for z in zones)

    pane.view.go_to(sentence, select=True)
    analyst.press(Qt.Key.Key_B)
    assert grey()
    assert pane.view.text == words, "zones never change the text"
    pane.view.go_to(sentence, select=True)
    analyst.press(Qt.Key.Key_B)
    assert not grey()


def test_shift_j_and_k_go_through_sentences_without_a_mark(analyst: Analyst) -> None:
    pane = analyst.window.area.panes[0]
    analyst.press(Qt.Key.Key_1, ALT)
    pane.view.go_to(type(pane.view.sentences[0])(0, 0))
    marked = [p.span for p in pane.contents.passages.values()]
    seen = []
    for _ in range(4):
        analyst.press(Qt.Key.Key_J, SHIFT)
        sentence = pane.view.sentence()
        assert sentence is not None
        assert not any(sentence.overlaps(m) for m in marked)
        seen.append(sentence)
    assert seen == sorted(set(seen))
    analyst.press(Qt.Key.Key_K, SHIFT)
    assert pane.view.sentence() == seen[-2]


def test_a_click_takes_the_smallest_claim_and_the_strip_shows_it_everywhere(analyst: Analyst) -> None:
    pane = analyst.window.area.panes[0]
    smallest = min(
        pane.contents.appearances,
        key=lambda a: pane.contents.passages[a.passage_id or 0].span.end - pane.contents.passages[a.passage_id or 0].span.start,
    )
    span = pane.contents.passages[smallest.passage_id or 0].span
    analyst.click_on(pane.article_id, pane.view.text[span.start : span.end])
    assert analyst.window.desk.claim == smallest.claim_id
    assert analyst.window.strip.isVisible()
    rows = analyst.window.strip.model.rows
    assert {r.article_id for r in rows if r.appearance_id} == {
        a.article_id for a in analyst.window.desk.case.appearances.of(smallest.claim_id)
    }
    assert analyst.window.claims.list.currentIndex().row() == smallest.claim_id - 1


def test_a_double_click_takes_the_sentence_and_offers_what_can_be_done(analyst: Analyst) -> None:
    pane = analyst.window.area.panes[0]
    sentence = next(s for s in pane.view.sentences if s.start > 200 and s.end - s.start > 40)
    point = analyst.show(pane, sentence.start + 3)
    analyst.double_click(pane.view.viewport(), point)
    QApplication.processEvents()
    assert pane.view.selection() == sentence
    assert analyst.window.bar.isVisible()
    analyst.press(Qt.Key.Key_Escape)
    assert pane.view.selection() is None
    assert not analyst.window.bar.isVisible()


def test_nothing_is_ever_shown_as_a_window_of_its_own(analyst: Analyst, qapp: QApplication) -> None:
    """A row that is taken away before Qt has shown it would else flash up as a window and take the keyboard away."""

    class Watch(QObject):
        seen: list[str]

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.seen.append(repr(watched))
            return False

    watch = Watch()
    watch.seen = []
    qapp.installEventFilter(watch)
    try:
        for claim in (1, 2, 3, 4):
            analyst.window.desk.choose(claim)
        analyst.window.claims.list.setFocus()
        for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
            analyst.press(key)
        for key in (Qt.Key.Key_5, Qt.Key.Key_1, Qt.Key.Key_3):
            analyst.press(key, CTRL)
        analyst.wait()
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == []
    assert analyst.window.isActiveWindow()
