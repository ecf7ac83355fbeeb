"""What word processors write, in each of its formats: every word once, in order, in its place, as what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.office_files import RTF_HEAD, Model, Words, as_docx, as_odt, as_rtf, docx_of, odt_of, paragraph
from tests.thorough import share
from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import LIVE, ZoneKind
from workbench.importers.normalise import normalised
from workbench.importers.plain import PlainImporter
from workbench.importers.registry import importer_for
from workbench.importers.sentences import sentence_spans

FORMATS: dict[str, Callable[[Model], bytes]] = {"a.docx": as_docx, "a.odt": as_odt, "a.rtf": as_rtf}
KINDS = {
    "plain": LIVE, "inserted": LIVE, "box": LIVE, "deleted": {ZoneKind.STRUCK}, "hidden": {ZoneKind.HIDDEN}, "note": {ZoneKind.NOTE},
    "comment": {ZoneKind.COMMENT},
}  # fmt: skip
ARTICLE = [
    "Council keeps the ferry until spring",
    "The harbour council voted on Tuesday to keep the ferry until spring. Nobody had expected the vote to be so close.",
    "The mayor, Ada Larkspur, said the boat was “old” – it has carried 1,400 people since 1998. “We cannot wait for ever,” she said.",
    "The crew of nine will hear about their contracts next week, according to the port office.",
]


def read(name: str, data: bytes) -> Draft:
    reader = importer_for(name, data)
    draft = reader.read(data, name, None)  # type: ignore[union-attr]
    assert draft.text == normalised(draft.text)
    position, covered = 0, []
    for zone in draft.zones:
        assert position <= zone.start < zone.end <= len(draft.text)
        covered.append(draft.text[position : zone.start])
        position = zone.end
    assert not "".join((*covered, draft.text[position:])).strip()
    return draft


def kinds_at(draft: Draft, words: str) -> set[ZoneKind]:
    start = draft.text.index(words)
    return {zone.kind for zone in draft.zones if zone.start < start + len(words) and zone.end > start}


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_reads_as_its_plain_text_does(name: str) -> None:
    plain = PlainImporter().read("\n".join(ARTICLE).encode(), "a.txt", None)
    draft = read(name, FORMATS[name]([[Words("plain", line)] for line in ARTICLE]))
    assert draft.text == plain.text
    assert [(z.start, z.end, z.kind) for z in draft.zones] == [(z.start, z.end, z.kind) for z in plain.zones]
    assert sentence_spans(draft.text) == sentence_spans(plain.text)
    assert draft.metadata.keys() == plain.metadata.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_set_apart_stands_in_its_place_as_what_it_is(name: str) -> None:
    model: Model = [
        [Words("plain", ARTICLE[0])],
        [Words("plain", "Of 14"), Words("note", "By the port's own count."), Words("plain", " boats "), Words("deleted", "three "),
         Words("inserted", "four "), Words("plain", "were old"), Words("hidden", " (ask Bo)"), Words("plain", "."),
         Words("comment", "Which?")],
        (([Words("plain", "Boat")], [Words("plain", "Year")]), ([Words("plain", "Kittiwake")], [Words("plain", "1998")])),
        [Words("plain", "The rest will stay."), Words("box", "What a boat costs")],
    ]  # fmt: skip
    draft = read(name, FORMATS[name](model))
    lines = draft.text.split("\n")
    assert lines[0] == ARTICLE[0]
    assert lines[1] == "Of 14 ¹ boats three four were old (ask Bo)."
    assert re.fullmatch(r"Comment by Bo Finn(, 3 May 2031)?: Which\?", lines[2])
    assert lines[3:] == ["Boat\tYear", "Kittiwake\t1998", "The rest will stay.", "What a boat costs", "¹ By the port's own count."]
    assert kinds_at(draft, "three") == {ZoneKind.STRUCK}
    assert kinds_at(draft, "(ask Bo)") == {ZoneKind.HIDDEN}
    assert kinds_at(draft, "¹") == kinds_at(draft, lines[-1]) == {ZoneKind.NOTE}
    assert kinds_at(draft, lines[2]) == {ZoneKind.COMMENT}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", ["deleted", "hidden"])
def test_what_is_set_apart_never_parts_a_word_or_changes_a_figure(name: str, kind: str) -> None:
    model: Model = [[Words("plain", "They counted 1"), Words(kind, "4"), Words("plain", "5,"), Words(kind, "1"), Words("plain", "00 ferr"),
                     Words(kind, "y"), Words("inserted", "ies today.")]]  # fmt: skip
    draft = read(name, FORMATS[name](model))
    assert draft.text == "They counted 15,00 41 ferries y today."
    assert "".join(draft.text[z.start : z.end] for z in draft.zones if z.kind in LIVE).replace(" ", "") == "Theycounted15,00ferriestoday."


def tokens(kind: str, count: list[int]) -> str:
    count[0] += 1
    return f"q{count[0]}z"


@st.composite
def models(draw: st.DrawFn) -> Model:
    count = [0]

    def paragraph() -> list[Words]:
        kinds = draw(st.lists(st.sampled_from([*KINDS, "plain", "plain"]), max_size=6))
        return [Words(kind, tokens(kind, count) + draw(st.sampled_from(["", " ", " ", "."]))) for kind in kinds]

    model: Model = [[Words("plain", "Words at the beginning.")]]
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 4)):
            model.append(paragraph())
        else:
            columns = draw(st.integers(1, 3))
            model.append(tuple(tuple(paragraph() for _ in range(columns)) for _ in range(draw(st.integers(1, 3)))))
    return model


def items(model: Model) -> list[Words]:
    return [
        item
        for part in model
        for paragraph in ([part] if isinstance(part, list) else [c for row in part for c in row])
        for item in paragraph
    ]


@settings(max_examples=share(60), deadline=None)
@given(models())
@pytest.mark.parametrize("name", FORMATS)
def test_every_word_comes_once_in_order_as_what_it_is(name: str, model: Model) -> None:
    draft = read(name, FORMATS[name](model))
    every = items(model)[1:]
    for item in every:
        word = item.words.rstrip(" .")
        assert draft.text.count(word) == 1
        assert kinds_at(draft, word) <= KINDS[item.kind], item
    for kinds in (("plain", "inserted"), ("deleted",), ("hidden",), ("note",), ("comment",), ("box",)):
        places = [draft.text.index(item.words.rstrip(" .")) for item in every if item.kind in kinds]
        assert places == sorted(places)
    live = "".join(draft.text[z.start : z.end] for z in draft.zones if z.kind in LIVE)
    flow = [re.sub(r"\s", "", words) for words in re.split(r"q\d+z", live)]
    assert len(flow) == 1 + sum(item.kind in ("plain", "inserted", "box") for item in every)


WHOLE = {
    name: make([[Words("plain", line)] for line in ARTICLE] + [[Words(kind, "words ") for kind in KINDS]]) for name, make in FORMATS.items()
}


@settings(max_examples=share(60), deadline=None)
@given(st.integers(0, 2**32))
@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_document_is_refused_or_read_never_a_fault(name: str, seed: int) -> None:
    random, whole = Random(seed), WHOLE[name]
    data = bytearray(whole)
    for _ in range(random.choice([1, 1, 3, 40])):
        data[random.randrange(len(data))] = random.randrange(256)
    for damaged in (bytes(data), whole[: random.randrange(len(whole))]):
        for reader in {importer_for(name, damaged), importer_for(name, whole)}:
            try:
                draft = reader.read(damaged, name, None)  # type: ignore[union-attr]
            except ImportRefused as refused:
                assert refused.reason
            else:
                assert draft.text.strip()


TAGS = {
    "a.docx": """w:p w:r w:t w:delText w:pPr w:rPr w:del w:ins w:moveFrom w:tbl w:tr w:tc w:txbxContent mc:AlternateContent mc:Choice
        mc:Fallback w:rt w:ddList w:listEntry w:result w:vanish w:strike w:tab w:br w:sym w:footnoteReference w:commentReference m:oMath m:d
        m:e m:sup m:sub m:den m:naryPr m:chr m:t w:rPrChange w:sdt w:pict wp:docPr c:chart w:footnote w:headerReference""",
    "a.odt": """text:p text:h text:span text:s text:tab table:table-row table:table-cell text:note text:note-citation text:note-body
        text:section office:annotation dc:creator dc:date text:tracked-changes text:changed-region text:deletion text:change draw:text-box
        draw:frame svg:desc text:ruby-text text:hidden-paragraph text:hidden-text style:header style:footer draw:object text:line-break""",
    "a.rtf": r"""par pard intbl cell row super sub v deleted plain chftn footnote ftnalt annotation atnauthor shp shpinst shptxt shprslt sp
        sn sv header footer fonttbl stylesheet s1 info title author revtim yr2031 mo99 u8220 u-10179 uc3 *\unknown upr ud mden msup f1 f9
        revtbl bin3 ansicpg1""",
}


def tangle(random: Random, name: str, depth: int = 0) -> str:
    """Groups and elements that the reader knows, nested in each other anyhow."""
    inner = "".join(
        tangle(random, name, depth + 1) if depth < 7 and random.random() < 0.75 else "words " for _ in range(random.randrange(4))
    )
    tag = random.choice(TAGS[name].split())
    return f"{{\\{tag} {inner}}}" if name == "a.rtf" else f"<{tag}>{inner}</{tag}>"


@settings(max_examples=share(80), deadline=None)
@given(st.integers(0, 2**32))
@pytest.mark.parametrize("name", FORMATS)
def test_whatever_is_nested_in_whatever_is_read_or_refused(name: str, seed: int) -> None:
    random = Random(seed)
    inside = "".join(tangle(random, name) for _ in range(6))
    first = {"a.docx": paragraph("First."), "a.odt": "<text:p>First.</text:p>", "a.rtf": r"First.\par"}[name]
    data = {"a.docx": docx_of, "a.odt": odt_of, "a.rtf": lambda body: f"{RTF_HEAD}{body}}}".encode()}[name](first + inside)
    assert read(name, data).text.startswith("First.")
