"""A server that writes whatever bytes it likes, for as long as somebody listens."""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


def head(content_type: str, *headers: str, status: str = "200 OK") -> bytes:
    """Return the beginning of an answer, to which headers and an empty line may be added."""
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {content_type}", "Connection: close", *headers)
    return "".join(f"{line}\r\n" for line in lines).encode()


HEAD = head("application/json")
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
NESTED = {
    "objects": b'{"error":' * 900 + b"1" + b"}" * 900,
    "lists": b"[" * 900 + b"]" * 900,
    "lists in objects": b'{"errors":[' * 60 + b"1" + b"]}" * 60,
}
"""JSON of which a walk would take too deep steps, or too many where it looks twice at a list."""


@dataclass(kw_only=True)
class Hostile:
    """Answers each connection with the bytes that `answer` makes; `written` counts them."""

    answer: Callable[[], Iterable[bytes]]
    pause: float = 0
    written: int = 0
    connections: int = 0
    answering: list[threading.Thread] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Accept connections, each of which has a thread until it ends."""
        with suppress(OSError):
            while not self.stopping.is_set():
                connection, _ = self.listener.accept()
                self.connections += 1
                self.answering.append(threading.Thread(target=self._write, args=(connection,)))
                self.answering[-1].start()

    def _write(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(65_536)
            for part in self.answer():
                connection.sendall(part)
                self.written += len(part)
                self.stopping.wait(self.pause)


@contextmanager
def hostile(answer: Callable[[], Iterable[bytes]], *, pause: float = 0) -> Iterator[Hostile]:
    """Run a server as long as the block lasts."""
    server = Hostile(answer=answer, pause=pause)
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        with suppress(OSError):
            server.listener.shutdown(socket.SHUT_RDWR)
        server.listener.close()
        thread.join()
        for each in server.answering:
            each.join()


def whole(body: bytes, *headers: str, start: bytes = HEAD) -> list[bytes]:
    """Return an answer of a known length."""
    lines = "".join(f"{line}\r\n" for line in (*headers, f"Content-Length: {len(body)}"))
    return [start + lines.encode() + b"\r\n", body]


def chunks(*bodies: bytes) -> list[bytes]:
    """Return what follows a head and `CHUNKED`, without the chunk that ends it."""
    return [b"%x\r\n%b\r\n" % (len(body), body) for body in bodies]


def packed(part: bytes, times: int) -> bytes:
    """Pack a part many times with gzip, without holding what comes of unpacking it."""
    packer = zlib.compressobj(wbits=31)
    return b"".join([*map(packer.compress, [part] * times), packer.flush()])
