"""A `RecordingServer` that speaks HTTP/2 over TLS, and nothing else, as ALPN lets it agree.

`drop()` resets the stream of a request and leaves its connection as it is.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler
from typing import Any, ClassVar, Self, cast

import h2.config
import h2.connection
import h2.errors
import h2.events
import h2.exceptions
import httpx2

from tests.support.server import Recorded, RecordingServer, Reply

_CONNECTION_HEADERS = {"connection", "transfer-encoding", "keep-alive"}


@dataclass
class Http2Server(RecordingServer):
    """Listens with a certificate for 127.0.0.1 between `with` and its end."""

    certificate: Path = field(kw_only=True)

    def __enter__(self) -> Self:
        super().__enter__()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        context.set_alpn_protocols(["h2"])
        self._server.RequestHandlerClass = _Handler
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        return self

    @property
    def url(self) -> str:
        """The base URL of the server."""
        return super().url.replace("http:", "https:")


@dataclass
class _Stream:
    headers: list[tuple[str, str]]
    body: bytearray = field(default_factory=bytearray)


class _Handler(BaseRequestHandler):
    """Reads requests from a connection and answers each when it is complete."""

    config: ClassVar = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")

    def handle(self) -> None:
        self._recorder = cast("Any", self.server).recorder
        self._connection = h2.connection.H2Connection(self.config)
        self._streams: dict[int, _Stream] = {}
        self._unsent: dict[int, bytearray] = {}
        # A client may hang up at any time.
        with suppress(ConnectionError, ssl.SSLError, h2.exceptions.ProtocolError):
            self._connection.initiate_connection()
            self._flush()
            while data := self.request.recv(65_536):
                for event in self._connection.receive_data(data):
                    self._take(event)
                self._flush()

    def _take(self, event: h2.events.Event) -> None:
        match event:
            case h2.events.RequestReceived(stream_id=int(number), headers=headers):
                self._streams[number] = _Stream(cast("Any", headers))
            case h2.events.DataReceived(stream_id=int(number), data=bytes(data)):
                self._streams[number].body += data
                self._connection.acknowledge_received_data(event.flow_controlled_length, number)
            case h2.events.StreamEnded(stream_id=int(number)):
                self._answer(number, self._recorded(self._streams.pop(number)))
            case h2.events.StreamReset(stream_id=int(number)):
                self._unsent.pop(number, None)

    def _recorded(self, stream: _Stream) -> Recorded:
        pseudo = {name: value for name, value in stream.headers if name.startswith(":")}
        fields = [(k, v) for k, v in stream.headers if k not in pseudo]
        return Recorded(
            method=pseudo[":method"],
            target=pseudo[":path"],
            headers=httpx2.Headers(fields),
            body=bytes(stream.body),
            is_chunked=False,
        )

    def _answer(self, number: int, request: Recorded) -> None:
        reply: Reply = self._recorder.next_reply(request)
        self._recorder.wait(reply.delay)
        if reply.drop:
            self._connection.reset_stream(number, h2.errors.ErrorCodes.INTERNAL_ERROR)
            return
        self._connection.send_headers(number, [(":status", str(reply.status)), *_fields(reply)])
        for chunk in reply.chunks or ():
            self._flush()
            self._recorder.wait(reply.pause)
            self._connection.send_data(number, chunk)
        self._unsent[number] = bytearray(reply.body)

    def _flush(self) -> None:
        """Send what is to be sent, and of the bodies as much as the client lets us."""
        for number, body in list(self._unsent.items()):
            while body and (room := self._connection.local_flow_control_window(number)):
                size = min(room, self._connection.max_outbound_frame_size)
                self._connection.send_data(number, bytes(body[:size]))
                del body[:size]
            if not body:
                del self._unsent[number]
                self._connection.end_stream(number)
        self.request.sendall(self._connection.data_to_send())


def _fields(reply: Reply) -> list[tuple[str, str]]:
    headers = reply.headers
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    return [(k.lower(), v) for k, v in pairs if k.lower() not in _CONNECTION_HEADERS]
