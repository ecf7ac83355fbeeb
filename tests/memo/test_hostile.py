"""Texts that try to act on the page only ever print."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Passage
from workbench.domain.records import SignedMemo, SignOff
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import PassageState, Role
from workbench.memo.build import build_memo
from workbench.memo.pdf import PdfRenderer
from workbench.memo.registry import RENDERERS

ReadPages = Callable[[bytes], list[str]]
Change = Callable[..., Snapshot]

HOSTILE = {
    "typst markup": "#set page(width: 1cm) #[x] $x$ *b* _i_ `c` @ref <label> = head // note /* */ \\ #panic()",
    "html": "<script>alert(1)</script> &amp; <img src=file:///etc/hosts>",
    "json": '"}, "banner": "x", {"',
    "bidi override": "abc \u202edef\u202c \u2066ghi\u2069 jkl",
    "isolate that closes another": "\u2069\u2069\u202e evil",
    "control characters": "a\x01b\x07c\x1b[31md\x7fe\x85f",
    "non-characters": "a\ufdd0b\ufffec\U0010ffffd",
    "lone surrogate": "a\ud800b",
    "private use": "a\ue000b",
    "line ends": "one\r\ntwo\u2028three\u2029four",
    "tags": "a\U000e0041b",
    "combining": "Z" + "\u0301" * 40,
    "long word": "x" * 5000,
    "emoji": "👩\u200d🚀 landed",
    "nothing": "   ",
}


def with_quote(snapshot: Snapshot, text: str) -> Snapshot:
    """The case with article 2 replaced by this text, quoted whole for claim 3."""
    passages = {k: p for k, p in snapshot.passages.items() if p.article_id != 2}
    passages[7] = Passage(7, 2, anchor_at(text, 0, len(text)), PassageState.EXACT)
    kept = tuple(a for a in snapshot.appearances if a.passage_id is None or a.passage_id in passages)
    return dataclasses.replace(snapshot, texts=dict(snapshot.texts) | {2: text}, passages=passages, appearances=kept)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_renderer_prints_it(snapshot: Snapshot, text: str) -> None:
    memo = build_memo(with_quote(snapshot, text))
    assert memo.banner == ""
    for renderer in RENDERERS:
        assert len(renderer.render(memo)) > 1000


@pytest.mark.parametrize("name", ["typst markup", "html", "json"])
def test_markup_is_printed_as_it_stands(with_claim: Change, read_pages: ReadPages, name: str) -> None:
    pages = read_pages(PdfRenderer().render(build_memo(with_claim(3, text=HOSTILE[name]))))
    joined = "".join(pages).replace(" ", "")
    assert HOSTILE[name].replace(" ", "") in joined


def test_what_cannot_be_seen_is_written_out(snapshot: Snapshot, read_pages: ReadPages) -> None:
    text = " ".join(read_pages(PdfRenderer().render(build_memo(with_quote(snapshot, HOSTILE["bidi override"])))))
    assert "“abc [U+202E]def[U+202C] [U+2066]ghi[U+2069] jkl”" in text


def test_everywhere_at_once(snapshot: Snapshot, with_info: Change) -> None:
    nasty = HOSTILE["typst markup"] + HOSTILE["bidi override"] + HOSTILE["control characters"]
    changed = with_info(
        title=nasty, reference=nasty, memo_to=nasty, memo_from=nasty, analyst=nasty, question=nasty, standard_of_proof=nasty
    )
    articles = tuple(
        dataclasses.replace(a, name=nasty, location=f"https://{nasty}", imported_by=nasty, imported_at=nasty) for a in snapshot.articles
    )
    claims = tuple(dataclasses.replace(c, text=nasty, reason=nasty, denied_by=nasty, denied_on=nasty, note=nasty) for c in snapshot.claims)
    origins = {k: dataclasses.replace(o, name=nasty, interest=nasty) for k, o in snapshot.origins.items()}
    evidence = tuple(dataclasses.replace(e, url=f"https://x/{nasty}", note=nasty) for e in snapshot.evidence)
    changed = dataclasses.replace(changed, articles=articles, claims=claims, origins=origins, evidence=evidence, last_change=nasty, head="")
    signed = SignedMemo(
        1, nasty, nasty, nasty, 1, None, (SignOff(1, 1, Role.ANALYST, nasty, nasty), SignOff(2, 1, Role.CHECKER, nasty, ""))
    )
    changed = dataclasses.replace(changed, memos=(signed,), standing=signed)
    for renderer in RENDERERS:
        assert len(renderer.render(build_memo(changed))) > 1000


def test_a_very_long_quotation_is_whole_in_the_appendix(snapshot: Snapshot, read_pages: ReadPages) -> None:
    text = " ".join(f"word{number}" for number in range(1, 3000))
    pages = read_pages(PdfRenderer().render(build_memo(with_quote(snapshot, text))))
    appendix = "".join(page for page in pages if "word2999" in page or "word1500" in page)
    assert "word1500" in appendix
    assert "word2999" in appendix


def test_a_very_long_claim_keeps_its_word(with_claim: Change, read_pages: ReadPages) -> None:
    pages = read_pages(PdfRenderer().render(build_memo(with_claim(2, text="Forty people and more. " * 250))))
    assert any("C2 Forty people" in page and "? UNCONFIRMED" in page for page in pages)


def test_other_scripts_print_or_are_said_to_be_missing(snapshot: Snapshot, read_pages: ReadPages) -> None:
    for text, script in (("여객선이 좌초했다", "Hangul"), ("جنحت العبارة", "Arabic"), ("𐎀𐎁𐎂", "Ugaritic")):
        pages = " ".join(read_pages(PdfRenderer().render(build_memo(with_quote(snapshot, text)))))
        assert "□" in pages or script == "Arabic" or text.replace(" ", "") in pages.replace(" ", "")
        assert ("□" in pages) == (f"shows {script}" in pages)


def test_an_empty_case(snapshot: Snapshot, read_pages: ReadPages) -> None:
    bare = dataclasses.replace(snapshot, claims=(), articles=(), appearances=(), evidence=(), texts={}, passages={}, origins={})
    for renderer in RENDERERS:
        assert renderer.render(build_memo(bare))
    assert "No claim has been entered yet." in read_pages(PdfRenderer().render(build_memo(bare)))[0]
    without_claims = dataclasses.replace(snapshot, claims=(), appearances=(), evidence=())
    assert PdfRenderer().render(build_memo(without_claims)).startswith(b"%PDF")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=80))
def test_any_text_renders(snapshot: Snapshot, text: str) -> None:
    memo = build_memo(with_quote(snapshot, text))
    assert next(c for c in memo.citations if c.exhibit == "Ex. 2").quote == text
    for renderer in RENDERERS:
        assert renderer.render(memo)
