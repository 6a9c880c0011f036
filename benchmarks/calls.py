"""What a typed call adds to bare httpx2 and pydantic, on loopback: `python -m benchmarks.calls`."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import statistics
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import httpx2
from pydantic import TypeAdapter

from benchmarks.measure import table
from generated.posthog import AsyncPostHogClient, PostHogClient
from generated.posthog.models import Insight

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from multiprocessing.connection import Connection

CALLS, ROUNDS = 300, 9
PATH = "/api/environments/2/insights/7/"
HEADERS = {"Authorization": "Bearer phx_test", "Accept": "application/json"}
PERSON = {"id": 1, "uuid": "5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11", "email": "a@example.com"}
ANSWER = json.dumps(
    {
        "id": 7,
        "short_id": "sB2x",
        "name": "Signups",
        "query": {"kind": "InsightVizNode", "source": {"kind": "TrendsQuery", "series": []}},
        "created_at": "2025-01-01T00:00:00Z",
        "created_by": PERSON,
        "last_modified_by": PERSON,
        "tags": ["growth", "weekly"],
        "dashboards": [1, 2, 3],
        "result": [{"label": str(day), "data": list(range(30))} for day in range(10)],
    }
).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers every request with the same insight, and keeps connections open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send the insight."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def serve(ready: Connection) -> None:
    """Serve from another process, so that its work does not count."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ready.send(server.server_port)
    server.serve_forever()


def per_call(action: Callable[[], object]) -> tuple[float, float]:
    """Return microseconds of a call: on the clock, and of this process's CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    for _ in range(CALLS):
        action()
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    return clock / CALLS * 1e6, cpu / CALLS * 1e6


async def per_awaited_call(action: Callable[[], Awaitable[object]]) -> tuple[float, float]:
    """Return the same of a call that is awaited."""
    clock, cpu = time.perf_counter(), time.process_time()
    for _ in range(CALLS):
        await action()
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    return clock / CALLS * 1e6, cpu / CALLS * 1e6


def sync_rounds(url: str) -> list[tuple[float, ...]]:
    """Measure the bare and the typed call in turn."""
    insights = TypeAdapter(Insight)
    with (
        httpx2.Client(headers=HEADERS, base_url=url) as http,
        PostHogClient(api_key="phx_test", environment_id="2", base_url=url) as client,
    ):

        def bare() -> Insight:
            answer = http.get(PATH, params={"refresh": "blocking"})
            answer.raise_for_status()
            return insights.validate_json(answer.content)

        def typed() -> Insight:
            return client.insights.retrieve(7, refresh="blocking")

        assert bare() == typed()
        return [(*per_call(bare), *per_call(typed)) for _ in range(ROUNDS)]


async def async_rounds(url: str) -> list[tuple[float, ...]]:
    """Measure the same asynchronously."""
    insights = TypeAdapter(Insight)
    async with (
        httpx2.AsyncClient(headers=HEADERS, base_url=url) as http,
        AsyncPostHogClient(api_key="phx_test", environment_id="2", base_url=url) as client,
    ):

        async def bare() -> Insight:
            answer = await http.get(PATH, params={"refresh": "blocking"})
            answer.raise_for_status()
            return insights.validate_json(answer.content)

        async def typed() -> Insight:
            return await client.insights.retrieve(7, refresh="blocking")

        assert await bare() == await typed()
        return [
            (*await per_awaited_call(bare), *await per_awaited_call(typed)) for _ in range(ROUNDS)
        ]


def row(title: str, rounds: list[tuple[float, ...]]) -> list[str]:
    """Return a line of the table: the medians, and how much the typed call adds."""
    bare, bare_cpu, typed, typed_cpu = (statistics.median(one) for one in zip(*rounds, strict=True))
    clock = [f"{bare:.0f}", f"{typed:.0f}", f"{typed / bare:.2f}"]
    return [title, *clock, f"{bare_cpu:.0f}", f"{typed_cpu:.0f}", f"{typed_cpu / bare_cpu:.2f}"]


def main() -> None:
    """Measure both clients against a server in a process of its own."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.Process(target=serve, args=(sender,), daemon=True)
    server.start()
    try:
        url = f"http://127.0.0.1:{receiver.recv()}"
        rows = [row("sync", sync_rounds(url)), row("async", asyncio.run(async_rounds(url)))]
    finally:
        server.terminate()
    heads = ["µs a call", "bare", "typed", "ratio", "bare CPU", "typed CPU", "ratio"]
    table(heads, rows)


if __name__ == "__main__":
    main()
