"""What keys, menus and buttons do, by subject."""

from workbench.desk.actions.case import (
    add_files,
    add_folder,
    check,
    edit_case,
    edit_name,
    memo,
    new_case,
    open_case,
    open_example,
    paste,
    quit_desk,
    save_copy,
)
from workbench.desk.actions.claims import (
    accept,
    all_to_claim,
    confirm,
    contradict,
    corroborate,
    decide,
    decide_chosen,
    delete_claim,
    deny,
    edit_claim,
    evidence,
    mark,
    not_mentioned,
    origin,
    reopen,
    set_open,
    stance,
    step_claim,
    unconfirm,
    unmark,
)
from workbench.desk.actions.find import copy_text, find_everywhere, find_here, next_hit, redo, undo
from workbench.desk.actions.reading import (
    close_pane,
    edit_article,
    edit_article_of,
    remove_article,
    remove_article_of,
    set_panes,
    step_sentence,
    toggle_furniture,
    toggle_plain,
)
from workbench.desk.actions.view import show_history, show_keys, toggle_dark

__all__ = ["accept", "add_files", "add_folder", "all_to_claim", "check", "close_pane", "confirm", "contradict", "copy_text", "corroborate", "decide", "decide_chosen", "delete_claim", "deny", "edit_article", "edit_article_of", "edit_case", "edit_claim", "edit_name", "evidence", "find_everywhere", "find_here", "mark", "memo", "new_case", "next_hit", "not_mentioned", "open_case", "open_example", "origin", "paste", "quit_desk", "redo", "remove_article", "remove_article_of", "reopen", "save_copy", "set_open", "set_panes", "show_history", "show_keys", "stance", "step_claim", "step_sentence", "toggle_dark", "toggle_furniture", "toggle_plain", "unconfirm", "undo", "unmark"]
