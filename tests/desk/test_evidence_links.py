"""Evidence by keys: a document, an image, a call, a web address; edited in place; a copy saved; bytes that are no image are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODeviceBase, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, fill, form, forms, settle
from tests.journeys.driver import CTRL, Analyst
from workbench.case.evidence import NewLink
from workbench.desk import dialogs
from workbench.desk.claims.picture import SIDE, Picture, thumbnail
from workbench.desk.window import Window
from workbench.domain.entities import Evidence
from workbench.domain.errors import WorkbenchError
from workbench.domain.vocabulary import EvidenceKind, Relation

TEXT = "Permit\n\nThe harbour office said on Monday that the permit was given.\n"
Key = Qt.Key


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    case = case_of(tmp_path, TEXT)
    case.claims.add("The permit was given")
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.wait()
    analyst.window.desk.choose(1)
    analyst.window.area.panes[0].view.setFocus()
    return analyst


def links(analyst: Analyst) -> list[Evidence]:
    return analyst.window.desk.case.evidence.of(1)


def png(side: int = 900) -> bytes:
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODeviceBase.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def press(analyst: Analyst, name: str) -> None:
    """Press a button of a link's row by its name."""
    settle(analyst.window)
    (found,) = [
        b for b in analyst.window.detail.findChildren(QToolButton) if b.accessibleName().startswith(name) and b.isVisibleTo(analyst.window)
    ]
    found.click()
    analyst.wait()
    QApplication.processEvents()


def link_file(analyst: Analyst, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(dialogs, "ask_document", lambda _: file)
    analyst.press(Key.Key_E)
    analyst.press(Key.Key_D)
    analyst.wait()


def test_a_document_is_linked_kept_and_a_copy_saved(analyst: Analyst, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "permit.pdf"
    file.write_bytes(b"%PDF-1.7 permit")
    link_file(analyst, monkeypatch, file)
    asked = form(analyst.window)
    fill(asked, Note="page 2", Dated="2024-05-01", Independent="yes")
    assert "Because" in asked.problem.text()
    fill(asked, Because="issued by the court", Origin="Court")
    analyst.wait()
    (link,) = links(analyst)
    assert (link.kind, link.name, link.note, link.dated, link.independent) == (
        EvidenceKind.DOCUMENT,
        "permit.pdf",
        "page 2",
        "2024-05-01",
        True,
    )
    assert link.document_sha256 is not None
    shown = " ".join(found.text() for found in analyst.window.detail.findChildren(QLabel))
    assert f"SHA-256 {link.document_sha256[:12]}" in shown
    assert "independent (issued by the court)" in shown
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(dialogs, "ask_document_copy", lambda *_: target)
    press(analyst, "Save a copy of permit.pdf")
    assert target.read_bytes() == file.read_bytes()
    analyst.window.area.panes[0].view.setFocus()
    analyst.press(Key.Key_Z, CTRL)
    assert links(analyst) == []


def test_a_file_that_cannot_be_kept_is_refused_with_the_reason(analyst: Analyst, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    link_file(analyst, monkeypatch, tmp_path / "empty")
    assert "empty" in analyst.said[-1]
    assert not forms(analyst.window)


def test_an_image_is_shown_small_only_when_asked_for(analyst: Analyst, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(png())
    link_file(analyst, monkeypatch, tmp_path / "seal.png")
    fill(form(analyst.window))
    analyst.wait()
    assert links(analyst)[0].kind is EvidenceKind.IMAGE
    assert not analyst.window.findChildren(Picture)
    press(analyst, "Show seal.png")
    (shown,) = analyst.window.findChildren(Picture)
    (pixmap,) = [found.pixmap() for found in shown.findChildren(QLabel) if not found.pixmap().isNull()]
    assert (pixmap.width(), pixmap.height()) == (SIDE, SIDE // 2)


@pytest.mark.parametrize(
    ("data", "kind"), [(b"\x89PNG\r\n\x1a\n" + b"x" * 50, "image/png"), (b"<svg/>", "image/svg+xml"), (b"", "image/gif")]
)
def test_what_is_no_image_is_refused(qapp: QApplication, data: bytes, kind: str) -> None:
    with pytest.raises(WorkbenchError, match="Save a copy"):
        thumbnail(data, kind)


def test_an_image_that_would_take_gigabytes_is_refused(qapp: QApplication) -> None:
    huge = bytearray(png(8))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2  # the header says 60,000 by 60,000
    with pytest.raises(WorkbenchError, match="Save a copy"):
        thumbnail(bytes(huge), "image/png")


def test_a_call_is_whom_when_and_what(analyst: Analyst) -> None:
    analyst.press(Key.Key_E)
    analyst.press(Key.Key_N)
    asked = form(analyst.window)
    fill(asked, With_whom="Odile Brandt")
    assert "what was said" in asked.problem.text()
    fill(asked, When="2024-05-01", What="She saw it.")
    (link,) = links(analyst)
    assert (link.kind, link.name, link.dated, link.note) == (EvidenceKind.CALL_NOTE, "Odile Brandt", "2024-05-01", "She saw it.")
    assert analyst.window.desk.case.origins.all()[link.origin_id or 0].name == "Odile Brandt"
    press(analyst, "Edit the evidence from call with Odile Brandt")
    fill(form(analyst.window), Note="She has seen it.", It="contradicts", With_whom="O. Brandt")
    (link,) = links(analyst)
    assert (link.note, link.relation, link.name) == ("She has seen it.", Relation.CONTRADICTS, "O. Brandt")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.org"])
def test_only_web_addresses_are_linked(analyst: Analyst, address: str) -> None:
    analyst.press(Key.Key_E)
    assert [c.letter for c in chooser(analyst.window).choices] == ["+", "-", "c", "u", "d", "n"]
    analyst.press(Key.Key_U)
    asked = form(analyst.window)
    fill(asked, Web_address=address)
    assert "http" in asked.problem.text()
    fill(asked, Web_address="https://example.org/permit")
    assert links(analyst)[0].url == "https://example.org/permit"


def test_markup_in_a_name_stays_words(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.announce(desk.case.evidence.add(1, NewLink(Relation.CONTEXT, note="<b>x</b>", name="<img src=file:///x>")))
    settle(analyst.window)
    assert any("<img src=file:///x>" in found.text() for found in analyst.window.detail.findChildren(QLabel))
    assert all(
        found.textFormat() is Qt.TextFormat.PlainText for found in analyst.window.detail.findChildren(QLabel) if "<img" in found.text()
    )
