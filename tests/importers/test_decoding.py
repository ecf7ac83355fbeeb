"""Bytes to text, with the reason for the encoding in words."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import ImportRefused
from workbench.importers.decoding import Declared, codec_name, decoded
from workbench.importers.html import HtmlImporter
from workbench.importers.plain import PlainImporter

RUSSIAN = "Паром не вышел из гавани, потому что ветер был слишком сильным. Капитан сказал, что ждать придётся до утра. " * 4


@pytest.mark.parametrize(
    ("data", "encoding", "basis"),
    [
        ("héllo".encode(), "utf-8", "valid UTF-8"),
        (codecs.BOM_UTF8 + "héllo".encode(), "utf-8", "byte order mark"),
        ("héllo".encode("utf-16"), "utf-16", "byte order mark"),
        (codecs.BOM_UTF16_BE + "héllo".encode("utf-16-be"), "utf-16", "byte order mark"),
        ("héllo".encode("utf-32"), "utf-32", "byte order mark"),
        ("The ferry left the harbour.".encode("utf-16-le"), "utf-16-le", "every second byte is NUL, as in UTF-16 without a mark"),
        ("The ferry left the harbour.".encode("utf-16-be"), "utf-16-be", "every second byte is NUL, as in UTF-16 without a mark"),
    ],
)
def test_marks_and_strict_utf8(data: bytes, encoding: str, basis: str) -> None:
    found = decoded(data, "a.txt")
    assert (found.encoding, found.basis) == (encoding, basis)
    assert found.text.lstrip("\ufeff") in ("héllo", "The ferry left the harbour.")


def test_an_old_encoding_is_guessed_from_the_bytes_and_named_in_words() -> None:
    found = decoded(RUSSIAN.encode("cp1251"), "a.txt")
    assert found.text == RUSSIAN
    assert found.basis.startswith("guessed from the bytes: windows-1251")


def test_western_text_is_read_as_windows_1252() -> None:
    text = "Der Bürgermeister schließt die Fähre über den großen Fluß für zwölf Tage. Die Straße bleibt geöffnet. " * 3
    found = decoded(text.encode("cp1252"), "a.txt")
    assert (found.encoding, found.text) == ("cp1252", text)


def test_what_a_page_says_of_itself_is_the_pages_own_word_and_counts_in_markup_alone() -> None:
    page = b'<html><head><meta charset="windows-1251"></head><body><p>' + RUSSIAN.encode("cp1251")
    found = HtmlImporter().read(page, "a.html", None)
    assert RUSSIAN.strip() in found.text
    assert found.encoding_basis == "the page's meta tag says windows-1251"
    assert "meta tag" not in PlainImporter().read(page, "a.txt", None).encoding_basis
    assert HtmlImporter().read(page, "a.html", "cp1251").encoding_basis == "chosen by the analyst: cp1251"


def test_a_declared_encoding_gives_way_to_what_the_bytes_show() -> None:
    assert decoded("é".encode(), "a.html", declared=Declared("windows-1251", "it says so")).basis == "valid UTF-8"
    assert decoded(RUSSIAN.encode("cp1251"), "a.html", declared=Declared("no such thing", "it says so")).basis.startswith("guessed")


def test_the_analysts_encoding_overrides_everything() -> None:
    found = decoded("é".encode(), "a.txt", encoding="latin-1")
    assert (found.text, found.basis) == ("Ã©", "chosen by the analyst: iso8859-1")


@pytest.mark.parametrize(
    ("encoding", "reason"),
    [
        ("klingon", "not the name of a text encoding"),
        ("zlib", "not the name"),
        ("utf-7", "not the name"),
        ("utf-8", "byte 2 does not fit"),
        ("", ""),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused_by_name_and_place(encoding: str, reason: str) -> None:
    if not encoding:
        assert decoded(b"ok\xff" + b" words of a note" * 9, "a.txt", encoding=encoding).text.startswith("ok")
        return
    with pytest.raises(ImportRefused, match=reason):
        decoded(b"ok\xff", "a.txt", encoding=encoding)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 and so on", "this is a PDF"),
        (b"PK\x03\x04 and so on", "ZIP or Office file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x7fELF" + b"\x00\x01\x02" * 200, "are NUL"),
        (bytes(range(1, 32)) * 40, "control characters"),
    ],
)
def test_binary_called_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        decoded(data, "a.txt")


def test_a_few_broken_bytes_do_not_cost_the_file() -> None:
    found = decoded(RUSSIAN.rstrip(". ").encode()[:-1], "a.txt")
    assert found.encoding == "utf-8"
    assert found.basis == "UTF-8 but for a few bytes"
    assert found.warnings == ("1 place could not be read and shows as \ufffd.",)


@pytest.mark.parametrize(
    ("label", "name"), [("UTF8", "utf-8"), ("latin-1", "iso8859-1"), ("base64", None), ("rot13", None), ("\x00", None)]
)
def test_only_text_encodings_have_a_name(label: str, name: str | None) -> None:
    assert codec_name(label) == name


@given(st.text(min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = text.encode("utf-8")
    try:
        found = decoded(data, "a.txt")
    except ImportRefused as refused:
        assert "not text" in refused.reason or "this is" in refused.reason or "begins like" in refused.reason
        return
    assert found.text.encode("utf-8") == data or found.basis != "valid UTF-8"


@pytest.mark.parametrize(
    "text",
    [
        "Après la tempête, les élèves de la vallée derrière Genève étaient très inquiets, a déclaré le préfet à la presse.\n" * 3,
        "El niño de los Muñoz llegó mañana a la estación; los señores dijeron que tenían más años que la compañía.\n" * 3,
    ],
)
def test_western_letters_are_not_read_as_central_european_ones_and_a_guess_is_said(text: str) -> None:
    found = decoded(text.encode("cp1252"), "note.txt")
    assert found.text == text
    assert found.encoding == "cp1252"
    assert any("guessed" in warning for warning in found.warnings)


def test_central_european_letters_stay_what_they_are() -> None:
    text = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl včera večer mluvčí krajského úřadu v Brně.\n" * 4
    assert decoded(text.encode("cp1250"), "note.txt").text == text
