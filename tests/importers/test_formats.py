"""Which importer reads a file, and that every importer there is is listed."""

from __future__ import annotations

import gzip
import importlib
import inspect
import pkgutil
from random import Random

import pytest

import workbench.importers
from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers import registry
from workbench.importers.protocol import Fit
from workbench.importers.registry import IMPORTERS, SUFFIXES, importer_for


@pytest.mark.parametrize(
    ("name", "data", "media_type", "expected"),
    [
        ("a.txt", b"words", None, "text/plain"),
        ("A.TXT", b"words", None, "text/plain"),
        ("README", b"words", None, "text/plain"),
        ("a.md", b"# words", None, "text/markdown"),
        ("a.HTM", b"words", None, "text/html"),
        ("saved", b"\xef\xbb\xbf\n<!DOCTYPE html><p>words", None, "text/html"),
        ("saved.txt", b"<html><p>words", None, "text/html"),
        ("article.php", b"<!doctype html><p>words", None, "text/html"),
        ("a.warc", b"words", None, "application/warc"),
        ("a.txt", b"WARC/1.0\r\n", None, "application/warc"),
        ("a.warc.gz", gzip.compress(b"WARC/1.1\r\n", mtime=0), None, "application/warc"),
        ("a.wacz", b"PK", None, "application/wacz"),
        ("a.epub", b"PK", None, "application/epub+zip"),
        ("a.srt", b"words", None, "application/x-subrip"),
        ("a.vtt", b"words", None, "text/vtt"),
        ("a.rss", b"words", None, "application/rss+xml"),
        ("a.html", b"<rss version='2.0'>", None, "application/rss+xml"),
        ("pasted", b"<html><p>words", "text/plain", "text/plain"),
        ("a.bin", b"words", "text/html; charset=utf-8", "text/html"),
    ],
)
def test_the_importer_for_a_file(name: str, data: bytes, media_type: str | None, expected: str) -> None:
    assert importer_for(name, data, media_type).media_type == expected


class Later:
    """A format that is added some day, which is sure of nothing but its own first bytes."""

    kind, suffixes, media_type, modules = "later", (".later",), "text/later", ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        return Fit.BY_CONTENT if data.startswith(b"LATER") else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        raise AssertionError("it is not asked to")


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_the_importers_decides_nothing(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    every = [*IMPORTERS, Later()]
    Random(seed).shuffle(every)
    monkeypatch.setattr(registry, "IMPORTERS", tuple(every))
    for name, data, expected in (
        ("saved", b"<html><p>words", "text/html"), ("a.txt", b"words", "text/plain"), ("README", b"", "text/plain"),
        ("a.md", b"words", "text/markdown"), ("a.txt", b"LATER words", "text/later"), ("a.html", b"words", "text/html"),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "application/epub+zip"), ("a.zip", b"PK", "application/zip"),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"archive/data.warc.gz", "application/wacz"), ("a", b"WEBVTT\n", "text/vtt"),
        ("a", b"1\n00:01:02,000 --> 00:01:03,000\nwords", "application/x-subrip"), ("a", b"WARC/1.0\n", "application/warc"),
        ("a.xml", b"<rss>", "application/rss+xml"), ("a", b'<feed xmlns="http://www.w3.org/2005/Atom">', "application/atom+xml"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1"}', "application/feed+json"),
    ):  # fmt: skip
        assert importer_for(name, data).media_type == expected


@pytest.mark.parametrize(
    ("name", "media_type", "reason"), [("a.exe", None, "“.exe” are not read"), ("a.txt", "image/bmp", "“image/bmp” is not")]
)
def test_other_kinds_are_refused_with_the_kinds_that_are_read(name: str, media_type: str | None, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        importer_for(name, b"words", media_type)


def test_every_importer_in_the_room_is_listed_and_documented() -> None:
    found = pkgutil.walk_packages(workbench.importers.__path__, "workbench.importers.")
    modules = [importlib.import_module(info.name) for info in found]
    classes = {
        value
        for module in modules
        for _, value in inspect.getmembers(module, inspect.isclass)
        if value.__name__.endswith("Importer") and hasattr(value, "suffixes")
    } - {workbench.importers.protocol.Importer}
    assert classes == {type(importer) for importer in IMPORTERS}
    assert all(module.__doc__ for module in modules)
    assert len(SUFFIXES) == len(set(SUFFIXES))
