"""How many of how many, and how long it took."""
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """`right` of `total`; has no value where there was nothing to count."""

    right: int = 0
    total: int = 0

    @property
    def value(self) -> float | None:
        return self.right / self.total if self.total else None

    def __str__(self) -> str:
        return f"{self.value:.1%} ({self.right}/{self.total})" if self.total else "–"


def share(flags: Iterable[bool]) -> Share:
    """The share of flags that are true."""
    flags = list(flags)
    return Share(sum(flags), len(flags))


@dataclass(frozen=True)
class Latency:
    """Percentiles in milliseconds; None where nothing was measured."""

    p50: float | None = None
    p95: float | None = None
    p99: float | None = None


def latency(seconds: Sequence[float]) -> Latency:
    if not seconds:
        return Latency()
    return Latency(*(1000 * percentile(seconds, percent) for percent in (50, 95, 99)))


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of all values do not exceed (nearest rank).

    Raises:
        ValueError: no values, or a percentage outside 0 to 100.
    """
    if not values or not 0 <= percent <= 100:
        raise ValueError(f"no {percent}th percentile of {len(values)} values")
    rank = max(1, math.ceil(percent * len(values) / 100))
    return sorted(values)[rank - 1]
