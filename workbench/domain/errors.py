"""Everything that can go wrong and is not a bug.

WorkbenchError
├── CaseFileError
│   ├── NameTooLong, NotACase, NewerCase, DamagedCase, ForeignSchema, CaseLocked, CaseBusy, CaseReadOnly, OlderCase, CaseMissing,
│   │   CaseExists, CaseGone, DiskFull, DiskFailed
│   └── BackupFailed, RestoreFailed, NotASecondCopy
├── OutsideOperation
├── NothingToUndo, UndoConflict
├── ImportRefused
│   └── ColumnsUnsure
├── QueryError
├── NotSearched
├── RuleBroken
├── NotFound
└── MemoFailed

Each class words its own message, fit for a person: what, which file, why, and what to do.
"""

from __future__ import annotations

from pathlib import Path

from workbench.domain.list_columns import UnsureColumns


class WorkbenchError(Exception):
    """A failure that a person can understand and act on. `exit_code` is what the command line returns."""

    exit_code = 1
    advises_backup = False
    """Whether a backup is what helps; where the message is told, the backups can be opened."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message


class CaseFileError(WorkbenchError):
    """Something about a case file; `path` is that file."""

    exit_code = 3

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = Path(path)
        self.reason = reason
        super().__init__(f"{self.path.name or str(path) or '“”'}: {reason}")


class CaseMissing(CaseFileError):
    advises_backup = True

    def __init__(self, path: Path | str) -> None:
        super().__init__(path, "there is no such file. It may have been moved: open it where it is now, or open a backup of it.")


class CaseExists(CaseFileError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(path, "a file of that name is there already. Choose another name.")


class NameTooLong(CaseFileError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(path, "the name is too long: while a case is open, files of longer names stand beside it. Choose a shorter one.")


class NotACase(CaseFileError):
    def __init__(self, path: Path | str, reason: str = "this is not a Workbench case") -> None:
        super().__init__(path, f"{reason}. Nothing was changed.")


class NewerCase(CaseFileError):
    def __init__(self, path: Path | str, found: int, known: int) -> None:
        super().__init__(
            path,
            f"it was written by a newer Workbench (file version {found}, this program reads up to {known}). "
            "Update the program to open it. Nothing was changed.",
        )


class DamagedCase(CaseFileError):
    advises_backup = True

    def __init__(self, path: Path | str, detail: str) -> None:
        super().__init__(path, f"the file is damaged ({detail}). Open a backup instead; nothing was changed.")


class ForeignSchema(CaseFileError):
    def __init__(self, path: Path | str, what: str) -> None:
        super().__init__(path, f"its tables are not those of a Workbench case: {what}. It was not opened and not changed.")


class CaseLocked(CaseFileError):
    exit_code = 4

    def __init__(self, path: Path | str, holder: str = "", *, left: str = "") -> None:
        """`holder` says who has it open, in words; `left` names a lock's file that is somebody else's and may be a leftover."""
        self.holder = holder
        said = f"it is open in another window{' (' + holder + ')' if holder else ''}. Close it there, or open it here to read only."
        super().__init__(path, said + (f" If nobody has it open, remove the file {left} beside it." if left else ""))


class CaseBusy(CaseFileError):
    exit_code = 4

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            "another program is holding the file, perhaps one that copies or synchronises it. Nothing was changed; try again in a moment.",
        )


class CaseGone(CaseFileError):
    """An open case whose file cannot be reached any more, not even through what is open of it."""

    def __init__(self, path: Path | str, detail: str = "") -> None:
        super().__init__(
            path,
            f"the file cannot be reached any more{f' ({detail})' if detail else ''}. What was saved stands on the disk or drive it "
            "lies on: bring that back, and work goes on by itself.",
        )


class DiskFailed(CaseFileError):
    def __init__(self, path: Path | str, detail: str) -> None:
        super().__init__(
            path, f"the disk could not be read or written ({detail}). The last change was not made; everything before it is saved."
        )


class CaseReadOnly(CaseFileError):
    exit_code = 4

    def __init__(self, path: Path | str) -> None:
        super().__init__(path, "it is open to read only, so nothing can be changed here.")


class OlderCase(CaseReadOnly):
    """A case of an earlier version that is opened to read only, where it cannot be brought up to date."""

    def __init__(self, path: Path | str) -> None:
        CaseFileError.__init__(self, path, "it was made by an earlier version and can only be read here. Copy it elsewhere first.")


class DiskFull(CaseFileError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(path, "the disk is full. The last change was not made; everything before it is saved.")


class BackupFailed(CaseFileError):
    exit_code = 1

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(path, f"no backup could be made: {reason}")


class RestoreFailed(CaseFileError):
    """A backup that cannot be given back, or not there."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(path, f"{reason}. Nothing was written, and nothing was changed.")


class NotASecondCopy(CaseFileError):
    """A file that was to be the answer of a second pair of eyes and is not."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(path, f"{reason}. Nothing was taken from it, and nothing was changed.")


class OutsideOperation(WorkbenchError):
    def __init__(self, detail: str) -> None:
        super().__init__(f"Data was changed outside an operation ({detail}).")


class NothingToUndo(WorkbenchError):
    def __init__(self, what: str = "undo") -> None:
        super().__init__(f"There is nothing to {what}.")


class UndoConflict(WorkbenchError):
    def __init__(self, name: str, table: str) -> None:
        super().__init__(f"“{name}” cannot be undone: a row of {table} is no longer as that step left it.")


class ImportRefused(WorkbenchError):
    """One input could not be read; the rest of its batch goes on."""

    exit_code = 5

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


class ColumnsUnsure(ImportRefused):
    """A list of articles of which a person has to say which column is what; `table` shows how it begins."""

    def __init__(self, name: str, reason: str, table: UnsureColumns) -> None:
        super().__init__(name, reason)
        self.table = table


class QueryError(WorkbenchError):
    """A query that cannot be answered; `position` is a code point into it."""

    exit_code = 6

    def __init__(self, message: str, position: int = 0) -> None:
        self.position = position
        super().__init__(message)


class NotSearched(WorkbenchError):
    """A search that was not made: what it would have found is not known."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The case could not be searched: {reason}. Try again.")


class RuleBroken(WorkbenchError):
    """A rule of the desk forbids the step; `rule` is its name in domain.rules."""

    exit_code = 7

    def __init__(self, rule: str, message: str) -> None:
        self.rule = rule
        super().__init__(message)


class NotFound(WorkbenchError):
    def __init__(self, what: str) -> None:
        super().__init__(f"There is no {what} in this case.")


class MemoFailed(WorkbenchError):
    def __init__(self, reason: str) -> None:
        super().__init__(f"The memo could not be made: {reason}")
