"""Reading: sentences, furniture, panes, articles. One thin function per user action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.desk.actions.common import attempt
from workbench.desk.popup import Ask, Form
from workbench.desk.reading.pane import Pane
from workbench.domain.coverage import mostly
from workbench.domain.errors import WorkbenchError
from workbench.domain.vocabulary import FURNITURE, Field, Reliability, ZoneKind
from workbench.importers.readings import OLDER, is_older

if TYPE_CHECKING:
    from workbench.case.rereading import Report
    from workbench.desk.desk import Desk
    from workbench.desk.workplace import Workplace


def step_sentence(work: Workplace, by: int) -> None:
    """To the next sentence that nobody has marked or checked off; in a long text, on to the next part."""
    if pane := work.pane_here():
        with pane.view.by_hand():
            if not _stepped(pane, by):
                work.desk.say("Every sentence from here on has been read." if by > 0 else "Every sentence before this one has been read.")


def _stepped(pane: Pane, by: int) -> bool:
    """Whether there was an unread sentence to go to."""
    while not pane.view.step_to(pane.unread(), by):
        if not pane.view.turn(by):
            return False
        if left := pane.unread():
            pane.view.go_to(left[0 if by > 0 else -1])
            return True
    return True


def check_rest(work: Workplace) -> None:
    """Check off every sentence of this article that is still unread."""
    if pane := work.pane_here():
        article_id = pane.article_id
        if work.desk.do(lambda: work.desk.case.reading.check_rest(article_id)):
            work.desk.say(f"The rest of Ex. {article_id} is checked off.", action=("Undo", work.desk.undo))


def waive(work: Workplace) -> None:
    """Set the sentence under the cursor aside with a reason: it counts as read, and the reason is kept."""
    pane = work.reading_pane()
    sentence = pane.view.sentence() if pane else None
    if pane is None or sentence is None:
        work.desk.say("Put the cursor in a sentence first.")
        return
    article_id = pane.article_id

    def done(values: list[str]) -> str:
        return attempt(work, lambda: work.desk.case.reading.waive(article_id, sentence, values[0]))

    Form(work.over, "Set this sentence aside", [Ask("Because", "", (), "why nobody needs to look at it")], done).open_at(work.place())


def toggle_furniture(work: Workplace) -> None:
    """Say that the words are page furniture, or that they are body after all."""
    pane = work.pane_here()
    span = (pane.view.selection() or pane.view.sentence()) if pane else None
    if pane is None or span is None:
        work.desk.say("Put the cursor in a sentence first.")
    else:
        article_id = pane.article_id
        zones = work.desk.case.articles.zones(article_id)
        grey = mostly(span, [z.span for z in zones if z.kind in FURNITURE])
        kind = ZoneKind.BODY if grey else ZoneKind.BOILERPLATE
        work.desk.do(lambda: work.desk.case.articles.set_zone(article_id, *span, kind))


def toggle_fold(work: Workplace) -> None:
    if pane := work.pane_here():
        pane.toggle_fold()


def toggle_plain(work: Workplace) -> None:
    work.area.toggle_plain()


def set_panes(work: Workplace, count: int) -> None:
    work.area.set_count(count, work.articles.ids)


def close_pane(work: Workplace) -> None:
    """Close the tab that is open; with the last one its pane."""
    work.area.close_tab()


def edit_article(work: Workplace) -> None:
    """Metadata of the article in focus, each with the reason for what stands there."""
    if pane := work.pane_here():
        edit_article_of(work, pane.article_id)


def edit_article_of(work: Workplace, article_id: int) -> None:
    articles = work.desk.case.articles
    article = articles.get(article_id)
    asks = []
    for field in Field:
        found = article.metadata.get(field)
        sure = f" ({found.confidence.label})" if found and found.confidence else ""
        asks.append(
            Ask(field.label.capitalize(), (found.value or "") if found else "", (), f"({found.basis if found else 'unknown'}){sure}")
        )
    asks.append(Ask("Grade A–F", article.grade.value, [g.value for g in Reliability], closed=True))
    asks.append(Ask("Encoding", article.encoding))
    reasons = "; ".join(f"{f.label}: {m.basis}" for f, m in article.metadata.items() if m.value)
    why = " ".join(filter(None, (OLDER if is_older(article) else "", reasons)))

    def done(values: list[str]) -> str:
        *_, grade, encoding = values
        if grade.upper() not in {g.value for g in Reliability}:
            return "The grade is a letter from A (completely reliable) to F (cannot be judged)."
        now = articles.get(article_id)  # some of it may be kept already, when something else was refused before
        for field, value in zip(Field, values, strict=False):
            if value != (now.value(field) or "") and (wrong := attempt(work, partial(articles.set_metadata, article_id, field, value))):
                return wrong
        if grade.upper() != article.grade.value:
            attempt(work, lambda: articles.set_grade(article_id, Reliability(grade.upper())))
        return _read_as(work, article_id, encoding) if encoding != article.encoding else ""

    Form(work.over, f"{article.exhibit}: {article.name}", asks, done, warning=why).open_at(work.middle())


def _read_as(work: Workplace, article_id: int, encoding: str) -> str:
    """Read an article in another encoding: what is wrong, or an empty string."""
    try:
        report = work.desk.case.articles.reread(article_id, encoding)
    except WorkbenchError as error:
        return str(error)
    _told(work.desk, report)
    return ""


def _told(desk: Desk, report: Report) -> None:
    """Say what became of an article that was read again; what lost its place stays in the message bar."""
    desk.announce(report.changes)
    desk.say(report.text, action=("Undo", desk.undo) if report.changes else None, stays=bool(report.lost or report.moved))


def read_again(work: Workplace) -> None:
    """Read the article in focus again with today's reader, in the background; everything that stands on its text is carried over."""
    pane = work.pane_here()
    if pane is None:
        work.desk.say("Open the article first.")
        return
    desk, article_id = work.desk, pane.article_id
    desk.job(
        f"Reading Ex. {article_id} again",
        lambda job: desk.case.articles.read_again(article_id, job.progress),
        partial(_told, desk),
        writes=True,
    )


