"""What holds for every line of every history, whatever was done."""

from __future__ import annotations

import re

from workbench.case import Case
from workbench.case.history import LONGEST, SHORT, Event
from workbench.case.shortening import BEGIN, END, FIRST

RAW = re.compile(r"\b\w+_(?:id|sha256|on|at|by|date|basis)\b|\bNone\b|\bid: ")
ABOUT = re.compile(r"(?:Undone \(step \d+\): |Done again \(step \d+\): )?(?:C\d+|Q\d+|Ex\. \d+|Origin|The case)\b.* · .")


def check_line(event: Event) -> None:
    """It says what it is about and what became of it, is short, has no names of columns, and loses nothing in what is whole."""
    assert ABOUT.match(event.what), event.what
    assert len(event.what) <= LONGEST
    assert not {BEGIN, FIRST, END} & set(event.what + event.whole)
    assert not RAW.search(re.sub("“[^”]*”", "", event.what)), event.what
    assert "\n" not in event.what
    if "…" not in event.what and "more" not in event.what:
        told = re.sub(r"^(?:Undone|Done again) \(step \d+\): ", "", event.what)
        assert all(part in event.whole.replace("\n", "; ") for part in told.split(" · ")[:1]), (event.what, event.whole)
    for quoted in re.findall("“([^“”]*)”", event.what):
        assert len(quoted) <= SHORT


def check_history(case: Case) -> None:
    events = case.history.of_case(10**6)
    for event in events:
        check_line(event)
    told = {event.seq: event for event in events}
    for claim in [view.claim.id for view in case.claims.views()]:
        for event in case.history.of_claim(claim):
            check_line(event)
            assert event.what.split(": ", 1)[-1 if event.what.startswith(("Undone", "Done")) else 0].startswith(f"C{claim} ")
            assert (event.at, event.who, event.why) == (told[event.seq].at, told[event.seq].who, told[event.seq].why)
        assert case.history.of_claim(claim, 3) == case.history.of_claim(claim)[:3]
    for article in case.articles.all():
        for event in case.history.of_article(article.id):
            check_line(event)
            assert f"Ex. {article.id} " in event.what
