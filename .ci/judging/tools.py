"""Where the judges' tools are, and how one is run."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from .report import Failed, Unavailable

REPOSITORY = Path(__file__).resolve().parents[2]


def home():
    """The folder that `.ci/setup judge` fills, outside the repository."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("DOSSIER_JUDGES") or Path(cache) / "dossier-judges")


def venv_program(name):
    return home() / "venv" / "bin" / name


def run(*command, cwd=None):
    """Runs a tool and gives its result, whatever its exit code; a tool that is not there is Unavailable."""
    program = str(command[0])
    if not shutil.which(program):
        raise Unavailable(f"{Path(program).name} is not installed; try .ci/setup judge")
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True)


def must_succeed(result):
    """Fails with what the tool said unless it gave exit code 0."""
    if result.returncode:
        raise Failed(f"exit {result.returncode}: {said(result)}")
    return result


def must_be_silent(result):
    """Fails unless the tool gave exit code 0 and had nothing to complain about."""
    must_succeed(result)
    if result.stderr.strip():
        raise Failed(result.stderr.decode(errors="replace"))
    return result


def said(result):
    return (result.stderr + b" " + result.stdout).decode(errors="replace").strip()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


@contextmanager
def scratch():
    """A private folder that is gone afterwards: archives hold personal data."""
    with tempfile.TemporaryDirectory(prefix="judge-") as folder:
        yield Path(folder)
