"""Pictures: exhibits without a text, with their size and what EXIF says; huge, tiny, cut off and unreadable ones are refused in words."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.picture_making import EXIF, gif, jpeg, png, tiff, webp
from tests.thorough import share
from workbench.case import Case
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.images.exif import exif_of
from workbench.importers.images.picture import MOST_PIXELS, PICTURES
from workbench.importers.images.picture_headers import NoPicture, head_of
from workbench.importers.isolated import Reader
from workbench.importers.registry import importer_for
from workbench.importers.saved_pages import BELONGS

MADE = {"a.png": png(640, 480), "a.jpg": jpeg(640, 480), "a.gif": gif(640, 480), "a.webp": webp(640, 480), "a.tif": tiff(640, 480)}


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


@pytest.mark.parametrize("name", MADE)
def test_a_picture_has_no_text_and_says_its_size(reader: Reader, name: str) -> None:
    for called in (name, "photo", "photo.txt"):
        draft = reader.read(called, MADE[name])
        assert (draft.text, draft.zones) == ("", ())
        assert draft.encoding == "640 × 480 pixels"
        assert draft.media_type.startswith("image/")
        assert not any(found.value for found in draft.metadata.values())


@pytest.mark.parametrize("make", [png, jpeg, webp, tiff])
def test_what_exif_says_is_told_and_not_believed(make: object) -> None:
    data = make(640, 480, EXIF)  # type: ignore[operator]
    draft = importer_for("a", data).read(data, "a", None)  # type: ignore[union-attr]
    (said,) = draft.warnings
    assert said.startswith("Its EXIF says, and anyone can write that into a file: taken 2024-03-05 10:30 (UTC+02:00); camera Pinhole One;")
    assert "place 48.50833° north, 11.25000° west" in said
    author = draft.metadata[Field.AUTHOR]
    assert (author.value, author.confidence) == ("Ada Quill", Confidence.LOW)
    assert draft.metadata[Field.PUBLISHED].value is None


def test_more_pictures_in_one_file_are_told() -> None:
    data = gif(640, 480, animated=True)
    assert importer_for("a.gif", data).read(data, "a.gif", None).warnings == (
        "There are more pictures in this file; the first one is shown.",
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("bomb.png", png(60_000, 60_000), "60,000 × 60,000 pixels .3,600 million"),
        ("bomb.jpg", jpeg(65_000, 65_000), "65,000 × 65,000"),
        ("dot.gif", gif(1, 1), "1 × 1 pixels: a sign or a spacer"),
        ("cut.png", png(640, 480)[:20], "cut off or damaged"),
        ("cut.jpg", jpeg(640, 480)[:24], "cut off or damaged"),
        ("none.png", b"not a picture at all", "cut off or damaged"),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(40), "save it as JPEG"),
        ("a.avif", b"\0\0\0\x18ftypavif" + bytes(40), "save it as PNG"),
        ("a.nef", tiff(640, 480), "rare kind"),
        ("a.svg", b"<svg/>", "drawing"),
        ("a.bmp", b"BM" + bytes(60), "rare kind"),
    ],
)
def test_refused_in_words(reader: Reader, name: str, data: bytes, words: str) -> None:
    with pytest.raises(ImportRefused, match=words):
        reader.read(name, data)


def test_the_largest_that_is_taken() -> None:
    assert MOST_PIXELS == 12_000 * 10_000
    data = png(12_000, 10_000)
    assert importer_for("a.png", data).read(data, "a.png", None).encoding == "12,000 × 10,000 pixels"  # type: ignore[union-attr]


@given(st.sampled_from([*MADE.values(), jpeg(640, 480, EXIF), tiff(640, 480, EXIF)]), st.data())
@settings(max_examples=share(200), deadline=None)
def test_any_damage_ends_in_a_size_or_in_words(data: bytes, draw: st.DataObject) -> None:
    damaged = bytearray(data[: draw.draw(st.integers(0, len(data)))])
    for _ in range(draw.draw(st.integers(0, 6))):
        if damaged:
            damaged[draw.draw(st.integers(0, len(damaged) - 1))] = draw.draw(st.integers(0, 255))
    for each in PICTURES:
        try:
            head_of(bytes(damaged), each.media_type)
        except NoPicture:
            continue
    exif_of(bytes(damaged))


def test_a_circle_of_directories_and_counts_beyond_the_file_end() -> None:
    circle = b"II*\0" + struct.pack("<I", 8) + struct.pack("<HHHII", 1, 0x8769, 4, 1, 8) + struct.pack("<I", 8)
    assert exif_of(circle).taken == ""
    assert exif_of(b"MM\0*" + struct.pack(">IH", 8, 65_535) + zlib.compress(bytes(100))).taken == ""


def test_pictures_beside_a_saved_page_are_its_own(tmp_path: Path) -> None:
    page = "<html><body><h1>The ferry stays</h1><p>The harbour council said so on Monday, and nobody had expected it.</p></body></html>"
    (tmp_path / "Story.html").write_text(page, encoding="utf-8")
    for folder in ("Story_files", "Story-Dateien", "Other_files", "photos"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "quay.png").write_bytes(png(640, 480 + len(folder)))
    case = Case.create(tmp_path / "c.case", lambda: "Rhea")
    report = case.imports.files([tmp_path])
    case.close()
    assert sorted(Path(each.location).parent.name for each in report.outcomes if each.picture) == ["Other_files", "photos"]
    refused = {Path(each.location).parent.name: each.refused for each in report.outcomes if "saved page" in each.refused}
    assert refused == dict.fromkeys(("Story_files", "Story-Dateien"), BELONGS.format("Story.html"))
