"""Where text leaves the program: nothing that a case, a file or a file's name holds may work a terminal, or pass for a line of ours.

Everything printed goes through here, whether or not a terminal reads it. What would move the cursor, colour, hide or turn round what
stands beside it is shown instead: ␛ for an escape, \\u202e for a turn of direction. JSON keeps such characters as its own escapes.
"""

from __future__ import annotations

import codecs
import errno
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from typing import IO

_BEYOND = r"\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
WORKING = re.compile(rf"[\x00-\x1f{_BEYOND}]")
"""Controls (C0, DEL, C1), ends of lines, turns of direction, and halves of characters, which no terminal can show."""
IN_JSON = re.compile(f"[{_BEYOND}]")
"""Those that JSON need not escape."""
STOPPED = 130
"""The exit code after Ctrl+C, as shells count it."""


def shown(text: str, keep: str = "") -> str:
    """Text as one line in which every character that would work a terminal is a sign that can be read; those in `keep` stay."""
    return WORKING.sub(lambda found: found[0] if found[0] in keep else _sign(ord(found[0])), text)


def _sign(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"\\u{code:04x}"


def say(lines: Iterable[str], keep: str = "", on: IO[str] | None = None) -> None:
    """Print lines on standard output, or on another stream; each stays one, whatever it holds."""
    _write(on or sys.stdout, "".join(f"{shown(line, keep)}\n" for line in lines))


def say_json(value: object) -> None:
    """Print one JSON value on standard output; ASCII alone where not every character can be shown."""
    anything = codecs.lookup(_encoding(sys.stdout)).name in ("utf-8", "utf-8-sig")
    text = json.dumps(value, ensure_ascii=not anything, indent=1)
    _write(sys.stdout, IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def complain(text: str) -> None:
    """Print one line on standard error."""
    if sys.stderr is not None:
        _write(sys.stderr, f"workbench: {shown(text)}\n")


def complain_of(notices: Iterable[object]) -> None:
    """What is to be told of a case's file itself, beside any answer: steps that it lacks, where it is now."""
    for notice in notices:
        complain(str(notice))


def _encoding(stream: IO[str] | None) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _write(stream: IO[str] | None, text: str) -> None:
    """Write, with what the stream's encoding cannot show as an escape."""
    if stream is None:  # closed before we began
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard output")
    encoding = _encoding(stream)
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def guarded(work: Callable[[], int]) -> int:
    """Run the program's work to its exit code: what ends it from outside is told in one line, or, when nobody reads on, in none."""
    try:
        code = _ended(work)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        complain("stopped. What was saved before is safe.")
        return STOPPED
    except BrokenPipeError:  # `| head` has read enough
        _leave()
        return 1
    except OSError as error:
        _leave()
        complain(told(error))
        return 1
    return code


def _ended(work: Callable[[], int]) -> int:
    """The exit code, also of what argparse ends by itself."""
    try:
        return work()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1


def _leave() -> None:
    """Let what is still to be written go nowhere, so that the end of the program does not complain of it."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def told(error: OSError) -> str:
    """What the system refused, in one line: which file or folder, and why."""
    where = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "the output"
    return f"{where}: {error.strerror or error}."
