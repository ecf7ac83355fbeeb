"""The graph of origins: boxes left to right, the chain of the chosen one lit. Arrows walk along it, Enter edits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.desk import theme
from workbench.desk.origins.layers import HEIGHT, WIDTH, Layout, place
from workbench.desk.origins.nodes import Edge, Graph, Kind, Node
from workbench.desk.rows import draw_text, scaled

LEAST, MOST, STEP = 0.2, 2.0, 1.2
PAD = 10.0
THICKEST, HEAD = 4.0, 11.0  # pixels: of an edge, and of the head of one that derives
EMPTY = Graph((), (), ())


class Picture(QWidget):
    """Signals: chosen(origin id or 0) when a node is chosen; entered(Node) on Enter or a double click."""

    chosen = Signal(int)
    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Graph of origins")
        self.graph, self.layout_ = EMPTY, place(EMPTY)
        self.at = -1
        self.lit: frozenset[int] = frozenset()
        self.zoom = 1.0

    def show_graph(self, graph: Graph) -> None:
        """Draw another graph; the chosen node stays when it is still there."""
        before = self.node
        self.graph, self.layout_ = graph, place(graph)
        same = (i for i, n in enumerate(graph.nodes) if before and (n.kind, n.id, n.title) == (before.kind, before.id, before.title))
        self._choose(next(same, -1), tell=False)
        self.set_zoom(self.zoom)

    @property
    def node(self) -> Node | None:
        """The chosen node."""
        return self.graph.nodes[self.at] if 0 <= self.at < len(self.graph.nodes) else None

    def set_zoom(self, zoom: float) -> None:
        self.zoom = max(LEAST, min(MOST, zoom))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(self.layout_.width * self.zoom) + 1, int(self.layout_.height * self.zoom) + 1)

    def box(self, number: int) -> QRectF:
        """A node's box in this widget's pixels."""
        x, y = self.layout_.places[number]
        return QRectF(x * self.zoom, y * self.zoom, WIDTH * self.zoom, HEIGHT * self.zoom)

    def choose_origin(self, origin_id: int) -> None:
        """Choose an origin's node, as the list does."""
        found = (i for i, n in enumerate(self.graph.nodes) if n.kind is Kind.ORIGIN and n.id == origin_id)
        self._choose(next(found, -1), tell=False)

    def _choose(self, number: int, *, tell: bool = True) -> None:
        self.at = number
        self.lit = _chain(self.graph, number) if number >= 0 else frozenset()
        self.setAccessibleDescription(self.spoken())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        if tell and (node := self.node):
            self.chosen.emit(node.id if node.kind is Kind.ORIGIN else 0)

    def spoken(self) -> str:
        """The chosen node in words: its name, facts, and what it is joined to."""
        node = self.node
        if node is None:
            return f"{len(self.graph.nodes)} boxes; arrow keys go through them"
        to = [self.graph.nodes[e.target].title for e in self.graph.edges if e.source == self.at]
        by = sum(e.target == self.at for e in self.graph.edges)
        rests = f"; has it from {', '.join(to)}" if to else "; a root" if node.root else ""
        return f"{node.title}, {node.facts}{rests}; {by} cite or derive from it"

    # --- keys and mouse -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        if key in steps and self.graph.nodes:
            self._walk(*steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.node:
            self.entered.emit(self.node)
        elif event.text() in ("+", "=", "-"):
            self.set_zoom(self.zoom * (1 / STEP if event.text() == "-" else STEP))
        else:
            super().keyPressEvent(event)

    def _walk(self, across: int, down: int) -> None:
        """To the next box of the column, or along an edge (the nearest one) to the column beside."""
        if self.at < 0:
            self._choose(0)
            return
        _, y = self.layout_.places[self.at]
        if down:
            column = self.graph.columns[self.at]
            same = sorted((i for i, c in enumerate(self.graph.columns) if c == column), key=lambda i: self.layout_.places[i][1])
            self._choose(same[(same.index(self.at) + down) % len(same)])
        else:
            edges = self.graph.edges
            near = [e.target for e in edges if e.source == self.at] if across > 0 else [e.source for e in edges if e.target == self.at]
            if near:
                self._choose(min(near, key=lambda i: abs(self.layout_.places[i][1] - y)))
        self._into_sight()

    def _into_sight(self) -> None:
        frame = self.parentWidget()
        area = frame.parentWidget() if frame else None
        if isinstance(area, QScrollArea):
            centre = self.box(self.at).center().toPoint()
            area.ensureVisible(centre.x(), centre.y(), int(WIDTH * self.zoom), int(HEIGHT * self.zoom))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = next((i for i in range(len(self.graph.nodes)) if self.box(i).contains(event.position())), -1)
        self._choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.node and self.box(self.at).contains(event.position()):
            self.entered.emit(self.node)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
        else:
            event.ignore()

    # --- painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.current()["base"])
        painter.scale(self.zoom, self.zoom)
        seen = QRectF(event.rect()).adjusted(-8, -8, 8, 8)
        order = sorted(range(len(self.graph.edges)), key=self._edge_lit)
        for number in order:
            self._edge(painter, number)
        painter.setOpacity(1.0)
        for number, node in enumerate(self.graph.nodes):
            if self.box(number).intersects(seen):
                self._box(painter, number, node)

    def _edge_lit(self, number: int) -> bool:
        edge = self.graph.edges[number]
        return edge.source in self.lit and edge.target in self.lit

    def _edge(self, painter: QPainter, number: int) -> None:
        """The more claims the thicker; with a head where it derives, dashed where it is only inferred, dotted where it opposes."""
        edge, lit = self.graph.edges[number], self._edge_lit(number)
        painter.setOpacity(0.25 if self.lit and not lit else 1.0)
        pen = QPen(theme.current()[_ink(edge, lit=lit)], _thick(edge) + (0.8 if lit else 0), _line(edge))
        painter.setPen(pen)
        points = [QPointF(*p) for p in self.layout_.paths[number]]
        path = QPainterPath(points[0])
        for one, other in zip(points, points[1:], strict=False):
            reach = QPointF((other.x() - one.x()) / 2, 0)
            path.cubicTo(one + reach, other - reach, other)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        tip = points[-1]
        if edge.derives:
            painter.drawPolygon([tip, tip + QPointF(-HEAD, -HEAD * 0.55), tip + QPointF(-HEAD, HEAD * 0.55)])
        else:
            painter.drawEllipse(tip - QPointF(2.5, 0), 2.5, 2.5)

    def _box(self, painter: QPainter, number: int, node: Node) -> None:
        """Square corners for an article, a pill for a wire, round corners for an origin, a double line for a root."""
        colors = theme.current()
        x, y = self.layout_.places[number]
        box = QRectF(x, y, WIDTH, HEIGHT)
        here = number == self.at
        lit = number in self.lit
        painter.setOpacity(1.0 if lit or not self.lit else 0.6)
        painter.setBrush(colors["accent_soft" if lit else "base"])
        painter.setPen(QPen(colors["focus" if here or lit else "line_strong"], 3.0 if here else 1.4))
        round_ = {Kind.ARTICLE: 0.0, Kind.WIRE: HEIGHT / 2, Kind.ORIGIN: 8.0}[node.kind]
        painter.drawRoundedRect(box, round_, round_)
        if node.root:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors["focus" if lit else "muted"], 1.0))
            painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)
        inner = box.adjusted(PAD + round_ / 3, 7, -PAD - round_ / 3, -4)
        font = self.font()
        used = draw_text(painter, node.title, scaled(font, 1.0, bold=True), "text", inner, 1 if node.kind is not Kind.ORIGIN else 2)
        draw_text(painter, node.facts, scaled(font, 0.86), "muted", inner.adjusted(0, used + 1, 0, 0), 2 if used < HEIGHT / 2 else 1)


