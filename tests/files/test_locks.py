"""One writer at a time: who holds a case is said, whoever waits gets in, and what is left by others is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.files.happenings import claims_in, me
from workbench.case import Case
from workbench.domain.errors import CaseLocked

ROOT = Path(__file__).resolve().parents[2]


def test_who_holds_it_and_since_when_is_said(empty: Case) -> None:
    record = json.loads(empty.path.with_name("ferry.case.open").read_text(encoding="utf-8"))
    assert record["who"]
    with pytest.raises(CaseLocked) as refused:
        Case.open(empty.path, me)
    assert f"by {record['who']} on {record['host']} since " in str(refused.value)


@pytest.mark.parametrize("content", [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"who": 5, "since": [], "host": {}}', b"[" * 4000, b'{"who": "' + b"x" * 10_000 + b'"}',
    b'{"who": "\\u001b[31mred\\u202e", "since": "2031-13-45", "log_of": {"device": "x"}}',
])  # fmt: skip
def test_a_record_by_anybody_is_only_words(content: bytes, empty: Case) -> None:
    empty.path.with_name("ferry.case.open").write_bytes(content)
    with pytest.raises(CaseLocked) as refused:
        Case.open(empty.path, me)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 400


def test_a_record_that_is_a_pipe_or_a_link_is_not_read(empty: Case, tmp_path: Path) -> None:
    record = empty.path.with_name("ferry.case.open")
    record.unlink()
    os.mkfifo(record)
    with pytest.raises(CaseLocked, match="open in another window"):
        Case.open(empty.path, me)
    record.unlink()
    (tmp_path / "private.json").write_text('{"who": "secret"}', encoding="utf-8")
    record.symlink_to(tmp_path / "private.json")
    with pytest.raises(CaseLocked) as refused:
        Case.open(empty.path, me)
    assert "secret" not in str(refused.value)


def test_a_command_waits_for_a_command_and_not_for_a_window(empty: Case) -> None:
    path = empty.path
    empty.close()
    first = Case.open(path, me)
    timer = threading.Timer(0.3, first.close)
    timer.start()
    second = Case.open(path, me, patience=60)
    second.close()
    timer.join()
    window = Case.open(path, me, window=True)
    with pytest.raises(CaseLocked):
        Case.open(path, me, patience=60)  # at once: a window may stay open all day
    window.close()


def test_somebody_else_s_leftover_lock_is_named_and_what_to_do(empty: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.close()
    lock = empty.path.with_name("ferry.case.lock")
    lock.touch()
    real = os.open

    def refuse(path: object, *rest: object, **more: object) -> int:
        if str(path) == str(lock):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CaseLocked, match=r"remove the file ferry\.case\.lock beside it"):
        Case.open(empty.path, me)


WRITER = """
import sys
from pathlib import Path
from workbench.case import Case
for n in range(int(sys.argv[2])):
    case = Case.open(Path(sys.argv[1]), lambda: sys.argv[3], patience=120)
    case.claims.add(f"{sys.argv[3]} {n}")
    case.close()
"""


def test_writers_get_in_by_turns_and_none_loses_a_step(empty: Case) -> None:
    empty.close()
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(empty.path), "4", name], cwd=ROOT) for name in ("a", "b", "c", "d")]
    assert [writer.wait(timeout=200) for writer in writers] == [0, 0, 0, 0]
    found = claims_in(empty.path)
    assert sorted(found) == [f"{name} {n}" for name in "abcd" for n in range(4)]
    assert [f.name for f in empty.path.parent.iterdir() if f.is_file()] == ["ferry.case"]
