"""`make evaluate`: puts files of questions to the assistant and scores the answers.

    python -m assistant.evaluation [FILE ...] [--url URL] [--baseline] [--name NAME]

Exit code 0 when all was scored, 2 when it could not be: bad question files, or
no server to ask.
"""
import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from assistant import servers
from assistant.evaluation.asking import Transcript, ask, count_messages
from assistant.evaluation.client import NoServer, RestClient
from assistant.evaluation.progress import Progress, say
from assistant.evaluation.question_files import BadQuestions, read_questions
from assistant.evaluation.questions import Question
from assistant.evaluation.report import REPORTS, Report
from assistant.store.faults import ContentError

DEFAULT_FILES = ("tests/questions", "dev_*.jsonl")
CANNOT_SCORE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    paths = options.files or sorted(Path(DEFAULT_FILES[0]).glob(DEFAULT_FILES[1]))
    if not paths:
        say(f"There are no question files {'/'.join(DEFAULT_FILES)}.")
        return CANNOT_SCORE
    try:
        questions = read_questions(paths)
        transcripts, notes = _ask_all(questions, options.url, options.baseline)
    except BadQuestions as error:
        say(f"{error}\n{len(error.lines)} bad lines; nothing was scored.")
        return CANNOT_SCORE
    except (NoServer, ContentError) as error:
        say(f"Nothing was scored: {error}")
        return CANNOT_SCORE
    finished = datetime.now()
    report = Report(transcripts, paths, notes)
    print(report.as_text())
    written = report.write(REPORTS / (options.name or f"{finished:%Y%m%d-%H%M%S}"), finished)
    print("\n" + "\n".join(str(path) for path in written))
    return 0


def _ask_all(
    questions: Sequence[Question], url: str | None, baseline: bool
) -> tuple[list[Transcript], list[str]]:
    # The baseline is trained before anything is measured and run after the assistant
    # has stopped: two cores cannot time one of them while the other works.
    stock_model = _stock_model() if baseline else None
    with nullcontext(url) if url else _started() as address:
        transcripts = [_ask(address, "assistant", questions)]
    if stock_model is None:
        return transcripts, []
    from assistant.evaluation.stock import NOTE, STOCK_PROJECT, SYSTEM

    with _started(model=stock_model, project=STOCK_PROJECT, actions=False) as address:
        transcripts.append(_ask(address, SYSTEM, questions))
    return transcripts, [NOTE]


def _ask(url: str, system: str, questions: Sequence[Question]) -> Transcript:
    progress = Progress(system, count_messages(questions))
    with RestClient(url) as client:
        client.require()
        return ask(client, system, questions, progress.step)


@contextmanager
def _started(**options) -> Iterator[str]:
    with ExitStack() as stack:
        try:
            url = stack.enter_context(servers.running_assistant(**options))
        except (servers.ServerFailed, OSError) as error:
            raise NoServer(f"the assistant did not start: {error}") from error
        yield url


def _stock_model() -> Path:
    from assistant.evaluation.stock_training import (
        StockTrainingFailed,
        ensure_stock_model,
    )

    try:
        return ensure_stock_model(say=say)
    except StockTrainingFailed as error:
        raise NoServer(str(error)) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assistant.evaluation",
        description="Scores the assistant over REST on files of questions.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE",
                        help="question files, one JSON object a line (default: tests/questions/dev_*.jsonl)")
    parser.add_argument("--url", help="an assistant that is running (default: starts one)")
    parser.add_argument("--baseline", action="store_true",
                        help="puts the same questions to stock Rasa, training it first where needed")
    parser.add_argument("--name", help="folder below reports/ (default: date and time)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
