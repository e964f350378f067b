"""Says how far a long run is, now and then."""
import sys
import time
from collections.abc import Callable

_SECONDS_BETWEEN_LINES = 5.0


def say(line: str) -> None:
    """Prints to stderr, so that stdout holds the tables alone."""
    print(line, file=sys.stderr, flush=True)


class Progress:
    """Counts messages and says so every few seconds, and at the end.

    Args:
        system: the name to show.
        total: messages in all.
        clock: seconds, for tests.
        tell: takes each line.
    """

    def __init__(
        self, system: str, total: int,
        clock: Callable[[], float] = time.monotonic, tell: Callable[[str], None] = say,
    ):
        self._system, self._total, self._clock, self._tell = system, total, clock, tell
        self._done = 0
        self._started = self._said = clock()

    def step(self) -> None:
        self._done += 1
        now = self._clock()
        if self._done == self._total or now - self._said >= _SECONDS_BETWEEN_LINES:
            self._said = now
            self._tell(f"{self._system}: {self._done} of {self._total} messages, {now - self._started:.0f} s")
