"""A server in which each call meets its fate: `python -m tests.soak.chaos` prints its port."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections import Counter

from tests.soak.plan import PASSING, fate

JSON = "application/json"
STALL_SECONDS = 5


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
        target = head.split(" ", 2)[1].partition("?")[0]
        lengths = [line for line in head.lower().splitlines() if line.startswith("content-length:")]
        body = await reader.readexactly(int(lengths[0].split(":")[1])) if lengths else b""
        if target == "/open":
            writer.write(reply(200, json.dumps(self.open).encode()))
            return True
        number = json.loads(body)["amount"] if body else int(target.rpartition("/")[2])
        self.attempts[number] += 1
        met = fate(number)
        over = met.kind in PASSING and self.attempts[number] > met.times
        return await act("fine" if over else met.kind, number, writer)


async def act(kind: str, number: int, writer: asyncio.StreamWriter) -> bool:
    """Write an answer of a kind; tell whether the connection goes on."""
    entry = json.dumps({"id": number, "amount": 2 * number}).encode()
    match kind:
        case "reset":
            writer.transport.abort()
            return False
        case "truncate":
            writer.write(reply(200, entry)[:-3])
            return False
        case "stall":
            await asyncio.sleep(STALL_SECONDS)
            return False
        case "404" | "429" | "500" | "503":
            writer.write(reply(int(kind), b'{"message": "no"}'))
        case "wrong JSON":
            writer.write(reply(200, b'{"id": '))
        case "wrong content type":
            writer.write(reply(200, b"<html></html>", content_type="text/html"))
        case "gzip":
            writer.write(reply(200, gzip.compress(entry, 1), coding="gzip"))
        case "broken gzip":
            writer.write(reply(200, entry, coding="gzip"))
        case _:
            writer.write(reply(200, entry))
    return True


def reply(status: int, body: bytes, *, content_type: str = JSON, coding: str = "identity") -> bytes:
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
