"""Which elements of a page its reader does not see: the hidden attribute, closed boxes, inline styles and the page's own style sheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_DECLARED = re.compile(r"(?:^|[;\s])(display|visibility)\s*:\s*([a-z-]+)\s*(!\s*important)?", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*\bline-through\b", re.IGNORECASE)
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<signs>(?:[.#][\w-]+)*)")
_SIGN = re.compile(r"([.#])([\w-]+)")
_LONGEST_SHEET = 2_000_000
_LET_THROUGH = re.compile(r"@(?:supports|layer)\b|@media\s+(?:only\s+)?(?:all|screen)\s*$", re.IGNORECASE)
"""Blocks whose rules hold on a screen of any size."""
_FALLBACKS = frozenset({"iframe", "object", "video", "audio", "canvas"})
_NEVER = frozenset({"html", "body"})
"""Pages that hide themselves until their scripts have run: what such a page shows is all of it."""


@dataclass(frozen=True, slots=True)
class _Compound:
    """One part of a selector: a tag ("" for any), classes and ids that an element must have."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: HtmlElement) -> bool:
        return (
            self.tag in ("", element.tag)
            and (not self.classes or self.classes <= set((element.get("class") or "").split()))
            and (not self.ids or element.get("id") in self.ids)
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector whose elements are hidden, or shown again; the rule that weighs most decides."""

    path: tuple[_Compound, ...]
    hides: bool
    weight: tuple[bool, int, int, int, int]

    def fits(self, element: HtmlElement) -> bool:
        *above, last = self.path
        if not last.fits(element):
            return False
        outer: HtmlElement | None = element.getparent()
        for compound in reversed(above):
            while outer is not None and not compound.fits(outer):
                outer = outer.getparent()
            if outer is None:
                return False
            outer = outer.getparent()
        return True


class Hiding:
    """What a page's marks and style sheets hide."""

    def __init__(self, tree: HtmlElement) -> None:
        sheet = "\n".join(element.text or "" for element in tree.iter("style") if not _for_print(element))
        found: dict[tuple[str, str], list[_Rule]] = defaultdict(list)
        for rule in _rules(_COMMENT.sub(" ", sheet[:_LONGEST_SHEET])):
            found[_key(rule.path[-1])].append(rule)
        # Rules that show something again count only against those that hide it, which are looked up by the same key or a weaker one.
        hiding = {key for key, rules in found.items() if any(rule.hides for rule in rules)}
        self._rules = found if hiding else {}
        self._hiding = hiding

    def reason(self, element: HtmlElement) -> str | None:
        """Why an element itself is not seen, in words; None for one that is. What stands inside a hidden one is not asked about."""
        if element.tag in _NEVER:
            return None
        if element.tag == "dialog" and element.get("open") is None:
            return "a window that is not open on the page"
        if is_folded(element):
            return "it stands in a box that is closed on the page"
        if element.tag in _FALLBACKS:
            return f"words for browsers that cannot show a thing of the kind “{element.tag}”"
        inline = _hides(element.get("style") or "")
        if inline is not None:
            return "the page hides it (its style)" if inline else None
        if element.get("hidden") is not None:
            return "the page hides it (marked as hidden)"
        return "the page hides it (its style sheet)" if self._by_sheet(element) else None

    def _by_sheet(self, element: HtmlElement) -> bool:
        if not self._rules:
            return False
        keys = [("#", element.get("id") or ""), ("", str(element.tag)), *((".", name) for name in (element.get("class") or "").split())]
        if not any(key in self._hiding for key in keys):
            return False
        fitting = [rule for key in keys for rule in self._rules.get(key, ()) if rule.fits(element)]
        return max(fitting, key=lambda rule: rule.weight).hides if fitting else False


def is_struck(element: HtmlElement) -> bool:
    """Whether the page strikes an element's words out."""
    return element.tag in ("del", "s", "strike") or bool(_STRUCK.search(element.get("style") or ""))


def is_folded(element: HtmlElement) -> bool:
    """Whether an element stands in a closed box, outside the line that opens it."""
    parent = element.getparent()
    return parent is not None and parent.tag == "details" and parent.get("open") is None and element.tag != "summary"


def _for_print(style: HtmlElement) -> bool:
    media = (style.get("media") or "all").lower()
    return "all" not in media and "screen" not in media


def _hides(declarations: str) -> bool | None:
    """True where declarations hide, False where they show, None where they say neither."""
    said: bool | None = None
    for name, value, _ in _DECLARED.findall(declarations):
        hidden = value.lower() in (("none",) if name.lower() == "display" else ("hidden", "collapse"))
        said = bool(said) or hidden
    return said


def _rules(sheet: str) -> Iterator[_Rule]:
    order = 0
    for selectors, body in _blocks(sheet):
        hides = _hides(body) if "display" in body or "visibility" in body else None
        if hides is None:
            continue
        important = any(mark for _, _, mark in _DECLARED.findall(body))
        for selector in selectors.split(","):
            path = _path(selector)
            order += 1
            if path:
                ids, classes, tags = (sum(count) for count in zip(*map(_weighed, path), strict=True))
                yield _Rule(path, hides, (important, ids, classes, tags, order))


def _weighed(compound: _Compound) -> tuple[int, int, int]:
    return len(compound.ids), len(compound.classes), bool(compound.tag)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold on a screen; blocks with other conditions are passed over."""
    at = 0
    while (opened := sheet.find("{", at)) >= 0:
        prelude = re.split("[;}]", sheet[at:opened])[-1].strip()
        if _LET_THROUGH.match(prelude):
            at = opened + 1
            continue
        closed = _closing(sheet, opened)
        if prelude and not prelude.startswith("@"):
            yield prelude, sheet[opened + 1 : closed]
        at = closed + 1


def _closing(sheet: str, opened: int) -> int:
    depth = 0
    for found in re.compile("[{}]").finditer(sheet, opened):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.start()
    return len(sheet)


def _path(selector: str) -> tuple[_Compound, ...]:
    """The compounds of a selector from outside in; () for one with signs that are not known here."""
    parts = []
    for word in selector.replace(">", " ").split():
        found = _COMPOUND.fullmatch(word)
        if not found or not word:
            return ()
        signs = _SIGN.findall(found["signs"])
        tag = (found["tag"] or "").lower().replace("*", "")
        parts.append(_Compound(tag, frozenset(n for s, n in signs if s == "."), frozenset(n for s, n in signs if s == "#")))
    return tuple(parts) if parts and parts[-1] != _Compound("", frozenset(), frozenset()) else ()


def _key(compound: _Compound) -> tuple[str, str]:
    """Where a rule is looked up: by one id, else one class, else its tag."""
    if compound.ids:
        return "#", min(compound.ids)
    return (".", min(compound.classes)) if compound.classes else ("", compound.tag)
