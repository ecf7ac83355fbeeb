"""Pictures that are not read (HEIC, AVIF, SVG and others): refused, with what to do."""

from __future__ import annotations

from pathlib import PurePath

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.protocol import Fit

_PHONE = (
    "it is a picture as phones make them (HEIC). Open it in the program that shows it, save it as JPEG, and add that; keep the original."
)
_DRAWING = "it is a drawing (SVG), which any program shows otherwise. Save it as PNG in the program that shows it, and add that."
_RARE = "it is a picture of a rare kind. Open it in the program that shows it, save it as PNG, and add that; keep the original."
_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
RAW = (".dng", ".cr2", ".cr3", ".nef", ".arw")
"""What cameras make before they make a picture of it; most begin as TIFF does, and have a small picture in front."""
_BY_SUFFIX = {
    ".heic": _PHONE, ".heif": _PHONE, ".hif": _PHONE, ".svg": _DRAWING, ".svgz": _DRAWING, ".avif": _RARE, ".bmp": _RARE, ".jxl": _RARE,
    ".jp2": _RARE, ".psd": _RARE, ".ico": _RARE, **dict.fromkeys(RAW, _RARE),
}  # fmt: skip


class OtherPictures:
    """Pictures for which there is no reader here."""

    kind = "other pictures"
    suffixes = tuple(_BY_SUFFIX)
    media_type = "image/heic"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit."""
        if data[4:8] == b"ftyp" and data[8:12] in _BRANDS:
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """Always raises ImportRefused."""
        phone = _RARE if data[8:12] in (b"avif", b"avis") else _PHONE
        raise ImportRefused(name, phone if data[4:8] == b"ftyp" else _BY_SUFFIX.get(PurePath(name).suffix.lower(), _RARE))
