"""Bytes to text, with the encoding and how it was found in words."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.domain.errors import ImportRefused
from workbench.importers.escapes import by_escapes
from workbench.importers.unmarked_unicode import unmarked_unicode

if TYPE_CHECKING:
    from workbench.importers.old_encodings import Guess

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
_NEAR = 6.0
_OPINION = 1.5
_STRANGE, _NO_TEXT = 4.4, 5.2
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
    marked = _by_mark(data, name)
    if marked:
        return marked
    found = unmarked_unicode(data) or by_escapes(data)
    if found:
        text, codec, basis = found
        return Decoded(text, codec, basis, _unreadable(text.count("\ufffd")))
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
    """The encoding whose text reads best, with the next best where the two are near each other."""
    almost = _almost_utf8(data)
    if almost:
        return almost
    from workbench.importers.old_encodings import guesses  # here: most files are UTF-8 and never need it

    found = guesses(data)
    if not found or found[0].strangeness > _NO_TEXT:
        raise ImportRefused(name, "its encoding could not be found; it may not be text. Choose the encoding if you know it.")
    near = [guess for guess in found if guess.cost < found[0].cost + _NEAR]
    codec, *others = _with_opinion(data, near) if len(near) > 1 else [near[0].codec]
    text = data.decode(codec, errors="replace")
    bad = text.count("\ufffd")
    if bad > max(8, len(text) // 10):
        raise ImportRefused(name, f"it fits no known encoding (the nearest was {codec}); it may not be text.")
    warning = _warning(codec, others, strange=found[0].strangeness > _STRANGE)
    return Decoded(text, codec, f"guessed from the bytes: {_spoken(codec)}, the best fit for its letters", (warning, *_unreadable(bad)))


def _warning(codec: str, others: Sequence[str], *, strange: bool) -> str:
    """That the encoding was guessed, which other one may be meant, and whether the text reads like none of the languages known here."""
    said = f"The encoding was guessed ({_spoken(codec)}): compare the accented letters with the original."
    if strange:
        said += " Its words are unlike those of the languages known here, so it may be another encoding altogether."
    if others:
        said += f" It may as well be {_spoken(others[0])}, which gives other letters; choose the encoding if you know it."
    return said


def _with_opinion(data: bytes, near: list[Guess]) -> list[str]:
    """The codecs of guesses that are near each other, the best first; what charset-normalizer would choose among them counts as a voice."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=[guess.codec for guess in near]).best()
    chosen = codec_name(best.encoding) if best else None
    ranked = sorted(near, key=lambda guess: guess.cost - (_OPINION if codec_name(guess.codec) == chosen else 0.0))
    return [guess.codec for guess in ranked]


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


def by_label(data: bytes, label: str) -> str | None:
    """`data` in the encoding of that label, as the HTML standard reads labels; None for an unknown one, and where the bytes do not fit."""
    codec = codec_name(label)
    if codec is None:
        return None
    try:
        return data.decode(_SUPERSETS.get(codec, codec))
    except UnicodeError:
        return None
