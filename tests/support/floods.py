"""Bodies that are too large to be held, and a server that counts them."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = b"0123456789abcdef" * 4096
SIZE = 64 * 1024 * 1024


@dataclass
class FloodServer:
    """Takes bodies without keeping them, answers with as many bytes as the path says: `/64`.

    `lead` is by how many bytes the one that writes was ahead of the one that reads, at most: what
    was buffered between them, in sockets and in memory.
    """

    received: int = 0
    sent: int = 0
    lead: int = 0
    _ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.flood = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def upload(self) -> Iterator[bytes]:
        """Yield 64 MiB, measuring how far the server is behind."""
        for written in range(len(CHUNK), SIZE + 1, len(CHUNK)):
            yield CHUNK
            self.lead = max(self.lead, written - self.received)

    def file(self) -> io.BufferedIOBase:
        """Return 64 MiB as an open file of unknown size."""
        return _Reader(self.upload())

    def took(self, count: int) -> None:
        """Note that `count` bytes of an answer were taken."""
        self.lead = max(self.lead, self.sent - count)


class _Reader(io.BufferedIOBase):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks

    def read(self, size: int | None = -1, /) -> bytes:
        assert size == len(CHUNK)
        return next(self._chunks, b"")

    def seekable(self) -> bool:
        return False


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    flood: FloodServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""

    def do_GET(self) -> None:
        flood = cast("_Server", self.server).flood
        self.send_response_only(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(SIZE))
        self.end_headers()
        for _ in range(0, SIZE, len(CHUNK)):
            self.wfile.write(CHUNK)
            flood.sent += len(CHUNK)

    def do_PUT(self) -> None:
        flood = cast("_Server", self.server).flood
        while size := int(self.rfile.readline(), 16):
            flood.received += len(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        self.send_response_only(204)
        self.end_headers()

    def do_POST(self) -> None:
        self.do_PUT()
