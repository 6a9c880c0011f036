"""Every code block of the README is true."""

from __future__ import annotations

import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import read_config
from tests.packaging.environments import run
from tests.support.expected import TESTS
from tests.support.server import Recorded, RecordingServer, Reply, make_reply

README = (TESTS.parent / "README.md").read_text(encoding="utf-8")
RUN = {
    "id": "1",
    "insightId": "2",
    "orgId": "3",
    "createdAt": "2025-01-01T00:00:00Z",
    "updatedAt": "2025-01-01T00:00:00Z",
    "rows": [1, 2],
}
JOB = {"id": "5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11", "name": "job", "status": "queued"}
INSIGHT = {"id": 7, "name": "Signups"}
PAGE = {"count": 1, "next": None, "previous": None, "results": [INSIGHT]}
POSTHOG = "/api/environments/2/insights/"
ANSWERS = {
    "/reporting/insight/insight-id/run": make_reply(200, json=RUN),
    f"/api/v1/sessions/{JOB['id']}/insights": make_reply(200, json=JOB),
    f"{POSTHOG}": make_reply(200, json=PAGE),
    f"POST {POSTHOG}": make_reply(201, json=INSIGHT),
    f"{POSTHOG}7/": make_reply(200, json=INSIGHT),
    f"{POSTHOG}7/?format=csv": make_reply(200, text="a,b\n", content_type="text/csv"),
    f"{POSTHOG}1/": make_reply(404, json={"detail": "Not found."}),
}


def blocks(language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def answer(request: Recorded) -> Reply:
    """Answer as the vendors do."""
    places = (f"{request.method} {request.path}", request.target, request.path)
    return next(ANSWERS[place] for place in places if place in ANSWERS)


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server.respond(answer)


@pytest.mark.parametrize(
    ("number", "printed", "requests"),
    [
        (0, "2025-01-01 00:00:00+00:00 {'rows': [1, 2]}", 1),
        (1, f"{JOB['id']} queued", 1),
        (2, "404 None type=None code=None detail='Not found.' attr=None", 6),
        (3, "Signups", 2),
        (4, "Signups {'id': 7}", 0),
    ],
    ids=["vapi", "langsmith", "posthog", "async", "fake"],
)
def test_calls(number: int, printed: str, requests: int, server: RecordingServer) -> None:
    """The Python blocks run as they stand, and their calls arrive."""
    prefixes = ("VAPI", "LANGSMITH", "POSTHOG")
    variables = {f"{prefix}_BASE_URL": server.url for prefix in prefixes}
    block = blocks("python")[number]

    said = run((sys.executable, "-W", "error", "-c", block), TESTS.parent, **variables)

    assert said.splitlines()[-1] == printed
    assert len(server.requests) == requests


def test_every_python_block_is_run() -> None:
    """No Python block is left out of the test before."""
    assert len(blocks("python")) == 5


def test_configuration(tmp_path: Path) -> None:
    """The configuration is one, and is this project's as far as it goes."""
    (tmp_path / "pyproject.toml").write_text("\n".join(blocks("toml")))
    clients = {client.name: client for client in read_config(tmp_path).clients}
    client = clients["posthog"]
    own = tomllib.loads((TESTS.parent / "pyproject.toml").read_text())["tool"]["clientwright"]

    assert client.spec == tmp_path / "specs" / "posthog" / "openapi.yaml"
    assert client.output == tmp_path / "generated" / "posthog"
    assert len(clients["chat"].operations) == 2
    assert {"title": client.title, "lift": list(client.lift)} == own["clients"]["posthog"]


COMMANDS = sorted(
    set(re.findall(r"clientwright (?:generate|validate|import)(?= [\[A-Z-]|`)", README))
)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The commands of the README exist."""
    _, name = shlex.split(command)

    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])

    assert stop.value.code == 0
    assert f"usage: clientwright {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option", ["--check", "--strict", "--force", "--report", "--spec", "--output"]
)
def test_options(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The options of the README exist."""
    with pytest.raises(SystemExit):
        main(["generate", "--help"])

    assert option in README
    assert option in capsys.readouterr().out


def test_links() -> None:
    """Links lead to files that are there."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert [link for link in links if not (TESTS.parent / link).exists()] == []
