"""Reading again: one step that gives an article another text and carries over everything that stands on the old one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.case.test_machine import assert_views_are_true, dumped
from workbench.case import Case
from workbench.case import articles as articles_module
from workbench.case.appearances import Attribution
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.case.rereading import Report
from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import (
    CheckedKind,
    DiscrepancyType,
    Field,
    PassageState,
    Relation,
    Role,
    SetBy,
    Severity,
    ZoneKind,
)
from workbench.importers.isolated import Reader as IsolatedReader
from workbench.importers.readings import is_older

Marker = Callable[[int, str], Mark]
Again = Callable[..., Report]
ILL, WEIL, AGAIN = "40 passengers fell ill", "he had treated 38 of them himself", "Service is to start again on 3 May 2031"


@pytest.fixture
def again(case: Case, monkeypatch: pytest.MonkeyPatch) -> Iterator[Again]:
    """Read Ex. 2 again, its text made another one by a function; with the draft changed as named."""

    def read(change: Callable[[str], str] = lambda text: text, **fields: object) -> Report:
        whole = IsolatedReader.read

        def other(self: IsolatedReader, name: str, data: bytes, **kwargs: Any) -> Draft:
            draft = whole(self, name, data, **kwargs)
            zones = () if change(draft.text) != draft.text else draft.zones
            return replace(draft, text=change(draft.text), **{"zones": zones, **fields})

        monkeypatch.setattr(articles_module.IsolatedReader, "read", other)
        try:
            return case.articles.read_again(2)
        finally:
            monkeypatch.setattr(articles_module.IsolatedReader, "read", whole)

    yield read
    assert case.integrity.faults() == []
    assert_views_are_true(case)


@pytest.fixture
def marked(case: Case, mark: Marker) -> Case:
    """Three claims marked in Ex. 2, a link and a query on it, a sentence checked off and a zone set by hand."""
    for words in (ILL, WEIL, AGAIN):
        case.claims.add(words, mark(2, words), Attribution(origin="Harbour office"))
    case.evidence.add(1, NewLink(Relation.CORROBORATES, mark(2, "A doctor at the quay clinic")))
    case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, (mark(2, "38 of them"), mark(1, ILL)), "which?"))
    case.articles.set_zone(2, *span(case, "Norlin: nobody ill on ferry"), ZoneKind.HEADLINE)
    case.reading.waive(2, case.articles.sentences(2)[-1], "a timetable")
    return case


def span(case: Case, words: str) -> tuple[int, int]:
    at = case.articles.text(2).index(words)
    return at, at + len(words)


def told(case: Case) -> dict[str, tuple[str, str]]:
    """By words that were marked: the state of the passage and what stands at its place."""
    text = case.articles.text(2)
    found = case.articles.passages(2).values()
    return {p.anchor.exact: (p.state.value, text[slice(*p.place)] if p.place else "") for p in found}


def test_read_again_as_it_was_it_changes_nothing(marked: Case, again: Again) -> None:
    before = dumped(marked)
    report = again()
    assert dumped(marked) == before
    assert not report.changes
    assert report.text.startswith("Ex. 2 read again: the same text. 6 marks in place.")


def test_a_text_around_the_old_one_keeps_everything_in_its_place(marked: Case, again: Again) -> None:
    report = again(lambda text: f"Menu\nNews and sport\n\n{text}\nRead on: the weather\n")
    assert all(state == "exact" and there == words for words, (state, there) in told(marked).items())
    assert (report.in_place, report.moved, report.lost, report.unchecked, report.dropped) == (6, 0, 0, 0, 0)
    assert report.text == "Ex. 2 read again: 8 words more. 6 marks in place."
    (zone,) = [z for z in marked.articles.zones(2) if z.set_by is SetBy.ANALYST]
    assert marked.articles.text(2)[slice(*zone.span)] == "Norlin: nobody ill on ferry"
    (checked,) = marked.articles.view(2).checked
    assert (checked.kind, checked.reason) == (CheckedKind.WAIVED, "a timetable")
    assert marked.articles.text(2)[slice(*checked.span)].startswith(AGAIN)


def test_what_moved_and_what_was_lost_is_told_and_kept(marked: Case, again: Again) -> None:
    def change(text: str) -> str:
        first, second = text.split(". A doctor")
        service = second.index("Service")
        return f"{second[service:].strip()}\n{first}. A doctor{second[:service]}".replace("treated 38 of them", "treated none of them")

    report = again(change)
    found = told(marked)
    assert found[ILL] == ("exact", ILL)
    assert found[AGAIN] in (("exact", AGAIN), ("moved", AGAIN))
    assert found[WEIL] == ("orphan", "")
    assert found["38 of them"] == ("orphan", "")
    assert report.lost == 2
    assert report.of_lost == ("C2", "Q1")
    assert "2 lost: C2 and Q1" in report.text
    assert [a.passage_id is not None for a in marked.appearances.of(2)] == [True], "it stays linked"
    warned = [finding.message for finding in marked.claims.view(2).warnings if finding.rule == "lost-words"]
    assert warned == ["Words marked for it are no longer in the text of Ex. 2. Mark the place anew, or delete the mark."]
    assert not [f for f in marked.claims.view(1).warnings if f.rule == "lost-words"]
    assert "DRAFT: 2 citations do not match" in marked.memos.render(".md").decode()


def test_undo_and_redo_take_it_back_whole(marked: Case, again: Again) -> None:
    before = dumped(marked)
    again(lambda text: text.replace("38", "37").replace("According", "Menu\nAccording"))
    after = dumped(marked)
    assert after != before
    assert marked.undo()[0] == "Read Ex. 2 again"
    assert dumped(marked) == before
    marked.redo()
    assert dumped(marked) == after


def test_words_that_come_back_are_found_again(marked: Case, again: Again) -> None:
    again(lambda text: text.replace(WEIL, "he knew nothing of it"))
    assert told(marked)[WEIL] == ("orphan", "")
    report = again()
    assert told(marked)[WEIL] == ("moved", WEIL), "nobody has looked at it yet"
    assert report.of_moved == ("C2", "Q1")


def test_somebody_who_has_looked_says_that_a_moved_mark_is_right(marked: Case, again: Again) -> None:
    again(lambda text: text.replace(WEIL, "he knew nothing of it"))
    again()
    moved = next(a.id for a in marked.appearances.of(2) if a.article_id == 2)
    marked.appearances.accept_place(moved)
    assert told(marked)[WEIL] == ("exact", WEIL)
    with pytest.raises(RuleBroken, match="has not moved"):
        marked.appearances.accept_place(moved)
    marked.undo()
    assert told(marked)[WEIL] == ("moved", WEIL)


def test_fields_and_zones_of_the_machine_are_new_and_those_of_the_analyst_stay(marked: Case, again: Again) -> None:
    marked.articles.set_metadata(2, Field.PUBLISHER, "Courier")
    fields = {
        Field.PUBLISHER: Metadatum("Somebody", None, "guessed"),
        Field.TITLE: Metadatum("Nobody ill", None, "the page's title"),
    }
    zones = (DraftZone(0, 60, ZoneKind.BOILERPLATE, "a menu"),)
    again(lambda text: f"Menu\n{text}", metadata=fields, zones=zones, reader="workbench 9 HTML 9", warnings=("it was short",))
    article = marked.articles.get(2)
    assert (article.value(Field.PUBLISHER), article.value(Field.TITLE), article.value(Field.PUBLISHED)) == ("Courier", "Nobody ill", None)
    assert (article.reader, article.warnings) == ("workbench 9 HTML 9", ("it was short",))
    text, headline = marked.articles.text(2), "Norlin: nobody ill on ferry"
    parts = [(text[z.start : z.end], z.kind) for z in marked.articles.zones(2)]
    assert parts == [("Menu\n", ZoneKind.BOILERPLATE), (headline, ZoneKind.HEADLINE), (text[5 + len(headline) : 60], ZoneKind.BOILERPLATE)]


def test_a_signed_version_no_longer_stands(marked: Case, again: Again) -> None:
    marked.info.edit(checker="R. Quill", as_of="2031-05-04T12:00:00+00:00")
    marked.signing.put_up()
    marked.signing.sign(1, Role.ANALYST, "Ida Holm")
    assert marked.signing.last().stands
    again(lambda text: f"Menu\n{text}")
    assert not marked.signing.last().stands
    marked.undo()
    assert marked.signing.last().stands


def test_an_orphan_takes_part_in_nothing_but_is_shown(marked: Case, again: Again, mark: Marker) -> None:
    at = marked.appearances.of(2)[0]
    lost = marked.articles.passage(at.passage_id or 0)
    again(lambda text: text.replace(WEIL, "he had put 61 of them to bed him."))
    assert marked.articles.passage(lost.id).state is PassageState.ORPHAN
    assert marked.claims.first_place(2) is None
    assert marked.reading.of(2).marked == marked.reading.of_view(marked.articles.view(2)).marked
    with pytest.raises(RuleBroken, match="inside the mark"):
        marked.appearances.split(at.id, lost.span.start + 3)
    added = marked.claims.add("Another", Mark(2, *lost.span)).new("claims")
    assert marked.appearances.of(added)[0].passage_id != lost.id, "not the orphan at that place"
    marked.appearances.move(at.id, mark(2, "61 of them"))
    assert [f.rule for f in marked.claims.view(2).warnings if f.rule == "lost-words"] == []


def test_an_article_changed_meanwhile_is_left_alone(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, inside = IsolatedReader.read, []

    def other(self: IsolatedReader, name: str, data: bytes, **kwargs: Any) -> Draft:
        draft = whole(self, name, data, **kwargs)
        if not inside:
            inside.append(1)
            case.articles.read_again(2)
        return replace(draft, text=f"{'Menu ' * len(inside)}\n{draft.text}")

    monkeypatch.setattr(articles_module.IsolatedReader, "read", other)
    with pytest.raises(RuleBroken, match="changed while it was read"):
        case.articles.read_again(2)


def test_an_encoding_that_was_chosen_stays(empty: Case, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Café am Kai geschlossen, sagt die Stadt am Meer.\n".encode("cp1252"))
    (exhibit,) = empty.imports.files([path]).added
    empty.articles.reread(exhibit, "cp437")
    text = empty.articles.text(exhibit)
    assert not empty.articles.read_again(exhibit).changes
    assert empty.articles.text(exhibit) == text


def test_a_page_of_an_older_version_is_read_anew(tmp_path: Path) -> None:
    old = Path(__file__).parent.parent / "casefiles" / "v2-example.case"
    shutil.copy(old, tmp_path / "old.case")
    with closing(Case.open(tmp_path / "old.case", lambda: "Ida Holm")) as case:
        html = [a.id for a in case.articles.all() if a.media_type == "text/html"]
        assert html
        assert all(is_older(case.articles.get(number)) for number in html)
        reports = [case.articles.read_again(number) for number in html]
        assert [(r.lost, r.of_lost) for r in reports] == [(0, ())] * len(html), [r.text for r in reports]
        assert not any(is_older(case.articles.get(number)) for number in html)
        assert case.integrity.faults() == []
