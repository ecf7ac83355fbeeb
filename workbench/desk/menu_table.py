"""The menus: which command stands where, in groups of what belongs together. Every command stands in one place, none in a long column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST = 12
"""Commands in a group, and in a menu inside a menu, at most."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its title with "&" before its letter, and its groups (a line between them) of names of commands or menus."""

    title: str
    groups: tuple[tuple[str | Menu, ...], ...]

    @property
    def name(self) -> str:
        return self.title.replace("&", "")

    def commands(self) -> Iterator[str]:
        """The names of all its commands, those of the menus inside it too, from above."""
        for item in (item for group in self.groups for item in group):
            if isinstance(item, Menu):
                yield from item.commands()
            else:
                yield item


RECENT = Menu("Open &recent", ())
"""Filled when it is opened."""
_NUMBERS = range(1, 7)

MENUS: tuple[Menu, ...] = (
    Menu("&Case", (
        ("new", "open", RECENT, "example", "close_case"),
        ("case", "save_as", "copy", "log", "open_backup"),
        ("memo", "check_pass", "sign_off", "check", Menu("Second &pair of eyes", (("second_copy", "second_back"),))),
        ("quit",),
    )),
    Menu("&Edit", (("undo", "redo", "copy_text"), ("find", "everywhere", "next_hit", "previous_hit", "clear_hits"),
                   ("save_search", "order_found", "passages"))),
    Menu("&Articles", (("add", "add_folder", "paste", "inbox", "imported"), ("article", "read_again", "versions", "article_history"),
                       ("remove", "erase"))),
    Menu("&Read", (
        ("next_sentence", "previous_sentence", "waive", "check_rest"), ("furniture", "fold", "plain", "page"),
        (
            "lock", Menu("&Number of panes", (tuple(f"panes{n}" for n in _NUMBERS),)),
            Menu("&Go to a pane", (tuple(f"pane{n}" for n in _NUMBERS),)), "tab", "next_tab", "previous_tab", "close_pane",
        ),
    )),
    Menu("C&laim", (
        ("confirm", "unconfirm", "deny", "reopen"), ("next_claim", "previous_claim", "all_to_claim", "go_to_claim"),
        ("why", "about_claim", "edit_claim", "merge_claim", "split_claim", "delete_claim"), ("chain", "claim_history"),
    )),
    Menu("&Mark", (
        ("mark", "accept", "absent"), ("stance", "origin", "translation"), ("evidence", "plus", "minus", "document", "query"),
        (
            "carry", Menu("&Where the mark ends", (
                ("end_later", "end_earlier", "start_later", "start_earlier", "whole_sentence"), ("split", "join"),
            )), "accept_place", "unmark",
        ),
    )),
    Menu("&Overview", (("findings", "queries", "matrix", "timeline", "origins", "review"), ("history", "as_of", "since"))),
    Menu("&View", (
        ("larger", "smaller", "usual", "look", "dark"), ("articles", "claims", "strip", "show_all"),
        ("articles_column", "claims_column", "hints"), ("messages", "name", "change_key"),
    )),
    Menu("&Help", (("help", "keys"),)),
)  # fmt: skip

# What a command needs to do anything; where it is not there, the menu shows it grey. What is named nowhere can always be done.
_OF_A_MARK = (
    "mark absent query accept stance origin translation evidence plus minus carry end_later end_earlier start_later start_earlier "
    "whole_sentence split join accept_place unmark confirm unconfirm deny"
)
_OF_AN_ARTICLE = (
    "find copy_text waive furniture fold plain page lock tab next_tab previous_tab close_pane article read_again article_history remove "
    "erase versions next_sentence previous_sentence check_rest"
)
_OF_CLAIMS = "next_claim previous_claim go_to_claim matrix merge_claim"
_OF_A_CLAIM = "why reopen all_to_claim about_claim edit_claim split_claim delete_claim chain claim_history passages document plus minus"
_CHANGING = "add add_folder paste remove erase read_again waive furniture check_rest document"
_CHANGING_A_CLAIM = "reopen edit_claim merge_claim split_claim delete_claim"
NEEDS: dict[str, frozenset[str]] = {
    "article": frozenset(f"{_OF_AN_ARTICLE} {_OF_A_MARK}".split()),
    "claims": frozenset(_OF_CLAIMS.split()),
    "claim": frozenset(_OF_A_CLAIM.split()),
    "hits": frozenset({"next_hit", "previous_hit", "clear_hits"}),
    "writable": frozenset(f"{_CHANGING} {_CHANGING_A_CLAIM} {_OF_A_MARK}".split()),
}
"""By what is needed: an article in a pane, claims in the case, a chosen claim or one under the cursor, hits, a case that may be changed."""
TICKED = frozenset({"dark", "lock", "plain", "articles_column", "claims_column", "hints"})
"""Commands that turn something on and off: a tick says that it is on."""


def with_letters(titles: Iterable[str]) -> list[str]:
    """The titles of one menu, each with "&" before the letter that takes it: the first of a word that no other has, else any letter."""
    taken: set[str] = set()
    marked = []
    for title in titles:
        starts = [at for at, sign in enumerate(title) if sign.isalnum() and (at == 0 or not title[at - 1].isalnum())]
        others = [at for at, sign in enumerate(title) if sign.isalnum() and at not in starts]
        at = next((at for at in (*starts, *others) if title[at].casefold() not in taken), -1)
        if at >= 0:
            taken.add(title[at].casefold())
        plain = [sign if sign != "&" else "&&" for sign in title]
        marked.append("".join(f"&{sign}" if n == at else sign for n, sign in enumerate(plain)))
    return marked
