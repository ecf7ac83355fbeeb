"""The reader where people are: macOS, a frozen program, Windows, little memory, libraries that load late. None is blamed on a file.

Linux is what these tests run on. macOS, Windows and a program made by a freezer are simulated: none of this has run on the real one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest

from workbench import __main__
from workbench.domain.errors import ImportRefused
from workbench.importers import starting, watching
from workbench.importers.isolated import Reader
from workbench.importers.limits import ENDED_FROM_OUTSIDE, TOO_MUCH_MEMORY
from workbench.importers.plain import PlainImporter
from workbench.importers.starting import READER, Child
from workbench.importers.watching import Watch, footprint, resident

NEWS = b"Council keeps the ferry\n\nThe council voted on Tuesday. Nobody had expected it."
PAGE = (
    b"<html><body><article>"
    + b"<p>The council voted on Tuesday to keep the ferry, and nobody had expected that.</p>" * 5
    + b"</article></body></html>"
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")

REFUSING = """
import resource, sys
sys.path.append({root!r})
real = resource.setrlimit
def refusing(which, limits):
    if which in {refused}:
        raise {error}
    real(which, limits)
resource.setrlimit = refusing
"""
RUN = "from workbench.importers.child import main; main()"
HUNGRY = """
from workbench.importers import child
read = child._read
def hungry(name, data, *rest):
    held = []
    while name == "hungry.txt":
        held.append(b"x" * 4_000_000)
    return read(name, data, *rest)
child._read = hungry
"""


def starts_as(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the child begin with that code; braces in it are its own."""
    monkeypatch.setattr(starting, "_START", code.replace("{", "{{").replace("}", "}}"))


@POSIX
@pytest.mark.parametrize("error", ["ValueError('current limit exceeds maximum limit')", "OSError(22, 'Invalid argument')"])
@pytest.mark.parametrize("refused", ["(resource.RLIMIT_AS,)", "(resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)"])
def test_a_system_that_refuses_its_limits_still_reads_on_posix(monkeypatch: pytest.MonkeyPatch, error: str, refused: str) -> None:
    starts_as(monkeypatch, REFUSING.format(root=starting._ROOT, refused=refused, error=error) + RUN)
    with Reader() as reader:
        assert reader.read("a.txt", NEWS) == PlainImporter().read(NEWS, "a.txt", None)
        assert reader.read("a.html", PAGE).text
        assert reader._child is not None
        assert reader._child.memory is not None, "so the parent watches"


@POSIX
def test_without_a_limit_by_the_system_the_parent_watches_the_memory_on_posix(monkeypatch: pytest.MonkeyPatch) -> None:
    refusing = REFUSING.format(root=starting._ROOT, refused="(resource.RLIMIT_AS,)", error="ValueError('as on macOS')")
    starts_as(monkeypatch, refusing + HUNGRY + RUN)
    with Reader(memory=200_000_000) as reader:
        with pytest.raises(ImportRefused) as caught:
            reader.read("hungry.txt", NEWS)
        assert caught.value.reason == TOO_MUCH_MEMORY
        assert reader.read("a.txt", NEWS).text


@POSIX
def test_the_limit_by_the_system_costs_one_file_on_posix(monkeypatch: pytest.MonkeyPatch) -> None:
    starts_as(monkeypatch, f"import sys; sys.path.append({starting._ROOT!r})" + HUNGRY + RUN)
    with Reader(memory=400_000_000) as reader:
        with pytest.raises(ImportRefused) as caught:
            reader.read("hungry.txt", NEWS)
        assert caught.value.reason == TOO_MUCH_MEMORY
        assert reader.read("a.txt", NEWS).text
        assert reader._child is not None
        assert reader._child.memory is None


