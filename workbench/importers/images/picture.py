"""Pictures (PNG, JPEG, WebP, GIF, TIFF): exhibits without a reading text, with what their headers and their EXIF say of them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.draft import Draft
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.decoding import Decoded
from workbench.importers.drafting import draft_of
from workbench.importers.images.exif import Exif, exif_of
from workbench.importers.images.other_pictures import RAW
from workbench.importers.images.picture_headers import NoPicture, head_of
from workbench.importers.protocol import Fit

MOST_PIXELS = 120_000_000
"""Pixels of a picture at most: with four bytes each they fit into what the child that draws them may take."""
LEAST_SIDE = 48
"""Pixels below which a picture is a sign or a spacer of a page."""
_TOO_LARGE = (
    "it is {:,} × {:,} pixels ({:,.0f} million); pictures of up to {:.0f} million are taken. Save it smaller, and keep the original."
)
_TOO_SMALL = "it is {:,} × {:,} pixels: a sign or a spacer, as pages have them, and no picture."
_DAMAGED = "it is cut off or damaged before it says how large it is. Get the file again."
_FIRST = "There are more pictures in this file; the first one is shown."
_SAYS = "Its EXIF says, and anyone can write that into a file: {}."


@dataclass(frozen=True, slots=True)
class PictureImporter:
    """Pictures of one format, told by how they begin."""

    kind: str
    suffixes: tuple[str, ...]
    media_type: str
    begins: tuple[bytes, ...]
    goes_on: bytes = b""
    """What stands at the eighth byte."""
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        if suffix in RAW:
            return Fit.NONE
        if data.startswith(self.begins) and data[8 : 8 + len(self.goes_on)] == self.goes_on:
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read. The text is empty: nothing in a picture is taken for words."""
        try:
            head = head_of(data, self.media_type)
        except NoPicture as error:
            raise ImportRefused(name, _DAMAGED) from error
        pixels = head.width * head.height
        if pixels > MOST_PIXELS:
            raise ImportRefused(name, _TOO_LARGE.format(head.width, head.height, pixels / 1e6, MOST_PIXELS / 1e6))
        if min(head.width, head.height) < LEAST_SIDE:
            raise ImportRefused(name, _TOO_SMALL.format(head.width, head.height))
        exif = exif_of(head.exif)
        said = _said(exif)
        warnings = (*((_SAYS.format("; ".join(said)),) if said else ()), *((_FIRST,) if head.more else ()))
        found = Decoded("", f"{head.width:,} × {head.height:,} pixels", "the picture's own header")
        return draft_of("", found, self.media_type, "picture", metadata=_fields(exif), zones=(), warnings=warnings)


def _said(exif: Exif) -> list[str]:
    named = (
        ("taken", exif.taken), ("camera", exif.camera), ("place", exif.place), ("by", exif.author), ("rights", exif.rights),
        ("words", exif.words and f"“{exif.words}”"), ("program", exif.program),
    )  # fmt: skip
    return [f"{what} {value}" for what, value in named if value]


def _fields(exif: Exif) -> dict[Field, Metadatum]:
    nothing = {each: Metadatum(None, None, "a picture does not say it") for each in Field}
    if not exif.author:
        return nothing
    return nothing | {Field.AUTHOR: Metadatum(exif.author, Confidence.LOW, "the picture's EXIF, which anyone can write")}


PICTURES = (
    PictureImporter("PNG", (".png",), "image/png", (b"\x89PNG\r\n\x1a\n",)),
    PictureImporter("JPEG", (".jpg", ".jpeg", ".jfif"), "image/jpeg", (b"\xff\xd8\xff",)),
    PictureImporter("WebP", (".webp",), "image/webp", (b"RIFF",), b"WEBP"),
    PictureImporter("GIF", (".gif",), "image/gif", (b"GIF87a", b"GIF89a")),
    PictureImporter("TIFF", (".tif", ".tiff"), "image/tiff", (b"II*\0", b"MM\0*")),
)
