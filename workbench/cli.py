"""The same desk without a window. Every command takes --json; the README lists shapes and exit codes.

Exit codes: 0 done · 1 failed · 2 wrong call · 3 the case file cannot be used · 4 it is locked or read-only · 5 some input was
refused · 6 the query cannot be answered · 7 a rule forbids it · 8 `check` found something wrong, or a PDF is no version · 130 stopped.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench import __version__, places, shapes, terminal
from workbench.calls import PATIENCE, analyst, bytes_of, open_case, say, write
from workbench.domain.errors import CaseExists, WorkbenchError

REFUSED, FAULTS, QUERY = 5, 8, 6


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


def _import(called: argparse.Namespace) -> int:
    from workbench.case import Case

    exists = called.case.exists()
    case = Case.open(called.case, analyst, patience=PATIENCE) if exists else Case.create(called.case, analyst)
    terminal.complain_of(case.notices)
    try:
        report = case.imports.files(called.files)
        case.index.refresh()
        names = {a.id: a.name for a in case.articles.all()}
    finally:
        case.close()
        terminal.complain_of(case.moves)
    if not exists and not report.added:
        called.case.unlink()  # nothing came in, so there is no case
    value = {
        "added": [{"exhibit": i, "file": names[i]} for i in report.added],
        "known": [{"file": name, "exhibit": exhibit} for name, exhibit in report.known],
        "refused": [{"file": r.name, "reason": r.reason} for r in report.refused],
    }
    say(called, value, [report.summary])
    for refused in report.refused if not called.json else ():
        terminal.complain(str(refused))
    return REFUSED if report.refused else 0


def _extract(called: argparse.Namespace) -> int:
    from workbench.importers import shape, sources
    from workbench.importers.isolated import Reader

    data = sources.load(called.file)
    with Reader() as reader:
        draft = reader.read(called.file.name, data, encoding=called.encoding)
    value = shape.draft_as_json(draft, data)
    say(called, value, draft.text.rstrip("\n").split("\n"), keep="\t")
    return 0


def _search(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        case.index.refresh()
        parsed, results = case.index.search(called.query, called.limit)
        names = {a.id: a for a in case.articles.all()}
        hits = [] if results is None else [shapes.hit(hit, names) for hit in results.hits]
        for hit in hits if called.why else []:
            hit["why"] = [asdict(reason) | {"says": str(reason)} for reason in case.index.why(called.query, hit["kind"], hit["id"])]
    diagnostics = [{"position": d.position, "length": d.length, "message": d.message} for d in parsed.diagnostics]
    also = results.also if results else ()
    lines = []
    for h in hits:
        lines += [f"{shapes.place(h)}  {' '.join(h['snippet'].split())}", *(f"    {reason['says']}" for reason in h.get("why", ()))]
    notes = results.notes if results else ()
    said = [d["message"] for d in diagnostics] + ([f"also: {', '.join(also)}"] if also else []) + list(notes)
    for line in said if not called.json else ():
        terminal.complain(line)
    value = {
        "query": called.query, "total": results.total if results else 0, "also": also, "notes": notes, "hits": hits,
        "diagnostics": diagnostics,
    }  # fmt: skip
    say(called, value, lines or ["This cannot be looked for." if results is None else "Nothing found."])
    return QUERY if results is None else 0


def _claims(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        snapshot = case.memos.snapshot()
    value = [shapes.claim(snapshot, claim) for claim in snapshot.claims]
    lines = [
        f"{c['number']}  {c['verdict']}  {c['basis'] or ''}  {c['articles']} articles, {c['origins']} origins  {c['text']}" for c in value
    ]
    say(called, value, lines or ["No claims yet."])
    return 0


def _mentions(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        names = {a.id: a.name for a in case.articles.all()}
        found = case.suggestions.mentions(called.words)
    value = [
        {"article": names[m.article_id], "answer": "partial" if m.spans else "not found", "looked_for": list(m.looked_for),
         "spans": [{"start": span.start, "end": span.end} for span in m.spans]}
        for m in found
    ]  # fmt: skip
    lines = [f"Ex. {m.article_id}  {m.words or 'no passage with ' + ', '.join(m.looked_for)}" for m in found]
    say(called, value, lines or ["No articles yet."])
    return 0


def _memo(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        data = case.memos.render(called.output.suffix)
        claims = len(case.claims.views())
        memo = case.memos.build()
    write(called.output, data, called.case)
    value = {"file": str(called.output), "bytes": len(data), "claims": claims, "banner": memo.banner}
    say(called, value, [f"{called.output}: {claims} claims, {len(data)} bytes"])
    if memo.banner:
        terminal.complain(f"{memo.banner}. `workbench check` says what is wrong.")
    return FAULTS if memo.banner else 0


def _check(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        found = case.integrity.examine()
    faults, remarks = list(found.faults), list(found.remarks)
    lines = [*(faults or ["The case is sound."]), *(f"Remark: {remark}" for remark in remarks)]
    say(called, {"sound": not faults, "faults": faults, "remarks": remarks}, lines)
    if faults and not called.json:
        terminal.complain("`workbench restore CASE` lists the backups of the case.")
    return FAULTS if faults else 0


def _history(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        events = case.history.of_case(limit=10**9)
    value = [{"step": e.seq, "at": e.at, "who": e.who, "name": e.name, "what": e.what, "whole": e.whole, "why": e.why} for e in events]
    lines = [f"{e.seq}  {e.at[:19]}  {e.who}  {e.what}" + (f"  ({e.why})" if e.why else "") for e in events]
    say(called, value, lines)
    return 0


def _as_of(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        moment = case.past.find(called.when)
        left_out = case.past.save(moment.seq, called.output)
    value = {"file": str(called.output), "step": moment.seq, "at": moment.at, "left_out": list(left_out)}
    gone = f" Erased since, so not in it: exhibits {left_out}." if left_out else ""
    say(called, value, [f"{called.output}: as after step {moment.seq} ({moment.at[:19]}).{gone}"])
    return 0


def _backup(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        if called.output and called.output.exists():
            raise CaseExists(called.output)
        saved = case.save_copy(called.output) if called.output else case.backup_today()
        kept = [] if called.output or called.json else [case.backups().summary]
    words = str(saved) if saved else "A backup of today, or of the last step, is there already."
    say(called, {"file": str(saved) if saved else None}, [words, *kept])
    return 0


def _restore(called: argparse.Namespace) -> int:
    from workbench.case import backups

    found = backups.backups_of(called.case)
    if called.backup is None:
        say(called, shapes.backups(found), shapes.backup_lines(found))
        if called.case and not (found.known or called.json):
            terminal.complain(f"{called.case} does not say which case it is: these are the backups of every case.")
        return 0
    if called.output is None:
        raise places.PlaceRefused(called.backup, "say with -o OUT.case which new file it is to be written to")
    made = backups.restore(backups.find(found, called.backup), called.output)
    with open_case(made, telling=False) as case:  # that it lacks later steps is why it was asked for
        step, claims, articles = case.history.of_case(1)[0].seq, len(case.claims.views()), len(case.articles.all())
    value = {"file": str(made), "step": step, "claims": claims, "articles": articles}
    say(called, value, [f"{made}: as after step {step}, {shapes.held(claims, articles)}; checked."])
    return 0


def _versions(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        versions = case.signing.versions()
        found = case.signing.recognise(bytes_of(called.verify)) if called.verify else None
    value: dict[str, Any] = {"versions": [shapes.version(v) for v in versions]}
    lines = [f"{v['version']}  {v['state']}  {v['digest']}" for v in value["versions"]] or ["No version has been put up for signing."]
    if called.verify:
        value["file"] = {"version": found[0].memo.version, "names": found[1], "stands": found[0].stands} if found else None
        with_names = "with its names" if found and found[1] else "as put up, without names"
        said = f"{found[0].memo.version} {with_names}; {found[0].state}" if found else "none of this case's versions"
        lines.append(f"{called.verify}: {said}.")
    say(called, value, lines)
    return FAULTS if called.verify and not found else 0


def _second(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        made = case.second.export(called.output)
    say(called, {"file": str(made)}, [f"{made}: articles, marks, origins and evidence, and no verdict."])
    return 0


def _compare_second(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        found = case.second.compare(called.theirs)
    lines = [shapes.compared(line) for line in found.lines]
    words = [f"{c['claim']}  {c['outcome']}  {shapes.side_words(c['ours'])} | {shapes.side_words(c['theirs'])}" for c in lines]
    say(called, {"colleague": found.colleague, "summary": found.summary, "claims": lines}, [found.summary, *words])
    return 0


def _size(text: str) -> tuple[int, int]:
    """A size such as 1680x1050 as numbers; what is not a size of a window is a wrong call."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 10_000 and 200 <= int(height) <= 10_000):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1680x1050")
    return int(width), int(height)