@POSIX
def test_a_hard_limit_that_is_lower_already_is_kept_on_posix() -> None:
    """As `ulimit -v` leaves it: to ask for more is an error."""
    code = f"""
import resource, sys
sys.path.append({starting._ROOT!r})
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
from workbench.importers import child
print(child._limit_memory(1 << 30), resource.getrlimit(resource.RLIMIT_AS))
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "True (700000000, 700000000)"


def test_what_macos_says_of_a_process_is_read_from_its_place() -> None:
    def rusage(pid: int, flavour: int, answer: Any) -> int:
        assert (pid, flavour) == (4711, 0)
        given = (ctypes.c_uint64 * 12)(1, 2, *range(100, 110))
        ctypes.memmove(answer, given, ctypes.sizeof(given))
        return 0

    assert footprint(4711, rusage) == 107, "ri_phys_footprint, the eighth figure after the UUID"
    assert footprint(4711, lambda *_: -1) is None


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux says it there")
def test_the_memory_of_a_process_is_known_and_of_one_that_is_gone_is_not_on_linux() -> None:
    assert (resident(os.getpid()) or 0) > 5_000_000
    assert resident(2**22 + 1) is None


class Held:
    """A process that only says whether it was ended."""

    pid = 4711

    def __init__(self) -> None:
        self.ended = threading.Event()

    def kill(self) -> None:
        self.ended.set()


def test_a_watch_ends_what_is_late_or_greedy_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "resident", lambda pid: 1000)
    with Watch(late := Held(), 0.0, None) as watch:
        assert late.ended.wait(20)
    assert (watch.late, watch.greedy) == (True, False)
    with Watch(greedy := Held(), 60.0, 999) as watch:
        assert greedy.ended.wait(20)
    assert (watch.late, watch.greedy) == (False, True)
    for memory in (None, 1000):
        with Watch(good := Held(), 60.0, memory) as watch:
            pass
        assert (watch.late, watch.greedy, good.ended.is_set()) == (False, False, False)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "Cannot allocate memory"),
        (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "Resource temporarily unavailable"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "No such file or directory"),
    ],
)
def test_a_reader_that_cannot_be_started_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch, error: OSError, why: str) -> None:
    def refused(*_: object, **__: object) -> None:
        raise error

    with Reader() as reader:
        with monkeypatch.context() as patch:
            patch.setattr(subprocess, "Popen", refused)
            with pytest.raises(ImportRefused) as caught:
                reader.read("a.txt", NEWS)
        assert caught.value.reason.startswith(f"it was not looked at, because Workbench could not start its reader ({why})")
        assert reader.read("a.txt", NEWS).text, "and it is tried again"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import sys; sys.exit(3)", "it ended with code 3"),
        (
            f"import sys; sys.path.append({starting._ROOT!r}); import workbench.importers.child as c; c.prepare = None; c.main()",
            "TypeError",
        ),
        ("print('no parcel at all, but words enough for a length of one')", "it ended with code"),
    ],
)
def test_a_reader_that_dies_before_it_is_ready_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch, code: str, why: str) -> None:
    starts_as(monkeypatch, code)
    with Reader() as reader, pytest.raises(ImportRefused) as caught:
        reader.read("a.txt", NEWS)
    assert "it was not looked at" in caught.value.reason
    assert why in caught.value.reason


def test_a_system_without_threads_to_give_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with Reader() as reader:
        reader.read("a.txt", NEWS)
        with monkeypatch.context() as patch:
            patch.setattr(Watch, "start", refused)
            with pytest.raises(ImportRefused, match="could not start its reader"):
                reader.read("b.txt", NEWS)
        assert reader.read("c.txt", NEWS).text


def test_what_ends_the_reader_from_outside_is_told_as_such() -> None:
    with Reader() as reader:
        reader.read("a.txt", NEWS)
        assert reader._child is not None
        reader._child.kill()
        with pytest.raises(ImportRefused) as caught:
            reader.read("b.txt", NEWS)
    assert caught.value.reason == ENDED_FROM_OUTSIDE or sys.platform == "win32"


def test_stop_does_not_wait_for_a_child_that_is_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    starts_as(monkeypatch, "import sys; sys.stdin.read()")
    started = threading.Event()
    greet = Child.greet

    def greeting(self: Child) -> None:
        started.set()
        greet(self)

    monkeypatch.setattr(Child, "greet", greeting)
    with Reader() as reader:
        stopper = threading.Thread(target=lambda: (started.wait(20), reader.stop()))
        stopper.start()
        with pytest.raises(ImportRefused, match="cancelled"):
            reader.read("a.txt", NEWS)
        stopper.join()


BEHIND_THE_WALL = """
import sys
sys.path.append({root!r})
from workbench.importers import child
child.prepare({modules}, 1 << 30)
try:
    from tests.importers import late_library
    print("there")
except PermissionError as error:
    print(error)
