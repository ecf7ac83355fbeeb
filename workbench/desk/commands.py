"""Every command of the desk in one table: menu, palette, shortcuts, and the `?` sheet come from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from workbench.desk import actions as act

if TYPE_CHECKING:
    from workbench.desk.window import Window

ANYWHERE, READING = "anywhere", "reading"
"""Where a key acts: in the whole window, or only when a reading pane (or the claims list) has the keyboard."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One command: a stable name, the menu it stands in, its words, its usual keys, what it does, and where its keys act."""

    name: str
    menu: str
    title: str
    keys: str
    run: Callable[[Window], object]
    where: str = ANYWHERE
    hint: str = ""


SPECS: tuple[Spec, ...] = (
    Spec("new", "Case", "New case…", "Ctrl+N", act.new_case, hint="Start a case in a new file"),
    Spec("open", "Case", "Open case…", "Ctrl+Shift+O", act.open_case, hint="Open a case file"),
    Spec("open_backup", "Case", "Open a backup…", "Ctrl+Alt+B", act.open_backup, hint="An earlier day of this case, as a new file"),
    Spec("example", "Case", "Open the example", "", act.open_example, hint="A worked case of a made-up event"),
    Spec("add", "Case", "Add articles…", "Ctrl+O", act.add_files, hint="Import files"),
    Spec("add_folder", "Case", "Add a folder…", "Ctrl+Alt+O", act.add_folder, hint="Import every file of a folder"),
    Spec("paste", "Case", "Paste as article", "Ctrl+V", act.paste, hint="Import the text on the clipboard"),
    Spec("case", "Case", "About this case…", "Ctrl+I", act.edit_case, hint="Reference, title, question, cut-off, who it is for"),
    Spec("save_as", "Case", "Save as…", "Ctrl+Alt+A", act.save_as, hint="Save the case under another name, and go on there"),
    Spec("copy", "Case", "Save a copy…", "Ctrl+Shift+S", act.save_copy, hint="A verified copy, while the case is open"),
    Spec("history", "Case", "History of the case…", "Ctrl+H", act.show_history, hint="Every step: who did what, from what to what, why"),
    Spec("as_of", "Case", "The case as it was…", "Ctrl+Shift+H", act.as_of, hint="At any moment, in a window of its own, to read only"),
    Spec("since", "Case", "What changed since…", "Ctrl+Alt+H", act.show_since, hint="Since the last version signed, or since any step"),
    Spec("check", "Case", "Check the case", "Ctrl+Shift+K", act.check, hint="File, journal, hashes and every citation"),
    Spec("memo", "Case", "Memo…", "Ctrl+P", act.memo, hint="Preview, print or save the verification memo"),
    Spec("check_pass", "Case", "Checker’s pass…", "Ctrl+Alt+P", act.check_pass, hint="Every claim and citation: agree, or raise a query"),
    Spec("sign_off", "Case", "Sign-off…", "Ctrl+Shift+P", act.sign_off, hint="Put a version up, sign it as analyst and as checker"),
    Spec(
        "second_copy",
        "Case",
        "Make a copy for a second pair of eyes…",
        "",
        act.second_copy,
        hint="The case without its verdicts, for a colleague to judge",
    ),
    Spec("second_back", "Case", "Bring back a second pair of eyes…", "", act.second_back, hint="A colleague’s answer beside ours"),
    Spec("quit", "Case", "Quit", "Ctrl+Q", act.quit_desk),
    Spec("undo", "Edit", "Undo", "Ctrl+Z", act.undo, hint="Undo the last step, whatever it was, across restarts"),
    Spec("redo", "Edit", "Redo", "Ctrl+Shift+Z", act.redo),
    Spec("copy_text", "Edit", "Copy", "Ctrl+C", act.copy_text, READING),
    Spec("find", "Edit", "Find in pane", "Ctrl+F", act.find_here, hint="Words in this article"),
    Spec("everywhere", "Edit", "Find everywhere, or a command", "Ctrl+K", act.find_everywhere, hint="Articles, claims, notes, evidence"),
    Spec("next_hit", "Edit", "Next hit", "F3", partial(act.next_hit, step=1)),
    Spec("previous_hit", "Edit", "Previous hit", "Shift+F3", partial(act.next_hit, step=-1)),
    Spec("clear_hits", "Edit", "Clear the hits", "Esc", act.clear_hits, READING, "Take what was found off the panes"),
    Spec("save_search", "Edit", "Save this search…", "Ctrl+D", act.save_search, hint="Keep it in the case; it shows what is new"),
    Spec("order_found", "Edit", "Order what was found", "F4", act.next_order, hint="Best, newest, oldest, by exhibit"),
    Spec(
        "passages", "Claim", "Passages like this claim", "Ctrl+Shift+F", act.find_passages, hint="What may say the same in other articles"
    ),
    Spec("confirm", "Claim", "Confirmed…", "1", act.confirm, READING, "Confirm the claim under the cursor, or make one of the words"),
    Spec("unconfirm", "Claim", "Unconfirmed…", "2", act.unconfirm, READING, "Say that it is not confirmed, and why"),
    Spec("deny", "Claim", "Denied…", "3", act.deny, READING, "Denied by a party, or contradicted by evidence"),
    Spec("reopen", "Claim", "Back to open", "0", act.reopen, READING),
    Spec("mark", "Claim", "Mark as a claim or appearance…", "M", act.mark, READING, "A new claim, or a further appearance of one"),
    Spec("accept", "Claim", "Take the suggestion", "Return", act.accept, READING, "Add the suggested passage as an appearance"),
    Spec("evidence", "Claim", "Link evidence…", "E", act.evidence, READING, "Link these words, a web address or a note"),
    Spec("plus", "Claim", "Corroborates", "+", act.corroborate, READING, "These words corroborate the chosen claim"),
    Spec("minus", "Claim", "Contradicts", "-", act.contradict, READING, "These words contradict the chosen claim"),
    Spec("origin", "Claim", "Origin…", "O", act.origin, READING, "Where this appearance has it from"),
    Spec("matrix", "Claim", "Claims by articles…", "Ctrl+M", act.show_matrix, hint="Who says what, what was looked for, how many origins"),
    Spec("timeline", "Claim", "Timeline…", "Ctrl+Shift+T", act.show_timeline, hint="What happened when, and what was said when"),
    Spec("review", "Claim", "Claims to look at again", "Ctrl+Alt+R", act.to_review, hint="Those whose day has come; again for all claims"),
    Spec("claim_history", "Claim", "History of this claim…", "Shift+H", act.claim_history, READING),
    Spec("origins", "Claim", "Origins…", "Ctrl+Shift+R", act.show_origins, hint="Reliability, interest, and what derives from what"),
    Spec("chain", "Claim", "What this claim rests on…", "Shift+O", act.show_chain, READING, "Root by root, down to each passage"),
    Spec("carry", "Claim", "Move this mark to another claim…", "Shift+M", act.carry, READING),
    Spec("split", "Claim", "Split this mark at the cursor", "Shift+S", act.split_mark, READING),
    Spec(
        "join",
        "Claim",
        "Join the marks of this claim here",
        "Shift+G",
        act.join_marks,
        READING,
        "From the first to the last one in the paragraph",
    ),
    Spec("stance", "Claim", "Stance and attribution…", "A", act.stance, READING, "What the passage does with the claim, and who says it"),
    Spec("absent", "Claim", "Not mentioned here", "X", act.not_mentioned, READING, "Looked for in this article, not there"),
    Spec("query", "Claim", "Raise a query…", "Q", act.query, READING, "These words do not agree with other ones"),
    Spec(
        "queries", "Claim", "Queries…", "Ctrl+Shift+Q", act.show_queries, hint="Passages that do not agree: to work through, side by side"
    ),
    Spec("unmark", "Claim", "Delete this appearance", "Del", act.unmark, READING, "Take the mark under the cursor away"),
    *(
        Spec(name, "Claim", title, keys, partial(act.move_end, by=by, start=start), READING)
        for name, title, keys, by, start in (
            ("end_later", "Mark ends a word later", "Shift+Alt+Right", 1, False),
            ("end_earlier", "Mark ends a word earlier", "Shift+Alt+Left", -1, False),
            ("start_later", "Mark starts a word later", "Ctrl+Shift+Alt+Right", 1, True),
            ("start_earlier", "Mark starts a word earlier", "Ctrl+Shift+Alt+Left", -1, True),
        )
    ),
    Spec("whole_sentence", "Claim", "Mark takes the whole sentence", "Shift+Alt+Up", act.whole_sentence, READING),
    Spec("about_claim", "Claim", "About this claim…", "I", act.about_claim, READING, "Kind, dates, assessment, reason"),
    Spec("edit_claim", "Claim", "Edit the claim's words", "F2", act.edit_claim),
    Spec(
        "delete_claim", "Claim", "Delete the claim", "Ctrl+Del", act.delete_claim, hint="Its number is not given again; undo brings it back"
    ),
    Spec("merge_claim", "Claim", "Merge into another claim…", "Ctrl+Shift+M", act.merge_claim, hint="Two that say one; the number stays"),
    Spec("split_claim", "Claim", "Split this claim…", "Ctrl+Alt+S", act.split_claim, hint="One that says two; choose what goes along"),
    Spec("go_to_claim", "Claim", "Go to a claim…", "Ctrl+G", act.go_to_claim, hint="By its number, merged ones too"),
    Spec(
        "document", "Claim", "Link a document…", "Ctrl+E", act.link_document, hint="A file or an image, kept in the case with its SHA-256"
    ),
    Spec("next_claim", "Claim", "Next claim", "J", partial(act.step_claim, by=1), READING),
    Spec("previous_claim", "Claim", "Previous claim", "K", partial(act.step_claim, by=-1), READING),
    Spec("all_to_claim", "Claim", "All panes to this claim", "Space", act.all_to_claim, READING),
    Spec("next_sentence", "Read", "Next unmarked sentence", "Shift+J", partial(act.step_sentence, by=1), READING),
    Spec("previous_sentence", "Read", "Previous unmarked sentence", "Shift+K", partial(act.step_sentence, by=-1), READING),
    Spec("waive", "Read", "Set this sentence aside…", "W", act.waive, READING, "It counts as read; the reason is kept in the case"),
    Spec("check_rest", "Read", "Check off the rest of this article", "Ctrl+Return", act.check_rest, READING),
    Spec(
        "furniture", "Read", "This is page furniture / is not", "B", act.toggle_furniture, READING, "Set the sentence grey, or restore it"
    ),
    Spec("fold", "Read", "Fold or show page furniture", "F", act.toggle_fold, READING),
    Spec("lock", "Read", "Scroll panes together", "L", act.toggle_lock, READING, "Side by side where they say the same; Alt frees one"),
    Spec("plain", "Read", "Hide or show marks", "R", act.toggle_plain, READING),
    *(Spec(f"pane{n}", "Read", f"Go to pane {n}", f"Alt+{n}", partial(act.go_to_pane, number=n)) for n in range(1, 7)),
    *(Spec(f"panes{n}", "Read", f"{n} pane{'' if n == 1 else 's'}", f"Ctrl+{n}", partial(act.set_panes, count=n)) for n in range(1, 7)),
    Spec("tab", "Read", "Open in a new tab", "Ctrl+T", act.new_tab, hint="The article chosen in the list, else this one again"),
    Spec("next_tab", "Read", "Next tab of this pane", "Ctrl+Tab", partial(act.turn_tab, by=1)),
    Spec("previous_tab", "Read", "Previous tab of this pane", "Ctrl+Shift+Tab", partial(act.turn_tab, by=-1)),
    Spec("close_pane", "Read", "Close this tab or pane", "Ctrl+W", act.close_pane, hint="The pane goes with its last tab"),
    Spec(
        "article", "Read", "About this article…", "Ctrl+Shift+I", act.edit_article, hint="Title, publisher, date, grade, encoding, and why"
    ),
    Spec("article_history", "Read", "History of this article…", "", act.article_history, hint="What was done to it and marked in it"),
    Spec("remove", "Read", "Remove this article", "", act.remove_article, hint="Out of the case, with its marks; undo brings it back"),
    Spec(
        "erase",
        "Read",
        "Erase this article for good…",
        "",
        act.erase_article,
        hint="A takedown: its bytes go, a tombstone stays; not undone",
    ),
    Spec("larger", "View", "Larger text", "Ctrl++", partial(act.zoom, step=1)),
    Spec("smaller", "View", "Smaller text", "Ctrl+-", partial(act.zoom, step=-1)),
    Spec("usual", "View", "Usual text size", "Ctrl+0", partial(act.zoom, step=0)),
    Spec(
        "look",
        "View",
        "How articles look…",
        "Ctrl+Shift+L",
        act.reading_look,
        hint="Size, line height, width, justified, selecting, checked text",
    ),
    Spec("change_key", "View", "Change a key…", "", act.change_key, hint="Every key can be changed"),
    Spec("dark", "View", "Light or dark", "Ctrl+Shift+D", act.toggle_dark),
    Spec("articles", "View", "To the articles", "Ctrl+Shift+A", act.to_articles),
    Spec("claims", "View", "To the claims", "Ctrl+Shift+C", act.to_claims),
    Spec("strip", "View", "To the claim across the case", "Ctrl+Shift+X", act.to_strip),
    Spec("show_all", "View", "Show all articles and claims", "Ctrl+Shift+N", act.show_all, hint="Take back what the lists are narrowed by"),
    Spec("articles_column", "View", "Hide or show the articles", "F8", act.toggle_articles, hint="More room for reading"),
    Spec("claims_column", "View", "Hide or show the claims", "F9", act.toggle_claims, hint="More room for reading"),
    Spec("hints", "View", "Hide or show hints", "Shift+F1", act.toggle_hints, hint="The line under the panes that says what to do next"),
    Spec("name", "View", "Your name…", "", act.edit_name, hint="Stands in the journal beside every change you make"),
    Spec("help", "Help", "How to work here", "F1", act.show_help),
    Spec("keys", "Help", "Keys", "?", act.show_keys),
)


