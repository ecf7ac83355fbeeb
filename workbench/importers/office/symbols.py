"""Characters of the fonts Symbol and Wingdings, which have signs of their own where other fonts have letters."""

from __future__ import annotations

_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL = _GREEK | {
    "\x22": "∀", "\x24": "∃", "\x27": "∋", "\x2a": "∗", "\x2d": "−", "\x40": "≅", "\x5c": "∴", "\x5e": "⊥", "\x7e": "∼",
    "\xa0": "€", "\xa2": "′", "\xa3": "≤", "\xa4": "⁄", "\xa5": "∞", "\xa7": "♣", "\xa8": "♦", "\xa9": "♥", "\xaa": "♠",
    "\xab": "↔", "\xac": "←", "\xad": "↑", "\xae": "→", "\xaf": "↓", "\xb0": "°", "\xb1": "±", "\xb2": "″", "\xb3": "≥", "\xb4": "×",
    "\xb5": "∝", "\xb6": "∂", "\xb7": "•", "\xb8": "÷", "\xb9": "≠", "\xba": "≡", "\xbb": "≈", "\xbc": "…", "\xc5": "⊕", "\xc6": "∅",
    "\xc7": "∩", "\xc8": "∪", "\xc9": "⊃", "\xca": "⊇", "\xcb": "⊄", "\xcc": "⊂", "\xcd": "⊆", "\xce": "∈", "\xcf": "∉", "\xd0": "∠",
    "\xd1": "∇", "\xd2": "®", "\xd3": "©", "\xd4": "™", "\xd5": "∏", "\xd6": "√", "\xd7": "⋅", "\xd8": "¬", "\xd9": "∧", "\xda": "∨",
    "\xdb": "⇔", "\xdc": "⇐", "\xdd": "⇑", "\xde": "⇒", "\xdf": "⇓", "\xe5": "∑", "\xf2": "∫",
}  # fmt: skip
_WINGDINGS = {
    "\x28": "☎", "\x2a": "✉", "\x4a": "☺", "\x4c": "☹", "\x6c": "●", "\x6e": "■", "\x6f": "□", "\x71": "❑", "\x75": "◆", "\x76": "❖",
    "\x9f": "•", "\xa7": "▪", "\xa8": "◻", "\xd8": "➢", "\xdf": "←", "\xe0": "→", "\xe1": "↑", "\xe2": "↓", "\xe8": "➔", "\xf0": "⇨",
    "\xfb": "✗", "\xfc": "✓", "\xfd": "☒", "\xfe": "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: int, font: str) -> str:
    """The character at a place of a font. One of these fonts that has no sign in Unicode comes as its place in the private area, where
    it shows at least that something stands there; what is no character at all as the sign for that."""
    inside = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = _FONTS.get(font.strip().casefold())
    if table and inside < 0x100:
        return table.get(chr(inside)) or (chr(inside) if table is _SYMBOL and chr(inside) in " !#%&()+,./0123456789:;<=>?[]_{|}"
                                          else chr(0xF000 + inside))  # fmt: skip
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
