"""Outlook's own files, which only Outlook reads: what to do with each of them."""

from __future__ import annotations

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.protocol import Fit

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MESSAGE = "__substg1.0_".encode("utf-16-le")
_MESSAGE_ALSO = "__properties_version1.0".encode("utf-16-le")
_STORE = b"!BDN"
_WRAPPED = b"\x78\x9f\x3e\x22"
_SECTOR = 512

_SAVE_MAIL = (
    "it is a mail in Outlook's own format. Open it in Outlook and save it as .eml (new Outlook or the web: “Download”), or drag it into"
    " Thunderbird and save it from there; then add that file."
)
_SAVE_STORE = (
    "it is a whole mailbox of Outlook (.pst). Open it in Outlook or import it into Thunderbird, and export the mails as .eml or .mbox;"
    " then add those."
)
_ASK = "it is Outlook's own wrapping of a mail (winmail.dat). Ask the sender for the mail as plain text or HTML, or open it in Outlook."


class OutlookFiles:
    """Mails (.msg), mailboxes (.pst, .ost) and wrapped mails (winmail.dat) of Outlook: refused, with what to do."""

    kind = "Outlook"
    suffixes = (".msg", ".pst", ".ost")
    media_type = "application/vnd.ms-outlook"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit."""
        if data.startswith((_STORE, _WRAPPED)) or _is_message(data):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """Always raises ImportRefused."""
        store = data.startswith(_STORE) or name.lower().endswith((".pst", ".ost"))
        raise ImportRefused(name, _ASK if data.startswith(_WRAPPED) else _SAVE_STORE if store else _SAVE_MAIL)


def _is_message(data: bytes) -> bool:
    """Whether an OLE file is a mail, by the first sector of its directory."""
    if not data.startswith(_OLE):
        return False
    size = 4096 if data[30:31] == b"\x0c" else _SECTOR
    at = (int.from_bytes(data[48:52], "little") + 1) * size
    directory = data[at : at + 8 * _SECTOR]
    return _MESSAGE in directory or _MESSAGE_ALSO in directory
