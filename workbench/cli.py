"""The same desk without a window. Every command takes --json; the README lists shapes and exit codes.

Exit codes: 0 done · 1 failed · 2 wrong call · 3 the case file cannot be used · 4 it is locked or read-only · 5 some input was
refused · 6 the query cannot be answered · 7 a rule forbids it · 8 `check` found something wrong, or a PDF is no version · 130 stopped.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench import __version__, places, terminal
from workbench import cli_commands as do
from workbench.domain.errors import WorkbenchError
from workbench.domain.list_columns import ListField


class Parser(argparse.ArgumentParser):
    """One that prints what it was called with as any other text."""

    def _print_message(self, message: str, file: Any = None) -> None:
        terminal.say(message.rstrip("\n").split("\n"), on=file)


def parser() -> argparse.ArgumentParser:
    """The command line, one sub-command a line of COMMANDS."""
    top = Parser(prog="workbench", description="A private desktop fact-check desk. Without a command it opens the window.")
    top.add_argument("--version", action="version", version=f"workbench {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (words, arguments, run) in COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words)
        for flags, options in arguments:
            sub.add_argument(*flags, **options)
        sub.add_argument("--json", action="store_true", help="print one JSON value")
        sub.set_defaults(run=run)
    return top


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit code. Known errors go to standard error in one line, and so does what the system refuses."""
    try:
        called = parser().parse_args(arguments)
        return int(called.run(called))
    except WorkbenchError as error:
        advice = " `workbench restore CASE` lists the backups." if error.advises_backup else ""
        return _failed(arguments, f"{error}{advice}", error.exit_code)
    except BrokenPipeError:
        raise  # whoever was to read it has gone; there is nobody to tell
    except OSError as error:
        return _failed(arguments, terminal.told(error), 1)


def _failed(arguments: list[str], words: str, code: int) -> int:
    if "--json" in arguments:
        terminal.say_json({"error": words})
    terminal.complain(words)
    return code


def _size(text: str) -> tuple[int, int]:
    """A size such as 1680x1050 as numbers; what is not a size of a window is a wrong call."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 10_000 and 200 <= int(height) <= 10_000):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1680x1050")
    return int(width), int(height)


def _count(words: str) -> int:
    """A whole number from 1."""
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("a number from 1, please")
    return number


def _fields(words: str) -> dict[ListField, str]:
    """Columns such as "title=Headline,text=Body"; a heading may have commas."""
    names = [*_FIELD.finditer(words)]
    ends = [*(name.start() for name in names[1:]), len(words)]
    found = {ListField(name[1]): words[name.end() : end] for name, end in zip(names, ends, strict=True)}
    if not names or names[0].start() or ListField.TEXT not in found or not all(found.values()):
        raise argparse.ArgumentTypeError(f"“{words}” names no columns, or not that of the text, as title=Headline,text=Body does")
    return found


_FIELD = re.compile(rf"(?:^|,)({'|'.join(ListField)})=")
CASE: tuple[tuple[str, ...], dict[str, Any]] = (("case",), {"type": places.a_case, "help": "a case file (.case)"})
OUTPUT: tuple[tuple[str, ...], dict[str, Any]] = (
    ("-o", "--output"),
    {"type": places.a_file, "required": True, "help": "the file to write"},
)
NEW_CASE: tuple[tuple[str, ...], dict[str, Any]] = (("output",), {"type": places.a_file, "help": "the case file to write"})
Arguments = list[tuple[tuple[str, ...], dict[str, Any]]]
COMMANDS: dict[str, tuple[str, Arguments, Callable[[argparse.Namespace], int]]] = {
    "import": (
        "import files and folders into a case (made when it is not there)",
        [CASE, (("files",), {"type": places.given, "nargs": "+", "help": "files or folders"}),
         (("--fields",), {"type": _fields, "default": {}, "metavar": "title=HEADING,text=HEADING",
                          "help": f"which column of a list of articles is what: {', '.join(ListField)}"})],
        do.import_,
    ),
    "extract": (
        "read one file and say what is in it, without a case",
        [(("file",), {"type": places.given, "help": "a document"}), (("--encoding",), {"help": "read it in this encoding"})],
        do.extract,
    ),
    "search": (
        "search a case",
        [CASE, (("query",), {"help": "words, \"phrases\", OR, -word, prefix*, publisher:…, published:…"}),
         (("--limit",), {"type": _count, "default": 50, "help": "at most so many hits"}),
         (("--why",), {"action": "store_true", "help": "with each hit, which words matched and what they weigh"})],
        do.search,
    ),
    "mentions": (
        "where the articles may say what a claim says, without a case's own claims",
        [CASE, (("words",), {"help": "the claim's words"})],
        do.mentions,
    ),
    "compare": (
        "what the articles say together and against each other, without a case's own claims",
        [CASE],
        do.compare,
    ),
    "claims": ("list the claims with status, basis, articles and origins", [CASE], do.claims),
    "memo": ("make the memo; the suffix of the file chooses the format (.pdf, .md)", [CASE, OUTPUT], do.memo),
    "log": ("list what came into a case, when, from where and by whom; with -o as a table (.csv)",
            [CASE, (OUTPUT[0], OUTPUT[1] | {"required": False})], do.log),
    "check": ("check file, journal, hashes and every citation", [CASE], do.check),
    "history": ("list the steps of a case, newest first: who did what, when and why", [CASE], do.history),
    "as-of": (
        "write the case as it was at a moment to a new case file",
        [CASE, (("when",), {"help": "\"21 Oct 2024 14:30\", a day, or a step's number"}), NEW_CASE],
        do.as_of,
    ),
    "backup": ("make the day's backup, or a verified copy at -o", [CASE, (OUTPUT[0], OUTPUT[1] | {"required": False})], do.backup),
    "restore": (
        "list the backups of a case, which may be damaged or gone; or write one to a new file",
        [(CASE[0], CASE[1] | {"nargs": "?", "help": "the case; without it, the backups of every case"}),
         (("backup",), {"nargs": "?", "help": "a day, a step or a file of the list; without it they are listed"}),
         (OUTPUT[0], OUTPUT[1] | {"required": False, "help": "the case file to write, never over a file"})],
        do.restore,
    ),
    "versions": (
        "list the versions put up for signing, and whether they stand; say which one a PDF is",
        [CASE, (("--verify",), {"type": places.a_file, "metavar": "FILE", "help": "a memo's PDF"})],
        do.versions,
    ),
    "second": (
        "write a copy without verdicts for a second pair of eyes",
        [CASE, NEW_CASE],
        do.second,
    ),
    "compare-second": (
        "lay a returned copy beside the case, claim by claim",
        [CASE, (("theirs",), {"type": places.a_case, "help": "the copy that came back"})],
        do.compare_second,
    ),
    "picture": (
        "the desk on a case as a PNG; no screen needed",
        [CASE, OUTPUT, (("--size",), {"type": _size, "default": "1680x1050", "help": "width x height in pixels"}),
         (("--dark",), {"action": "store_true", "help": "with the dark theme"})],
        do.picture,
    ),
    "example": (
        "open the desk on the example; without a screen, do the whole job unattended",
        [(("--unattended",), {"action": "store_true", "help": "even with a screen"}),
         (("-o", "--output"), {"type": places.a_folder, "default": Path("out"), "help": "the folder for the memo and the picture"})],
        do.example,
    ),
}  # fmt: skip
