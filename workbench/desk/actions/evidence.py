"""Evidence: words, a web address, a document or an image, or a note of a call, linked to the chosen claim."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from workbench.case.documents import Document, read_document
from workbench.case.evidence import NewLink
from workbench.desk import dialogs
from workbench.desk.actions.common import attempt, words_here
from workbench.desk.claims.picture import Picture, thumbnail
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.widgets import shortened
from workbench.domain.entities import Evidence
from workbench.domain.errors import WorkbenchError
from workbench.domain.naming import origin_name
from workbench.domain.vocabulary import EvidenceKind, Relation

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace

INDEPENDENT = {"yes": True, "no": False, "": None}
MOST_WORDS = 160
"""Letters of the words to be linked that are shown."""
RELATIONS = [r.value for r in Relation]


def evidence(work: Workplace) -> None:
    """Link these words, a web address, a document or a call to the chosen claim."""
    if not _claim(work):
        return
    this = "This picture {}" if _picture_here(work) else "These words {}"
    single = bool(_picture_here(work))
    choices = [
        Choice("+", this.format("corroborates it" if single else "corroborate it"), lambda: corroborate(work)),
        Choice("-", this.format("contradicts it" if single else "contradict it"), lambda: contradict(work)),
        Choice("c", this.format("is context" if single else "are context"), lambda: _link_words(work, Relation.CONTEXT)),
        Choice("u", "A web address…", lambda: _link_form(work, EvidenceKind.URL)),
        Choice("d", "A document or an image…", lambda: link_document(work), "kept in the case with its SHA-256"),
        Choice("n", "A call or an interview…", lambda: _link_form(work, EvidenceKind.CALL_NOTE), "with whom, when, what was said"),
    ]
    Chooser(work.over, f"Evidence for C{work.desk.claim}", choices, warning=_words(work)).open_at(work.place())


def _words(work: Workplace) -> str:
    """Which words would be linked, and from where; what to do where there are none."""
    pane = work.pane_here()
    span = pane.aim.words() if pane else None
    if pane is None or span is None:
        return "No words: select some, or put the cursor in a sentence, to link them."
    return f"These words, Ex. {pane.article_id}: “{shortened(pane.view.text[span.start : span.end], MOST_WORDS)}”"


def corroborate(work: Workplace) -> None:
    _link_words(work, Relation.CORROBORATES)


def contradict(work: Workplace) -> None:
    _link_words(work, Relation.CONTRADICTS)


def _claim(work: Workplace) -> int:
    if not work.desk.claim:
        work.desk.say("Choose a claim first (J, K, or a click on its mark).")
    return work.desk.claim


def _link_words(work: Workplace, relation: Relation) -> None:
    claim_id = _claim(work)
    picture = _picture_here(work)
    if claim_id and picture:
        work.desk.do(lambda: work.desk.case.evidence.add(claim_id, NewLink(relation, article_id=picture)))
        return
    found = words_here(work) if claim_id else None
    if found:
        work.desk.do(lambda: work.desk.case.evidence.add(claim_id, NewLink(relation, mark=found[1])))


def _picture_here(work: Workplace) -> int:
    """The exhibit that the pane with the keyboard shows, where that is a picture: it is taken whole; else 0."""
    pane = work.pane_here()
    return pane.article_id if pane and pane.article_id and not work.desk.case.articles.get(pane.article_id).has_text else 0


def link_document(work: Workplace) -> None:
    """Choose a file, read it in the background, then ask what it says of the claim."""
    path = dialogs.ask_document(work.over) if _claim(work) else None
    if path:
        add_document(work, path)


def add_document(work: Workplace, path: Path) -> None:
    """Read a file in the background, then ask what it says of the chosen claim."""
    done = partial(_link_form, work, EvidenceKind.DOCUMENT)
    work.desk.job(f"Reading {path.name}", lambda _: read_document(path), done)


def _link_form(work: Workplace, kind: EvidenceKind, document: Document | None = None) -> None:
    """What a link of that kind asks for; independence is judged with a reason or left open."""
    claim_id = work.desk.claim
    target = {
        EvidenceKind.URL: [Ask("Web address", "https://", (), "http or https"), Ask("Note", "", (), "(what it shows)")],
        EvidenceKind.DOCUMENT: [Ask("Note", "", (), "(what it shows)"), Ask("Dated", "", (), "(9 Nov 2016 or 2016-11-09)")],
        EvidenceKind.CALL_NOTE: [
            Ask("With whom", "", _origins(work), "who was spoken to"),
            Ask("When", "", (), "(9 Nov 2016 or 2016-11-09)"),
            Ask("What", "", (), "what was said"),
        ],
    }[kind]  # fmt: skip
    asks = [*target, *_common(work)]
    title = f"Evidence for C{claim_id}" + (f": {document.name} ({document.media_type})" if document else "")

    def done(values: list[str]) -> str:
        named = dict(zip((ask.name for ask in asks), values, strict=True))
        wrong, common = _read_common(named)
        if wrong:
            return wrong
        call = kind is EvidenceKind.CALL_NOTE
        if call and not (named["With whom"] and named["What"]):
            return "Say who was spoken to and what was said."
        origin = named["Origin"] or (named["With whom"] if call else "")
        link = NewLink(
            Relation(named["It"]), url=named.get("Web address", ""), note=named.get("What") or named.get("Note", ""),
            origin=origin, name=named.get("With whom", ""), dated=named.get("When") or named.get("Dated", ""), document=document,
            independent=common[0], independent_reason=common[1],
        )  # fmt: skip
        return _save(work, claim_id, link)

    Form(work.over, title, asks, done).open_at(work.place())


def _save(work: Workplace, claim_id: int, link: NewLink) -> str:
    """Link it; a document's megabytes are written in the background."""
    if link.document is None:
        return attempt(work, lambda: work.desk.case.evidence.add(claim_id, link))
    desk = work.desk
    desk.job("Keeping the document", lambda _: desk.case.evidence.add(claim_id, link), desk.announce, writes=True)
    return ""


