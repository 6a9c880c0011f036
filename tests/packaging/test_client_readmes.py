"""Every Python block of the clients' READMEs runs, against the fake of the client."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from tests.support.expected import TESTS
from tests.support.generation import generate

JOB = {"id": "5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11", "name": "job", "status": "queued"}
ANSWERS: dict[str, Callable[[Any, Any], object]] = {
    "posthog": lambda fake, _: fake.insights.list.returns([{"name": "One"}]),
    "vapi": lambda fake, make: fake.insight.run.returns(make("InsightRunResponse")),
    "langsmith": lambda fake, _: fake.tracer_sessions.create_insights_job.returns(JOB),
    "chat": lambda fake, _: (
        fake.news.latest.returns({"delta": "a"}),
        fake.weather.read.streams([{"delta": "sunny"}]),
    ),
}


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A client that streams, beside the committed ones."""
    folder = tmp_path_factory.mktemp("readmes") / "generated" / "chat"
    folder.parent.mkdir()
    sys.path.append(str(folder.parents[1]))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder.parent)
        yield generate(TESTS / "streams" / "chat" / "document.yaml", folder)
    sys.path.remove(str(folder.parents[1]))


def execute(block: str, names: dict[str, Any]) -> None:
    """Run a block that may await."""
    code = compile(block, "README.md", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    result = eval(code, names)  # noqa: S307 - it is our own README
    if inspect.iscoroutine(result):

        async def wait() -> None:
            await result

        anyio.run(wait)


@pytest.mark.parametrize("name", ANSWERS)
def test_every_block_runs(name: str, chat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks run as they stand, one after the other, with the client that the text assumes."""
    folder = chat if name == "chat" else TESTS.parent / "generated" / name
    package: Any = importlib.import_module(f"generated.{name}")
    testing: Any = importlib.import_module(f"generated.{name}.testing")
    readme = (folder / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    names: dict[str, Any] = {}

    with getattr(testing, f"fake_{name}")() as fake:
        ANSWERS[name](fake, lambda model: testing.make(getattr(package, model)))
        for client in (fake.client, fake.async_client):
            http = fake.http_client if client is fake.client else fake.async_http_client
            kind = type(client).__mro__[2]
            monkeypatch.setattr(
                package,
                kind.__name__,
                lambda kind=kind, http=http, **o: kind(**{"http_client": http} | o),
            )
        for block in blocks:
            names["client"] = fake.client
            execute(block, names)

    assert len(blocks) >= 7
    assert len(fake.calls) >= 4
