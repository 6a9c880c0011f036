"""A server that writes whatever bytes it likes, for as long as somebody listens."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@dataclass(kw_only=True)
class Hostile:
    """Answers each connection with the bytes that `answer` makes; `written` counts them."""

    answer: Callable[[], Iterable[bytes]]
    pause: float = 0
    written: int = 0
    connections: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Accept one connection after the other."""
        with suppress(OSError):
            while not self.stopping.is_set():
                connection, _ = self.listener.accept()
                self.connections += 1
                with connection, suppress(OSError):
                    connection.recv(65_536)
                    self._write(connection)

    def _write(self, connection: socket.socket) -> None:
        for part in self.answer():
            self.stopping.wait(self.pause)
            connection.sendall(part)
            self.written += len(part)


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


def whole(body: bytes, *headers: str) -> list[bytes]:
    """Return an answer of a known length."""
    lines = "".join(f"{line}\r\n" for line in (*headers, f"Content-Length: {len(body)}"))
    return [HEAD + lines.encode() + b"\r\n", body]
