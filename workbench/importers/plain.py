"""Plain text."""

from __future__ import annotations

from workbench import __version__
from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.decoding import decoded
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.zones import proposed


class PlainImporter:
    """Text files: the reading text is the file's own text with its line ends normalised."""

    suffixes = (".txt", ".text")
    media_type = "text/plain"
    modules: tuple[str, ...] = ()

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        found = decoded(data, name, encoding=encoding)
        text = normalised(found.text)
        if not text.strip():
            raise ImportRefused(name, f"0 of {len(data):,} bytes became text: there is nothing in it but white space.")
        zones, too_long = proposed(text)
        return Draft(
            text=text,
            media_type=self.media_type,
            encoding=found.encoding,
            encoding_basis=found.basis,
            reader=f"workbench {__version__} plain text",
            metadata=guessed(text, zones),
            zones=zones,
            warnings=found.warnings + too_long,
        )
