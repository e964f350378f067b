"""A fault in a content file, said so that an editor can mend it."""
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place.

    Args:
        path: the file, relative to the project's root where it lies below it.
        line: counted from 1.
        problem: what is wrong.
        remedy: what to do about it.
    """

    path: str
    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}\n    → {self.remedy}"


class ContentError(Exception):
    """The content cannot be used as it stands; carries every fault found."""

    def __init__(self, faults):
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def shown_path(path: Path) -> str:
    """The path as an editor would type it from the project's root."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)
