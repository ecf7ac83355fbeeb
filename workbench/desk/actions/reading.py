"""Reading: sentences, furniture, panes, articles. One thin function per user action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.desk.actions.common import attempt, pane_here, place
from workbench.desk.popup import Ask, Form
from workbench.domain.vocabulary import FURNITURE, Field, Reliability, ZoneKind

if TYPE_CHECKING:
    from workbench.desk.window import Window


def step_sentence(window: Window, by: int) -> None:
    """To the next sentence that nobody has marked or checked off; in a long text, on to the next part."""
    pane = pane_here(window)
    while pane and not pane.view.step_to(pane.unread(), by):
        if not pane.view.turn(by):
            window.desk.say("Every sentence from here on has been read." if by > 0 else "Every sentence before this one has been read.")
            return
        if left := pane.unread():
            pane.view.go_to(left[0 if by > 0 else -1])
            return


def check_rest(window: Window) -> None:
    """Check off every sentence of this article that is still unread."""
    if pane := pane_here(window):
        article_id = pane.article_id
        if window.desk.do(lambda: window.desk.case.reading.check_rest(article_id)):
            window.desk.say(f"The rest of Ex. {article_id} is checked off.", action=("Undo", window.desk.undo))


def waive(window: Window) -> None:
    """Set the sentence under the cursor aside with a reason: it counts as read, and the reason is kept."""
    pane = window.reading_pane()
    sentence = pane.view.sentence() if pane else None
    if pane is None or sentence is None:
        window.desk.say("Put the cursor in a sentence first.")
        return
    article_id = pane.article_id

    def done(values: list[str]) -> str:
        return attempt(window, lambda: window.desk.case.reading.waive(article_id, sentence, values[0]))

    Form(window, "Set this sentence aside", [Ask("Because", "", (), "why nobody needs to look at it")], done).open_at(place(window))


def toggle_furniture(window: Window) -> None:
    """Say that the words are page furniture, or that they are body after all."""
    pane = pane_here(window)
    span = (pane.view.selection() or pane.view.sentence()) if pane else None
    if pane is None or span is None:
        window.desk.say("Put the cursor in a sentence first.")
    else:
        article_id = pane.article_id
        zones = window.desk.case.articles.zones(article_id)
        grey = any(z.kind in FURNITURE and z.span.overlaps(span) for z in zones)
        kind = ZoneKind.BODY if grey else ZoneKind.BOILERPLATE
        window.desk.do(lambda: window.desk.case.articles.set_zone(article_id, *span, kind))


def toggle_fold(window: Window) -> None:
    if pane := pane_here(window):
        pane.toggle_fold()


def toggle_plain(window: Window) -> None:
    window.area.toggle_plain()


def set_panes(window: Window, count: int) -> None:
    window.area.set_count(count, window.articles.ids)


def close_pane(window: Window) -> None:
    """Close the tab that is open; with the last one its pane."""
    window.area.close_tab()


def edit_article(window: Window) -> None:
    """Metadata of the article in focus, each with the reason for what stands there."""
    if pane := pane_here(window):
        edit_article_of(window, pane.article_id)


def edit_article_of(window: Window, article_id: int) -> None:
    articles = window.desk.case.articles
    article = articles.get(article_id)
    asks = []
    for field in Field:
        found = article.metadata.get(field)
        sure = f" ({found.confidence.label})" if found and found.confidence else ""
        asks.append(
            Ask(field.label.capitalize(), (found.value or "") if found else "", (), f"({found.basis if found else 'unknown'}){sure}")
        )
    asks.append(Ask("Grade A–F", article.grade.value, [g.value for g in Reliability]))
    asks.append(Ask("Encoding", article.encoding))
    why = "; ".join(f"{f.label}: {m.basis}" for f, m in article.metadata.items() if m.value)

    def done(values: list[str]) -> str:
        if values[6].upper() not in {g.value for g in Reliability}:
            return "The grade is a letter from A (completely reliable) to F (cannot be judged)."
        now = articles.get(article_id)  # some of it may be kept already, when something else was refused before
        for field, value in zip(Field, values, strict=False):
            if value != (now.value(field) or "") and (wrong := attempt(window, partial(articles.set_metadata, article_id, field, value))):
                return wrong
        if values[6].upper() != article.grade.value:
            attempt(window, lambda: articles.set_grade(article_id, Reliability(values[6].upper())))
        return attempt(window, lambda: articles.reread(article_id, values[7])) if values[7] != article.encoding else ""

    Form(window, f"{article.exhibit}: {article.name}", asks, done, warning=why).open_at(window.middle())


def remove_article(window: Window) -> None:
    if pane := pane_here(window):
        remove_article_of(window, pane.article_id)


def remove_article_of(window: Window, article_id: int) -> None:
    if window.desk.do(lambda: window.desk.case.articles.delete(article_id)):
        window.desk.say(f"Ex. {article_id} removed, with its marks.", action=("Undo", window.desk.undo))


def toggle_lock(window: Window) -> None:
    """Let all panes scroll together, side by side where they say the same."""
    on = window.area.lock.toggle()
    window.desk.say("Panes scroll together; hold Alt to free one." if on else "Each pane scrolls by itself.")
