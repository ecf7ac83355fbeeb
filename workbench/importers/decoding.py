"""Bytes to text, with the encoding and how it was found in words."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from workbench.domain.errors import ImportRefused
from workbench.importers.language import language_of
from workbench.importers.wordlist import wordlist

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 32_768
_BINARY_CODECS = frozenset({"idna", "punycode", "undefined", "raw-unicode-escape", "unicode-escape", "utf-7"})
# The HTML standard (WHATWG Encoding, section 4.2) reads these labels as their Windows supersets.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
# What news and documents come in; without such a list a short French note is "found" to be hp-roman8.
_LIKELY = wordlist(
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r koi8_u mac_cyrillic cp866 "
    "cp855 iso8859_2 iso8859_5 iso8859_6 iso8859_7 iso8859_8 tis_620 big5 gb18030 gb2312 shift_jis cp932 "
    "euc_jp euc_kr cp949 johab iso2022_jp iso2022_kr"
)
_LATIN = frozenset({"cp1250", "cp1254", "cp1257", "iso8859-2"})
_WESTERN = frozenset({"en", "fr", "es", "pt", "it", "de", "nl", "sv", "da", "no", "nb", "fi", "ca"})
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1a\x1b") + b"\x7f"


CHOSEN = "chosen by the analyst"
"""How the basis of an encoding begins that the analyst chose."""
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "a rich text file"),
)


class Decoded(NamedTuple):
    """`encoding` is the codec's name; `basis` says how it was found; `warnings` what did not fit."""

    text: str
    encoding: str
    basis: str
    warnings: tuple[str, ...] = ()


class Declared(NamedTuple):
    """An encoding that the file itself names: the label as it stands there, and in words where."""

    label: str
    basis: str


def decoded(data: bytes, name: str, *, encoding: str | None = None, declared: Declared | None = None) -> Decoded:
    """`data` as text. `encoding` is the analyst's own choice and overrides everything; `declared` is the file's own word, which is taken
    where its bytes do not show better.

    Raises ImportRefused for a file that is not text, an unknown encoding name, or an analyst's encoding that does not fit.
    """
    if encoding:
        return _as_chosen(data, name, encoding)
    marked = _by_mark(data, name) or _unmarked_utf16(data)
    if marked:
        return marked
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "valid UTF-8")
    except UnicodeDecodeError:
        return (declared and _as_declared(data, declared)) or _guessed(data, name)


def codec_name(label: str) -> str | None:
    """The Python name of a text encoding, or None for an unknown one and for codecs that are not text encodings."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    # Codecs such as "zlib" turn bytes into bytes: they would unpack what somebody sends us.
    textual = getattr(info, "_is_text_encoding", True)
    return info.name if textual and info.name not in _BINARY_CODECS else None


def _as_chosen(data: bytes, name: str, encoding: str) -> Decoded:
    codec = codec_name(encoding)
    if codec is None:
        raise ImportRefused(name, f"“{encoding}” is not the name of a text encoding. Try utf-8, windows-1252 or another one.")
    try:
        text = data.decode(codec)
    except UnicodeError as error:
        place = getattr(error, "start", 0)
        raise ImportRefused(name, f"its bytes are not {codec}: byte {place:,} does not fit. Choose another encoding.") from error
    return Decoded(text, codec, f"{CHOSEN}: {codec}")


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, errors="replace")
            bad = text.count("\ufffd")
            if bad > max(8, len(text) // 10):
                raise ImportRefused(name, f"it begins like {codec} text, but most of it is not. It may be a damaged or binary file.")
            return Decoded(text, codec, "byte order mark", _unreadable(bad))
    return None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark, as it shows in text with spaces: NUL in nearly every second place, hardly in the others."""
    sample = data[: _SAMPLE & ~1]
    half = len(sample) // 2
    if half < 8 or len(data) % 2:
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    for many, few, codec in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if many > 0.7 * half and few < many / 8:
            text = data.decode(codec, errors="replace")
            return Decoded(text, codec, "every second byte is NUL, as in UTF-16 without a mark", _unreadable(text.count("\ufffd")))
    return None


def _unreadable(count: int) -> tuple[str, ...]:
    if count == 1:
        return ("1 place could not be read and shows as \ufffd.",)
    return (f"{count:,} places could not be read and show as \ufffd.",) if count else ()


def _refuse_binary(data: bytes, name: str) -> None:
    """Refuses what is not text: known binary beginnings, NULs in mass, control characters in mass."""
    for start, kind in _FOREIGN:
        if data.startswith(start):
            raise ImportRefused(name, f"this is {kind}, not text. Save it as text or HTML first.")
    nuls = data.count(0)
    if nuls > max(2, len(data) // 100):
        raise ImportRefused(name, f"this is not text: {nuls:,} of its {len(data):,} bytes are NUL. If it is UTF-16, choose that encoding.")
    controls = len(data) - len(data.translate(None, _CONTROLS)) - nuls
    if controls > max(8, len(data) // 50):
        raise ImportRefused(name, f"this is not text: {controls:,} of its {len(data):,} bytes are control characters.")


def _as_declared(data: bytes, declared: Declared) -> Decoded | None:
    """None where the label is unknown, or is one that the bytes would have shown by themselves."""
    codec = codec_name(declared.label)
    if codec is None or codec.startswith(("utf-16", "utf-32")):
        return None
    codec = _SUPERSETS.get(codec, codec)
    text = data.decode(codec, errors="replace")
    return Decoded(text, codec, declared.basis, _unreadable(text.count("\ufffd")))


def _guessed(data: bytes, name: str) -> Decoded:
    """The encoding charset-normalizer finds most fitting for the first and the middle 32 KiB together."""
    almost = _almost_utf8(data)
    if almost:
        return almost
    from charset_normalizer import from_bytes  # here: most files are UTF-8 and never need it

    middle = len(data) // 2
    sample = data[:_SAMPLE] if len(data) <= 2 * _SAMPLE else data[:_SAMPLE] + data[middle : middle + _SAMPLE]
    best = from_bytes(sample, cp_isolation=sorted(_LIKELY)).best()
    codec = codec_name(best.encoding) if best else None
    if codec is None:
        raise ImportRefused(name, "its encoding could not be found; it may not be text. Choose the encoding if you know it.")
    codec = _SUPERSETS.get(codec, codec)
    text = data.decode(codec, errors="replace")
    if codec in _LATIN and (western := _western(data)) is not None:
        codec, text = "cp1252", western
    bad = text.count("\ufffd")
    if bad > max(8, len(text) // 10):
        raise ImportRefused(name, f"it fits no known encoding (the nearest was {codec}); it may not be text.")
    warning = f"The encoding was guessed ({_spoken(codec)}): compare the accented letters with the original."
    return Decoded(text, codec, f"guessed from the bytes: {_spoken(codec)}, the best fit for its letters", (warning, *_unreadable(bad)))


def _western(data: bytes) -> str | None:
    """The bytes as windows-1252 where that reads as a Western language; the statistics alone mistake French for Czech letters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if language_of(text).value in _WESTERN else None


def _almost_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as files cut in the middle of a letter are."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    beyond_ascii = sum(1 for c in text[:_SAMPLE] if c > "\x7f")
    if bad <= 3 and beyond_ascii > 10 * bad:
        return Decoded(text, "utf-8", "UTF-8 but for a few bytes", _unreadable(bad))
    return None


def _spoken(codec: str) -> str:
    """The name people know an encoding by: cp1251 is windows-1251."""
    return f"windows-{codec[2:]}" if re.fullmatch(r"cp125\d", codec) else codec
