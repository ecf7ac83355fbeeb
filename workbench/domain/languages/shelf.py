"""The languages that the desk knows, each loaded when the first text of it comes."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from workbench.domain.entities import Article
from workbench.domain.languages.language import Language
from workbench.domain.vocabulary import Field

KNOWN = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "ko", "pl", "pt", "ru", "tr", "uk", "zh")
"""ISO 639-1 codes of the files in this folder."""


@cache
def language(code: str) -> Language | None:
    """The language of a code such as de or de-AT; None for one that has no file here, of which nothing must be guessed."""
    short = code.casefold().replace("_", "-").partition("-")[0]
    if short not in KNOWN:
        return None
    module = import_module(f"workbench.domain.languages.{short}")
    found: Language = module.LANGUAGE
    return found


def language_of(article: Article) -> str:
    """The language of an article's text as its metadata have it, ISO 639-1; empty where nobody knows it."""
    return article.value(Field.LANGUAGE) or ""
