"""Rich text in particular: letters of every kind, and what its groups are."""

from __future__ import annotations

import pytest

from tests.importers.office_files import RTF_HEAD
from tests.importers.test_written_documents import kinds_at, read
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.office.rtf import RtfImporter


def rtf(body: str) -> bytes:
    return (RTF_HEAD + body + "}").encode("ascii")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"caf\'e9 \u8220?here\u8221? \emdash  \{x\}\~y\_z", "café “here” — {x}\u00a0y\u2011z"),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}, {\f2 \'93\'fa\'96\'7b}", "Привет, 日本"),
        (r"{\f3 \'61}", "α"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\uc0 \u233 t\u233 }\uc2 \u8211\'96\'96.", "été–."),
        (r"{\uc3\u26085 abc}\u26412?", "日本"),
        (r"one\line two\par\par three", "one\ntwo\nthree"),
        (r"{\field{\*\fldinst HYPERLINK \\l x}{\fldrslt the link}}", "the link"),
        (r"{\*\unknown {not} this}a{\pict\wmetafile8 0102}b", "ab"),
        (r"x{\*\bkmkstart mark}y\bin3 {\}z", "xyz"),
        ("a\\\nb", "a\nb"),
        (r"10{\super 6} m{\super 2} word{\super 3}", "10⁶ m² word ³"),
        (r"\trowd\intbl a\cell\cell b\par c\cell\row\pard after", "a\t\tb\nc\nafter"),
        (r"{\upr{old}{\*\ud{new}}}", "new"),
        (r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv A tug at the quay}}}}The tug left.\par", "The tug left.\nA tug at the quay"),
        (r"{\header\pard Port office\par}{\headerf\pard Port office\par}{\footer Page 1\par}It left.\par", "It left.\nPort office\nPage 1"),
        (r"It sank.{\super\chftn}{\footnote\ftnalt\pard\plain{\super\chftn} Later.} So.", "It sank.¹ So.\n¹ Later."),
    ],
)
def test_words_and_signs(body: str, text: str) -> None:
    assert read("a.rtf", rtf(body)).text == text


def test_heads_are_set_apart_and_properties_are_read() -> None:
    draft = read("a.doc", rtf(r"{\info{\title Ferry}{\author Bo Finn}{\revtim\yr2031\mo5\dy3}}{\header Port office}It left on Monday.\par"))
    assert kinds_at(draft, "Port office") == {ZoneKind.PAGE}
    assert [draft.metadata[f].value for f in (Field.TITLE, Field.AUTHOR, Field.MODIFIED)] == ["Ferry", "Bo Finn", "2031-05-03"]


def test_a_heading_by_its_style_and_who_deleted() -> None:
    draft = read("a.rtf", rtf(r"{\stylesheet{Normal;}{\s1\b heading 1;}}{\*\revtbl{Unknown;}{Ada Lark;}}\pard\s1 Ferry kept\par\pard "
                              r"It {\deleted\revauthdel1 never }left on Monday, and it came back.\par"))  # fmt: skip
    assert kinds_at(draft, "Ferry kept") == {ZoneKind.HEADLINE}
    assert "a tracked deletion by Ada Lark" in {zone.basis for zone in draft.zones}


def test_an_encoding_may_be_chosen() -> None:
    data = rtf(r"\'cf\'f0\'e8\'e2\'e5\'f2")
    assert RtfImporter().read(data, "a.rtf", "windows-1251").text == "Привет"
    with pytest.raises(ImportRefused, match="not the name"):
        RtfImporter().read(data, "a.rtf", "esperanto-8")


def test_a_file_that_is_cut_or_goes_on_says_so() -> None:
    assert "cut off" in read("a.rtf", rtf("words here")[:-1]).warnings[0]
    assert "5 bytes" in read("a.rtf", rtf("words here") + b"\r\nhello\x00").warnings[0]


@pytest.mark.parametrize(("data", "reason"), [(b"words", "does not begin as one"), (rtf(r"{\pict 00}"), "bytes became text")])
def test_what_cannot_be_read_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        RtfImporter().read(data, "a.rtf", None)
