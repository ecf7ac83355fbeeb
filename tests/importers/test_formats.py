"""Which importer reads a file, and that every importer there is is listed."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import workbench.importers
from workbench.domain.errors import ImportRefused
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
        ("pasted", b"<html><p>words", "text/plain", "text/plain"),
        ("a.bin", b"words", "text/html; charset=utf-8", "text/html"),
    ],
)
def test_the_importer_for_a_file(name: str, data: bytes, media_type: str | None, expected: str) -> None:
    assert importer_for(name, data, media_type).media_type == expected


@pytest.mark.parametrize(
    ("name", "media_type", "reason"), [("a.exe", None, "“.exe” are not read"), ("a.txt", "image/png", "“image/png” is not")]
)
def test_other_kinds_are_refused_with_the_kinds_that_are_read(name: str, media_type: str | None, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        importer_for(name, b"words", media_type)


def test_every_importer_in_the_room_is_listed_and_documented() -> None:
    modules = [importlib.import_module(f"workbench.importers.{info.name}") for info in pkgutil.iter_modules(workbench.importers.__path__)]
    classes = {
        value
        for module in modules
        for _, value in inspect.getmembers(module, inspect.isclass)
        if value.__name__.endswith("Importer") and hasattr(value, "suffixes")
    } - {workbench.importers.protocol.Importer}
    assert classes == {type(importer) for importer in IMPORTERS}
    assert all(module.__doc__ for module in modules)
    assert len(SUFFIXES) == len(set(SUFFIXES))
