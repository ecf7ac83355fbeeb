"""The reading child: what goes through it, and that it costs one file when it dies."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.domain.draft import Contents, Draft, DraftZone, Member
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.layout import Layout
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers import child, parcel, starting
from workbench.importers.isolated import Reader
from workbench.importers.limits import WALL_SECONDS
from workbench.importers.plain import PlainImporter

NEWS = "Council keeps the ferry\n\nThe council voted on Tuesday. Nobody had expected it. 🚢".encode()
# A start tag with many attributes keeps libxml2 busy for the square of their number.
BOMB = b"<html><body><p " + b" ".join(b'a%d="x"' % i for i in range(300_000)) + b">text</p></body></html>"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


def test_the_child_reads_what_the_importer_reads(reader: Reader) -> None:
    assert reader.read("a.txt", NEWS) == PlainImporter().read(NEWS, "a.txt", None)


def test_a_refusal_comes_back_with_its_name_and_reason_and_the_child_goes_on(reader: Reader) -> None:
    with pytest.raises(ImportRefused, match=r"^b\.txt: .*not text"):
        reader.read("b.txt", b"\x7fELF" + bytes(400))
    assert reader.read("c.txt", NEWS).text.startswith("Council")


def test_encoding_and_media_type_reach_the_importer(reader: Reader) -> None:
    assert reader.read("a", "é".encode("cp1252"), encoding="cp1252").text == "é"
    assert reader.read("a.txt", b"<html><body><p>words of the page</p></body></html>", media_type="text/html").media_type == "text/html"


@given(
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.md", "a.html", "a", "a.exe"]),
    st.sampled_from([None, None, "utf-8", "cp1251", "utf-16"]),
)
@settings(max_examples=share(60), deadline=None)
def test_any_bytes_give_a_draft_or_a_reason(reader: Reader, data: bytes, name: str, encoding: str | None) -> None:
    try:
        draft = reader.read(name, data, encoding=encoding)
    except ImportRefused as refused:
        assert refused.name == name
        assert refused.reason
        assert "Please report" not in refused.reason
        return
    assert draft.text.strip()
    position = 0
    for zone in draft.zones:
        assert position <= zone.start < zone.end <= len(draft.text)
        position = zone.end


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_is_read() -> None:
    with Reader(wall_seconds=0.6) as short:
        with pytest.raises(ImportRefused, match=r"took longer than 0\.6 s to read"):
            short.read("bomb.html", BOMB)
        short._wall_seconds = WALL_SECONDS  # a new child may need more than that only to start
        assert short.read("a.txt", NEWS).text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on computing time")
def test_a_file_that_computes_too_long_is_refused_and_the_next_one_is_read() -> None:
    with Reader(cpu_seconds=0) as short:
        with pytest.raises(ImportRefused, match="needs more than 0 s of computing"):
            short.read("bomb.html", BOMB)
        assert short.read("a.txt", NEWS).text


def test_a_child_that_dies_costs_one_file() -> None:
    with Reader() as one:
        one.read("a.txt", NEWS)
        assert one._child is not None
        one._child.kill()
        with pytest.raises(ImportRefused, match="something else ended the reader"):
            one.read("b.txt", NEWS)
        assert one.read("c.txt", NEWS).text


def test_stop_from_another_thread_cancels_the_pending_read_and_all_later_ones() -> None:
    with Reader() as one:
        one.read("a.txt", NEWS)
        threading.Timer(0.3, one.stop).start()
        with pytest.raises(ImportRefused, match="cancelled"):
            one.read("bomb.html", BOMB)
        with pytest.raises(ImportRefused, match="cancelled"):
            one.read("b.txt", NEWS)


def test_leaving_the_batch_ends_the_child() -> None:
    with Reader() as one:
        one.read("a.txt", NEWS)
        process = one._child
    assert process is not None
    assert process._process.poll() is not None


def test_a_child_for_text_does_not_import_what_pages_need() -> None:
    code = f"""
import sys; sys.path.append({starting._ROOT!r})
import workbench.importers.child, workbench.importers.registry
workbench.importers.registry.importer_for('a.txt').read({NEWS!r}, 'a.txt', None)
print(sorted(name for name in sys.modules if name in ('lxml', 'trafilatura', 'charset_normalizer', 'PySide6', 'sqlalchemy')))
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=20)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "more memory than allowed"),
        (RecursionError(), "nested too deeply"),
        (ValueError("odd"), "ValueError: odd"),
        (ImportRefused("a", "so"), "so"),
    ],
)
def test_whatever_a_library_raises_costs_one_document(monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(child, "_read", failing)
    head, body = child._answer({"name": "a.txt"}, b"words")
    assert reason in head["refused"]
    assert body == b""


DRAFT = Draft(
    "one two",
    "text/plain",
    "utf-8",
    "valid UTF-8",
    "r 1",
    {Field.TITLE: Metadatum("one", Confidence.LOW, "b")},
    (DraftZone(0, 3, ZoneKind.BODY, "b"),),
    ("w",),
)


def test_a_draft_survives_its_parcel() -> None:
    pipe = io.BytesIO()
    whole = Contents(DRAFT, (Member("b/a.txt", b"\x00\xff"), Member("", b"")), (("c.bin", "no"),))
    for contents in (Contents(DRAFT), whole, replace(whole, draft=None), Contents(replace(DRAFT, layout=Layout(((4,), (3,)))))):
        pipe.seek(0)
        parcel.send(pipe, *parcel.packed(contents))
        pipe.seek(0)
        assert parcel.unpacked(*parcel.receive(pipe)) == contents


@pytest.mark.parametrize(
    "zones",
    [[[0, 99, "body", "b"]], [[0, 3, "body", "b"], [2, 4, "body", "b"]], [[0, 3, "nonsense", "b"]], [[0]], "zones", [[3, 3, "body", "b"]]],
)
def test_a_child_that_lies_about_zones_is_not_believed(zones: object) -> None:
    head, body = parcel.packed(Contents(DRAFT))
    with pytest.raises(parcel.Broken):
        parcel.unpacked(head | {"draft": head["draft"] | {"zones": zones}}, body)


@pytest.mark.parametrize(
    "lie",
    [{"members": [["a", 9]]}, {"members": [["a"]]}, {"members": [["a", -1]]}, {"left": [["a"]]}, {"draft": {"length": 3}}, {"members": 7}],
)
def test_a_child_that_lies_about_what_is_inside_is_not_believed(lie: dict[str, object]) -> None:
    head, body = parcel.packed(Contents(DRAFT, (Member("a", b"xyz"),)))
    with pytest.raises(parcel.Broken):
        parcel.unpacked(head | lie, body)


@pytest.mark.parametrize("layout", ["[[9]]", "[[3],[3]]", "[7]", "[[-1]]", "{}", "[[7.0]]", "["])
def test_a_child_that_lies_about_pages_is_not_believed(layout: str) -> None:
    head, body = parcel.packed(Contents(DRAFT))
    with pytest.raises(parcel.Broken):
        parcel.unpacked(head | {"draft": head["draft"] | {"layout": layout}}, body)


@pytest.mark.parametrize("stream", [b"", b"\x00" * 9, b"\xff" * 16, b"\x00" * 7 + b"\x02" + b"\x00" * 8 + b"[]"])
def test_a_torn_parcel_is_broken(stream: bytes) -> None:
    with pytest.raises(parcel.Broken):
        parcel.receive(io.BytesIO(stream))
