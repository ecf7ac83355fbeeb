"""The same desk without a window. Every command takes --json; the README lists shapes and exit codes.

Exit codes: 0 done · 1 failed · 2 wrong call · 3 the case file cannot be used · 4 it is locked or read-only · 5 some input was
refused · 6 the query cannot be answered · 7 a rule forbids it · 8 `check` found something wrong, or a PDF is no version.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench import __version__, shapes
from workbench.domain.errors import CaseExists, CaseLocked, MemoFailed, WorkbenchError
from workbench.settings import Settings

REFUSED, FAULTS, QUERY = 5, 8, 6


def parser() -> argparse.ArgumentParser:
    """The command line, one sub-command a line of COMMANDS."""
    top = argparse.ArgumentParser(prog="workbench", description="A private desktop fact-check desk. Without a command it opens the window.")
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
    """Run one command; returns its exit code. Known errors go to standard error in one line."""
    called = parser().parse_args(arguments)
    try:
        return int(called.run(called))
    except WorkbenchError as error:
        if called.json:
            _print_json({"error": str(error)})
        sys.stderr.write(f"workbench: {error}\n")
        return error.exit_code
    except BrokenPipeError:
        return 1


@contextmanager
def _case(path: Path) -> Iterator[Any]:
    """The case at `path`, to read only: not a byte of it changes. One that was not closed properly is put in order first."""
    from workbench.case import Case

    settings = Settings()
    log = path.with_name(path.name + "-wal")
    try:
        case = Case.open(path, lambda: settings.analyst, read_only=not (log.exists() and log.stat().st_size))
    except CaseLocked:
        case = Case.open(path, lambda: settings.analyst, read_only=True)
    try:
        yield case
    finally:
        case.close()


def _write(output: Path, data: bytes, case: Path) -> None:
    """Write a result whole or not at all, and never over a case."""
    if output.suffix == ".case" or output.resolve() == case.resolve():
        raise MemoFailed(f"{output} would take the place of a case")
    half = output.with_name(f".{output.name}.part")
    try:
        half.write_bytes(data)
        half.replace(output)
    except OSError as error:
        raise MemoFailed(f"{output} cannot be written ({error.strerror})") from error
    finally:
        half.unlink(missing_ok=True)


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _say(called: argparse.Namespace, value: object, words: str) -> None:
    if called.json:
        _print_json(value)
    else:
        sys.stdout.write(words.rstrip("\n") + "\n")


def _import(called: argparse.Namespace) -> int:
    from workbench.case import Case

    settings = Settings()
    exists = called.case.exists()
    case = Case.open(called.case, lambda: settings.analyst) if exists else Case.create(called.case, lambda: settings.analyst)
    try:
        report = case.imports.files(called.files)
        case.index.refresh()
        names = {a.id: a.name for a in case.articles.all()}
    finally:
        case.close()
    if not exists and not report.added:
        called.case.unlink()  # nothing came in, so there is no case
    value = {
        "added": [{"exhibit": i, "file": names[i]} for i in report.added],
        "known": [{"file": name, "exhibit": exhibit} for name, exhibit in report.known],
        "refused": [{"file": r.name, "reason": r.reason} for r in report.refused],
    }
    _say(called, value, report.summary)
    if not called.json:
        sys.stderr.write("".join(f"workbench: {refused}\n" for refused in report.refused))
    return REFUSED if report.refused else 0


def _extract(called: argparse.Namespace) -> int:
    from workbench.importers import shape, sources
    from workbench.importers.isolated import Reader

    data = sources.load(called.file)
    with Reader() as reader:
        draft = reader.read(called.file.name, data, encoding=called.encoding)
    value = shape.draft_as_json(draft, data)
    _say(called, value, draft.text)
    return 0


def _search(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        case.index.refresh()
        parsed, results = case.index.search(called.query, called.limit)
        names = {a.id: a for a in case.articles.all()}
        hits = [] if results is None else [_hit(hit, names) for hit in results.hits]
        for hit in hits if called.why else []:
            hit["why"] = [asdict(reason) | {"says": str(reason)} for reason in case.index.why(called.query, hit["kind"], hit["id"])]
    diagnostics = [{"position": d.position, "length": d.length, "message": d.message} for d in parsed.diagnostics]
    also = results.also if results else ()
    lines = ["\n    ".join((f"{_place(h)}  {' '.join(h['snippet'].split())}", *(r["says"] for r in h.get("why", ())))) for h in hits]
    notes = results.notes if results else ()
    said = [d["message"] for d in diagnostics] + ([f"also: {', '.join(also)}"] if also else []) + list(notes)
    if not called.json:
        sys.stderr.write("".join(f"workbench: {line}\n" for line in said))
    value = {
        "query": called.query, "total": results.total if results else 0, "also": also, "notes": notes, "hits": hits,
        "diagnostics": diagnostics,
    }  # fmt: skip
    _say(called, value, "\n".join(lines) or ("This cannot be looked for." if results is None else "Nothing found."))
    return QUERY if results is None else 0


def _place(hit: dict[str, Any]) -> str:
    """Where a hit stands, in words: an exhibit, a claim, a note, a link."""
    return f"Ex. {hit['exhibit']} {hit['article']}" if hit["article"] else f"{hit['kind']} {hit['id']}"


def _hit(hit: Any, names: dict[int, Any]) -> dict[str, Any]:
    article = names.get(hit.id) if hit.kind == "article" else None
    return {
        "kind": hit.kind, "id": hit.id, "article": article.name if article else None, "exhibit": article.id if article else None,
        "score": round(hit.score, 4), "spans": [{"start": s.start, "end": s.end} for s in hit.spans], "snippet": hit.snippet.text,
    }  # fmt: skip


def _claims(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        snapshot = case.memos.snapshot()
    value = [_claim(snapshot, claim) for claim in snapshot.claims]
    lines = [
        f"{c['number']}  {c['verdict']}  {c['basis'] or ''}  {c['articles']} articles, {c['origins']} origins  {c['text']}" for c in value
    ]
    _say(called, value, "\n".join(lines) or "No claims yet.")
    return 0


def _claim(snapshot: Any, claim: Any) -> dict[str, Any]:
    meter = snapshot.meter(claim.id)
    appearances = []
    for row in snapshot.appearances_of(claim.id):
        passage = snapshot.passages.get(row.passage_id)
        origin = snapshot.origins.get(row.origin_id)
        appearances.append(
            {
                "article": snapshot.article(row.article_id).name,
                "start": passage.anchor.start if passage else None,
                "end": passage.anchor.end if passage else None,
                "exact": passage.anchor.exact if passage else None,
                "stance": row.stance.value,
                "origin": origin.name if origin else None,
            }
        )
    return {
        "number": claim.number, "text": claim.text, "status": claim.status.value, "verdict": claim.verdict.label,
        "basis": claim.basis.value if claim.basis else None, "articles": meter.articles, "origins": len(meter.roots),
        "appearances": appearances,
    }  # fmt: skip


def _memo(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        data = case.memos.render(called.output.suffix)
        claims = len(case.claims.views())
        memo = case.memos.build()
    _write(called.output, data, called.case)
    value = {"file": str(called.output), "bytes": len(data), "claims": claims, "banner": memo.banner}
    _say(called, value, f"{called.output}: {claims} claims, {len(data)} bytes")
    if memo.banner:
        sys.stderr.write(f"workbench: {memo.banner}. `workbench check` says what is wrong.\n")
    return FAULTS if memo.banner else 0


def _check(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        faults = case.integrity.faults()
    _say(called, {"sound": not faults, "faults": faults}, "\n".join(faults) or "The case is sound.")
    return FAULTS if faults else 0


def _history(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        events = case.history.of_case(limit=10**9)
    value = [{"step": e.seq, "at": e.at, "who": e.who, "what": e.what, "why": e.why} for e in events]
    lines = [f"{e.seq}  {e.at[:19]}  {e.who}  {e.what}" + (f"  ({e.why})" if e.why else "") for e in events]
    _say(called, value, "\n".join(lines))
    return 0


def _as_of(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        moment = case.past.find(called.when)
        left_out = case.past.save(moment.seq, called.output)
    value = {"file": str(called.output), "step": moment.seq, "at": moment.at, "left_out": list(left_out)}
    gone = f" Erased since, so not in it: exhibits {left_out}." if left_out else ""
    _say(called, value, f"{called.output}: as after step {moment.seq} ({moment.at[:19]}).{gone}")
    return 0


def _backup(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        if called.output and called.output.exists():
            raise CaseExists(called.output)
        saved = case.save_copy(called.output) if called.output else case.backup_today()
    _say(called, {"file": str(saved) if saved else None}, f"{saved}" if saved else "Today's backup is there already.")
    return 0


def _versions(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        versions = case.signing.versions()
        found = case.signing.recognise(_bytes(called.verify)) if called.verify else None
    value: dict[str, Any] = {"versions": [shapes.version(v) for v in versions]}
    lines = [f"{v['version']}  {v['state']}  {v['digest']}" for v in value["versions"]] or ["No version has been put up for signing."]
    if called.verify:
        value["file"] = {"version": found[0].memo.version, "names": found[1], "stands": found[0].stands} if found else None
        with_names = "with its names" if found and found[1] else "as put up, without names"
        said = f"{found[0].memo.version} {with_names}; {found[0].state}" if found else "none of this case's versions"
        lines.append(f"{called.verify}: {said}.")
    _say(called, value, "\n".join(lines))
    return FAULTS if called.verify and not found else 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MemoFailed(f"{path} cannot be read ({error.strerror})") from error


def _second(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        made = case.second.export(called.output)
    _say(called, {"file": str(made)}, f"{made}: articles, marks, origins and evidence, and no verdict.")
    return 0


def _compare_second(called: argparse.Namespace) -> int:
    with _case(called.case) as case:
        found = case.second.compare(called.theirs)
    lines = [shapes.compared(line) for line in found.lines]
    words = [f"{c['claim']}  {c['outcome']}  {shapes.side_words(c['ours'])} | {shapes.side_words(c['theirs'])}" for c in lines]
    _say(called, {"colleague": found.colleague, "summary": found.summary, "claims": lines}, "\n".join([found.summary, *words]))
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
    _say(called, {"file": str(called.output)}, str(called.output))
    return 0


def _example(called: argparse.Namespace) -> int:
    from workbench.screen import has_screen
    from workbench.tour import unattended

    if has_screen() and not called.unattended:
        from workbench.app import run_desk

        return run_desk(None, example=True)
    return unattended(called.output, lambda value, words: _say(called, value, words))


def _count(words: str) -> int:
    """A whole number from 1."""
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("a number from 1, please")
    return number


CASE: tuple[tuple[str, ...], dict[str, Any]] = (("case",), {"type": Path, "help": "a case file (.case)"})
OUTPUT: tuple[tuple[str, ...], dict[str, Any]] = (("-o", "--output"), {"type": Path, "required": True, "help": "the file to write"})
Arguments = list[tuple[tuple[str, ...], dict[str, Any]]]
COMMANDS: dict[str, tuple[str, Arguments, Callable[[argparse.Namespace], int]]] = {
    "import": (
        "import files and folders into a case (made when it is not there)",
        [CASE, (("files",), {"type": Path, "nargs": "+", "help": "files or folders"})],
        _import,
    ),
    "extract": (
        "read one file and say what is in it, without a case",
        [(("file",), {"type": Path, "help": "a document"}), (("--encoding",), {"help": "read it in this encoding"})],
        _extract,
    ),
    "search": (
        "search a case",
        [CASE, (("query",), {"help": "words, \"phrases\", OR, -word, prefix*, publisher:…, published:…"}),
         (("--limit",), {"type": _count, "default": 50, "help": "at most so many hits"}),
         (("--why",), {"action": "store_true", "help": "with each hit, which words matched and what they weigh"})],
        _search,
    ),
    "claims": ("list the claims with status, basis, articles and origins", [CASE], _claims),
    "memo": ("make the memo; the suffix of the file chooses the format (.pdf, .md)", [CASE, OUTPUT], _memo),
    "check": ("check file, journal, hashes and every citation", [CASE], _check),
    "history": ("list the steps of a case, newest first: who did what, when and why", [CASE], _history),
    "as-of": (
        "write the case as it was at a moment to a new case file",
        [CASE, (("when",), {"help": "2024-10-21 14:30, a day, or a step's number"}), (("output",), {"type": Path, "help": "the new file"})],
        _as_of,
    ),
    "backup": ("make the day's backup, or a verified copy at -o", [CASE, (OUTPUT[0], OUTPUT[1] | {"required": False})], _backup),
    "versions": (
        "list the versions put up for signing, and whether they stand; say which one a PDF is",
        [CASE, (("--verify",), {"type": Path, "metavar": "FILE", "help": "a memo's PDF"})],
        _versions,
    ),
    "second": (
        "write a copy without verdicts for a second pair of eyes",
        [CASE, (("output",), {"type": Path, "help": "the case file to write"})],
        _second,
    ),
    "compare-second": (
        "lay a returned copy beside the case, claim by claim",
        [CASE, (("theirs",), {"type": Path, "help": "the copy that came back"})],
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
         (("-o", "--output"), {"type": Path, "default": Path("out"), "help": "the folder for the memo and the picture"})],
        _example,
    ),
}  # fmt: skip
