"""The graph of origins: layers that follow the chain, no box over another, keys that walk along it, and the list beside it in step."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, fill, form, forms, span_of
from tests.domain.values import appearance, origin
from tests.journeys.driver import CTRL, SHIFT, Analyst
from tests.thorough import share
from workbench.case.appearances import Attribution
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.desk import theme
from workbench.desk.origins import Origins
from workbench.desk.origins.graph import Picture
from workbench.desk.origins.layers import HEIGHT, WIDTH, place
from workbench.desk.origins.nodes import Graph, Kind, gather, of_claim
from workbench.desk.window import Window
from workbench.domain.entities import Article
from workbench.domain.vocabulary import Method, OriginBasis, Reliability, Stance

TEXT = "Ferry\n\nThe harbour office said that 40 fell ill. The mayor denied it.\n"
Key = Qt.Key


def article(number: int) -> Article:
    return Article(number, f"{number}.txt", "", Method.FILE, "", "", "", "", 0, "", "", "", "", Reliability.C, {})


def drawn(articles: int, parents: list[int | None], rows: list[tuple[int, int, str]]) -> Graph:
    origins = {n: origin(n, parent) for n, parent in enumerate(parents, 1)}
    appearances = [appearance(a, o, via=via, id=n, claim_id=n) for n, (a, o, via) in enumerate(rows, 1)]
    return gather([article(n) for n in range(1, articles + 1)], appearances, origins)


def no_overlap(graph: Graph) -> None:
    places = place(graph).places
    for (x, y), (u, v) in combinations(places, 2):
        assert abs(x - u) >= WIDTH or abs(y - v) >= HEIGHT, "two boxes lie on each other"


def test_articles_wires_derived_and_roots_stand_left_to_right() -> None:
    graph = drawn(2, [None, 1, 2], [(1, 3, "Pan Wire"), (2, 1, "")])
    at = {n.title: c for n, c in zip(graph.nodes, graph.columns, strict=True)}
    assert at == {"Ex. 1  1.txt": 0, "Ex. 2  2.txt": 0, "Pan Wire": 1, "Origin 3": 2, "Origin 2": 3, "Origin 1": 4}
    names = [n.title for n in graph.nodes]
    edges = {(names[e.source], names[e.target]): e.derives for e in graph.edges}
    assert edges == {
        ("Ex. 1  1.txt", "Pan Wire"): False, ("Pan Wire", "Origin 3"): False, ("Ex. 2  2.txt", "Origin 1"): False,
        ("Origin 3", "Origin 2"): True, ("Origin 2", "Origin 1"): True,
    }  # fmt: skip
    assert [n.root for n in graph.nodes if n.kind is Kind.ORIGIN] == [True, False, False]


def test_an_edge_is_inferred_only_where_no_passage_states_it() -> None:
    rows = [appearance(1, 1, origin_basis=OriginBasis.INFERRED), appearance(1, 1, id=2, origin_basis=OriginBasis.STATED),
            appearance(2, 1, Stance.DENIES, id=3, origin_basis=OriginBasis.INFERRED)]  # fmt: skip
    graph = gather([article(1), article(2)], rows, {1: origin(1)})
    assert [e.inferred for e in graph.edges] == [False, True]


def test_the_graph_of_one_claim_shows_who_carries_and_who_opposes_it_and_nothing_else() -> None:
    origins = {1: origin(1), 2: origin(2), 3: origin(3, 1), 4: origin(4)}
    rows = [
        appearance(1, 3, claim_id=1), appearance(2, 2, Stance.DENIES, id=2, claim_id=1),
        appearance(3, 4, Stance.NEUTRAL, id=3, claim_id=1), appearance(1, 4, id=4, claim_id=2),
    ]  # fmt: skip
    articles = [article(n) for n in (1, 2, 3)]
    graph = gather(articles, of_claim(rows, 1), origins, all_origins=False)
    assert [n.title for n in graph.nodes] == ["Ex. 1  1.txt", "Ex. 2  2.txt", "Origin 1", "Origin 2", "Origin 3"]
    assert [(graph.nodes[e.source].title, e.opposes) for e in graph.edges] == [
        ("Ex. 1  1.txt", False), ("Ex. 2  2.txt", True), ("Origin 3", False),
    ]  # fmt: skip
    assert "reports" in graph.nodes[0].facts or "asserts" in graph.nodes[0].facts
    assert "denies" in graph.nodes[1].facts


def test_what_was_looked_for_in_vain_is_no_claim_of_an_article() -> None:
    rows = [appearance(1, 1), appearance(1, None, Stance.NOT_MENTIONED, id=2, claim_id=2, passage_id=None)]
    graph = gather([article(1)], rows, {1: origin(1)})
    assert graph.nodes[0].facts.endswith("1 claim")


@settings(max_examples=share(40), deadline=None)
@given(
    st.lists(st.none() | st.integers(1, 12), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(1, 8), st.integers(1, 12), st.sampled_from(["", "", "Pan", "Other"])), max_size=30),
)
def test_boxes_never_overlap_and_edges_begin_and_end_at_them(parents: list[int | None], rows: list[tuple[int, int, str]]) -> None:
    parents = [p if p and p < n else None for n, p in enumerate(parents, 1)]
    graph = drawn(8, parents, [(a, min(o, len(parents)), via) for a, o, via in rows])
    layout = place(graph)
    no_overlap(graph)
    for edge, path in zip(graph.edges, layout.paths, strict=True):
        assert graph.columns[edge.source] < graph.columns[edge.target]
        x, y = layout.places[edge.source]
        assert path[0] == (x + WIDTH, pytest.approx(y + HEIGHT / 2))
        assert path[-1] == (layout.places[edge.target][0], pytest.approx(layout.places[edge.target][1] + HEIGHT / 2))
    assert all(0 <= x <= layout.width - WIDTH and 0 <= y <= layout.height - HEIGHT for x, y in layout.places)


def test_two_hundred_nodes_do_not_overlap() -> None:
    rows = [(n % 140 + 1, n * 7 % 60 + 1, "Pan Wire" if n % 5 == 0 else "") for n in range(400)]
    graph = drawn(140, [None if n < 25 else n % 25 + 1 for n in range(60)], rows)
    assert len(graph.nodes) > 200
    no_overlap(graph)


def test_an_empty_case_has_an_empty_picture(qapp: QApplication) -> None:
    picture = Picture()
    picture.show_graph(gather([], [], {}))
    QTest.keyClick(picture, Key.Key_Right)
    assert picture.node is None
    assert not picture.grab().isNull()


@pytest.fixture
def sheet(open_window: Callable[..., Window], tmp_path: Path) -> Origins:
    """The sheet of a case: Ex. 1 cites the office through a wire, and the mayor; the office derives from the ministry."""
    case = case_of(tmp_path, TEXT)
    office = case.origins.add(NewOrigin("Harbour office")).new("origins")
    ministry = case.origins.add(NewOrigin("Ministry", reliability=Reliability.B)).new("origins")
    case.origins.edit(office, derives_from=ministry)
    case.origins.add(NewOrigin("Mayor"))
    case.claims.add("Ill", Mark(1, *span_of(TEXT, "40 fell ill")), Attribution(via="Pan Wire", origin_id=office))
    case.appearances.add(1, Mark(1, *span_of(TEXT, "The mayor denied it")), Attribution(Stance.DENIES, origin_id=3))
    case.close()
    window = active(open_window(case.path))
    analyst = Analyst(window)
    analyst.wait()
    window.area.panes[0].view.setFocus()
    analyst.press(Key.Key_R, CTRL | SHIFT)
    (found,) = [w for w in window.findChildren(Origins) if w.isVisible()]
    found.activateWindow()
    assert QTest.qWaitForWindowActive(found)
    found.graph.picture.setFocus()
    return found


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def title(sheet: Origins) -> str:
    node = sheet.graph.picture.node
    return node.title if node else ""


def test_arrows_walk_along_the_chain_and_light_it(sheet: Origins) -> None:
    picture = sheet.graph.picture
    assert title(sheet) == "Harbour office", "what most claims cite is chosen first"
    assert sheet.table.currentRow() == 0
    picture._choose(-1)
    press(Key.Key_Right)
    assert title(sheet).startswith("Ex. 1")
    seen = [title(sheet)]
    picture._choose(next(i for i, n in enumerate(picture.graph.nodes) if n.title == "Pan Wire"))
    for _ in range(2):
        press(Key.Key_Right)
        seen.append(title(sheet))
    assert seen[1:] == ["Harbour office", "Ministry"]
    lit = {picture.graph.nodes[i].title for i in picture.lit}
    assert lit == {"Ministry", "Harbour office", "Pan Wire", seen[0]}, "the mayor is not part of that chain"
    assert "Ministry, other · reliability B · 0 claims; a root" in picture.accessibleDescription()
    press(Key.Key_Left)
    assert title(sheet) == "Harbour office"
    assert sheet.table.currentRow() == 0, "the list is in step"
    sheet.table.setCurrentCell(2, 0)
    assert title(sheet) == "Mayor", "and the graph with the list"


def test_c_draws_only_the_chosen_claim_and_follows_it(sheet: Origins) -> None:
    sheet.desk.choose(1)
    other = sheet.desk.case.origins.add(NewOrigin("Nobody cites this")).new("origins")
    sheet.reload()
    sheet.table.setCurrentCell(3, 0)
    sheet.graph.picture.setFocus()
    press(Key.Key_C)
    assert title(sheet) == "Harbour office", "what is chosen stands in the drawing"
    assert sheet.table.currentRow() == 0
    sheet.desk.do(lambda: sheet.desk.case.origins.delete(other))
    assert [n.title for n in sheet.graph.picture.graph.nodes][1:] == ["Pan Wire", "Harbour office", "Ministry", "Mayor"]
    assert any(e.opposes for e in sheet.graph.picture.graph.edges)
    assert sheet.counted.text().startswith("C1: 1 article, 1 wire, 1 origin")
    sheet.desk.choose(sheet.desk.case.claims.add("Another").new("claims"))
    assert sheet.graph.picture.graph.nodes == (), "no article carries that one yet"
    sheet.desk.choose(1)
    sheet.desk.do(lambda: sheet.desk.case.claims.delete(1))
    assert len(sheet.graph.picture.graph.nodes) == 3, "a claim that is gone narrows nothing; nobody cites the origins any more"
    sheet.desk.undo()
    sheet.desk.choose(1)
    assert sheet.counted.text().startswith("C1: ")
    press(Key.Key_C)
    assert len(sheet.graph.picture.graph.nodes) == 5


def test_enter_edits_an_origin_and_a_click_chooses(sheet: Origins) -> None:
    picture = sheet.graph.picture
    number = next(i for i, n in enumerate(picture.graph.nodes) if n.title == "Mayor")
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, picture.box(number).center().toPoint())
    assert title(sheet) == "Mayor"
    press(Key.Key_Return)
    fill(form(sheet), Also_called="the Mayor of Port Ansel; OB", Reliability="C")
    assert sheet.desk.case.origins.all()[3].aliases == ("the Mayor of Port Ansel", "OB")
    assert "Also called: the Mayor of Port Ansel, OB" in sheet.card.text()
    assert title(sheet) == "Mayor", "the chosen box stays chosen"
    assert picture.node is not None
    assert "reliability C" in picture.node.facts


def test_zoom_by_keys_and_fit(sheet: Origins) -> None:
    picture = sheet.graph.picture
    press(Key.Key_Plus)
    larger = picture.zoom
    press(Key.Key_Minus, Key.Key_Minus)
    assert picture.zoom < larger
    press(Key.Key_0)
    room = sheet.graph.viewport()
    assert picture.width() <= room.width()
    assert picture.height() <= room.height()
    for _ in range(40):
        press(Key.Key_Plus)
    assert picture.zoom == 2.0


def test_merge_by_m_says_what_happens_refuses_a_circle_and_is_undone(sheet: Origins) -> None:
    case = sheet.desk.case
    sheet.table.setFocus()
    sheet.table.setCurrentCell(1, 0)
    press(Key.Key_M)
    assert "becomes another name" in form(sheet).problem.text()
    fill(form(sheet), Stays="Harbour office")
    assert "derive from itself" in form(sheet).problem.text()
    fill(form(sheet), Stays="Nobody")
    assert "no other origin" in form(sheet).problem.text()
    fill(form(sheet), Stays="Mayor")
    assert not forms(sheet)
    assert {o.name: o.aliases for o in case.origins.all().values()} == {"Harbour office": (), "Mayor": ("Ministry",)}
    sheet.desk.undo()
    assert len(case.origins.all()) == 3


def test_new_delete_and_what_hangs_on_it(sheet: Origins) -> None:
    case = sheet.desk.case
    assert sheet.counted.text().startswith("3 origins, 2 roots.")
    sheet.table.setFocus()
    press(Key.Key_N)
    fill(form(sheet), Name="Clinic")
    assert [o.name for o in case.origins.all().values()][-1] == "Clinic"
    sheet.table.setFocus()
    sheet.table.setCurrentCell(3, 0)
    press(Key.Key_Delete)
    assert len(case.origins.all()) == 3, "nothing hangs on it, so it just goes"
    sheet.table.setCurrentCell(1, 0)
    press(Key.Key_Delete)
    assert chooser(sheet).warning == "1 origin that derives from it will count as first-hand."
    press(Key.Key_Escape)
    assert len(case.origins.all()) == 3
    sheet.table.setFocus()
    press(Key.Key_Delete, Key.Key_D)
    assert case.origins.all()[1].derives_from is None
    sheet.desk.undo()
    assert case.origins.all()[1].derives_from == 2


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_chosen_chain_is_drawn_stronger_and_not_by_colour_alone(qapp: QApplication, name: str) -> None:
    theme.apply(name)
    picture = Picture()
    picture.show_graph(drawn(1, [None, 1], [(1, 2, "")]))
    before = picture.grab().toImage()
    picture.choose_origin(1)
    after = picture.grab().toImage()
    box = picture.box(picture.at).toRect()
    corner = box.topLeft() + QPoint(box.width() // 2, 0)
    assert before != after
    thick = [
        sum(i.pixelColor(corner + QPoint(0, d)).lightness() != i.pixelColor(2, 2).lightness() for d in (-1, 0, 1)) for i in (before, after)
    ]
    assert thick[1] > thick[0], "the border is wider"
