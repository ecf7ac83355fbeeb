"""The end of every importer: a text that is there, as a Draft that says how it was read."""

from __future__ import annotations

from workbench import __version__
from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field
from workbench.importers.decoding import Decoded

NOTHING = "there is nothing in it but white space."


def there(text: str, data: bytes, name: str, otherwise: str = NOTHING) -> str:
    """The text again. Raises ImportRefused, with `otherwise` as the reason, for one without a letter: nothing is imported empty."""
    if not text.strip():
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: {otherwise}")
    return text


def draft_of(
    text: str,
    found: Decoded,
    media_type: str,
    reader: str,
    *,
    metadata: dict[Field, Metadatum],
    zones: tuple[DraftZone, ...],
    warnings: tuple[str, ...] = (),
) -> Draft:
    """The draft of a text. `reader` names the format and the library, `found` says how the bytes became letters."""
    return Draft(
        text=text,
        media_type=media_type,
        encoding=found.encoding,
        encoding_basis=found.basis,
        reader=f"workbench {__version__} {reader}",
        metadata=metadata,
        zones=zones,
        warnings=found.warnings + warnings,
    )
