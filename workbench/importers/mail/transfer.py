"""How bodies of mails are sent: base64, quoted-printable and uuencode back to bytes, damaged ones as far as they go."""

from __future__ import annotations

import binascii
import re

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_SPACE = b" \t\r\n\x0b\x0c"
_UUENCODED = frozenset({"x-uuencode", "uuencode", "uue", "x-uue"})
_BEGIN = re.compile(rb"^begin [0-7]{3,4} [^\r\n]*\r?\n", re.MULTILINE)


def received(body: bytes, coding: str) -> tuple[bytes, str]:
    """The bytes that a body stands for, and a warning where some of it stands for none."""
    if coding == "base64":
        return _from_base64(body)
    if coding == "quoted-printable":
        return binascii.a2b_qp(body), ""
    if coding in _UUENCODED:
        return _from_uu(body)
    return body, ""


def _from_base64(body: bytes) -> tuple[bytes, str]:
    """Lines with other signs are no base64: list programs put their own words behind it."""
    warning = ""
    if body.translate(None, _BASE64 + b"\r\n"):
        lines = [line for line in body.split(b"\n") if line.strip()]
        sound = [line for line in lines if not line.strip().translate(None, _BASE64)]
        size = sum(map(len, lines)) - sum(map(len, sound)) if sound else len(body.translate(None, _BASE64 + _SPACE))
        body = b"".join(sound) or body
        warning = f"{size:,} bytes stand among the base64 of a part and are none: they could not be read." if size else ""
    found = bytearray()
    for run in re.split(rb"=+", body.translate(None, body.translate(None, _BASE64))):
        whole = run[: len(run) - (len(run) % 4 == 1)]
        found += binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
    return bytes(found), warning


def _from_uu(body: bytes) -> tuple[bytes, str]:
    begin = _BEGIN.search(body)
    found = bytearray()
    for line in body[begin.end() if begin else 0 :].splitlines():
        if line.strip() == b"end":
            break
        try:
            found += binascii.a2b_uu(line)
        except binascii.Error:
            size = (((line[0] - 32) & 63) * 4 + 5) // 3 if line else 0  # some programs fill the last line with too much
            try:
                found += binascii.a2b_uu(line[:size])
            except binascii.Error:
                return body, "A part says that it is uuencoded, and is not: it was read as it stands."
    return bytes(found), ""
