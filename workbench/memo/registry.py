"""The renderers, listed by hand: a new one is one file and one line here."""

from __future__ import annotations

from workbench.memo.markdown import MarkdownRenderer
from workbench.memo.pdf import PdfRenderer
from workbench.memo.protocol import Renderer

RENDERERS: tuple[Renderer, ...] = (PdfRenderer(), MarkdownRenderer())


def renderer_for(suffix: str) -> Renderer | None:
    """The renderer whose files end in `suffix` (".pdf", any case), or None."""
    return next((renderer for renderer in RENDERERS if renderer.suffix == suffix.lower()), None)
