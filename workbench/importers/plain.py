"""Plain text."""

from __future__ import annotations

from workbench.domain.draft import Draft
from workbench.importers.decoding import Declared, decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.protocol import Fit
from workbench.importers.zones import proposed


class PlainImporter:
    """Text files: the reading text is the file's own text with its line ends normalised."""

    kind = "text"
    suffixes = (".txt", ".text")
    media_type = "text/plain"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit. A file without an ending may be text."""
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE if suffix else Fit.PERHAPS

    def read(self, data: bytes, name: str, encoding: str | None, sent: Declared | None = None) -> Draft:
        """See Importer.read. `sent` is the encoding that a server named when it sent the file."""
        found = decoded(data, name, encoding=encoding, declared=sent)
        text = there(normalised(found.text), data, name)
        zones, too_long = proposed(text)
        return draft_of(text, found, self.media_type, "plain text", metadata=guessed(text, zones), zones=zones, warnings=too_long)
