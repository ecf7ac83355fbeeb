"""Every renderer is listed, named and has its own suffix."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbench.memo
from workbench.memo.markdown import MarkdownRenderer
from workbench.memo.registry import RENDERERS, renderer_for


def test_every_file_with_a_renderer_is_listed() -> None:
    room = Path(workbench.memo.__file__).parent
    files = {path.stem for path in room.glob("*.py") if "\n    suffix = " in path.read_text(encoding="utf-8")}
    assert files == {type(renderer).__module__.rpartition(".")[2] for renderer in RENDERERS}


def test_names_and_suffixes_differ() -> None:
    assert len({renderer.name for renderer in RENDERERS}) == len(RENDERERS)
    assert len({renderer.suffix for renderer in RENDERERS}) == len(RENDERERS)


@pytest.mark.parametrize("suffix", [".md", ".MD"])
def test_found_by_suffix(suffix: str) -> None:
    assert isinstance(renderer_for(suffix), MarkdownRenderer)
    assert renderer_for(".exe") is None
