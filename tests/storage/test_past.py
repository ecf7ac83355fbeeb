"""The past: a case as it was after any step is what it was, row for row, under random play; and its file stands on its own."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, rule
from sqlalchemy import text as sql

from tests.storage.test_journal_machine import PICK, JournalMachine, Rows, _listed, reflected
from tests.thorough import share
from workbench.domain.errors import CaseExists, CaseReadOnly, NotFound
from workbench.storage import CaseFile, PastFile, open_past, save_past
from workbench.storage.journal import verify_chain, verify_rows
from workbench.storage.reader import connection_of

Then = tuple[dict[str, Rows], dict[str, int]]


def dump(file: CaseFile) -> Then:
    """Every row of every journaled table, and the counters that numbers are given from."""
    with file.read() as reader:
        rows = {
            name: {row[0]: tuple(row) for row in connection_of(reader).execute(sql(f"SELECT {_listed(table.all)} FROM {name}"))}
            for name, table in reflected(file.path).items()
        }
        counters = {name: seq for name, seq in connection_of(reader).exec_driver_sql("SELECT name, seq FROM sqlite_sequence") if seq}
    return rows, counters


class PastMachine(JournalMachine):
    """The journal's random play, looked back upon: after any step, the past at any earlier one is what the case was then."""

    def __init__(self) -> None:
        super().__init__()
        self.then: dict[int, Then] = {}

    @invariant()
    def remember(self) -> None:
        if hasattr(self, "file"):
            self.then.setdefault(self.journal_length(), dump(self.file))

    @rule(pick=PICK)
    def look_back(self, pick: int) -> None:
        steps = sorted(self.then)
        if not steps:
            return
        step = steps[pick % len(steps)]
        with closing(open_past(self.file, step, self.folder.parent / f"{self.folder.name}-pasts")) as past:
            assert dump(past) == self.then[step]
            with past.read() as reader:
                assert reader.head()[0] == step
                assert list(verify_chain(connection_of(reader))) == []
                assert list(verify_rows(connection_of(reader))) == []
        assert self.state() == self.now

    def teardown(self) -> None:
        super().teardown()
        pasts = self.folder.parent / f"{self.folder.name}-pasts"
        if pasts.exists():
            assert list(pasts.iterdir()) == []
            pasts.rmdir()


