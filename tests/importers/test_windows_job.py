"""The job object of Windows, asked for in the order and with the figures of its documentation. It has not run on Windows."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.importers import windows_job


class Kernel:
    """kernel32 as the documentation has it: what it was asked, in order."""

    def __init__(self, fails: str = "") -> None:
        self.asked: list[tuple[Any, ...]] = []
        for name, answer in (
            ("CreateJobObjectW", 0x1_0000_0010),
            ("SetInformationJobObject", 1),
            ("GetCurrentProcess", 2**64 - 1),
            ("AssignProcessToJobObject", 1),
        ):
            setattr(self, name, self._call(name, 0 if name == fails else answer))

    def _call(self, name: str, answer: int) -> Any:
        def call(*arguments: Any) -> int:
            if name == "SetInformationJobObject":
                limits = ctypes.cast(arguments[2], ctypes.POINTER(windows_job.ExtendedLimits)).contents
                told = (limits.basic.flags, limits.basic.active_processes, limits.process_memory)
                arguments = (arguments[0], arguments[1], told, arguments[3])
            self.asked.append((name, *arguments))
            return answer

        return SimpleCall(call)


class SimpleCall(SimpleNamespace):
    """A function that bears the types of its arguments."""

    def __init__(self, call: Any) -> None:
        super().__init__(argtypes=None, restype=ctypes.c_int)
        self._call_it = call

    def __call__(self, *arguments: Any) -> int:
        return int(self._call_it(*arguments))


def test_the_job_of_windows_is_made_filled_and_entered_in_that_order() -> None:
    kernel = Kernel()
    assert windows_job.limited(kernel, 1 << 30)
    job = 0x1_0000_0010
    assert kernel.asked == [
        ("CreateJobObjectW", None, None),
        ("SetInformationJobObject", job, 9, (0x0100 | 0x0008 | 0x0400, 1, 1 << 30), ctypes.sizeof(windows_job.ExtendedLimits)),
        ("GetCurrentProcess",),
        ("AssignProcessToJobObject", job, 2**64 - 1),
    ]
    assert vars(kernel)["CreateJobObjectW"].restype is ctypes.c_void_p, "a handle of 64 bits is not cut"


@pytest.mark.parametrize("fails", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"])
def test_a_job_that_cannot_be_had_is_said(fails: str) -> None:
    assert not windows_job.limited(Kernel(fails), 1 << 30)


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes are those of 64 bits")
def test_the_structures_have_the_sizes_of_the_header_files_on_64_bits() -> None:
    assert ctypes.sizeof(windows_job.BasicLimits) == 64
    assert ctypes.sizeof(windows_job.ExtendedLimits) == 144
    assert windows_job.ExtendedLimits.process_memory.offset == 112
