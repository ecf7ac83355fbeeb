"""The desk without a window: shapes, exit codes, errors on standard error. On the fictional example case."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from workbench import cli, cli_commands, paths
from workbench.case import Case
from workbench.case.claims import Decision
from workbench.case.example import build_example
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Role

SAMPLE = paths.resources() / "sample_case"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, closed; built once."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        build_example(folder / "example.case", lambda: "Rhea Quillane").close()
    return folder / "example.case"


@pytest.fixture
def example(built: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(built, tmp_path / "example.case")


class Ran:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: object) -> Ran:
        capfd.readouterr()
        code = cli.run([str(a) for a in arguments])
        return Ran(code, *capfd.readouterr())

    return call


def test_the_columns_of_a_list_are_said_on_the_command_line(run: Any, tmp_path: Path) -> None:
    words = "The harbour council voted on Monday to keep the old ferry running until the bridge opens in spring, it said."
    (tmp_path / "list.csv").write_text(f"Kopf, or so;Words\nFerry stays;{words}\n", encoding="utf-8")
    done = run("import", tmp_path / "c.case", tmp_path / "list.csv")
    assert done.code == 5
    assert "“Kopf, or so”, “Words”" in done.err
    assert "--fields title=Headline,text=Body" in done.err
    done = run("import", tmp_path / "c.case", tmp_path / "list.csv", "--fields", "title=Kopf, or so,text=Words")
    assert done.code == 0
    assert done.out == "1 article added.\n"
    with pytest.raises(SystemExit) as wrong:
        run("import", tmp_path / "c.case", tmp_path / "list.csv", "--fields", "title=Kopf")
    assert wrong.value.code == 2


def test_import_makes_a_case_and_says_what_came_in(run: Any, tmp_path: Path) -> None:
    case = tmp_path / "new.case"
    done = run("import", case, SAMPLE / "01-uplands-post.txt", SAMPLE / "03-kolvaran-courier.html", "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json == {
        "added": [{"exhibit": 1, "file": "01-uplands-post.txt"}, {"exhibit": 2, "file": "03-kolvaran-courier.html"}],
        "known": [], "refused": [], "same_text": [], "versions": [], "sharing": [], "summary": "2 articles added.",
    }  # fmt: skip
    again = run("import", case, SAMPLE / "01-uplands-post.txt", "--json")
    assert (again.json["added"], again.json["known"]) == ([], [{"file": "01-uplands-post.txt", "exhibit": 1}])
    assert run("import", case, SAMPLE / "02-sarvenia-ledger.txt").out == "1 article added; Ex. 3 shares text with Ex. 1.\n"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["new.case"]


def test_a_batch_with_a_bad_file_goes_on_and_says_so(run: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(bytes(range(256)) * 20)
    case = tmp_path / "new.case"
    done = run("import", case, bad, SAMPLE / "01-uplands-post.txt", tmp_path / "gone.txt", "--json")
    assert done.code == 5
    assert [a["file"] for a in done.json["added"]] == ["01-uplands-post.txt"]
    assert {r["file"]: bool(r["reason"]) for r in done.json["refused"]} == {"bad.txt": True, "gone.txt": True}
    done = run("import", case, bad, SAMPLE / "02-sarvenia-ledger.txt")
    assert done.code == 5
    assert "bad.txt" in done.out + done.err
    assert len(run("search", case, "the", "--json").json["hits"]) <= 50


def test_extract(run: Any) -> None:
    file = SAMPLE / "03-kolvaran-courier.html"
    value = run("extract", file, "--json").json
    fields = ("title", "publisher", "author", "published", "language", "wire")
    assert set(fields) | {"text", "zones", "encoding", "sha256", "warnings"} <= set(value)
    for field in fields:
        assert set(value[field]) == {"value", "confidence", "basis"}
        assert value[field]["basis"]
        assert value[field]["confidence"] in {None, "high", "moderate", "low"}
    assert value["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert value["zones"]
    for zone in value["zones"]:
        assert {"start", "end", "kind", "set_by"} <= set(zone)
        assert 0 <= zone["start"] < zone["end"] <= len(value["text"])
    for said in value["attributions"]:
        assert {"start", "end", "who", "source", "cue"} <= set(said)
        assert 0 <= said["start"] < said["end"] <= len(value["text"])
    assert any(said["who"] for said in value["attributions"])
    assert all({"start", "end", "speaker"} == set(quote) for quote in value["quotes"])
    assert run("extract", file).out.rstrip("\n") == value["text"].rstrip("\n")
    assert isinstance(value["warnings"], list)


def test_extract_in_another_encoding_and_refused(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Café zu, sagt die Stadt am Montag.".encode("cp1252"))
    assert run("extract", path, "--encoding", "cp1252", "--json").json["text"].startswith("Café")
    done = run("extract", path, "--encoding", "utf-8", "--json")
    assert done.code == 5
    assert "old.txt" in done.json["error"]
    assert done.err.startswith("workbench: old.txt: ")


def test_search(run: Any, example: Path) -> None:
    value = run("search", example, "solvent", "--json").json
    assert set(value) == {"query", "total", "also", "notes", "hits", "diagnostics"}
    assert value["total"] == len(value["hits"])
    assert value["query"] == "solvent"
    case = Case.open(example, lambda: "x")
    texts = {a.id: (a.name, case.articles.text(a.id)) for a in case.articles.all()}
    case.close()
    articles = [hit for hit in value["hits"] if hit["article"]]
    assert articles
    for hit in value["hits"]:
        assert {"article", "exhibit", "score", "spans", "snippet"} <= set(hit)
    for hit in articles:
        name, text = texts[hit["exhibit"]]
        assert hit["article"] == name
        assert hit["spans"]
        for span in hit["spans"]:
            assert re.match("solvent", text[span["start"] : span["end"]], re.IGNORECASE)
    assert len(run("search", example, "solvent", "--limit", 1, "--json").json["hits"]) == 1
    assert run("search", example, "zeppelins", "--json").json["hits"] == []
    assert run("search", example, "zeppelins").out == "Nothing found.\n"


def test_search_says_why_and_in_which_other_spellings(run: Any, tmp_path: Path) -> None:
    article, case = tmp_path / "a.txt", tmp_path / "names.case"
    article.write_text("Harbour news\n\nOn Monday Georgiy Marin told this paper that the ferry would sail again on Friday.\n")
    assert run("import", case, article).code == 0
    value = run("search", case, "georgi ferry", "--why", "--json").json
    assert value["also"] == ["Georgiy"]
    (hit,) = value["hits"]
    assert sum(reason["weight"] for reason in hit["why"]) == pytest.approx(hit["score"], abs=1e-3)
    by_word = {reason["asked"]: reason for reason in hit["why"]}
    assert by_word["georgi"]["matches"] == [{"written": "Georgiy", "times": 1, "how": "another spelling of the name"}]
    plain = run("search", case, "georgi", "--why")
    assert "“Georgiy” 1 × (another spelling of the name)" in plain.out
    assert plain.err == "workbench: also: Georgiy\n"


def test_a_query_that_cannot_be_answered(run: Any, example: Path) -> None:
    done = run("search", example, "", "--json")
    assert done.code == 6
    assert done.json["hits"] == []
    assert done.json["diagnostics"]
    assert set(done.json["diagnostics"][0]) == {"position", "length", "message"}


def test_mentions_say_where_the_articles_may_say_it_and_what_was_looked_for(run: Any, example: Path) -> None:
    value = run("mentions", example, "--json", "--", "About 40,000 litres of solvent escaped.").json
    case = Case.open(example, lambda: "x")
    texts = {a.name: case.articles.text(a.id) for a in case.articles.all()}
    case.close()
    assert [m["article"] for m in value] == list(texts)
    assert {m["answer"] for m in value} <= {"partial", "not found"}
    assert any(m["answer"] == "partial" for m in value)
    for found in value:
        assert bool(found["spans"]) is (found["answer"] == "partial")
        assert len(found["spans"]) <= 3
        assert "40,000" in found["looked_for"]
        assert all(0 <= s["start"] < s["end"] <= len(texts[found["article"]]) for s in found["spans"])
    assert all(m["answer"] == "not found" for m in run("mentions", example, "--json", "--", "Zebras paint quietly").json)


def test_compare_says_what_the_articles_say_together_and_against_each_other(run: Any, example: Path) -> None:
    value = run("compare", example, "--json").json
    case = Case.open(example, lambda: "x")
    texts = {a.name: case.articles.text(a.id) for a in case.articles.all()}
    case.close()
    assert set(value) == {
        "links", "conflicts", "quotes", "near_duplicates", "boilerplate", "findings", "figures", "names", "dates",
    }  # fmt: skip
    spans = [*(s for key in ("links", "conflicts", "findings") for each in value[key] for s in each["spans"]), *value["figures"],
             *value["quotes"], *value["boilerplate"], *value["dates"]]  # fmt: skip
    assert all(0 <= s["start"] < s["end"] <= len(texts[s["doc"]]) for s in spans)
    assert {"type", "severity", "spans", "says"} == set(value["findings"][0])
    plain = run("compare", example)
    assert plain.code == 0
    assert plain.out.count("\n") == len(value["findings"]) + len(value["links"])


def test_claims(run: Any, example: Path) -> None:
    value = run("claims", example, "--json").json
    told = json.loads((SAMPLE / "case.json").read_text(encoding="utf-8"))["claims"]
    assert [(c["number"], c["text"], c["status"], c["basis"]) for c in value] == [
        (f"C{n}", c["text"], c["status"], c["basis"]) for n, c in enumerate(told, 1)
    ]
    case = Case.open(example, lambda: "x")
    texts = {a.name: case.articles.text(a.id) for a in case.articles.all()}
    views = {v.claim.number: v for v in case.claims.views()}
    case.close()
    for claim in value:
        assert {"number", "text", "status", "basis", "articles", "origins", "appearances"} <= set(claim)
        assert (claim["articles"], claim["origins"]) == (views[claim["number"]].meter.articles, len(views[claim["number"]].meter.roots))
        for row in claim["appearances"]:
            assert set(row) == {"article", "start", "end", "exact", "stance", "origin", "origin_basis"}
            if row["stance"] == "not_mentioned":
                assert row["start"] is row["end"] is row["exact"] is None
            else:
                assert texts[row["article"]][row["start"] : row["end"]] == row["exact"]
    lines = run("claims", example).out.splitlines()
    assert len(lines) == len(value)
    assert all(c["number"] in line and c["text"] in line for c, line in zip(value, lines, strict=True))


def test_memo(run: Any, example: Path, tmp_path: Path) -> None:
    done = run("memo", example, "-o", tmp_path / "memo.pdf", "--json")
    size = (tmp_path / "memo.pdf").stat().st_size
    assert done.json == {"file": str(tmp_path / "memo.pdf"), "bytes": size, "claims": 10, "banner": "", "fonts_missing": []}
    assert (tmp_path / "memo.pdf").read_bytes().startswith(b"%PDF")
    assert run("memo", example, "-o", tmp_path / "memo.md").code == 0
    assert "CONFIRMED" in (tmp_path / "memo.md").read_text(encoding="utf-8")
    for target, code, words in ((tmp_path / "memo.odt", 1, "no memo format .odt"), (tmp_path / "no" / "memo.md", 1, "cannot be written")):
        done = run("memo", example, "-o", target)
        assert (done.code, words in done.err, done.out) == (code, True, "")


def test_check(run: Any, example: Path) -> None:
    done = run("check", example, "--json")
    assert (done.code, done.json) == (0, {"sound": True, "faults": [], "remarks": []})
    assert run("check", example).out == "The case is sound.\n"
    raw = sqlite3.connect(example)
    raw.execute("UPDATE claims SET text = 'tampered with' WHERE id = 2")
    raw.commit()
    raw.close()
    done = run("check", example, "--json")
    assert (done.code, done.json) == (8, {"sound": False, "faults": ["claims: row 2 was changed outside the program"], "remarks": []})


def test_backup(run: Any, example: Path, tmp_path: Path, home: Path) -> None:
    copy = tmp_path / "copy.case"
    done = run("backup", example, "-o", copy, "--json")
    assert (done.code, done.json) == (0, {"file": str(copy)})
    assert run("check", copy).code == 0
    first = run("backup", example, "--json").json["file"]
    assert Path(first).is_relative_to(home)
    assert run("backup", example, "--json").json == {"file": None}
    done = run("backup", example, "-o", example)
    assert (done.code, "example.case" in done.err) == (3, True)


def test_reading_commands_work_beside_an_open_window(run: Any, example: Path, tmp_path: Path) -> None:
    window = Case.open(example, lambda: "window", window=True)
    assert run("claims", example).code == 0
    assert run("check", example).code == 0
    assert run("memo", example, "-o", tmp_path / "memo.md").code == 0
    assert run("backup", example, "-o", tmp_path / "copy.case").code == 0
    assert run("search", example, "solvent").code == 0
    done = run("import", example, SAMPLE / "01-uplands-post.txt", "--json")
    assert (done.code, "open in another window" in done.err) == (4, True)
    window.close()


@pytest.mark.parametrize(
    "command",
    [["claims"], ["check"], ["search", "x"], ["memo", "-o", "memo.pdf"], ["backup"], ["import", "x.txt"], ["picture", "-o", "x.png"]],
)
def test_a_file_that_is_no_case_is_refused_with_file_and_reason(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "odd.case").write_bytes(b"no case at all")
    done = run(command[0], tmp_path / "odd.case", *command[1:], "--json")
    assert done.code == 3
    assert done.json == {"error": "odd.case: this is not a Workbench case. Nothing was changed."}
    assert done.err == "workbench: odd.case: this is not a Workbench case. Nothing was changed.\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["odd.case"]


def test_a_missing_case(run: Any, tmp_path: Path) -> None:
    done = run("claims", tmp_path / "gone.case")
    assert (done.code, done.out) == (3, "")
    assert "gone.case: there is no such file" in done.err


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["claims"], ["memo", "x.case"], ["picture", "x.case", "-o", "x.png", "--size", "wide"],  # noqa: E501
                                       ["picture", "x.case", "-o", "x.png", "--size", "0x0"], ["search", "x.case"]])  # fmt: skip
def test_a_wrong_call(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(arguments)
    assert ended.value.code == 2
    assert "usage: workbench" in capfd.readouterr().err


def test_every_command_has_json_help_and_documented_exit_codes(capfd: pytest.CaptureFixture[str]) -> None:
    for name in cli.COMMANDS:
        with pytest.raises(SystemExit) as ended:
            cli.run([name, "--help"])
        assert ended.value.code == 0
        assert "--json" in capfd.readouterr().out
    from workbench.domain import errors

    codes = {kind.exit_code for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.WorkbenchError)}
    documented = {int(code) for code in re.findall(r"(\d) [a-z`]", cli.__doc__ or "")}
    assert codes | {cli_commands.REFUSED, cli_commands.FAULTS, cli_commands.QUERY, 0, 2} <= documented


def test_versions_say_who_signed_and_which_one_a_pdf_is(run: Any, example: Path, tmp_path: Path) -> None:
    assert run("versions", example).out == "No version has been put up for signing.\n"
    case = Case.open(example, lambda: "Rhea Quillane")
    case.signing.put_up()
    case.close()
    put_up, changed = tmp_path / "put-up.pdf", tmp_path / "changed.pdf"
    assert run("memo", example, "-o", put_up).code == 0
    case = Case.open(example, lambda: "Rhea Quillane")
    case.signing.sign(1, Role.ANALYST, "Rhea Quillane")
    case.close()
    signed = tmp_path / "signed.pdf"
    assert run("memo", example, "-o", signed).code == 0
    before = example.read_bytes()
    done = run("versions", example, "--verify", put_up, "--json")
    (version,) = done.json["versions"]
    assert (version["version"], version["stands"], version["signed"], version["supersedes"]) == ("v1", True, False, None)
    assert version["digest"] == hashlib.sha256(put_up.read_bytes()).hexdigest()
    assert [(s["role"], s["name"]) for s in version["sign_offs"]] == [("analyst", "Rhea Quillane")]
    assert done.json["file"] == {"version": "v1", "names": False, "stands": True}
    assert run("versions", example, "--verify", signed, "--json").json["file"]["names"] is True
    changed.write_bytes(signed.read_bytes() + b" ")
    stranger = run("versions", example, "--verify", changed, "--json")
    assert (stranger.code, stranger.json["file"]) == (8, None)
    assert "none of this case's versions" in run("versions", example, "--verify", changed).out
    assert run("versions", example, "--verify", tmp_path / "gone.pdf").code == 1
    assert example.read_bytes() == before, "looking changes nothing"


def test_a_copy_goes_out_without_verdicts_and_its_answer_is_laid_beside(run: Any, example: Path, tmp_path: Path) -> None:
    copy = tmp_path / "for Ana.case"
    before = example.read_bytes()
    assert run("second", example, copy, "--json").json == {"file": str(copy)}
    assert {c["status"] for c in run("claims", copy, "--json").json} == {"open"}
    assert run("second", example, copy).code == 3
    case = Case.open(copy, lambda: "Ana Ruiz")
    case.claims.set_status(1, Decision(Status.CONFIRMED, Basis.FIRST_HAND, "I saw it."))
    case.close()
    done = run("compare-second", example, copy, "--json")
    assert done.code == 0
    assert done.json["colleague"] == "Ana Ruiz"
    first = done.json["claims"][0]
    assert (first["claim"], first["outcome"], first["words_changed"]) == ("C1", "other_basis", False)
    assert (first["theirs"]["basis"], first["theirs"]["reason"]) == ("first_hand", "I saw it.")
    assert "C1  other_basis  CONFIRMED independent_corroboration | CONFIRMED first_hand" in run("compare-second", example, copy).out
    assert run("compare-second", example, example).code == 3
    assert run("compare-second", example, tmp_path / "gone.case").code == 3
    assert example.read_bytes() == before


def test_history_lists_every_step_newest_first(run: Any, example: Path) -> None:
    done = run("history", example, "--json")
    assert done.code == 0
    assert [e["step"] for e in done.json] == list(range(len(done.json), 0, -1))
    assert set(done.json[0]) == {"step", "at", "who", "name", "what", "whole", "why"}
    assert (done.json[-1]["name"], done.json[-1]["what"]) == ("New case", "The case · made: “example”")
    lines = run("history", example).out.splitlines()
    assert lines[-1].endswith("The case · made: “example”")
    assert any("· status: OPEN → CONFIRMED (a party's own words)  (Her words are" in line for line in lines)


def test_as_of_writes_the_case_as_it_was_and_never_over_anything(run: Any, example: Path, tmp_path: Path) -> None:
    before, target = example.read_bytes(), tmp_path / "then.case"
    done = run("as-of", example, "3", target, "--json")
    assert done.code == 0
    assert (done.json["file"], done.json["step"], done.json["left_out"]) == (str(target), 3, [])
    assert len(run("history", target, "--json").json) == 3
    assert run("check", target).code == 0
    assert example.read_bytes() == before
    kept = target.read_bytes()
    for arguments, said in (
        ((example, "3", target), "is there already"), ((example, "yesterday", tmp_path / "no.case"), "“yesterday” is no date"),
        ((example, "1999-01-01", tmp_path / "no.case"), "made later"), ((example, "99999", tmp_path / "no.case"), "no step"),
        ((example, "3", tmp_path / "then.pdf"), ".case"),
    ):  # fmt: skip
        refused = run("as-of", *arguments)
        assert refused.code != 0
        assert said in refused.err
    assert target.read_bytes() == kept
    assert not (tmp_path / "no.case").exists()


def test_log(run: Any, example: Path, tmp_path: Path) -> None:
    lines = run("log", example, "--json").json
    assert [line["exhibit"] for line in lines] == [f"Ex. {number}" for number in range(1, 6)]
    assert run("log", example).out.count("\n") == 5
    done = run("log", example, "-o", tmp_path / "log.csv")
    assert (done.code, done.out) == (0, f"{tmp_path / 'log.csv'}: 5 lines\n")
    assert (tmp_path / "log.csv").read_text(encoding="utf-8-sig").startswith("utc,exhibit,item,source,retrieved,method,sha256,")
    assert run("log", example, "-o", example).code == 1