def compare_versions(work: Workplace) -> None:
    """Two versions of an article beside each other: those of the article in focus, else it and the one in another pane, else any."""
    pair = _versions_here(work)
    if pair is None:
        work.desk.say("Open two articles that are versions of one, side by side, and press the key again.")
    else:
        show_versions(work, pair)


def show_versions(work: Workplace, pair: tuple[int, int]) -> None:
    """An earlier and a later article beside each other, if both are still there."""
    from workbench.desk.versions.sheet import VersionSheet

    if set(pair) <= work.desk.case.articles.ids():
        VersionSheet(work.over, work.desk, work.go_to, pair).show()
    else:
        work.desk.say("One of them is no longer in the case.")


def _versions_here(work: Workplace) -> tuple[int, int] | None:
    pairs, pane = work.desk.case.versions.pairs(), work.pane_here()
    mine = [pair for pair in pairs if pane and pane.article_id in pair]
    if mine:
        return mine[0]
    others = [other.article_id for other in work.area.panes if pane and other.article_id != pane.article_id]
    if pane and others:
        earlier, later = sorted((pane.article_id, others[0]))
        return earlier, later
    return pairs[0] if pairs else None


def remove_article(work: Workplace) -> None:
    if pane := work.pane_here():
        remove_article_of(work, pane.article_id)


def remove_article_of(work: Workplace, article_id: int) -> None:
    if work.desk.do(lambda: work.desk.case.articles.delete(article_id)):
        work.desk.say(f"Ex. {article_id} removed, with its marks.", action=("Undo", work.desk.undo))


def toggle_lock(work: Workplace) -> None:
    """Let all panes scroll together, side by side where they say the same."""
    on = work.area.lock.toggle()
    work.desk.say("Panes scroll together; hold Alt to free one." if on else "Each pane scrolls by itself.")
