"""Markdown is kept as written; its front matter and heading are understood."""

from __future__ import annotations

import pytest

from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.markdown import MarkdownImporter

NOTE = """---
title: "Council keeps the ferry"
author: Ada Finn
date: 2031-04-09
---
# Council keeps the ferry.

The harbour council voted on Tuesday. Nobody had expected it.

- The boat stays
- The crew waits
"""


def test_front_matter_states_metadata_and_is_furniture() -> None:
    draft = MarkdownImporter().read(NOTE.replace("\n", "\r\n").encode(), "note.md", None)
    assert draft.text == NOTE
    assert draft.metadata[Field.AUTHOR].value == "Ada Finn"
    assert draft.metadata[Field.PUBLISHED].value == "2031-04-09"
    assert draft.metadata[Field.TITLE].basis == "the file's front matter, “title”"
    kinds = [(zone.kind, draft.text[zone.start : zone.end]) for zone in draft.zones]
    assert [kind for kind, _ in kinds] == [ZoneKind.BOILERPLATE, ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.BULLET, ZoneKind.BULLET]
    assert kinds[1][1] == "# Council keeps the ferry."


def test_a_note_without_front_matter() -> None:
    draft = MarkdownImporter().read(NOTE.split("---\n")[2].encode(), "note.md", None)
    assert draft.metadata[Field.TITLE].value == "Council keeps the ferry."
    assert draft.metadata[Field.AUTHOR].value is None
    assert draft.zones[0].kind is ZoneKind.HEADLINE


def test_an_image_is_only_words() -> None:
    draft = MarkdownImporter().read(b"# Ferry news\n\n![a boat](file:///etc/hostname)\n\nThe boat left. It came back.", "note.md", None)
    assert "![a boat](file:///etc/hostname)" in draft.text


def test_white_space_is_refused() -> None:
    with pytest.raises(ImportRefused, match="0 of 3 bytes became text"):
        MarkdownImporter().read(b" \n ", "note.md", None)
