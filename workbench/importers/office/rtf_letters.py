"""How the bytes of a rich text file become letters: code pages by font, and \\u with what stands there for old readers."""

from __future__ import annotations

from workbench.importers.decoding import codec_name
from workbench.importers.office.symbols import symbol

SYMBOL_FONT = "symbol"
_BY_CHARSET = {
    2: SYMBOL_FONT, 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
BY_WORD = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SURROGATES = range(0xD800, 0xE000)


def codec_of_page(number: int) -> str | None:
    """The codec of a code page of Windows or the Macintosh; None for one that is not known."""
    return {10000: "mac_roman", 65001: "utf-8", 936: "gbk"}.get(number) or codec_name(f"cp{number}")


def codec_of_charset(number: int) -> str | None:
    """The codec of a font by the number of its set of characters; None for the document's own."""
    return _BY_CHARSET.get(number)


def letters(data: bytes, codec: str) -> str:
    """Bytes as they stand in a font of that codec; what does not fit comes as the sign for that."""
    if codec == SYMBOL_FONT:
        return "".join(symbol(byte, SYMBOL_FONT) for byte in data)
    return data.decode(codec, errors="replace")


def joined(units: list[int]) -> str:
    """UTF-16 units that follow each other as text; a half of a pair alone as the sign for what cannot be read."""
    return b"".join((unit & 0xFFFF).to_bytes(2, "little") for unit in units).decode("utf-16-le", errors="replace")
