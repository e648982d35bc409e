"""A mutant is tried in a fork of a process that has imported already what takes long."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep

KILLED, SURVIVED, TOO_LONG, ELSEWHERE = "killed", "survived", "timed out", "elsewhere"
BROKEN = "broken"
_CODES = {0: SURVIVED, 1: KILLED, 2: ELSEWHERE, 3: BROKEN}
_CLOCK = 20  # as many times as long by the clock as by the processor, on a busy machine


@dataclass(frozen=True)
class Ended:
    """How the trial of a mutant ended, and in which test."""

    how: str
    test: str = ""


Work = Callable[[Callable[[str], None]], int]
"""What a fork does: it may tell a test's name, and returns its exit code."""


def in_a_fork(work: Work, seconds: float) -> Ended:
    """Do it in a process of its own, within so many seconds of the processor; say how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        _be_quiet()
        code = 3  # unless it comes to its end
        try:
            code = work(lambda test: os.write(writing, test.encode()[:4000]))
        finally:
            os._exit(code)
    os.close(writing)
    how = _awaited(child, monotonic() + seconds * _CLOCK)
    with open(reading, encoding="utf-8") as told:
        return Ended(how, told.read())


def _awaited(child: int, deadline: float) -> str:
    pause = 0.002
    while not (ended := os.waitpid(child, os.WNOHANG))[0] and monotonic() < deadline:
        sleep(pause := min(pause * 1.5, 0.1))
    _end_all(child)
    if not ended[0]:
        os.waitpid(child, 0)
        return TOO_LONG
    return _CODES.get(os.waitstatus_to_exitcode(ended[1]), TOO_LONG)


def _end_all(group: int) -> None:
    """End a fork and what it has started."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def _be_quiet() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