def _picture(called: argparse.Namespace) -> int:
    from workbench.picture import take_picture

    take_picture(called.case, called.output, called.size, dark=called.dark)
    say(called, {"file": str(called.output)}, [str(called.output)])
    return 0


def _example(called: argparse.Namespace) -> int:
    from workbench.screen import has_screen
    from workbench.tour import unattended

    if has_screen() and not called.unattended:
        from workbench.app import run_desk

        return run_desk(None, example=True)
    return unattended(called.output, lambda value, lines: say(called, value, lines))


def _count(words: str) -> int:
    """A whole number from 1."""
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("a number from 1, please")
    return number


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
        [CASE, (("files",), {"type": places.given, "nargs": "+", "help": "files or folders"})],
        _import,
    ),
    "extract": (
        "read one file and say what is in it, without a case",
        [(("file",), {"type": places.given, "help": "a document"}), (("--encoding",), {"help": "read it in this encoding"})],
        _extract,
    ),
    "search": (
        "search a case",
        [CASE, (("query",), {"help": "words, \"phrases\", OR, -word, prefix*, publisher:…, published:…"}),
         (("--limit",), {"type": _count, "default": 50, "help": "at most so many hits"}),
         (("--why",), {"action": "store_true", "help": "with each hit, which words matched and what they weigh"})],
        _search,
    ),
    "mentions": (
        "where the articles may say what a claim says, without a case's own claims",
        [CASE, (("words",), {"help": "the claim's words"})],
        _mentions,
    ),
    "claims": ("list the claims with status, basis, articles and origins", [CASE], _claims),
    "memo": ("make the memo; the suffix of the file chooses the format (.pdf, .md)", [CASE, OUTPUT], _memo),
    "check": ("check file, journal, hashes and every citation", [CASE], _check),
    "history": ("list the steps of a case, newest first: who did what, when and why", [CASE], _history),
    "as-of": (
        "write the case as it was at a moment to a new case file",
        [CASE, (("when",), {"help": "\"21 Oct 2024 14:30\", a day, or a step's number"}), NEW_CASE],
        _as_of,
    ),
    "backup": ("make the day's backup, or a verified copy at -o", [CASE, (OUTPUT[0], OUTPUT[1] | {"required": False})], _backup),
    "restore": (
        "list the backups of a case, which may be damaged or gone; or write one to a new file",
        [(CASE[0], CASE[1] | {"nargs": "?", "help": "the case; without it, the backups of every case"}),
         (("backup",), {"nargs": "?", "help": "a day, a step or a file of the list; without it they are listed"}),
         (OUTPUT[0], OUTPUT[1] | {"required": False, "help": "the case file to write, never over a file"})],
        _restore,
    ),
    "versions": (
        "list the versions put up for signing, and whether they stand; say which one a PDF is",
        [CASE, (("--verify",), {"type": places.a_file, "metavar": "FILE", "help": "a memo's PDF"})],
        _versions,
    ),
    "second": (
        "write a copy without verdicts for a second pair of eyes",
        [CASE, NEW_CASE],
        _second,
    ),
    "compare-second": (
        "lay a returned copy beside the case, claim by claim",
        [CASE, (("theirs",), {"type": places.a_case, "help": "the copy that came back"})],
        _compare_second,
    ),
    "picture": (
        "the desk on a case as a PNG; no screen needed",
        [CASE, OUTPUT, (("--size",), {"type": _size, "default": "1680x1050", "help": "width x height in pixels"}),
         (("--dark",), {"action": "store_true", "help": "with the dark theme"})],
        _picture,
    ),
    "example": (
        "open the desk on the example; without a screen, do the whole job unattended",
        [(("--unattended",), {"action": "store_true", "help": "even with a screen"}),
         (("-o", "--output"), {"type": places.a_folder, "default": Path("out"), "help": "the folder for the memo and the picture"})],
        _example,
    ),
}  # fmt: skip
