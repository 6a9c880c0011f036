"""A real HTTP server on 127.0.0.1 that plays a script and records what arrives, byte for byte.

    with RecordingServer() as server:
        server.reply(429, headers={"Retry-After": "0"})
        server.reply(200, json={"id": 1})
        ...                                     # two requests to server.url
        assert server.requests[1].path == "/pets/1"
        assert server.requests[1].query == "limit=3"

Replies are used up in their order; when none is left, `always` or `respond` says what comes, and
without them the server answers 599, which no test expects.
"""

from __future__ import annotations

import json as jsonlib
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self, cast
from urllib.parse import parse_qsl

import httpx2

Headers = Mapping[str, str] | list[tuple[str, str]] | tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    filename: str | None
    content_type: str | None
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """A request as it arrived; `target` is the second word of its first line."""

    method: str
    target: str
    headers: httpx2.Headers
    body: bytes
    is_chunked: bool

    @property
    def path(self) -> str:
        """The target up to its question mark, escapes and all."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """What follows the question mark, escapes and all; empty where there is none."""
        return self.target.partition("?")[2]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The query as a server reads it."""
        return parse_qsl(self.query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return jsonlib.loads(self.body)

    @property
    def form(self) -> list[tuple[str, str]]:
        """The body, read as a form."""
        return parse_qsl(self.body.decode(), keep_blank_values=True)

    @cached_property
    def parts(self) -> list[Part]:
        """The body, read as multipart/form-data."""
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        message = message_from_bytes(head + self.body, policy=policy.HTTP)
        return [_part(part) for part in message.iter_parts()]


def _part(part: Any) -> Part:
    return Part(
        name=part.get_param("name", header="content-disposition"),
        filename=part.get_filename(),
        content_type=part["content-type"] and str(part["content-type"]),
        headers={name.lower(): str(value) for name, value in part.items()},
        content=part.get_payload(decode=True),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """An answer: after `delay` seconds, in chunks `pause` apart, or cut off after some bytes."""

    status: int = 200
    headers: Headers = ()
    body: bytes = b""
    delay: float = 0
    chunks: tuple[bytes, ...] | None = None
    pause: float = 0
    cut_after: int | None = None
    drop: bool = False


def make_reply(
    status: int = 200,
    *,
    json: Any = ...,
    text: str | None = None,
    body: bytes = b"",
    content_type: str | None = None,
    headers: Headers = (),
    delay: float = 0,
    chunks: Iterable[bytes] | None = None,
    pause: float = 0,
    cut_after: int | None = None,
) -> Reply:
    """Describe an answer; `json` and `text` bring their content type with them."""
    if json is not ...:
        body = jsonlib.dumps(json).encode()
        content_type = content_type or "application/json"
    if text is not None:
        body = text.encode()
        content_type = content_type or "text/plain; charset=utf-8"
    pairs = list(_pairs(headers))
    return Reply(
        status=status,
        headers=[*pairs, *([("Content-Type", content_type)] if content_type else [])],
        body=body,
        delay=delay,
        chunks=None if chunks is None else tuple(chunks),
        pause=pause,
        cut_after=cut_after,
    )


def _pairs(headers: Headers) -> Iterable[tuple[str, str]]:
    return headers if isinstance(headers, list | tuple) else headers.items()


Respond = Callable[[Recorded], Reply]


@dataclass
class RecordingServer:
    """Listens on a free port of 127.0.0.1 between `with` and its end."""

    requests: list[Recorded] = field(default_factory=list)
    sent: list[Reply] = field(default_factory=list)
    connections: int = 0
    _script: list[Reply] = field(default_factory=list)
    _otherwise: Respond = field(default=lambda _: make_reply(599, text="no reply is scripted"))
    _stopping: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.recorder = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.hang_up()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def request(self) -> Recorded:
        """The only request; an error where there were several or none."""
        (request,) = self.requests
        return request

    def reply(self, status: int = 200, **parts: Any) -> Self:
        """Add an answer to the script; see `make_reply` for its parts."""
        self._script.append(make_reply(status, **parts))
        return self

    def drop(self) -> Self:
        """Add to the script that the connection is closed without an answer."""
        self._script.append(Reply(drop=True))
        return self

    def always(self, status: int = 200, **parts: Any) -> Self:
        """Give this answer whenever the script is at its end."""
        return self.respond(lambda _: make_reply(status, **parts))

    def respond(self, function: Respond) -> Self:
        """Let a function answer whenever the script is at its end."""
        self._otherwise = function
        return self

    def next_reply(self, request: Recorded) -> Reply:
        """Record a request and return its answer."""
        with self._lock:
            self.requests.append(request)
            reply = self._script.pop(0) if self._script else self._otherwise(request)
            self.sent.append(reply)
            return reply

    def wait(self, seconds: float) -> None:
        """Let time pass, but no longer than the server lives."""
        if seconds:
            self._stopping.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True
    request_queue_size = 256
    recorder: RecordingServer

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._open: set[Any] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.recorder.connections += 1
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Close the connections that clients keep open, so that no thread waits on them."""
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(2)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle(self) -> None:
        # A client may hang up at any time, also in the middle of a chunk's length.
        with suppress(ConnectionError, ValueError):
            super().handle()

    def __getattr__(self, name: str) -> Any:
        """Serve every method: the base class asks for `do_GET`, `do_POST` and so on."""
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""

    def _serve(self) -> None:
        recorder = cast("_Server", self.server).recorder
        is_chunked = "chunked" in self.headers.get("Transfer-Encoding", "")
        body = self._chunked_body() if is_chunked else self._sized_body()
        request = Recorded(
            method=self.command,
            target=self.requestline.split(" ")[1],
            headers=httpx2.Headers(
                [(k.encode(), v.encode("latin-1")) for k, v in self.headers.items()]
            ),
            body=body,
            is_chunked=is_chunked,
        )
        reply = recorder.next_reply(request)
        recorder.wait(reply.delay)
        self._answer(reply, recorder)

    def _sized_body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _chunked_body(self) -> bytes:
        chunks = []
        while size := int(self.rfile.readline(), 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def _answer(self, reply: Reply, recorder: RecordingServer) -> None:
        if reply.drop:
            self.close_connection = True
            return
        self.send_response_only(reply.status)
        for name, value in _pairs(reply.headers):
            self.send_header(name, value)
        if reply.chunks is not None:
            self.send_header("Transfer-Encoding", "chunked")
        elif reply.status not in (204, 304):
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(reply, recorder)

    def _send_body(self, reply: Reply, recorder: RecordingServer) -> None:
        if reply.chunks is None:
            self.wfile.write(reply.body[: reply.cut_after])
            self.close_connection = self.close_connection or reply.cut_after is not None
            return
        for chunk in reply.chunks:
            recorder.wait(reply.pause)
            self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")
