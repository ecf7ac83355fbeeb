"""Files that are written out of a case: whole or not at all, and never over a case."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.errors import MemoFailed


def write_whole(output: Path, data: bytes, case: Path) -> None:
    """Write a result beside `case`. Raises MemoFailed where it would take the place of a case, or cannot be written."""
    if output.suffix.lower() == ".case" or output.resolve() == case.resolve():
        raise MemoFailed(f"{output} would take the place of a case")
    half = output.with_name(f".{output.name}.part")
    try:
        half.write_bytes(data)
        half.replace(output)
    except OSError as error:
        raise MemoFailed(f"{output} cannot be written ({error.strerror})") from error
    finally:
        half.unlink(missing_ok=True)
