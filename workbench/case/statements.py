"""The words of an article that state who says a passage. Without them an origin is inferred, and wording never attributes to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.case.passages import Mark, drop_unused, keep_passage
from workbench.checks.attribution import attributed
from workbench.domain.entities import Appearance, Origin
from workbench.domain.errors import RuleBroken
from workbench.domain.naming import short_name
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Field, OriginBasis
from workbench.importers.sentences import sentence_spans
from workbench.storage import Operation

NEARBY = 2500
"""Code points before and after a passage in which its speaker is looked for, at least where a paragraph begins."""
_EMPTY = frozenset(
    ("the", "a", "an", "of", "and", "for", "in", "on", "its", "his", "her", "s", "to", "from", "said", "statement", "announcement")
)


def around(text: str, span: Span) -> Span:
    """The paragraphs in which a speaker is looked for: enough before the words for a pronoun, however long the article."""
    start = text.rfind("\n", 0, max(0, span.start - NEARBY)) + 1
    end = text.find("\n", span.end)
    return Span(max(start, span.start - 2 * NEARBY), min(end if end >= 0 else len(text), span.end + NEARBY))


def telling_words(words: str) -> frozenset[str]:
    """The words of a name by which it is known, folded."""
    found = re.findall(r"\w+", re.sub(r"[’']s\b", "", words).casefold())
    return frozenset(word for word in found if word not in _EMPTY)


def statement_in(text: str, span: Span, names: Iterable[str], language: str = "") -> Span | None:
    """The words near a passage by which the article says that one of these says it; None where it does not say so."""
    part = around(text, span)
    sentences = [Span(s.start + part.start, s.end + part.start) for s in sentence_spans(text[part.start : part.end])]
    found = attributed(text, span, sentences, language=language)
    if found is None or not found.named or found.basis is not OriginBasis.STATED:
        return None
    who = telling_words(found.who)
    named = any(who and (known := telling_words(name)) and (who <= known or known <= who) for name in names)
    return found.where if named else None


def names_of(origin: Origin) -> tuple[str, ...]:
    """What an article may call an origin."""
    return (origin.name, short_name(origin.name), *origin.aliases)


def kept_statement(operation: Operation, article_id: int, statement: Mark | None) -> int | None:
    """The passage at a statement. Raises RuleBroken for one of another article."""
    if statement is None:
        return None
    if statement.article_id != article_id:
        raise RuleBroken("statement", f"The words that state it stand in Ex. {article_id} itself, not in another article.")
    return keep_passage(operation, statement)


def found_statement(operation: Operation, article_id: int, passage_id: int | None, origin_id: int | None) -> int | None:
    """The passage by which the article states that origin for one of its passages, looked for by reading; None where it does not."""
    reader = operation.reader
    if passage_id is None or origin_id is None:
        return None
    place = reader.passages(id=passage_id)[passage_id].place
    if place is None:
        return None
    language = reader.article(article_id).value(Field.LANGUAGE) or ""
    span = statement_in(reader.text(article_id), place, names_of(reader.origins()[origin_id]), language)
    return keep_passage(operation, Mark(article_id, *span)) if span else None


def origin_columns(
    operation: Operation, article_id: int, passage_id: int | None, origin_id: int | None, basis: OriginBasis | None, statement: Mark | None
) -> dict[str, object]:
    """Origin, basis and statement of an appearance as they may be kept: what is given, else what reading finds, else inferred."""
    if origin_id is None:
        return {"origin_id": None, "origin_basis": None, "statement_id": kept_statement(operation, article_id, statement)}
    if basis is OriginBasis.INFERRED:
        return {"origin_id": origin_id, "origin_basis": basis, "statement_id": None}
    held = kept_statement(operation, article_id, statement) or found_statement(operation, article_id, passage_id, origin_id)
    return {"origin_id": origin_id, "origin_basis": OriginBasis.STATED if held else OriginBasis.INFERRED, "statement_id": held}


def refuse_unstated(article_id: int, basis: OriginBasis | None, columns: dict[str, object]) -> None:
    """Raise RuleBroken where an analyst says "stated" and no words of the article state it."""
    if basis is OriginBasis.STATED and columns["statement_id"] is None:
        raise RuleBroken(
            "statement",
            f"No words near the passage say so. Select the words of Ex. {article_id} that do and press O, or say that it is inferred.",
        )


def update_origin(operation: Operation, appearance: Appearance, columns: dict[str, object]) -> None:
    """Change an appearance; a statement that nothing uses any more goes."""
    operation.update("appearances", appearance.id, **columns)
    if "statement_id" in columns and columns["statement_id"] != appearance.statement_id:
        drop_unused(operation, appearance.statement_id)
