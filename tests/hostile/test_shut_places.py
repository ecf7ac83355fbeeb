"""Kinds of places that are shut to every value, whoever it comes from: commands, programs, statements, hints.

Read from the program itself."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "workbench"
PROCESSES = {
    "os.system", "os.popen", "os.startfile", "os.execv", "os.spawnv", "subprocess.Popen", "subprocess.run", "subprocess.call",
    "subprocess.check_output", "subprocess.check_call", "QDesktopServices.openUrl", "webbrowser.open", "QProcess.startDetached",
}  # fmt: skip
RUNS_WORDS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "pickle.load",
    "pickle.loads",
    "marshal.loads",
    "np.load",
    "numpy.load",
    "shelve.open",
}
STATEMENTS = {"execute", "exec_driver_sql", "executemany", "executescript"}
FROM_THE_SCHEMA = {
    "APPLICATION_ID", "header.SCHEMA_VERSION", "mode", "ERASED", "name", "rows", "table", "t.name", "table.name", "columns", "where",
    "marks", "column", "owner", "statement", "image(TABLES[table], 't')", "image(table, 't')",
    "_taken_over(table)", "_taken_over(journal)", "how", "int(seconds * 1000)", "MOMENT", "WHERE[table]", "wanted",
}  # fmt: skip
"""What statements are put together from: names in the definitions of the tables, and numbers of the program's."""


def calls(file: Path) -> list[tuple[str, ast.Call]]:
    return [(ast.unparse(node.func), node) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


FILES = sorted(ROOT.rglob("*.py"))


def test_no_value_becomes_part_of_a_command() -> None:
    """Only the reader is started, and only with what the program says itself."""
    found = {str(file.relative_to(ROOT)) for file in FILES for name, _ in calls(file) if name in PROCESSES}
    assert {name for name in found if not name.startswith("importers/")} == set()


def test_no_value_is_run_as_a_program() -> None:
    assert [(file.name, name) for file in FILES for name, _ in calls(file) if name in RUNS_WORDS] == []


def test_statements_are_put_together_from_the_schema_alone() -> None:
    """A value goes into a statement by a question mark only. What is new here wants a reason why no file can choose it."""
    found = {
        ast.unparse(part.value)
        for file in (ROOT / "storage").rglob("*.py")
        for name, call in calls(file)
        if name.rpartition(".")[2] in STATEMENTS and call.args
        for text in ast.walk(call.args[0])
        if isinstance(text, ast.JoinedStr)
        for part in text.values
        if isinstance(part, ast.FormattedValue)
    }
    assert found <= FROM_THE_SCHEMA


SAFE_HINTS = {
    "words", "f'Show only articles of one {name.lower()}, and the claims in them'", "f'Show only claims that are {verdict.label.lower()}'",
    "f'Say that the claim is {status.label.lower()}  ({key})'", "f'Draw only what {number} rests on, and who opposes it  (C)'",
    "f'Show the queries that are {name.lower()}' if state else 'Show every query'", "self.words_of(label)",
}  # fmt: skip
"""Hints made of numbers and of words from closed lists."""


def test_hints_with_words_from_elsewhere_are_made_safe() -> None:
    """Qt takes a hint that looks like markup for markup, and loads what it names."""
    found = set()
    for file in (ROOT / "desk").rglob("*.py"):
        for name, call in calls(file):
            if name.rpartition(".")[2] in ("setToolTip", "setTabToolTip", "showText") and call.args:
                hint = call.args[1 if name.endswith(("showText", "setTabToolTip")) else -1]
                safe = isinstance(hint, ast.Constant) or any(made in ast.unparse(hint) for made in ("safe_tip(", "wrapped_tip("))
                found |= set() if safe or "text" in {k.arg for k in call.keywords} else {ast.unparse(hint)}
    assert found <= SAFE_HINTS | {"text"}