PastMachine.TestCase.settings = settings(
    max_examples=share(100), stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
TestPast = pytest.mark.timeout(600)(PastMachine.TestCase)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """A case of five steps: the case, an article, a claim, its text changed, the article removed."""
    info = {"uid": "0" * 32, "title": "Ferry", "handling": "TLP:AMBER"}
    made = CaseFile.create(tmp_path / "ferry.case", lambda: "Ida Holm", lambda op: op.insert("info", **info))
    with made.operation("Import") as op:
        op.keep("originals", sha256="o1", bytes=b"bytes")
        op.keep("texts", sha256="t1", text="text")
        op.insert("articles", name="a.txt", original_sha256="o1", text_sha256="t1")
    with made.operation("New claim") as op:
        op.insert("claims", text="it left", kind="event", priority="normal", status="open")
    with made.operation("Edit C1") as op:
        op.update("claims", 1, text="it left at noon")
    with made.operation("Remove Ex. 1") as op:
        op.delete("articles", 1)
    with made.operation("Import later") as op:
        op.keep("originals", sha256="o2", bytes=b"a later secret")
        op.keep("texts", sha256="t2", text="a later secret")
        op.insert("articles", name="b.txt", original_sha256="o2", text_sha256="t2")
    yield made
    made.close()


def content(file: CaseFile) -> list[str]:
    with file.read() as reader:
        return sorted(connection_of(reader).exec_driver_sql("SELECT sha256 FROM originals UNION SELECT sha256 FROM texts").scalars())


def test_the_past_is_read_only_private_and_gone_when_closed(file: CaseFile, tmp_path: Path) -> None:
    past = open_past(file, 3, tmp_path / "pasts")
    folder = past.path.parent
    assert isinstance(past, PastFile)
    assert past.step == 3
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(past.path.stat().st_mode) == 0o600
    with past.read() as reader:
        assert reader.claim(1).text == "it left"
        assert reader.text(1) == "text"
    with pytest.raises(CaseReadOnly), past.operation("Change") as op:
        op.update("claims", 1, text="rewritten")
    past.close()
    assert list((tmp_path / "pasts").iterdir()) == []


def test_there_is_no_past_of_a_step_that_is_not(file: CaseFile, tmp_path: Path) -> None:
    for step in (0, 7, -1):
        with pytest.raises(NotFound):
            open_past(file, step, tmp_path / "pasts")
    assert list((tmp_path / "pasts").iterdir()) == []


def test_what_came_later_is_not_in_it_and_what_undo_may_need_is(file: CaseFile, tmp_path: Path) -> None:
    for step, wanted in ((1, []), (2, ["o1", "t1"]), (5, ["o1", "t1"]), (6, ["o1", "o2", "t1", "t2"])):
        target = tmp_path / f"then-{step}.case"
        assert save_past(file, target, step) == ()
        again = CaseFile.open(target, lambda: "Ida Holm")
        assert content(again) == wanted
        again.close()
        assert (b"a later secret" in target.read_bytes()) is (step == 6)


def test_a_saved_past_is_a_case_like_any_other(file: CaseFile, tmp_path: Path) -> None:
    target = tmp_path / "then.case"
    save_past(file, target, 5)
    again = CaseFile.open(target, lambda: "Ida Holm")
    assert again.undo()[0] == "Remove Ex. 1"
    with again.operation("New claim") as op:
        assert op.insert("claims", text="another", kind="event", priority="normal", status="open") == 2
    with again.read() as reader:
        assert list(verify_chain(connection_of(reader))) == []
        assert list(verify_rows(connection_of(reader))) == []
    again.close()
    with pytest.raises(CaseExists):
        save_past(file, target, 5)


def test_numbers_given_before_are_not_given_again_in_a_saved_past(file: CaseFile, tmp_path: Path) -> None:
    with file.operation("New claim") as op:
        op.insert("claims", text="second", kind="event", priority="normal", status="open")
    file.undo()
    step = 8
    with file.operation("New claim") as op:
        assert op.insert("claims", text="third", kind="event", priority="normal", status="open") == 3
    save_past(file, tmp_path / "then.case", step)
    again = CaseFile.open(tmp_path / "then.case", lambda: "Ida Holm")
    with again.operation("New claim") as op:
        assert op.insert("claims", text="third again", kind="event", priority="normal", status="open") == 3
    again.close()


def test_an_article_erased_since_is_left_out_and_named(file: CaseFile, tmp_path: Path) -> None:
    with file.operation("Claim in Ex. 2") as op:
        op.insert("appearances", claim_id=1, article_id=2, stance="not_mentioned")
    with file.erasing("Erase Ex. 2", "a court said so") as op:
        op.delete("articles", 2)
        op.erase("originals", "o2")
        op.erase("texts", "t2")
    with closing(open_past(file, 7, tmp_path / "pasts")) as past:
        assert past.left_out == (2,)
        with past.read() as reader:
            assert reader.articles() == []
            assert reader.appearances() == []
            assert reader.claim(1).text == "it left at noon"


def test_what_a_killed_process_left_is_swept_and_what_is_open_is_not(file: CaseFile, tmp_path: Path) -> None:
    pasts = tmp_path / "pasts"
    with closing(open_past(file, 2, pasts)) as held:
        left = pasts / ("0" * 32)
        left.mkdir()
        (left / "old (step 2).case").write_bytes(b"old")
        left.with_suffix(".lock").write_bytes(b"")
        with closing(open_past(file, 3, pasts)):
            assert not left.exists()
            assert held.path.exists()
            with held.read() as reader:
                assert reader.head()[0] == 2
    assert list(pasts.iterdir()) == []


def test_the_past_can_be_read_beside_a_second_window_and_while_it_is_written(file: CaseFile, tmp_path: Path) -> None:
    second = CaseFile.open(file.path, lambda: "Tom Weil", read_only=True)
    with file.operation("Edit C1") as op:
        op.update("claims", 1, text="in the middle")
        with closing(open_past(second, 3, tmp_path / "pasts")) as past, past.read() as reader:
            assert reader.claim(1).text == "it left"
    with closing(open_past(second, 7, tmp_path / "pasts")) as past, past.read() as reader:
        assert reader.claim(1).text == "in the middle"
    second.close()
