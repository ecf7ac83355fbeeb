"""What a document's properties say of it: who made it, when it was changed, what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.importers.office.xml_parts import Attributes, Part, Start


@dataclass(slots=True)
class Properties:
    """As they are written in the document; empty for what they do not say."""

    title: str = ""
    author: str = ""
    modified: str = ""
    language: str = ""


class PropertiesPart(Part):
    """Reads the part that has them: `fields` says by the name of an element which property it is."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__()
        self.said = Properties()
        self._field = ""
        for element, field in fields.items():
            self.on(element, self._into(field), self._end)

    def words(self, text: str) -> None:
        if self._field:
            setattr(self.said, self._field, getattr(self.said, self._field) + text)

    def _into(self, field: str) -> Start:
        def begin(_attributes: Attributes) -> None:
            self._field = field

        return begin

    def _end(self) -> None:
        self._field = ""
