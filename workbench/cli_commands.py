"""What each command does: one function a command, which gives back the exit code. Named as on the command line."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from workbench import places, shapes, terminal
from workbench.calls import PATIENCE, analyst, bytes_of, open_case, say, write
from workbench.domain.errors import CaseExists
from workbench.domain.list_columns import ChosenColumns
from workbench.domain.plurals import counted

REFUSED, FAULTS, QUERY = 5, 8, 6


def import_(called: argparse.Namespace) -> int:
    from workbench.case import Case

    exists = called.case.exists()
    case = Case.open(called.case, analyst, patience=PATIENCE) if exists else Case.create(called.case, analyst)
    terminal.complain_of(case.notices)
    try:
        report = case.imports.files(called.files, columns=ChosenColumns(called.fields))
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
        "same_text": [{"file": names[new], "exhibit": old} for new, old in report.same_text],
        "versions": [{"file": names[new], "exhibit": old} for new, old in report.versions],
        "sharing": [{"file": names[new], "exhibit": old} for new, old in report.sharing],
        "summary": report.summary,
        "refused": [{"file": r.name, "reason": r.reason} for r in report.refused],
    }
    say(called, value, [report.summary])
    for refused in report.refused if not called.json else ():
        terminal.complain(str(refused))
    if report.unsure:
        terminal.complain("Say which column is what, by its heading: --fields title=Headline,text=Body")
    return REFUSED if report.refused else 0


def extract(called: argparse.Namespace) -> int:
    from workbench.checks.reading.quantities import quantities
    from workbench.checks.reading.sayings_json import sayings_as_json
    from workbench.checks.reading.tongues import likely_language
    from workbench.domain.spans import Span
    from workbench.domain.vocabulary import SILENT
    from workbench.importers import shape, sources
    from workbench.importers.isolated import Reader

    data = sources.load(called.file)
    with Reader() as reader:
        draft = reader.read(called.file.name, data, encoding=called.encoding)
    value = shape.draft_as_json(draft, data)
    language = value["language"]["value"] or ""
    value["figures"] = [shapes.quantity(each) for each in quantities(draft.text, language)]
    sentences = [Span(s["start"], s["end"]) for s in value["sentences"]]
    silent = [Span(z.start, z.end) for z in draft.zones if z.kind in SILENT]
    value |= sayings_as_json(draft.text, sentences, language or likely_language(draft.text), silent)
    say(called, value, draft.text.rstrip("\n").split("\n"), keep="\t")
    return 0


def search(called: argparse.Namespace) -> int:
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


def claims(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        snapshot = case.memos.snapshot()
    value = [shapes.claim(snapshot, claim) for claim in snapshot.claims]
    lines = [
        f"{c['number']}  {c['verdict']}  {c['basis'] or ''}  {c['articles']} articles, {c['origins']} origins  {c['text']}" for c in value
    ]
    say(called, value, lines or ["No claims yet."])
    return 0


def mentions(called: argparse.Namespace) -> int:
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


def compare(called: argparse.Namespace) -> int:
    from workbench import compare_shapes
    from workbench.domain.vocabulary import FURNITURE

    with open_case(called.case) as case:
        articles = case.articles.all()
        names = {a.id: a.name for a in articles}
        furniture = {a.id: [z for z in case.articles.zones(a.id) if z.kind in FURNITURE] for a in articles}
        found = case.findings.whole()
    say(called, compare_shapes.compared(found, names, furniture), compare_shapes.lines(found) or ["Nothing was noticed."])
    return 0


def memo(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        data = case.memos.render(called.output.suffix)
        claims = len(case.claims.views())
        memo = case.memos.build()
        missing = case.memos.missing_scripts()
    write(called.output, data, called.case)
    value = {"file": str(called.output), "bytes": len(data), "claims": claims, "banner": memo.banner, "fonts_missing": list(missing)}
    say(called, value, [f"{called.output}: {claims} claims, {len(data)} bytes"])
    if memo.banner:
        terminal.complain(f"{memo.banner}. `workbench check` says what is wrong.")
    return FAULTS if memo.banner else 0


def log(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        lines, table = case.collection.log(), case.collection.csv()
    if called.output:
        write(called.output, table, called.case)
    said = [f"{line.utc}  {line.exhibit}  {line.item}  {line.sha256[:12]}  {line.who}" for line in lines]
    say(called, [asdict(line) for line in lines], [f"{called.output}: {counted(len(lines), 'line')}"] if called.output else said)
    return 0


def check(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        found = case.integrity.examine()
    faults, remarks = list(found.faults), list(found.remarks)
    lines = [*(faults or ["The case is sound."]), *(f"Remark: {remark}" for remark in remarks)]
    say(called, {"sound": not faults, "faults": faults, "remarks": remarks}, lines)
    if faults and not called.json:
        terminal.complain("`workbench restore CASE` lists the backups of the case.")
    return FAULTS if faults else 0


def history(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        events = case.history.of_case(limit=10**9)
    value = [{"step": e.seq, "at": e.at, "who": e.who, "name": e.name, "what": e.what, "whole": e.whole, "why": e.why} for e in events]
    lines = [f"{e.seq}  {e.at[:19]}  {e.who}  {e.what}" + (f"  ({e.why})" if e.why else "") for e in events]
    say(called, value, lines)
    return 0


def as_of(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        moment = case.past.find(called.when)
        left_out = case.past.save(moment.seq, called.output)
    value = {"file": str(called.output), "step": moment.seq, "at": moment.at, "left_out": list(left_out)}
    gone = f" Erased since, so not in it: exhibits {left_out}." if left_out else ""
    say(called, value, [f"{called.output}: as after step {moment.seq} ({moment.at[:19]}).{gone}"])
    return 0


def backup(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        if called.output and called.output.exists():
            raise CaseExists(called.output)
        saved = case.save_copy(called.output) if called.output else case.backup_today()
        kept = [] if called.output or called.json else [case.backups().summary]
    words = str(saved) if saved else "A backup of today, or of the last step, is there already."
    say(called, {"file": str(saved) if saved else None}, [words, *kept])
    return 0


def restore(called: argparse.Namespace) -> int:
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
        step, claims, articles = case.history.of_case(1)[0].seq, len(case.claims.views()), len(case.articles.with_text())
    value = {"file": str(made), "step": step, "claims": claims, "articles": articles}
    say(called, value, [f"{made}: as after step {step}, {shapes.held(claims, articles)}; checked."])
    return 0


def versions(called: argparse.Namespace) -> int:
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


def second(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        made = case.second.export(called.output)
    say(called, {"file": str(made)}, [f"{made}: articles, marks, origins and evidence, and no verdict."])
    return 0


def compare_second(called: argparse.Namespace) -> int:
    with open_case(called.case) as case:
        found = case.second.compare(called.theirs)
    lines = [shapes.compared(line) for line in found.lines]
    words = [f"{c['claim']}  {c['outcome']}  {shapes.side_words(c['ours'])} | {shapes.side_words(c['theirs'])}" for c in lines]
    say(called, {"colleague": found.colleague, "summary": found.summary, "claims": lines}, [found.summary, *words])
    return 0


def picture(called: argparse.Namespace) -> int:
    from workbench.picture import take_picture

    take_picture(called.case, called.output, called.size, dark=called.dark)
    say(called, {"file": str(called.output)}, [str(called.output)])
    return 0


def example(called: argparse.Namespace) -> int:
    from workbench.screen import has_screen
    from workbench.tour import unattended

    if has_screen() and not called.unattended:
        from workbench.app import run_desk

        return run_desk(None, example=True)
    return unattended(called.output, lambda value, lines: say(called, value, lines))
