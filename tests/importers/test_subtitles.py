"""Subtitles: every word and every time is there, in order; numbers and times fold away, words are the article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.layout import place_of
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.registry import importer_for
from workbench.importers.web import subtitles
from workbench.importers.web.subtitles import SrtImporter, VttImporter

SRT = """1
00:00:01,000 --> 00:00:03,500
{\\an8}The <i>ferry</i> stays,
said the <font color="#fff">mayor</font>.

2
00:00:04,000 --> 00:00:05,000
1984

3
00:00:06,000 --> 00:00:07,000 X1:0
5 < 6 and <sighs> & co.
"""
VTT = """WEBVTT - The ferry
Language: da

STYLE
::cue { color: red }

NOTE checked by hand

opening
00:01.000 --> 00:03.000 align:start
<v.loud Ada Quill>Tom &amp; I <b>never</b> <00:02.000>said so.

00:04.000 --> 00:05.000
<c.yellow>Yes</c>
"""


def zones(draft: Draft) -> list[tuple[ZoneKind, str]]:
    return [(zone.kind, draft.text[zone.start : zone.end]) for zone in draft.zones]


def test_a_subrip_file_is_its_text_with_times_set_apart() -> None:
    draft = SrtImporter().read(SRT.encode(), "x.srt", None)
    assert zones(draft) == [
        (ZoneKind.PAGE, "1\n00:00:01,000 --> 00:00:03,500"), (ZoneKind.BODY, "The ferry stays,\nsaid the mayor."),
        (ZoneKind.PAGE, "2\n00:00:04,000 --> 00:00:05,000"), (ZoneKind.BODY, "1984"),
        (ZoneKind.PAGE, "3\n00:00:06,000 --> 00:00:07,000 X1:0"), (ZoneKind.BODY, "5 < 6 and <sighs> & co."),
    ]  # fmt: skip


def test_a_web_subtitle_says_who_speaks() -> None:
    draft = VttImporter().read(VTT.encode(), "x.vtt", None)
    assert zones(draft) == [
        (ZoneKind.BOILERPLATE, "WEBVTT - The ferry\nLanguage: da"), (ZoneKind.HIDDEN, "STYLE\n::cue { color: red }"),
        (ZoneKind.HIDDEN, "NOTE checked by hand"), (ZoneKind.PAGE, "opening\n00:01.000 --> 00:03.000 align:start"),
        (ZoneKind.BODY, "Ada Quill: Tom & I never said so."), (ZoneKind.PAGE, "00:04.000 --> 00:05.000"), (ZoneKind.BODY, "Yes"),
    ]  # fmt: skip
    assert draft.metadata[Field.LANGUAGE].value == "da"
    assert place_of(draft.text, draft.text.index("Ada"), draft.media_type, draft.layout) == "l. 11"


@pytest.mark.parametrize("text", ["1\n00:00:01,000 --> 00:00:02,000\n\n", "1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n"])
def test_one_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused, match=r"0 of \d+ bytes became text: there is no spoken word"):
        SrtImporter().read(text.encode(), "x.srt", None)


def test_they_are_known_by_their_content() -> None:
    assert importer_for("x.txt", SRT.encode()).media_type == "application/x-subrip"
    assert importer_for("x", b"\xef\xbb\xbf" + VTT.encode()).media_type == "text/vtt"
    assert importer_for("x.txt", b"WEBVTTER and other words").media_type == "text/plain"


def test_old_encodings_and_line_ends_are_read() -> None:
    draft = SrtImporter().read(SRT.replace("mayor", "bürgermeister").replace("\n", "\r\n").encode("utf-16"), "x.srt", None)
    assert "said the bürgermeister." in draft.text


def test_too_many_subtitles_are_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subtitles, "MOST_ZONES", 3)
    draft = SrtImporter().read(SRT.encode(), "x.srt", None)
    assert zones(draft) == [(ZoneKind.BODY, draft.text.strip())]
    assert draft.warnings


WORD = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=6)
CUES = st.lists(st.lists(st.lists(WORD, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3), min_size=1, max_size=8)


@settings(max_examples=80, deadline=None)
@given(CUES, st.booleans())
def test_every_line_is_there_once_in_order(cues: list[list[str]], web: bool) -> None:
    blocks = [
        f"{n}\n00:00:{n:02}.000 --> 00:00:{n + 1:02}.000\n" + "\n".join(f"<i>{line}</i>" for line in cue) for n, cue in enumerate(cues)
    ]
    source = ("WEBVTT\n\n" if web else "") + "\n\n".join(blocks)
    draft = (VttImporter() if web else SrtImporter()).read(source.encode(), "x", None)
    assert [words for kind, words in zones(draft) if kind is ZoneKind.BODY] == ["\n".join(cue) for cue in cues]
    assert draft.text == source.replace("<i>", "").replace("</i>", "")
    check(draft)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="1\n<>iv/{}\\&;: -.,0 aé>NOTEWBV", max_size=120), st.booleans())
def test_anything_is_read_or_refused(text: str, web: bool) -> None:
    try:
        draft = (VttImporter() if web else SrtImporter()).read(text.encode(), "x", None)
    except ImportRefused as refused:
        assert refused.reason
    else:
        check(draft)


def check(draft: Draft) -> None:
    """Zones are ordered, disjoint, and leave out nothing but white space."""
    at = 0
    for zone in draft.zones:
        assert at <= zone.start < zone.end
        assert not draft.text[at : zone.start].strip()
        at = zone.end
    assert not draft.text[at:].strip()
