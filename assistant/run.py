"""`make run` and `make shell`: starts the servers and says where they are.

    python -m assistant.run            both servers, until Ctrl-C
    python -m assistant.run --shell    the action server, and a conversation in Rasa's shell
"""
import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import List

from assistant.servers import (
    HOST,
    RUN,
    Server,
    ServerFailed,
    action_server,
    free_port,
    port_in_use,
    rasa_command,
    rasa_server,
    write_endpoints,
)
from assistant.store.database import DATABASE
from assistant.store.reader import URL_SETTING
from assistant.understanding.encoder_model import EncoderMissing, encoder_files

MODELS = Path("models")
ENCODER = Path("build/encoder")
TELL_EVERY = 10  # seconds between words on a start that takes long


def main() -> int:
    """Returns 0 when stopped by hand, 1 when it could not start."""
    options = _options()
    for closed in (signal.SIGHUP, signal.SIGTERM):  # a closed terminal stops the servers, as Ctrl-C does
        signal.signal(closed, _interrupt)
    try:
        _check(options.port, options.actions_port, options.shell)
        return _shell() if options.shell else _run(options)
    except ServerFailed as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m assistant.run")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", 5005)))
    parser.add_argument("--actions-port", type=int, default=int(os.environ.get("ACTIONS_PORT", 5055)))
    parser.add_argument("--host", default=os.environ.get("HOST", HOST))
    parser.add_argument("--shell", action="store_true")
    return parser.parse_args()


def _check(port: int, actions_port: int, shell: bool) -> None:
    """Says what is missing before anything slow starts."""
    if not list(MODELS.glob("*.tar.gz")):
        raise ServerFailed(f"There is no trained model in {MODELS}/. Run `make train`.")
    if not os.environ.get(URL_SETTING) and not DATABASE.exists():
        raise ServerFailed(f"There is no policy store at {DATABASE}. Run `make store`.")
    try:
        encoder_files(ENCODER)
    except EncoderMissing as error:
        raise ServerFailed(str(error)) from error
    for number, setting in () if shell else ((port, "PORT"), (actions_port, "ACTIONS_PORT")):
        if port_in_use(number):
            raise ServerFailed(
                f"Port {number} is in use on {HOST}. Stop what is using it (`ss -ltnp 'sport = :{number}'` "
                f"names it), or choose another: make run {setting}={number + 1}")


def _run(options: argparse.Namespace) -> int:
    servers: List[Server] = []
    try:
        print("Starting the action server and the assistant (about half a minute) …", flush=True)
        servers.append(action_server(options.actions_port))
        servers.append(rasa_server(options.port, options.actions_port, host=options.host))
        for server in servers:
            server.wait(_Waiting(server.name))
        print(f"\nThe assistant is running: http://{options.host}:{options.port}/\nCtrl-C stops it.", flush=True)
        return _watch(servers)
    finally:
        for server in reversed(servers):
            server.stop()


def _watch(servers: List[Server]) -> int:
    while True:
        for server in servers:
            if server.process.poll() is not None:
                raise ServerFailed(f"The {server.name} has stopped. Its log is {server.log}. Start again with `make run`.")
        time.sleep(1)


def _shell() -> int:
    actions_port = free_port()
    server = action_server(actions_port, RUN / "shell")
    try:
        server.wait()
        print("Starting the shell (about half a minute) …", flush=True)
        environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "LOG_LEVEL": "ERROR",
                       "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
        return subprocess.call(
            [*rasa_command(), "shell", "--quiet", "--port", str(free_port()),
             "--endpoints", str(write_endpoints(actions_port, RUN / "shell"))], env=environment)
    finally:
        server.stop()


class _Waiting:
    """Says now and then that a start is still under way."""

    def __init__(self, name: str):
        self._name, self._told = name, 0

    def __call__(self, seconds: float) -> None:
        if seconds >= self._told + TELL_EVERY:
            self._told = int(seconds)
            print(f"  still starting the {self._name} ({self._told} s)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
