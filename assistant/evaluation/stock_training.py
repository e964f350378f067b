"""Trains the baseline, once for each state of its inputs."""
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from assistant.evaluation.stock import STOCK_PROJECT, write_stock_project
from assistant.store.content import DATA

MODEL_NAME = "stock"
_SECONDS_BETWEEN_NEWS = 60
_LOG_LINES_SHOWN = 15

# Rasa writes into config.yml and keeps a cache and models, so only what was written counts.
_INPUTS = ("config.yml", "domain.yml", "data/nlu.yml", "data/rules.yml")


class StockTrainingFailed(Exception):
    """`rasa train` did not come to a model; carries the end of its log."""


def ensure_stock_model(
    project: Path = STOCK_PROJECT, data: Path = DATA, say: Callable[[str], None] = print
) -> Path:
    """Writes the baseline's project and trains it, unless a model of these very inputs is there.

    Args:
        say: takes each line of news.

    Returns: the absolute path of the model.

    Raises:
        ContentError: a topic file breaks the schema.
        StockTrainingFailed: training failed; the log is in the project's folder.
    """
    write_stock_project(project, data)
    model = (project / "models" / f"{MODEL_NAME}.tar.gz").resolve()
    stamp = model.with_name(f"{MODEL_NAME}.sha256")
    inputs = inputs_digest(project)
    if model.exists() and stamp.exists() and stamp.read_text() == inputs:
        say(f"Stock Rasa: nothing changed, using {model}.")
        return model
    stamp.unlink(missing_ok=True)
    train(project, say)
    stamp.write_text(inputs)
    return model


def inputs_digest(project: Path) -> str:
    """Changes whenever anything that training depends on does."""
    digest = hashlib.sha256(version("rasa").encode())
    for name in _INPUTS:
        digest.update(name.encode() + b"\0" + (project / name).read_bytes() + b"\0")
    return digest.hexdigest()


def train(project: Path, say: Callable[[str], None]) -> None:
    """Runs `rasa train` in the project's folder, its output into train.log.

    Raises:
        StockTrainingFailed: it ended with anything but 0, or without a model.
    """
    log = project / "train.log"
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
    say(f"Stock Rasa: training. DIET takes 100 epochs: up to an hour or more on two cores. Log: {log}.")
    started = time.monotonic()
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            train_command(), cwd=project, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            status = _wait(process, started, say)
        finally:
            if process.poll() is None:  # Ctrl-C here must not leave an hour's work running
                process.terminate()
                process.wait()
    if status != 0 or not (project / "models" / f"{MODEL_NAME}.tar.gz").exists():
        end = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES_SHOWN:])
        raise StockTrainingFailed(f"rasa train ended with status {status}; {log} ends:\n{end}")
    say(f"Stock Rasa: trained in {_minutes(started)}.")


def train_command() -> list[str]:
    return [sys.executable, "-m", "rasa", "train", "--fixed-model-name", MODEL_NAME]


def _wait(process: subprocess.Popen, started: float, say: Callable[[str], None]) -> int:
    while True:
        try:
            return process.wait(timeout=_SECONDS_BETWEEN_NEWS)
        except subprocess.TimeoutExpired:
            say(f"Stock Rasa: training, {_minutes(started)} so far.")


def _minutes(started: float) -> str:
    seconds = int(time.monotonic() - started)
    return f"{seconds // 60} min {seconds % 60} s"
