"""How the window looks, and its sheets. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import theme
from workbench.desk.actions.common import pane_here
from workbench.desk.popup import Ask, Form
from workbench.desk.reading.dressing import Look

if TYPE_CHECKING:
    from workbench.desk.window import Window


def toggle_dark(window: Window) -> None:
    window.use_theme("light" if theme.current().name == "dark" else "dark")


def show_keys(window: Window) -> None:
    window.show_keys()


def show_origins(window: Window) -> None:
    window.show_origins()


def show_matrix(window: Window) -> None:
    window.show_matrix()


def show_help(window: Window) -> None:
    window.show_help()


def zoom(window: Window, step: int) -> None:
    window.area.zoom(step)


def go_to_pane(window: Window, number: int) -> None:
    window.area.focus(number)


def to_articles(window: Window) -> None:
    window.columns.show("articles")
    window.articles.list.setFocus()


def to_claims(window: Window) -> None:
    window.columns.show("claims")
    window.claims.list.setFocus()


def to_strip(window: Window) -> None:
    window.strip.table.setFocus()


def new_tab(window: Window) -> None:
    """The article chosen in the list, when that has the keyboard; else the article in focus once more."""
    pane, chosen = pane_here(window), window.articles.chosen()
    if window.articles.list.hasFocus() and chosen:
        window.area.open_tab(chosen)
    elif pane:
        window.area.open_tab(pane.article_id)
    else:
        window.desk.say("Choose an article at the left first.")


def turn_tab(window: Window, by: int) -> None:
    window.area.turn_tab(by)


def show_all(window: Window) -> None:
    window.articles.show_all()


def toggle_articles(window: Window) -> None:
    window.columns.toggle("articles")


def toggle_claims(window: Window) -> None:
    window.columns.toggle("claims")


def toggle_hints(window: Window) -> None:
    window.hints.switch()


SNAPPING = {"none": "letters", "word": "words", "sentence": "sentences"}
CHECKED = {"fade": "fades", "strike": "struck through", "plain": "stays"}


def _either(choices: dict[str, str]) -> str:
    return ", ".join([*choices.values()][:-1]) + " or " + [*choices.values()][-1]


def reading_look(window: Window) -> None:
    """Size, line height, column width and alignment of the articles, how selections snap, how checked text looks."""
    look = window.area.look
    asks = [
        Ask("Size in points", f"{look.size:g}"),
        Ask("Line height in per cent", str(look.line_height)),
        Ask("Column width in pixels", str(look.width), (), "0 for the whole pane"),
        Ask("Justified", "yes" if look.justified else "no", ["yes", "no"]),
        Ask("A mouse selection takes letters, words or sentences", SNAPPING.get(look.snap, "letters"), list(SNAPPING.values())),
        Ask("Checked text fades, struck through or stays", CHECKED.get(look.checked, "fades"), list(CHECKED.values())),
    ]

    def done(values: list[str]) -> str:
        try:
            size, height, width = float(values[0]), int(values[1]), int(values[2])
        except ValueError:
            return "Size, line height and width are numbers."
        if not (8 <= size <= 28 and 100 <= height <= 250 and (width == 0 or 200 <= width <= 2000)):
            return "Size 8 to 28, line height 100 to 250, width 0 or 200 to 2000."
        snap = next((name for name, words in SNAPPING.items() if words == values[4].strip().casefold()), "")
        checked = next((name for name, words in CHECKED.items() if words == values[5].strip().casefold()), "")
        if not (snap and checked):
            return f"A mouse selection takes {_either(SNAPPING)}; checked text {_either(CHECKED)}."
        window.area.use_look(Look(size, height, width, values[3].casefold().startswith("y"), snap, checked))
        return ""

    Form(window, "How articles look", asks, done).open_at(window.middle())


def change_key(window: Window) -> None:
    """Give a command another key; a key that is taken already is refused with the name of who has it."""
    titles = {c.title.rstrip("…"): c for c in window.commands}
    asks = [Ask("Command", "", list(titles)), Ask("Key", "", (), "for instance Ctrl+Shift+L; empty for the usual one")]

    def done(values: list[str]) -> str:
        command = titles.get(values[0])
        if command is None:
            return "Choose a command from the list."
        wanted = values[1] or command.spec.keys
        taken = next((c for c in window.commands if wanted and c is not command and c.has_key(wanted)), None)
        if taken:
            return f"{wanted} is the key of “{taken.title.rstrip('…')}”. Change that one first."
        return command.use_key(values[1])

    Form(window, "Change a key", asks, done).open_at(window.middle())
