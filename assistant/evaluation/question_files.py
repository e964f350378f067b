"""Reads question files, one JSON object a line.

Nothing is skipped: one run names every bad line of every file, and a file
with a bad line is not scored at all, since a score over the rest would be
compared with scores over the whole.
"""
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from assistant.evaluation.questions import Question, kind_of


@dataclass(frozen=True)
class BadLine:
    """One thing wrong in a question file; `line` counts from 1, 0 is the file as a whole."""

    path: Path
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}"


class BadQuestions(Exception):
    """The question files cannot be used; carries every bad line."""

    def __init__(self, lines: list[BadLine]):
        self.lines = lines
        super().__init__("\n".join(str(line) for line in lines))


def read_questions(paths: Iterable[Path]) -> list[Question]:
    """The questions of all files, in order.

    Raises:
        BadQuestions: a file is missing or empty, a line is not JSON or not one
            of the three kinds, or two lines have the same id.
    """
    questions: list[Question] = []
    faults: list[BadLine] = []
    places: dict[str, str] = {}
    for path in paths:
        try:
            lines = path.read_bytes().splitlines()
        except OSError as error:
            faults.append(BadLine(path, 0, f"cannot be read: {error.strerror}"))
            continue
        if not lines:
            faults.append(BadLine(path, 0, "holds no questions"))
        for number, line in enumerate(lines, start=1):
            read, problems = _read_line(line)
            faults.extend(BadLine(path, number, problem) for problem in problems)
            for question in read:
                if question.id in places:
                    problem = f"the id {question.id} is also at {places[question.id]}"
                    faults.append(BadLine(path, number, problem))
                places.setdefault(question.id, f"{path}:{number}")
                questions.append(question)
    if faults:
        raise BadQuestions(faults)
    return questions


def _read_line(line: bytes) -> tuple[list[Question], list[str]]:
    if not line.strip():
        return [], ["the line is empty"]
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return [], ["a character is not UTF-8"]
    except json.JSONDecodeError as error:
        return [], [f"this is not JSON: {error.msg} at column {error.colno}"]
    if not isinstance(row, dict):
        return [], ["this is not a JSON object"]
    try:
        return [kind_of(row).parse_obj(row)], []
    except ValidationError as error:
        return [], [_problem(fault) for fault in error.errors()]


def _problem(fault: dict) -> str:
    where = ".".join(str(part) for part in fault["loc"] if part != "__root__")
    return f"{where}: {fault['msg']}" if where else fault["msg"]
