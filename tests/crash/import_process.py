"""Import batches of files one after the other until somebody kills it, with the file looked after as a window does.

    python -m tests.crash.import_process CASE FOLDER

Each line it prints is a journal step that came back as saved. Now and then a batch is undone, or cancelled half way.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from workbench.case import Case

WORDS = ("barge", "bridge", "pier", "nurse", "river", "police", "Tolm", "Vasa", "engineer", "closed", "Friday", "owner")
BATCH = 3


def written(folder: Path, number: int, chance: random.Random) -> list[Path]:
    """A batch of files that no earlier one equals."""
    files = []
    for n in range(BATCH):
        file = folder / f"batch {number} {n}.txt"
        paragraphs = (" ".join(chance.choices(WORDS, k=chance.randint(20, 400))) + "." for _ in range(chance.randint(1, 40)))
        file.write_text(f"Report {chance.random()}\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
        files.append(file)
    return files


def main(path: Path, folder: Path) -> None:
    chance = random.Random()
    case = Case.open(path, lambda: "Rhea", window=True)
    case.file.tend(lambda _: None)
    number = 0
    while True:
        number += 1
        files = written(folder, number, chance)
        cancelled = iter([False, chance.random() < 0.2])
        case.imports.files(files, cancelled=lambda c=cancelled: next(c, False))
        if chance.random() < 0.2 and case.undo_names()[0]:
            case.undo()
        with case.file.read() as reader:
            os.write(1, f"{reader.head()[0]}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
