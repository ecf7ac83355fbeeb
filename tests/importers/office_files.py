"""Documents as word processors write them, made of one model, so that three formats can say the same."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_SPACES = "".join(
    f' xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
                         ("meta", "meta"), ("svg", "svg-compatible"))
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


@dataclass(frozen=True)
class Words:
    """Words of one kind: plain, inserted, deleted, hidden, note, comment or box."""

    kind: str
    words: str


Paragraph = list[Words]
Table = tuple[tuple[Paragraph, ...], ...]
Model = list["Paragraph | Table"]


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def docx_of(body: str, parts: dict[str, str] | None = None, *, main: str = "word/document.xml", space: str = W, head: str = "") -> bytes:
    """A Word file with that body; each other part is related to it by the kind that its name begins with."""
    parts = parts or {}
    relations = "".join(f'<Relationship Id="{name}" Type="{REL}/{_kind(name)}" Target="{name}.xml"/>' for name in parts)
    folder, _, base = main.rpartition("/")
    spaces = (
        f'xmlns:w="{space}" xmlns:r="{REL}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/{main}" ContentType="{MAIN}"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{REL}/officeDocument" Target="{main}"/>'
            f'<Relationship Id="b" Type="{REL}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
            f"{folder}/_rels/{base}.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relations}</Relationships>",
            main: f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {spaces}><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Draft 3'
            "</dc:title><dc:creator>Bo Finn</dc:creator><t:modified>2031-05-03T10:00:00Z</t:modified></p>",
            **{f"{folder}/{name}.xml": part.replace("NS", spaces) for name, part in parts.items()},
        }
    )


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def run(words: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def paragraph(words: str, style: str = "") -> str:
    return f"<w:p>{f'<w:pPr><w:pStyle w:val={chr(34)}{style}{chr(34)}/></w:pPr>' if style else ''}{run(words)}</w:p>"


def as_docx(model: Model) -> bytes:
    notes, comments = [], []

    def words(item: Words) -> str:
        if item.kind == "plain":
            return run(item.words)
        if item.kind == "inserted":
            return f'<w:ins w:author="Ada Lark">{run(item.words)}</w:ins>'
        if item.kind == "deleted":
            return f'<w:del w:author="Ada Lark">{run(item.words, tag="delText")}</w:del>'
        if item.kind == "hidden":
            return run(item.words, "<w:vanish/>")
        if item.kind == "note":
            notes.append(f'<w:footnote w:id="{len(notes)}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + item.words)}</w:p></w:footnote>')
            return f'<w:r><w:footnoteReference w:id="{len(notes) - 1}"/></w:r>'
        if item.kind == "comment":
            comments.append(f'<w:comment w:id="{len(comments)}" w:author="Bo Finn"><w:p>{run(item.words)}</w:p></w:comment>')
            return f'<w:r><w:commentReference w:id="{len(comments) - 1}"/></w:r>'
        box = f"<w:txbxContent><w:p>{run(item.words)}</w:p></w:txbxContent>"
        return f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"

    def line(items: Paragraph) -> str:
        return f"<w:p>{''.join(map(words, items))}</w:p>"

    def block(part: Paragraph | Table) -> str:
        if isinstance(part, list):
            return line(part)
        rows = ("".join(f"<w:tc>{line(cell)}</w:tc>" for cell in row) for row in part)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    body = "".join(map(block, model))
    return docx_of(
        body,
        {"footnotes": f"<w:footnotes NS>{''.join(notes)}</w:footnotes>", "comments": f"<w:comments NS>{''.join(comments)}</w:comments>"},
    )


def odt_of(body: str, *, changes: str = "", styles: str = "", manifest: str = "", meta: str = "") -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content{ODF_SPACES}><office:automatic-styles>"
            '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
            '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
            '<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
            '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
            f"</office:automatic-styles><office:body><office:text>{changes}{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles{ODF_SPACES}><office:styles>"
            f'<style:style style:name="Title" style:family="paragraph"/></office:styles>{styles}</office:document-styles>',
            "meta.xml": f"<office:document-meta{ODF_SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{manifest}</m:manifest>',
        }
    )


def spaced(words: str) -> str:
    """Words as ODF writes them, where white space at the edge of an element is none."""
    return escape(words.rstrip(" ")) + "<text:s/>" * (len(words) - len(words.rstrip(" ")))


def as_odt(model: Model) -> bytes:
    regions: list[str] = []

    def words(item: Words) -> str:
        inner = spaced(item.words)
        if item.kind in ("plain", "inserted"):
            return (
                f'<text:change-start text:change-id="i"/>{inner}<text:change-end text:change-id="i"/>' if item.kind == "inserted" else inner
            )
        if item.kind == "deleted":
            regions.append(
                f'<text:changed-region text:id="d{len(regions)}"><text:deletion><office:change-info><dc:creator>Ada Lark</dc:creator>'
                f"</office:change-info><text:p>{inner}</text:p></text:deletion></text:changed-region>"
            )
            return f'<text:change text:change-id="d{len(regions) - 1}"/>'
        if item.kind == "hidden":
            return f'<text:span text:style-name="H">{inner}</text:span>'
        if item.kind == "note":
            return (
                '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f"<text:note-body><text:p>{inner}</text:p></text:note-body></text:note>"
            )
        if item.kind == "comment":
            return (
                "<office:annotation><dc:creator>Bo Finn</dc:creator><dc:date>2031-05-03T09:00:00</dc:date>"
                f"<text:p>{inner}</text:p></office:annotation>"
            )
        return f"<draw:frame><draw:text-box><text:p>{inner}</text:p></draw:text-box></draw:frame>"

    def line(items: Paragraph) -> str:
        return f"<text:p>{''.join(map(words, items))}</text:p>"

    def block(part: Paragraph | Table) -> str:
        if isinstance(part, list):
            return line(part)
        rows = ("".join(f"<table:table-cell>{line(cell)}</table:table-cell>" for cell in row) for row in part)
        return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"

    body = "".join(map(block, model))
    insertion = (
        '<text:changed-region text:id="i"><text:insertion><office:change-info><dc:creator>Ada</dc:creator></office:change-info>'
        "</text:insertion></text:changed-region>"
    )
    return odt_of(body, changes=f"<text:tracked-changes>{insertion}{''.join(regions)}</text:tracked-changes>")


RTF_HEAD = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}}"


def rtf_words(words: str) -> str:
    return "".join(c if c.isascii() and c not in "\\{}" else f"\\{c}" if c in "\\{}" else f"\\u{ord(c)}?" for c in words)


def as_rtf(model: Model) -> bytes:
    def words(item: Words) -> str:
        inner = rtf_words(item.words)
        return {
            "plain": inner,
            "inserted": rf"{{\revised {inner}}}",
            "deleted": rf"{{\deleted {inner}}}",
            "hidden": rf"{{\v {inner}}}",
            "note": rf"{{\super\chftn}}{{\footnote\pard\plain {{\super\chftn}} {inner}}}",
            "comment": rf"{{\*\atnid B}}{{\*\atnauthor Bo Finn}}\chatn{{\*\annotation\pard\plain {inner}}}",
            "box": rf"{{\shp{{\*\shpinst{{\shptxt\pard {inner}\par}}}}{{\shprslt{{\*\do{{\dptxbxtext\pard {inner}\par}}}}}}}}",
        }[item.kind]

    def block(part: Paragraph | Table) -> str:
        if isinstance(part, list):
            return rf"\pard {''.join(map(words, part))}\par" + "\n"
        return "".join(r"\trowd\pard\intbl " + "".join("".join(map(words, cell)) + r"\cell " for cell in row) + "\\row\n" for row in part)

    return (RTF_HEAD + "".join(map(block, model)) + "}").encode("ascii")
