"""Many damaged case files, one after the other, and what is wrong with how the program took each."""

from __future__ import annotations

import random
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile import good_case
from tests.hostile.damage import damage
from tests.hostile.life import Life, live
from tests.hostile.tables import contents

LONGEST = 60
"""Seconds that anybody would wait for all of it; one life takes about a tenth of one."""
SLOW = 8
"""Every how many a life does what is slow too: the past, a second copy, an index."""


@dataclass
class Tally:
    done: int = 0
    refused: int = 0
    found: int = 0
    harmless: int = 0
    drafts: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, str]]:
        names = (
            "raw errors",
            "hangs",
            "called sound though the data differ",
            "memos without DRAFT of an unsound file",
            "other words, no DRAFT",
        )
        return [
            ("damaged files", str(self.done)),
            ("  refused when opened", str(self.refused)),
            ("  opened, and found by check", str(self.found)),
            ("  of no consequence: the same data", str(self.harmless)),
            ("  memos with a DRAFT banner", str(self.drafts)),
            *((name, str(len(self.wrong.get(name, ())))) for name in names),
        ]


class Hang(Exception):
    """It took longer than anybody would wait."""


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Raise Hang in what takes longer, where the system has an alarm clock."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def mutate(folder: Path, seed: int, numbers: Iterable[int], say: Callable[[str], object] = lambda _: None) -> Tally:
    """Damage a good case once for each number and say at once what is wrong; the tally of it all."""
    good = good_case.build(folder / "good.case")
    original, written = contents(good), live(_fresh(good, folder)).memo
    assert written
    tally = Tally()
    for number in numbers:
        path = _fresh(good, folder)
        chance = random.Random(f"{seed} {number}")
        did = damage(chance, path)
        after = contents(path)
        try:
            with at_most(LONGEST):
                life = live(path, slow=number % SLOW == 0)
        except Hang:
            life = Life(raw=[])
            _note(tally, "hangs", number, did, "", say)
        for what, words in _wrong(life, changed=after != original, written=written):
            _note(tally, what, number, did, words, say)
        _count(tally, life, changed=after != original)
    return tally


def _fresh(good: Path, folder: Path) -> Path:
    home = folder / "life"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    return Path(shutil.copy(good, home / "ferry.case"))


def _note(tally: Tally, what: str, number: int, did: str, words: str, say: Callable[[str], object]) -> None:
    line = f"{number}: {what}: {words} [{did}]"
    tally.wrong.setdefault(what, []).append(line)
    say(line)


def _wrong(life: Life, *, changed: bool, written: str) -> Iterator[tuple[str, str]]:
    if life.raw:
        yield "raw errors", "; ".join(life.raw[:3]) + (f"; and {len(life.raw) - 3} more" if len(life.raw) > 3 else "")
    if life.sound and changed:
        yield "called sound though the data differ", ""
    if life.memo is not None and not life.banner:
        if life.faults != []:
            yield "memos without DRAFT of an unsound file", "; ".join(life.faults or life.told)[:200]
        elif life.memo != written:
            yield "other words, no DRAFT", ""


def _count(tally: Tally, life: Life, *, changed: bool) -> None:
    tally.done += 1
    tally.refused += bool(life.refused)
    tally.found += bool(life.faults)
    tally.harmless += not changed
    tally.drafts += life.memo is not None and bool(life.banner)
