"""Readings: an article says whether today's reader may make another text of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.case import Case
from workbench.importers.readings import OLDER, READINGS, is_older, numbered, remarks
from workbench.importers.registry import IMPORTERS


@pytest.mark.parametrize(
    ("reader", "media_type", "older"),
    [
        ("workbench 0.1.0 HTML with trafilatura 2.3.1", "text/html", True),
        (f"workbench 0.1.0 HTML {READINGS['text/html']} with trafilatura 2.3.1", "text/html", False),
        (f"workbench 3.0 HTML {READINGS['text/html'] + 1} with trafilatura 9", "text/html", False),
        ("workbench 0.1.0 plain text", "text/plain", False),
        ("workbench 0.1.0 Markdown", "text/markdown", False),
        ("made up", "text/html", False),
        ("", "text/html", False),
    ],
)
def test_the_reader_that_read_an_article_tells(case: Case, reader: str, media_type: str, older: bool) -> None:
    article = replace(case.articles.get(1), reader=reader, media_type=media_type, warnings=("short",))
    assert is_older(article) is older
    assert remarks(article) == (("short", OLDER) if older else ("short",))


def test_every_format_reads_as_today() -> None:
    assert set(READINGS) <= {importer.media_type for importer in IMPORTERS}
    assert numbered("HTML", "text/html") == f"HTML {READINGS['text/html']}"
    assert numbered("plain text", "text/plain") == "plain text"
    page = next(importer for importer in IMPORTERS if importer.kind == "HTML")
    draft = page.read(b"<html><body><p>Forty passengers fell ill on the ferry, said the harbour office.</p></body></html>", "a.html", None)
    assert f" {numbered('HTML', 'text/html')} with trafilatura " in draft.reader
