"""Rich text files (.rtf), as WordPad, TextEdit and older word processors write them."""

from __future__ import annotations

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.decoding import CHOSEN, Decoded, codec_name
from workbench.importers.office.rtf_flow import BEGINNING
from workbench.importers.office.rtf_text import RichText
from workbench.importers.office.word_processing import Written, drafted
from workbench.importers.protocol import Fit

_REACH = 256
_NOTHING = "there is no text in it, only pictures or empty paragraphs."
_CUT = "The file ends before its last group is closed: it may have been cut off, and text at its end may be missing."


class RtfImporter:
    """Rich text, read as far as its words go; pictures and objects are passed over."""

    kind = "rich text (RTF)"
    suffixes = (".rtf",)
    media_type = "application/rtf"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit."""
        if data[:_REACH].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(BEGINNING):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read. `encoding` goes before the code pages that the file names."""
        if BEGINNING not in data[:_REACH]:
            raise ImportRefused(name, "it is no rich text file: it does not begin as one. If it is text, rename it to .txt and add that.")
        codec = codec_name(encoding) if encoding else None
        if encoding and codec is None:
            raise ImportRefused(name, f"“{encoding}” is not the name of a text encoding. Try utf-8, windows-1252 or another one.")
        text = RichText(codec)
        text.read(data)
        warnings: tuple[str, ...] = () if text.whole else (_CUT,)
        if text.rest:
            warnings += (f"{text.rest:,} bytes behind the end of the document were left out.",)
        lines = [*text.text.lines, *text.apart()]
        found = Decoded("", text.codec, f"{CHOSEN}: {codec}" if codec else "the code page that the file names")
        return drafted(Written(lines, text.text.headings, text.properties, warnings, _NOTHING), data, name, "RTF", self.media_type, found)