class Command:
    """A command in a window: its QAction. READING commands are added to reading panes, the rest to the window."""

    def __init__(self, spec: Spec, window: Window) -> None:
        self.spec = spec
        self.action = QAction(spec.title, window)
        self.action.setObjectName(spec.name)
        self._settings = window.desk.settings
        self.take(self._own_key() or spec.keys)
        reading = spec.where == READING
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut if reading else Qt.ShortcutContext.WindowShortcut)
        self.action.setStatusTip(spec.hint or spec.title)
        self.action.triggered.connect(lambda: spec.run(window))
        if not reading:
            window.addAction(self.action)

    @property
    def title(self) -> str:
        return self.spec.title

    @property
    def keys_text(self) -> str:
        """The key as it is now."""
        return self._keys

    def _own_key(self) -> str:
        """The key that the user gave it, if it is one."""
        own = self._settings.get("keys").get(self.spec.name, "")
        return str(own) if QKeySequence(own).toString() else ""

    def take(self, keys: str) -> None:
        """Be run by that key from now on, in this window."""
        self._keys = keys
        self.action.setShortcuts([QKeySequence(keys), *_also(keys)] if keys else [])

    def has_key(self, keys: str) -> bool:
        """Whether that key runs this command."""
        wanted = QKeySequence(keys)
        return any(wanted == each for each in self.action.shortcuts())

    def use_key(self, keys: str) -> str:
        """Take another key, kept for the user; an empty one means the usual. Returns what is wrong, or an empty string."""
        if keys and QKeySequence(keys).toString() == "":
            return f"“{keys}” is not a key."
        changed = {name: key for name, key in self._settings.get("keys").items() if name != self.spec.name}
        self._settings.set("keys", changed | ({self.spec.name: keys} if keys else {}))
        self.take(keys or self.spec.keys)
        return ""

    def trigger(self) -> None:
        self.action.trigger()


def _also(keys: str) -> list[QKeySequence]:
    """Keys that mean the same on other keyboards."""
    same = {"+": ["="], "Ctrl++": ["Ctrl+="], "Return": ["Enter"], "Ctrl+Shift+Z": ["Ctrl+Y"], "?": ["Shift+?"]}
    return [QKeySequence(other) for other in same.get(keys, [])]


def make_commands(window: Window) -> list[Command]:
    """Every command with its key. Where two windows have given one key to two commands, one of them has its usual key again."""
    made = [Command(spec, window) for spec in SPECS]
    for command in made:
        if command.keys_text != command.spec.keys and any(c.has_key(command.keys_text) for c in made if c is not command):
            command.take(command.spec.keys)
    return made
