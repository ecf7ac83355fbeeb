"""Which scripts have no font is asked of Typst itself."""

from __future__ import annotations

from collections.abc import Callable

from workbench.domain.snapshot import Snapshot
from workbench.memo.build import build_memo
from workbench.memo.missing_fonts import missing_scripts, refused, script_of, without_font


def test_latin_greek_and_cyrillic_come_with_typst() -> None:
    assert without_font("Ferry Λέμβος Паром “–”→✓×○□", system_fonts=False) == frozenset()


def test_a_script_that_typst_does_not_bring() -> None:
    assert without_font("여a", system_fonts=False) == frozenset("여")


def test_the_example_needs_nothing_else(snapshot: Snapshot) -> None:
    assert missing_scripts(build_memo(snapshot)) == ()


def test_missing_scripts_are_named(with_claim: Callable[..., Snapshot]) -> None:
    assert missing_scripts(build_memo(with_claim(1, text="𐎀𐎁 aground"))) in ((), ("Ugaritic",))
    assert [script_of(c) for c in "여ع中𐎀"] == ["Hangul", "Arabic", "Chinese characters", "Ugaritic"]


def test_diagnostics_are_read_with_their_escapes() -> None:
    said = 'error: the text `"\\u{1}"` could not be displayed with font `"X"`\nthe text `"क\\""` could not be displayed with font'
    assert refused(said) == frozenset('\x01क"')


def test_what_is_no_letter_is_a_picture_or_a_sign() -> None:
    assert {script_of(c) for c in "☃🚢\N{EMOJI MODIFIER FITZPATRICK TYPE-3}"} == {"pictures and symbols"}
    assert {script_of(c) for c in "∑⁂€"} == {"rare signs"}
    assert script_of("\ue000") == "unknown characters"
