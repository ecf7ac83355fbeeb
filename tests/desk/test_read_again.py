"""An article of an older reader says so, and one command reads it again: marks stay, the message bar tells what became of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desk.conftest import active
from tests.desk.making import form
from tests.journeys.driver import Analyst
from workbench.case import articles as articles_module
from workbench.desk.actions.reading import edit_article_of, read_again
from workbench.desk.command import Command
from workbench.desk.reading.facts import facts_of
from workbench.desk.window import Window
from workbench.domain.errors import ImportRefused
from workbench.importers.isolated import Reader as IsolatedReader
from workbench.importers.readings import OLDER, is_older

OLD = Path(__file__).parent.parent / "casefiles" / "v2-example.case"


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """A window on a case of an older version, with the keyboard in a page that its reader read."""
    window = active(open_window(Path(shutil.copy(OLD, tmp_path / "old.case"))))
    page = next(article for article in window.desk.case.articles.all() if is_older(article))
    window.area.open(page.id).view.setFocus()
    return Analyst(window)


def command(window: Window, name: str) -> Command:
    return next(c for c in window.commands if c.spec.name == name)


def test_a_page_of_an_older_reader_says_so_and_is_read_again(analyst: Analyst) -> None:
    window, pane = analyst.window, analyst.window.area.current
    assert pane
    case, exhibit, before = window.desk.case, pane.article_id, pane.view.text
    quoted = {p.id: p.anchor.exact for p in case.articles.passages(exhibit).values()}
    assert quoted
    sign = facts_of(case.articles.get(exhibit), [], 0)[0]
    assert (sign.text, OLDER in sign.spoken) == ("⚠", True)
    edit_article_of(window.work, exhibit)
    assert any(OLDER in each.text() for each in form(window).findChildren(QLabel))
    analyst.press(Qt.Key.Key_Escape)

    command(window, "read_again").trigger()
    analyst.wait()
    assert analyst.said[-1].startswith(f"Ex. {exhibit} read again: ")
    assert f"{len(quoted)} marks in place" in analyst.said[-1]
    text = pane.view.text
    assert text == case.articles.text(exhibit)
    assert text != before
    assert all(text[slice(*p.span)] == quoted[p.id] for p in case.articles.passages(exhibit).values())
    assert {(m.start, m.end) for m in pane.contents.marks()} <= {p.span for p in case.articles.passages(exhibit).values()}
    assert facts_of(case.articles.get(exhibit), [], 0)[0].text == ""

    window.desk.undo()
    analyst.wait()
    assert pane.view.text == before


def test_a_lost_mark_is_told_beside_its_claim_and_in_the_pane(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    window, pane = analyst.window, analyst.window.area.current
    assert pane
    case, exhibit = window.desk.case, pane.article_id
    mark = case.articles.view(exhibit).appearances[0]
    words = case.articles.passage(mark.passage_id or 0).anchor.exact
    whole = IsolatedReader.read

    def other(self: IsolatedReader, name: str, data: bytes, **kwargs: str | None) -> object:
        draft = whole(self, name, data, **kwargs)
        kept = [zone for zone in draft.zones if zone.end <= draft.text.index(words)]
        return type(draft)(
            draft.text.replace(words, "something else"), draft.media_type, draft.encoding, draft.encoding_basis, draft.reader,
            draft.metadata, tuple(kept), (),
        )  # fmt: skip

    monkeypatch.setattr(articles_module.IsolatedReader, "read", other)
    window.desk.choose(mark.claim_id)
    command(window, "read_again").trigger()
    analyst.wait()
    assert f"C{mark.claim_id}" in analyst.said[-1].split("lost: ")[1]
    assert "no longer in the text of" in window.detail.warning_words.text()
    assert pane.contents.lost(mark.claim_id)
    if not pane.contents.marked(mark.claim_id):
        pane.bring_to(mark.claim_id)
        assert "no longer in its text" in pane.note.text()
    assert mark.id not in {a.id for _, a in pane.contents.marked(mark.claim_id)}
    assert any("no longer in the text" in row.text() for row in window.detail.findChildren(QLabel))


def test_what_cannot_be_read_again_is_told_and_nothing_changes(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    window, pane = analyst.window, analyst.window.area.current
    assert pane
    before = pane.view.text

    def refused(self: IsolatedReader, name: str, data: bytes, **kwargs: str | None) -> object:
        raise ImportRefused(name, "it could not be read as a page.")

    monkeypatch.setattr(articles_module.IsolatedReader, "read", refused)
    command(window, "read_again").trigger()
    analyst.wait()
    assert "could not be read as a page" in analyst.said[-1]
    assert pane.view.text == before


def test_without_an_article_there_is_nothing_to_read_again(open_window: Callable[..., Window]) -> None:
    window = active(open_window())
    analyst = Analyst(window)
    read_again(window.work)
    assert analyst.said[-1] == "Open the article first."