def _origins(work: Workplace) -> list[str]:
    return [name for o in work.desk.case.origins.all().values() for name in (o.name, *o.aliases)]


def _common(work: Workplace, link: Evidence | None = None) -> list[Ask]:
    """What every link has: relation, origin, and whether it is independent, with the reason."""
    origins = work.desk.case.origins.all()
    origin = origin_name(origins, link.origin_id) if link else ""
    judged = next(word for word, value in INDEPENDENT.items() if value is (link.independent if link else None))
    return [
        Ask(
            "It",
            link.relation.value if link else Relation.CORROBORATES.value,
            RELATIONS,
            "corroborates, contradicts or context",
            closed=True,
        ),
        Ask("Origin", origin, _origins(work), "(who it comes from)"),
        Ask("Independent", judged, ["yes", "no"], "(yes, no, or empty when not judged)", closed=True),
        Ask("Because", link.independent_reason if link else "", (), "(why it is independent or is not)"),
    ]


def _read_common(named: dict[str, str]) -> tuple[str, tuple[bool | None, str]]:
    """What is wrong, or an empty string, and the independence with its reason."""
    word = named["Independent"].casefold()
    if named["It"] not in RELATIONS:
        return "It corroborates, contradicts, or is context.", (None, "")
    if word not in INDEPENDENT:
        return "Independent is yes or no; leave it empty when it is not judged.", (None, "")
    if word and not named["Because"]:
        return "Say under “Because” why it is independent or is not.", (None, "")
    return "", (INDEPENDENT[word], named["Because"])


def evidence_asked(work: Workplace, what: str, evidence_id: int) -> None:
    """From the buttons of a link: edit it, save its document, or show its image."""
    {"edit": edit_evidence, "save": save_document, "show": show_image}[what](work, evidence_id)


def show_image(work: Workplace, evidence_id: int) -> None:
    """Decode a linked image in the background, within limits, and show it small."""

    def decode() -> tuple[str, QImage]:
        link, data = work.desk.case.evidence.document(evidence_id)
        return link.name, thumbnail(data, link.media_type)

    work.desk.job("Decoding the image", lambda _: decode(), lambda made: Picture(work.over, *made).open_at(work.place()))


def edit_evidence(work: Workplace, evidence_id: int) -> None:
    """Change a link where it stands: its own words, relation, origin and independence."""
    link = work.desk.case.evidence.get(evidence_id)
    own = [Ask("Web address", link.url)] if link.kind is EvidenceKind.URL else []
    own += [Ask("With whom", link.name)] if link.kind is EvidenceKind.CALL_NOTE else []
    own += [Ask("Note", link.note, (), "(what it shows)"), Ask("Dated", link.dated, (), "(9 Nov 2016 or 2016-11-09)")]
    asks = [*own, *_common(work, link)]

    def done(values: list[str]) -> str:
        named = dict(zip((ask.name for ask in asks), values, strict=True))
        wrong, (independent, because) = _read_common(named)
        if wrong:
            return wrong
        fields: dict[str, object] = {"note": named["Note"], "dated": named["Dated"], "relation": Relation(named["It"])}
        fields |= {"origin": named["Origin"], "independent": independent, "independent_reason": because}
        fields |= {"url": named["Web address"]} if "Web address" in named else {}
        fields |= {"name": named["With whom"]} if "With whom" in named else {}
        return attempt(work, partial(work.desk.case.evidence.edit, evidence_id, **fields))

    Form(work.over, f"Evidence of C{link.claim_id}", asks, done).open_at(work.place())


def save_document(work: Workplace, evidence_id: int) -> None:
    """Save a copy of a linked document where the analyst says; it is never opened from here."""
    link = work.desk.case.evidence.get(evidence_id)
    path = dialogs.ask_document_copy(work.over, link.name)
    if path is None:
        return

    def write() -> Path:
        _, data = work.desk.case.evidence.document(evidence_id)
        try:
            path.write_bytes(data)
        except OSError as error:
            raise WorkbenchError(f"{path.name} could not be written: {error.strerror}.") from error
        return path

    work.desk.job("Saving the document", lambda _: write(), lambda saved: work.desk.say(f"Saved as {saved}. Its SHA-256 was checked."))
