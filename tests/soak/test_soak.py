"""Five thousand calls, streams, downloads and lists of a server on which nothing can be relied."""

from __future__ import annotations

import asyncio
import gc
import resource
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.soak.calls import call, now
from tests.soak.plan import CALLS, FINE, fate
from tests.support.expected import TESTS
from tests.support.generation import client_of

THREADS, TASKS, CONNECTIONS = 32, 200, 50
WARM = 1000
LARGEST_GROWTH = 4 * 1024 * 1024
"""Bytes that the calls after the first thousand may add: a leak of 3 KB a call is more."""
FATES = [fate(number) for number in range(CALLS)]
EXPECTED = [one.expected for one in FATES]
RARE = {
    "create": {"APITimeoutError"},
    "list": {"APITimeoutError"},
    "save": {"APIResponseValidationError"},
}
"""Errors that a kind of call does not meet: it takes long, or any bytes are a file."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("soak")
    with client_of(TESTS / "soak" / "ledger" / "document.yaml", base, "soaked") as package:
        yield package


@pytest.fixture
def url() -> Iterator[str]:
    """A server in a process of its own."""
    command = [sys.executable, "-m", "tests.soak.chaos"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=TESTS.parent
    ) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.kill()


def options(package: ModuleType, url: str, *, connections: int) -> dict[str, Any]:
    """Return the arguments of a client that loses little time with waiting."""
    policy = package.RetryPolicy(first_delay=0.01, longest_delay=0.02)
    timeout = httpx2.Timeout(2, connect=5, pool=30)
    limits = httpx2.Limits(max_connections=connections)
    return {"k": "k", "base_url": url, "max_retries": policy, "timeout": timeout} | {
        "limits": limits
    }


def open_files() -> int:
    """Count the open files of this process, where the system lists them."""
    return len(list(Path("/proc/self").glob("fd/*")))


def kept_bytes() -> int:
    """Measure the memory that this process has, where the system tells."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


def connections_after(url: str) -> int:
    """Ask the server how many connections are open, when it has seen that others are closed."""
    deadline = time.monotonic() + 10
    while (found := httpx2.get(f"{url}/open").json()) > 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    return int(found)


def differences(came: list[str], numbers: range) -> Counter[tuple[str, str]]:
    """Count what came of calls that is not what had to come."""
    pairs = zip((EXPECTED[number] for number in numbers), came, strict=True)
    return Counter(pair for pair in pairs if pair[0] != pair[1])


def test_threads(package: ModuleType, url: str, tmp_path: Path) -> None:
    """Of 32 threads each call ends in the right value or error; no thread, file or memory stays."""
    numbers = range(0, CALLS, 2)
    files, threads = open_files(), threading.active_count()
    arguments = options(package, url, connections=THREADS)
    with (
        httpx2.Client(limits=arguments.pop("limits")) as http,
        package.LedgerClient(http_client=http, **arguments) as client,
        ThreadPoolExecutor(THREADS) as pool,
    ):

        def one(number: int) -> str:
            return now(call(package, client, number, tmp_path))

        came = list(pool.map(one, numbers[:WARM]))
        before = kept_bytes()
        came += pool.map(one, numbers[WARM:])
        growth = kept_bytes() - before
    assert differences(came, numbers) == Counter()
    assert connections_after(url) == 1
    assert (open_files(), threading.active_count()) == (files, threads)
    assert list(tmp_path.iterdir()) == []
    assert growth < LARGEST_GROWTH


def test_tasks(package: ModuleType, url: str, tmp_path: Path) -> None:
    """Of 200 tasks each call ends in the right value or error; no task, file or memory stays."""
    numbers = range(1, CALLS, 2)
    files = open_files()

    async def run() -> tuple[list[str], int, int]:
        arguments = options(package, url, connections=CONNECTIONS)
        room = asyncio.Semaphore(TASKS)
        async with (
            httpx2.AsyncClient(limits=arguments.pop("limits")) as http,
            package.AsyncLedgerClient(http_client=http, **arguments) as client,
        ):

            async def one(number: int) -> str:
                async with room:
                    return await call(package, client, number, tmp_path)

            came = await asyncio.gather(*map(one, numbers[:WARM]))
            before = kept_bytes()
            came += await asyncio.gather(*map(one, numbers[WARM:]))
            return came, len(asyncio.all_tasks()), kept_bytes() - before

    came, tasks, growth = asyncio.run(run())
    assert differences(came, numbers) == Counter()
    assert connections_after(url) == 1
    assert (open_files(), tasks) == (files, 1)
    assert list(tmp_path.iterdir()) == []
    assert growth < LARGEST_GROWTH


def test_every_fate_is_met() -> None:
    """The plan has each kind of failure of each kind of call, and calls that end well after it."""
    errors = {"APIConnectionError", "APITimeoutError", "RateLimitError", "InternalServerError"}
    every = {FINE, "APIResponseValidationError", "NotFoundError", *errors}
    calls = ("create", "retrieve", "watch", "save", "list")
    met = {one: {each.expected for each in FATES if each.call == one} for one in calls}
    assert met == {one: every - RARE.get(one, set()) for one in calls}
    assert len(set(FATES)) > 100
