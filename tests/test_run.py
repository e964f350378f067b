"""What is missing is told before anything slow starts, with the command that mends it."""
import shutil
import socket
import subprocess

import pytest

from assistant import run
from assistant.servers import HOST, ServerFailed, free_port, port_in_use
from tests.conftest import ROOT


def test_a_missing_model_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "MODELS", tmp_path)
    with pytest.raises(ServerFailed, match="Run `make train`"):
        run._check(free_port(), free_port(), shell=False)


def test_a_missing_encoder_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "ENCODER", tmp_path)
    with pytest.raises(ServerFailed, match="Run `make encoder`"):
        run._check(free_port(), free_port(), shell=False)


def test_a_port_in_use_is_told_with_what_to_do():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port_in_use(port)
        with pytest.raises(ServerFailed, match=f"Port {port} is in use.*make run PORT={port + 1}"):
            run._check(port, free_port(), shell=False)


def test_without_python_310_the_ways_to_get_it_are_told(tmp_path):
    for tool in ("tail", "cat", "ls"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    told = subprocess.run(["/bin/sh", str(ROOT / "setup" / "find_python.sh")], env={"PATH": str(tmp_path), "HOME": "/nowhere"},
                          capture_output=True, text=True)
    assert told.returncode == 1
    assert "pyenv install 3.10" in told.stderr and "uv python install 3.10" in told.stderr


def test_a_full_disk_is_told_before_anything_is_installed(tmp_path):
    stub = tmp_path / "df"
    stub.write_text("#!/bin/sh\nprintf 'Filesystem 1M Used Available\\ndisk 9000 8990 10\\n'\n")
    stub.chmod(0o755)
    told = subprocess.run(["/bin/sh", str(ROOT / "setup" / "environment.sh"), "no-python"], cwd=tmp_path,
                          env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, capture_output=True, text=True)
    assert told.returncode == 1
    assert "There are 10 MB free here" in told.stderr and "df -h ." in told.stderr
    assert not (tmp_path / ".venv").exists()
