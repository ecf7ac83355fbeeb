"""Bad and hostile input: each gets a draft or a reason in plain words, in bounded time, and reaches nothing outside."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.isolated import Reader

ARTICLE = "<p>The council voted on Tuesday to keep the ferry. Nobody in the town had expected the vote to be so close.</p>" * 3


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(wall_seconds=10) as one:
        yield one


@pytest.mark.parametrize(
    ("name", "data", "encoding", "reason"),
    [
        ("empty.txt", b"", None, "empty"),
        ("blank.txt", b" \r\n\t ", None, "0 of 5 bytes became text"),
        ("binary.txt", bytes(range(256)) * 8, None, "not text"),
        ("elf.txt", b"\x7fELF\x02\x01" + bytes(4000), None, "NUL"),
        ("huge.txt", b"a" * 50_000_000, None, "50.0 MB"),
        ("wrong.txt", b"caf\xe9 au port", "utf-8", "do not|does not fit"),
        ("wrong.txt", b"abc", "utf-16", "does not fit"),
        ("unknown.txt", b"abc", "esperanto-8", "not the name"),
        ("unpack.txt", b"abc", "zip", "not the name"),
        ("deep.html", b"<div>" * 200_000 + b"words" + b"</div>" * 200_000, None, "bytes became text|nested|memory"),
        ("hollow.html", b"<html><head><title>T</title></head><body></body></html>", None, "bytes became text"),
        ("script.html", b"<html><body><script>" + b"x" * 2000 + b"</script></body></html>", None, "bytes became text"),
        ("open.html", b"<script>" * 100_000, None, "bytes became text"),
        ("scan.txt", b"%PDF-1.4 words", None, "PDF"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_refused_with_a_reason(reader: Reader, name: str, data: bytes, encoding: str | None, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        reader.read(name, data, encoding=encoding)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        (b"a NUL \x00 in a longer line of text", "a NUL \ufffd in a longer line of text"),
        ("\u202eevil\u202c and \u2066isolated\u2069".encode(), "\u202eevil\u202c and \u2066isolated\u2069"),
        ("👩\u200d🚀 e\u0301 🇫🇷".encode(), "👩\u200d🚀 e\u0301 🇫🇷"),
        ("lone \ud800 surrogate".encode("utf-16-le", "surrogatepass"), "lone \ufffd surrogate"),
        (b"no\xc2\xa0break", "no\u00a0break"),
        (b"<b>not</b> &amp; a page", "<b>not</b> &amp; a page"),
        (b"=HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_read_as_it_is(reader: Reader, data: bytes, text: str) -> None:
    assert reader.read("a.txt", data).text == text


def test_twenty_megabytes_in_one_line_and_in_ten_million_lines(reader: Reader) -> None:
    for unit in (b"word ", b"a\n"):
        draft = reader.read("long.txt", unit * (19_000_000 // len(unit)))
        assert len(draft.zones) == 1
        assert any("too long" in warning for warning in draft.warnings)


@pytest.mark.parametrize("unit", ["“", "‘", "'a", '"', "(photo ", "© ", "- ", "• ", "By A", "。", "a.B", "\u0301", "🇫", "Related: "])
def test_no_rule_takes_long_over_a_monotonous_text(reader: Reader, unit: str) -> None:
    assert reader.read("a.txt", (unit * (120_000 // len(unit))).encode()).text
    assert reader.read("b.txt", ("x" + (unit + "\n") * 4000).encode()).text


class Listener:
    """A socket on this machine that counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.1)
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._open = True
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while self._open:
            try:
                call, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.calls += 1
            call.close()

    def close(self) -> None:
        self._open = False
        self._thread.join()
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    one = Listener()
    yield one
    one.close()


def everything_that_points_outside(address: str, secret: Path) -> str:
    return f"""<!DOCTYPE html SYSTEM "http://{address}/page.dtd" [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>
    <html><head><title>Ferry</title><base href="http://{address}/"><link rel="stylesheet" href="http://{address}/a.css">
    <meta http-equiv="refresh" content="0;url=http://{address}/next"><script src="http://{address}/a.js"></script>
    <script>fetch("http://{address}/x")</script></head><body><article><h1>Council keeps the ferry</h1>{ARTICLE}
    <img src="http://{address}/a.png"><img src="{secret.as_uri()}"><iframe src="http://{address}/f"></iframe>
    <object data="{secret.as_uri()}"></object><video src="http://{address}/v"></video><p>&secret;</p>
    <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/></article></body></html>"""


def test_nothing_a_page_points_to_is_fetched_or_opened(reader: Reader, listener: Listener, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the combination is 4711")
    source = everything_that_points_outside(listener.address, secret)
    draft: Draft = reader.read("page.html", source.encode())
    assert "The council voted on Tuesday" in draft.text
    assert "4711" not in draft.text
    assert "fetch(" not in draft.text
    assert listener.calls == 0
    with socket.create_connection(("127.0.0.1", int(listener.address.split(":")[1]))):
        pass  # the listener does hear a call when there is one


def test_the_child_cannot_open_sockets_programs_or_files(tmp_path: Path) -> None:
    import subprocess
    import sys

    from workbench.importers.starting import _ROOT

    secret = tmp_path / "secret.txt"
    secret.write_text("4711")
    attempts = f"""
import sys; sys.path.append({_ROOT!r})
import os, socket, subprocess
from workbench.importers import child
sys.addaudithook(child._guard())
held = 0
for attempt in (lambda: socket.socket(), lambda: subprocess.run(["true"]), lambda: os.system("true"), lambda: open({str(secret)!r}),
                lambda: open({str(secret)!r}, "w"), lambda: os.fork(), lambda: os.remove({str(secret)!r})):
    try:
        attempt()
    except PermissionError as error:
        held += "a document's reader may not" in str(error)
print(held)
"""
    done = subprocess.run([sys.executable, "-I", "-c", attempts], capture_output=True, text=True, timeout=20, check=True)
    assert done.stdout.strip() == "7"
    assert secret.read_text() == "4711"
