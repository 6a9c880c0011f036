"""A server in which each call meets its fate: `python -m tests.soak.chaos` prints its port."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections import Counter
from urllib.parse import parse_qsl

from tests.soak.plan import PASSING, amounts, fate, scan

JSON = "application/json"
FILE = "application/pdf"
STALL_SECONDS = 5
PAGES_END = 4


class Chaos:
    """Counts the attempts of each call and the connections that are open."""

    def __init__(self) -> None:
        self.attempts: Counter[int] = Counter()
        self.open = 0

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of a connection until either side ends it."""
        self.open += 1
        try:
            while await self.answer(reader, writer):
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; tell whether the connection goes on."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        target, _, query = head.split(" ", 2)[1].partition("?")
        lengths = [line for line in head.lower().splitlines() if line.startswith("content-length:")]
        body = await reader.readexactly(int(lengths[0].split(":")[1])) if lengths else b""
        if target == "/open":
            writer.write(reply(200, json.dumps(self.open).encode()))
            return True
        number = json.loads(body)["amount"] if body else int(target.split("/")[2])
        met = fate(number)
        if met.call == "list" and "cursor" not in query:
            writer.write(reply(200, page(number, 0)))
            return True
        self.attempts[number] += 1
        over = met.kind in PASSING and self.attempts[number] > met.times
        return await act("fine" if over else met.kind, answered(met.call, number, query), writer)


def entry(number: int, amount: int) -> str:
    """Return an entry as JSON."""
    return json.dumps({"id": number, "amount": amount})


def page(number: int, start: int) -> bytes:
    """Return a page of two entries, all of which but the last name the next one."""
    data = ", ".join(entry(number, amount) for amount in amounts(number)[start : start + 2])
    turn = f', "next_cursor": "{start + 2}"' if start < PAGES_END else ""
    return f'{{"data": [{data}]{turn}}}'.encode()


def answered(call: str, number: int, query: str) -> tuple[bytes, str]:
    """Return the right answer to a call, and its content type."""
    match call:
        case "watch":
            events = (f"data: {entry(number, amount)}\n\n" for amount in amounts(number))
            return "".join(events).encode(), "text/event-stream"
        case "save":
            return scan(number), FILE
        case "list":
            return page(number, int(dict(parse_qsl(query))["cursor"])), JSON
        case _:
            return entry(number, 2 * number).encode(), JSON


async def act(kind: str, answer: tuple[bytes, str], writer: asyncio.StreamWriter) -> bool:
    """Write an answer of a kind; tell whether the connection goes on."""
    body, content_type = answer
    is_file = content_type == FILE
    match kind:
        case "reset":
            writer.transport.abort()
            return False
        case "truncate":
            writer.write(reply(200, body, content_type)[:-3])
            return False
        case "stall":
            if content_type != JSON:
                writer.write(reply(200, body, content_type)[: -len(body) // 2])
            await asyncio.sleep(STALL_SECONDS)
            return False
        case "404" | "429" | "500" | "503":
            writer.write(reply(int(kind), b'{"message": "no"}'))
        case "wrong JSON":
            writer.write(reply(200, body if is_file else body.replace(b"}", b""), content_type))
        case "wrong content type":
            writer.write(reply(200, body if is_file else b"<html></html>", "text/html"))
        case "gzip":
            writer.write(reply(200, gzip.compress(body, 1), content_type, coding="gzip"))
        case "broken gzip":
            writer.write(reply(200, body, content_type, coding="gzip"))
        case _:
            writer.write(reply(200, body, content_type))
    return True


def reply(status: int, body: bytes, content_type: str = JSON, *, coding: str = "identity") -> bytes:
    """Return an answer as it is sent."""
    head = f"Content-Type: {content_type}\r\nContent-Encoding: {coding}\r\n"
    return f"HTTP/1.1 {status} X\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def serve() -> None:
    """Serve until the process is ended."""
    server = await asyncio.start_server(Chaos().connected, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
