"""Starts and stops the assistant's two servers on this machine.

Used by `make run`, `make evaluate` and the tests. Both servers listen on
127.0.0.1 alone. Secrets come from the environment, which is passed on.
"""
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator, List, Optional

import httpx

HOST = "127.0.0.1"
RUN = Path("build/run")
START_LIMIT = 180.0  # seconds: a first start on a slow disk reads TensorFlow from it
STOP_LIMIT = 15.0  # seconds
POLL = 0.25  # seconds


class ServerFailed(Exception):
    """A server did not start; says why and what to do."""


def free_port() -> int:
    """A loopback port that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def port_in_use(port: int, host: str = HOST) -> bool:
    """True if something listens on the port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


class Server:
    """One server process with its log.

    Args:
        name: for messages, and for the log's file name.
        command: what to run.
        health: an address that answers with 200 once the server is ready.
        log: where its output goes.
        project: the folder to run it in.
    """

    def __init__(self, name: str, command: List[str], health: str, log: Path, project: Path = Path(".")):
        self.name, self.log, self._health = name, log, health
        log.parent.mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ, "RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
            "TF_CPP_MIN_LOG_LEVEL": "2", "PYTHONUNBUFFERED": "1", "SANIC_HOST": HOST, "PYTHONPATH": str(project.resolve())}
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command, cwd=project, env=environment, stdout=output, stderr=subprocess.STDOUT,
                start_new_session=True)

    def wait(self, waiting: Callable[[float], None] = lambda seconds: None) -> None:
        """Returns when the server answers; `waiting` is told the seconds gone by.

        Raises:
            ServerFailed: it stopped, or took longer than START_LIMIT.
        """
        started = time.monotonic()
        while time.monotonic() - started < START_LIMIT:
            if self.process.poll() is not None:
                raise ServerFailed(f"The {self.name} stopped while starting. Its log, {self.log}, ends:\n{self._end_of_log()}")
            try:
                if httpx.get(self._health, timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                pass  # not listening yet: that is what is being waited for
            waiting(time.monotonic() - started)
            time.sleep(POLL)
        raise ServerFailed(f"The {self.name} did not answer within {START_LIMIT:.0f} s. See {self.log}.")

    def stop(self) -> None:
        """Asks the server to stop, and after STOP_LIMIT makes it."""
        for stop_signal in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is not None:
                return
            os.killpg(self.process.pid, stop_signal)
            try:
                self.process.wait(STOP_LIMIT)
            except subprocess.TimeoutExpired:
                continue

    def _end_of_log(self) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])


def rasa_command() -> List[str]:
    """How to call Rasa with the interpreter that is running."""
    return [sys.executable, "-m", "rasa"]


def action_server(port: int, folder: Path = RUN, project: Path = Path(".")) -> Server:
    """Starts the action server."""
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(port)]
    return Server("action server", command, f"http://{HOST}:{port}/health", folder / "actions.log", project)


def rasa_server(port: int, actions_port: int, model: Optional[Path] = None, folder: Path = RUN,
                project: Path = Path("."), host: str = HOST) -> Server:
    """Starts Rasa with the newest model, or with `model`."""
    command = [
        *rasa_command(), "run", "--interface", host, "--port", str(port),
        "--endpoints", str(write_endpoints(actions_port, folder, project)), "--credentials", "credentials.yml",
        "--model", str(model or "models"), "--response-timeout", "60"]
    return Server("assistant", command, f"http://{HOST}:{port}/", folder / "rasa.log", project)


def write_endpoints(actions_port: int, folder: Path, project: Path = Path(".")) -> Path:
    """A copy of the project's endpoints.yml with the action server's port in it."""
    folder.mkdir(parents=True, exist_ok=True)
    written = (project / "endpoints.yml").read_text(encoding="utf-8")
    endpoints = (folder / "endpoints.yml").resolve()
    endpoints.write_text(written.replace("127.0.0.1:5055", f"{HOST}:{actions_port}"), encoding="utf-8")
    return endpoints


@contextmanager
def running_assistant(model: Optional[Path] = None, project: Path = Path("."),
                      actions: bool = True) -> Iterator[str]:
    """Both servers on free loopback ports; yields Rasa's address; stops them at the end."""
    port, actions_port = free_port(), free_port()
    folder = (RUN / str(port)).resolve()
    servers: List[Server] = []
    try:
        if actions:
            servers.append(action_server(actions_port, folder, project))
        servers.append(rasa_server(port, actions_port, model, folder, project))
        for server in servers:
            server.wait()  # where this fails, the folder stays: the message names the log in it
        yield f"http://{HOST}:{port}"
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        for server in reversed(servers):
            server.stop()