for path in ("/etc/passwd", "/etc/hostname"):
    try:
        open(path).close()
        print("open")
    except PermissionError:
        print("shut")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the library it loads is one of Linux")
@pytest.mark.parametrize(("modules", "said"), [(["tests.importers.late_library"], "there"), ([], "a document's reader may not")])
def test_a_library_that_loads_late_is_imported_before_the_wall_goes_up_on_linux(modules: list[str], said: str) -> None:
    code = BEHIND_THE_WALL.format(root=starting._ROOT, modules=modules)
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=60, check=True)
    first, *doors = done.stdout.splitlines()
    assert first.startswith(said)
    assert doors == ["shut", "shut"], "the wall stands all the same"


def test_a_format_that_needs_modules_gets_a_child_that_has_them_and_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with Reader() as reader:
        reader.read("a.txt", NEWS)
        plain = reader._child
        assert plain is not None
        monkeypatch.setattr("workbench.importers.html.HtmlImporter.modules", ("tests.importers.late_library", "html.parser"))
        assert reader.read("a.html", PAGE).text
        able = reader._child
        assert able is not None
        assert able is not plain
        assert able.modules == {"tests.importers.late_library", "html.parser"}
        assert reader.read("b.txt", NEWS).text
        monkeypatch.setattr("workbench.importers.markdown.MarkdownImporter.modules", ("html.parser",))
        assert reader.read("b.md", NEWS).text
        assert reader._child is able
        monkeypatch.setattr("workbench.importers.markdown.MarkdownImporter.modules", ("no.such.module",))
        with pytest.raises(ImportRefused, match=r"could not start its reader \(ModuleNotFoundError"):
            reader.read("c.md", NEWS)
        assert reader.read("d.txt", NEWS).text


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A program in one file, as freezers make them: its modules lie packed in the file that is started, and are read from there
    when they are first needed, behind the wall too."""
    if sys.platform == "win32":
        pytest.skip("the launcher is a script with a first line for POSIX systems")
    program = tmp_path / "bin" / "workbench"
    program.parent.mkdir()
    launch = (
        "import os, sys\nsys.frozen = True\nsys.executable = os.path.realpath(sys.argv[0])\n"
        "sys.path.append(os.environ['ROOT'])\n"  # db and resources, which a freezer unpacks
        "from workbench.__main__ import main\nassert 'bin/workbench' in sys.modules['workbench'].__file__\n"
        "sys.path.pop(0)\nsys.exit(main())\n"  # what is packed is found by its package, as in a frozen program
    )
    root = Path(starting._ROOT)
    with program.open("wb") as file:
        file.write(b"#!" + os.fsencode(sys.executable) + b"\n")
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr("__main__.py", launch)
            for path in (*(root / "workbench").rglob("*.py"), *(root / "workbench").rglob("*.typ")):
                archive.write(path, path.relative_to(root))
    program.chmod(0o755)
    return program


def test_a_frozen_program_starts_its_own_file_as_the_reader_on_posix(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROOT", starting._ROOT)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(frozen))
    assert starting.command() == [str(frozen), READER]
    with Reader() as reader:
        assert reader.read("a.txt", NEWS) == PlainImporter().read(NEWS, "a.txt", None)
        assert reader.read("a.html", PAGE).text.count("nobody had expected that") == 5


def test_a_frozen_program_extracts_and_imports_on_posix(frozen: Path, tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.txt").write_bytes(NEWS)
    (tmp_path / "b.html").write_bytes(PAGE)
    for name in ("a.txt", "b.html"):
        done = subprocess.run(
            [str(frozen), "extract", str(tmp_path / name)], capture_output=True, text=True, timeout=120, check=False,
            env={**os.environ, "ROOT": starting._ROOT},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert "The council voted on Tuesday" in done.stdout


def test_the_readers_argument_means_nothing_to_a_program_that_is_not_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["workbench", READER])
    assert __main__.main() == 2


def test_no_console_is_shown_where_there_are_consoles(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refused(*_: object, **named: object) -> None:
        asked.append(named["creationflags"])
        raise OSError(errno.ENOMEM, "no memory")

    monkeypatch.setattr(subprocess, "Popen", refused)
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    with Reader() as reader, pytest.raises(ImportRefused):
        reader.read("a.txt", NEWS)
    assert asked == [0x08000000]
