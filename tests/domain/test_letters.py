"""Where a text must not be cut: within what a person sees as one letter."""

from __future__ import annotations

import pytest

from workbench.domain.letters import inside_letter


@pytest.mark.parametrize("letter", ["e\u0301", "👩\u200d🚀", "🇫🇷", "\u1112\u1161\u11ab", "👍🏽", "न\u093f"])
def test_a_letter_is_parted_nowhere_and_its_neighbours_everywhere(letter: str) -> None:
    for text in (letter, f"a{letter}", f"{letter}b", f"a{letter}b"):
        start = text.index(letter)
        within = set(range(start + 1, start + len(letter)))
        assert {at for at in range(-1, len(text) + 2) if inside_letter(text, at)} == within


def test_plain_letters_and_line_ends_are_parted_everywhere() -> None:
    assert not any(inside_letter("one\ntwo", at) for at in range(9))
    assert not inside_letter("\n\u0301", 1)
