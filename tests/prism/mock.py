"""Prism: its installation, once for all test processes, and its servers."""

from __future__ import annotations

import fcntl
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.load import load, read
from generator.overlay import apply_overlay

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".cache" / "prism"
PACKAGE = "@stoplight/prism-cli@5.14.2"
_LISTENING = re.compile(r"Prism is listening on (http://\S+)")
_PATIENCE = 60


def install() -> Path:
    """Install Prism where it is not yet, and return its command; a failure fails the test."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    stamp = FOLDER / "installed"
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text("utf-8") != PACKAGE:
            _npm_install()
            stamp.write_text(PACKAGE, "utf-8")
    return FOLDER / "node_modules" / ".bin" / "prism"


def _npm_install() -> None:
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER), PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"npm could not install Prism:\n{done.stdout}{done.stderr}", pytrace=False)


def write_document(package: str, folder: Path) -> Path:
    """Write the document of a client as the real server behaves, its overlay applied, as JSON.

    The vendors' own files say what their servers do not do: LangSmith's would let a tenant alone
    pass for a credential, and Vapi's wants objects where the server wants `-7d`. The overlays say
    what is so, each with its reason. Whatever else is odd in a document stays: names of security
    schemes with spaces, `Authorization` as a required header parameter beside none in `security`.
    Objects are closed to fields that they do not name, so that a misspelt one is noticed.
    """
    specs = ROOT / "specs" / package
    document = load(specs / "openapi.yaml")
    overlay = specs / "overlay.yaml"
    corrected = apply_overlay(document, read(overlay)) if overlay.exists() else document
    written = folder / f"{package}.json"
    written.write_text(json.dumps(_closed(corrected.root)), "utf-8")
    return written


def _closed(node: Any) -> Any:
    match node:
        case {"type": "object", "properties": dict()}:
            return {"additionalProperties": False, **{k: _closed(v) for k, v in node.items()}}
        case dict():
            return {key: _closed(value) for key, value in node.items()}
        case list():
            return [_closed(item) for item in node]
        case _:
            return node


@contextmanager
def mock(command: Path, document: Path) -> Iterator[str]:
    """Run Prism, which refuses every request that breaks the document, and yield its URL."""
    log = document.with_suffix(".log")
    options = ["--errors", "--host", "127.0.0.1", "--port", "0"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(command), "mock", *options, str(document)], stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield _wait_for_url(process, log)
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _wait_for_url(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        found = _LISTENING.search(log.read_text("utf-8"))
        if found:
            return found[1]
        time.sleep(0.05)
    pytest.fail(f"Prism does not listen:\n{log.read_text('utf-8')}", pytrace=False)