LEGIBLE = 0.75  # the zoom under which the words in the boxes are too small to read


class GraphView(QScrollArea):
    """The picture in a frame that scrolls; 0 fits it to the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picture = Picture()
        self.setWidget(self.picture)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def fit(self, least: float = 0.0) -> None:
        """All of it in sight, as large as it goes, never larger than life and never smaller than `least`."""
        layout: Layout = self.picture.layout_
        if layout.width and layout.height:
            room = self.maximumViewportSize()
            self.picture.set_zoom(max(least, min(1.0, (room.width() - 4) / layout.width, (room.height() - 4) / layout.height)))
            for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
                bar.setValue((bar.minimum() + bar.maximum()) // 2)

    def fit_to_read(self) -> None:
        """As much of it as can still be read."""
        self.fit(LEGIBLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "0":
            self.fit()
        else:
            super().keyPressEvent(event)


def _chain(graph: Graph, number: int) -> frozenset[int]:
    """A node with all it rests on and all that rests on it."""

    def reached(following: Callable[[int], list[int]]) -> set[int]:
        found, waiting = {number}, [number]
        while waiting:
            for each in following(waiting.pop()):
                if each not in found:
                    found.add(each)
                    waiting.append(each)
        return found

    ahead: dict[int, list[int]] = {}
    back: dict[int, list[int]] = {}
    for edge in graph.edges:
        ahead.setdefault(edge.source, []).append(edge.target)
        back.setdefault(edge.target, []).append(edge.source)
    return frozenset(reached(lambda i: ahead.get(i, [])) | reached(lambda i: back.get(i, [])))


def _thick(edge: Edge) -> float:
    return 2.0 if edge.derives else min(THICKEST, 0.7 + 0.35 * edge.claims)


def _ink(edge: Edge, *, lit: bool) -> str:
    if edge.opposes:
        return "denied"
    return "accent" if lit else "text" if edge.derives else "faint"


def _line(edge: Edge) -> Qt.PenStyle:
    if edge.opposes:
        return Qt.PenStyle.DotLine
    return Qt.PenStyle.DashLine if edge.inferred else Qt.PenStyle.SolidLine
