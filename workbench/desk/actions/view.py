"""How the window looks, and its sheets. One thin function per user action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import theme
from workbench.desk.compare.matrix import Matrix
from workbench.desk.help import help_sheet
from workbench.desk.keys_sheet import keys_sheet
from workbench.desk.message_log import MessageLog
from workbench.desk.origins import Origins
from workbench.desk.popup import Ask, Form
from workbench.desk.reading.page_sheet import PageSheet
from workbench.desk.reading.typography import Look

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace


def toggle_dark(work: Workplace) -> None:
    use_theme(work, "light" if theme.current().name == "dark" else "dark")


def use_theme(work: Workplace, name: str) -> None:
    """Show everything in that theme; kept for the user."""
    theme.apply(name)
    work.desk.settings.set("theme", name)
    for pane in work.area.panes:
        work.area.restyle(pane)


def show_keys(work: Workplace) -> None:
    keys_sheet(work.over, work.commands).show()


def show_origins(work: Workplace) -> None:
    Origins(work.over, work.desk, work.go_to).show()


def show_matrix(work: Workplace) -> None:
    Matrix(work.over, work.desk, work.go_to, work.claims.known_views).show()


def show_page(work: Workplace) -> None:
    """The original page that the cursor stands on, of an article that has pages."""
    pane = work.pane_here()
    if pane is None:
        work.desk.say("Open an article first.")
        return
    article = work.desk.case.articles.get(pane.article_id)
    if not article.layout.pages:
        work.desk.say(f"{article.exhibit} has no pages: only PDF articles have.")
        return
    selected = pane.view.selection()
    page, line = article.layout.place(selected.start if selected else pane.view.position())
    PageSheet(work.over, work.desk, article, page, line).show()


def show_help(work: Workplace) -> None:
    help_sheet(work.over).show()


def show_messages(work: Workplace) -> None:
    """The last hundred messages."""
    MessageLog(work.over, work.message.log).show()


def zoom(work: Workplace, step: int) -> None:
    work.area.zoom(step)


def go_to_pane(work: Workplace, number: int) -> None:
    work.area.focus(number)


def to_articles(work: Workplace) -> None:
    work.columns.show("articles")
    work.articles.list.setFocus()


def to_claims(work: Workplace) -> None:
    work.columns.show("claims")
    work.claims.list.setFocus()


def to_strip(work: Workplace) -> None:
    work.strip.show()  # a low window has it hidden
    work.strip.table.setFocus()


def new_tab(work: Workplace) -> None:
    """The article chosen in the list, when that has the keyboard; else the article in focus once more."""
    pane, chosen = work.pane_here(), work.articles.chosen()
    if work.articles.list.hasFocus() and chosen:
        work.area.open_tab(chosen)
    elif pane:
        work.area.open_tab(pane.article_id)
    else:
        work.desk.say("Choose an article at the left first.")


def turn_tab(work: Workplace, by: int) -> None:
    work.area.turn_tab(by)


def show_all(work: Workplace) -> None:
    work.articles.show_all()


def toggle_articles(work: Workplace) -> None:
    work.columns.toggle("articles")


def toggle_claims(work: Workplace) -> None:
    work.columns.toggle("claims")


def toggle_hints(work: Workplace) -> None:
    work.hints.switch()


SNAPPING = {"none": "letters", "word": "words", "sentence": "sentences"}
CHECKED = {"fade": "fades", "strike": "struck through", "plain": "stays"}


def _either(choices: dict[str, str]) -> str:
    return ", ".join([*choices.values()][:-1]) + " or " + [*choices.values()][-1]


def reading_look(work: Workplace) -> None:
    """Size, line height, column width and alignment of the articles, how selections snap, how checked text looks."""
    look = work.area.look
    asks = [
        Ask("Size in points", f"{look.size:g}"),
        Ask("Line height in per cent", str(look.line_height)),
        Ask("Column width in pixels", str(look.width), (), "0 for the whole pane"),
        Ask("Justified", "yes" if look.justified else "no", ["yes", "no"], closed=True),
        Ask(
            "A mouse selection takes letters, words or sentences", SNAPPING.get(look.snap, "letters"), list(SNAPPING.values()), closed=True
        ),
        Ask("Checked text fades, struck through or stays", CHECKED.get(look.checked, "fades"), [*CHECKED.values()], closed=True),
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
        work.area.use_look(Look(size, height, width, values[3].casefold().startswith("y"), snap, checked))
        return ""

    Form(work.over, "How articles look", asks, done).open_at(work.middle())


def change_key(work: Workplace) -> None:
    """Give a command another key; a key that is taken already is refused with the name of who has it."""
    titles = {c.title.rstrip("…"): c for c in work.commands}
    asks = [Ask("Command", "", list(titles)), Ask("Key", "", (), "for instance Ctrl+Shift+L; empty for the usual one")]

    def done(values: list[str]) -> str:
        command = titles.get(values[0])
        if command is None:
            return "Choose a command from the list."
        wanted = values[1] or command.spec.keys
        taken = next((c for c in work.commands if wanted and c is not command and c.has_key(wanted)), None)
        if taken:
            return f"{wanted} is the key of “{taken.title.rstrip('…')}”. Change that one first."
        return command.use_key(values[1])

    Form(work.over, "Change a key", asks, done).open_at(work.middle())
