"""Writes what a run came to: the page, the misses and the pictures."""
import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assistant.evaluation.asking import Exchange, Transcript
from assistant.evaluation.confusion import confusion, draw
from assistant.evaluation.score import score
from assistant.evaluation.score_tables import (
    facet_table,
    main_table,
    move_table,
    outcome_table,
    topic_table,
)

REPORTS = Path("reports")
_PRINTED_TABLES = (main_table, outcome_table, move_table, facet_table)
MISS_COLUMNS = ("id", "text", "wanted", "got", "confidence")


@dataclass
class Report:
    """A run over one or more systems, the first of which is the assistant.

    Args:
        transcripts: one for each system.
        files: the question files.
        notes: what a reader must know to compare the systems fairly.
    """

    transcripts: Sequence[Transcript]
    files: Sequence[Path]
    notes: Sequence[str] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        self.scores = {item.system: score(item) for item in self.transcripts}

    def as_text(self) -> str:
        """What is printed: everything but the long table by topic."""
        tables = [table(self.scores) for table in _PRINTED_TABLES]
        return "\n\n".join([*(table.as_text() for table in tables if table.rows), *self.notes])

    def write(self, folder: Path, finished: datetime) -> list[Path]:
        """Writes report.md, and misses and a confusion picture for each system.

        Args:
            folder: is made where missing; files of the same names are replaced.
            finished: when the run ended, for the page.

        Returns: the files written, the page first.
        """
        folder.mkdir(parents=True, exist_ok=True)
        page, written = folder / "report.md", []
        sections = [self._heading(finished)]
        tables = [table(self.scores) for table in (*_PRINTED_TABLES, topic_table)]
        sections += [table.as_markdown() for table in tables if table.rows]
        for number, transcript in enumerate(self.transcripts):
            suffix = "" if number == 0 else f"_{_as_file_name(transcript.system)}"
            section, files = _write_errors(transcript, folder, suffix)
            sections.append(section)
            written += files
        page.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
        return [page, *written]

    def _heading(self, finished: datetime) -> str:
        first = self.transcripts[0]
        lines = [
            "# Evaluation", "",
            f"{finished:%Y-%m-%d %H:%M}: {len(first.singles)} questions on their own and "
            f"{len(first.turns)} turns in {len(first.conversations)} conversations, "
            f"from {', '.join(str(path) for path in self.files)}.",
        ]
        for note in self.notes:
            lines += ["", note]
        return "\n".join(lines)


def write_misses(exchanges: Sequence[Exchange], path: Path) -> int:
    """Writes every message that did not get a right answer; returns how many."""
    misses = [item for item in exchanges if not item.is_right]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(MISS_COLUMNS)
        for item in misses:
            answer = item.reply.answer
            confidence = "" if answer is None or answer.confidence is None else f"{answer.confidence:.3f}"
            writer.writerow([item.id, item.text, item.wanted, _got(item), confidence])
    return len(misses)


def _write_errors(transcript: Transcript, folder: Path, suffix: str) -> tuple[str, list[Path]]:
    """Writes one system's misses and picture; returns their section of the page and the files."""
    system = transcript.system
    misses = folder / f"misses{suffix}.csv"
    count = write_misses(transcript.exchanges, misses)
    section = f"## {system}: what went wrong\n\n[{count} misses]({misses.name})"
    table = confusion(transcript.singles)
    if not table.rows:
        return section, [misses]
    picture = folder / f"confusion{suffix}.png"
    draw(table, f"{system}: topics taken for one another (per cent of each row)", picture)
    return f"{section}\n\n![Topics that {system} took for one another]({picture.name})", [misses, picture]


def _got(item: Exchange) -> str:
    if not item.reply.answers:
        detail = f" ({item.reply.detail})" if item.reply.detail else ""
        return f"{item.reply.outcome.value}{detail}"
    return " + ".join(str(answer) for answer in item.reply.answers)


def _as_file_name(system: str) -> str:
    return system.lower().replace(" ", "_")
