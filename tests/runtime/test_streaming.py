"""Streams: server-sent events and JSON Lines, from opening to closing."""

from __future__ import annotations

import gc
import gzip
import inspect
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import anyio
import httpx2
import pytest
from runtime.client import SyncClient
from runtime.errors import (
    APIConnectionError,
    APIResponseValidationError,
    APITimeoutError,
    RateLimitError,
)
from runtime.events import APIStreamError, Events, StreamedOperation
from runtime.operation import Reply
from runtime.streaming import AsyncStreamingResource, StreamingResource

from tests.runtime.conftest import API_KEY, Shop
from tests.runtime.petshop.models import Pet
from tests.support.server import RecordingServer

SSE = "text/event-stream"
LINES = "application/x-ndjson"
WATCH: StreamedOperation[Any, Any] = StreamedOperation(
    name="pets.watch",
    method="GET",
    path="/watch",
    accept=SSE,
    responses=(Reply("200", SSE, "Pet"), Reply("4XX", "application/json", "Problem")),
    security=(("api_key",),),
    events=Events(SSE, "Pet"),
)
ASK = replace(
    WATCH,
    accept="application/json",
    name="pets.ask",
    method="POST",
    responses=(Reply("200", "application/json", "Pet"),),
    selector="stream",
    choices={"true": SSE},
)
BO = b'data: {"id": 1, "name": "Bo"}\n\n'
MIA = b'data: {"id": 2, "name": "Mia"}\n\n'
DONE = b"data: [DONE]\n\n"
BOTH = [Pet(id=1, name="Bo"), Pet(id=2, name="Mia")]

# httpx2 2.16 leaves its own generator to trio where an answer is not read to its end.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")

Use = Callable[[Any], Any]


def resource(client: Any) -> Any:
    """Make a resource that streams, as generated ones do."""
    kind: Any = StreamingResource if isinstance(client, SyncClient) else AsyncStreamingResource
    return kind(client)


def streaming(use: Use, operation: Any = WATCH, **arguments: Any) -> Callable[[Any], Any]:
    """Open a stream and use it: a function of the client, awaited where the client is asynchronous."""

    def call(client: Any) -> Any:
        opened = resource(client)._stream(operation, arguments)
        return _use_later(use, opened) if inspect.isawaitable(opened) else _use(use, opened)

    return call


def _use(use: Use, stream: Any) -> Any:
    with stream:
        return use(stream)


async def _use_later(use: Use, opened: Any) -> Any:
    async with await opened as stream:
        result = use(stream)
        return await result if inspect.isawaitable(result) else result


def everything(stream: Any) -> Any:
    """Return all events of a stream."""
    return _collect(stream) if hasattr(stream, "__aiter__") else list(stream)


async def _collect(stream: Any) -> list[Any]:
    return [event async for event in stream]


def first(stream: Any) -> Any:
    """Return the first event of a stream."""
    return anext(stream) if hasattr(stream, "__anext__") else next(stream)


def first_of_loop(stream: Any) -> Any:
    """Return the stream and its first event, by a loop that is left early."""
    return _leave_later(stream) if hasattr(stream, "__aiter__") else _leave(stream)


def _leave(stream: Any) -> Any:
    for event in stream:
        return stream, event
    return None


async def _leave_later(stream: Any) -> Any:
    async for event in stream:
        return stream, event
    return None


def closed_then_read(stream: Any) -> Any:
    """Close a stream twice and read on."""
    return _closed_later(stream) if hasattr(stream, "__aiter__") else _closed(stream)


def _closed(stream: Any) -> Any:
    stream.close()
    stream.close()
    return list(stream), repr(stream)


async def _closed_later(stream: Any) -> Any:
    await stream.close()
    await stream.close()
    return [event async for event in stream], repr(stream)


def serve(shop: Shop, *chunks: bytes, content_type: str = SSE, **parts: Any) -> None:
    """Answer with a chunked body."""
    shop.server.reply(chunks=chunks, content_type=content_type, **parts)


def error_of(shop: Shop, kind: type[Exception], operation: Any = WATCH, **options: Any) -> Any:
    """Return the error that reading a whole stream raises."""
    with pytest.raises(kind) as caught:
        shop(streaming(everything, operation), **options)
    return caught.value


def of(events: Events) -> Any:
    """Return an operation with other events."""
    return replace(WATCH, responses=(Reply("200", events.media_type, None),), events=events)


@pytest.mark.parametrize(
    "chunks",
    [
        (BO, MIA),
        (BO + MIA,),
        (BO[:9], BO[9:] + MIA[:-1], MIA[-1:]),
        (b"\xef\xbb\xbf" + BO, b": ping\n\n", b"event: ping\n\n", b"retry: 5\n\n", MIA),
        (BO.replace(b"\n", b"\r\n"), MIA.replace(b"\n", b"\r")),
        (b"event: pet\nid: 7\n" + BO, b'data: {"id": 2,\ndata: "name": "Mia"}\n\n'),
        (BO, MIA, DONE),
        (BO, MIA, DONE, b"data: nothing that is read\n\n"),
        (BO, MIA, b'data: {"id": 3, "name": "cut'),
    ],
)
def test_server_sent_events_are_typed(shop: Shop, chunks: tuple[bytes, ...]) -> None:
    """Each event is a value of the document's type, however its bytes are cut; [DONE] is the end."""
    serve(shop, *chunks)
    assert shop(streaming(everything)) == BOTH
    assert shop.server.request.headers["accept"] == SSE


@pytest.mark.parametrize(
    ("media_type", "chunks"),
    [
        (LINES, (b'{"id":1,"name":"Bo"}\n', b'{"id":2,"name":"Mia"}\n')),
        (LINES, (b'{"id":1,"name":"Bo"}\r\n\r\n{"id":2,"na', b'me":"Mia"}')),
        ("application/json-seq", (b'\x1e{"id":1,\n"name":"Bo"}\n\x1e{"id":2,"name":"Mia"}\n',)),
        (LINES, (b'{"id":1,"name":"Bo"}\n{"id":2,"name":"Mia"}\n', b"[DONE]\n", b"{}\n")),
    ],
)
def test_json_lines_are_typed(shop: Shop, media_type: str, chunks: tuple[bytes, ...]) -> None:
    """Each line, or record of a sequence, is a value; blank ones are none."""
    serve(shop, *chunks, content_type=media_type)
    assert shop(streaming(everything, of(Events(media_type, "Pet")))) == BOTH


def test_a_line_is_ended_by_a_line_feed_alone(shop: Shop) -> None:
    """The other line ends of Unicode are allowed within JSON, and characters may be cut in two."""
    text = '{"id":1,"name":"B\u2028\u0085ö"}\n'.encode()
    serve(shop, text[:-4], text[-4:], content_type=LINES)
    assert shop(streaming(first, of(Events(LINES, "Pet")))).name == "B\u2028\u0085ö"


def test_json_lines_without_a_schema_are_any_json(shop: Shop) -> None:
    """Without a type each line is what its JSON says."""
    serve(shop, b'1\n"a"\nnull\n{"b": [2]}\n', content_type=LINES)
    assert shop(streaming(everything, of(Events(LINES)))) == [1, "a", None, {"b": [2]}]


def test_events_without_a_schema_come_as_they_are(shop: Shop) -> None:
    """Where the document says nothing of the events, name, data and id are there to be read."""
    serve(shop, b"event: tick\nid: 3\ndata: not JSON\n\n", DONE)
    [event] = shop(streaming(everything, of(Events(SSE))))
    assert event == httpx2.ServerSentEvent(event="tick", data="not JSON", id="3")


@pytest.mark.parametrize(
    ("events", "sent", "value"),
    [
        (Events(SSE, dict[str, Any], fields=("data",)), BO, {"data": {"id": 1, "name": "Bo"}}),
        (
            Events(SSE, dict[str, Any], fields=("data", "event", "id", "retry")),
            b"event: a\nid: 2\nretry: 3\ndata: [4]\n\n",
            {"data": [4], "event": "a", "id": "2", "retry": 3},
        ),
        (
            Events(SSE, dict[str, Any], fields=("data", "event", "id"), is_text=True),
            b"data: 4\n\n",
            {"data": "4", "event": "message"},
        ),
    ],
)
def test_a_type_may_describe_the_whole_event(
    shop: Shop, events: Events, sent: bytes, value: Any
) -> None:
    """A type of an event's members gets those that came, with the data as JSON or as text."""
    serve(shop, sent)
    assert shop(streaming(everything, of(events))) == [value]


def test_events_arrive_before_the_stream_ends(shop: Shop) -> None:
    """An event is there as soon as it came, and leaving a loop early closes the stream."""
    serve(shop, BO, *[MIA] * 1000, pause=0.05)
    stream, event = shop(streaming(first_of_loop))
    assert event == BOTH[0]
    assert repr(stream) == f"<{type(stream).__name__} GET /watch → 200 OK, closed>"


def test_a_stream_that_was_read_is_closed(shop: Shop) -> None:
    """Reading to the end gives the connection back, and the next call uses it again."""
    serve(shop, BO)
    serve(shop, MIA)

    def call(client: Any) -> Any:
        first_call, second = streaming(everything)(client), streaming(everything)(client)
        return _both(first_call, second) if inspect.isawaitable(second) else [first_call, second]

    assert shop(call) == [BOTH[:1], BOTH[1:]]
    assert shop.server.connections == 1


async def _both(*calls: Any) -> list[Any]:
    return [await call for call in calls]


def test_closing_ends_a_stream(shop: Shop) -> None:
    """A closed stream has no more events, and may be closed again."""
    serve(shop, BO, MIA)
    events, shown = shop(streaming(closed_then_read))
    assert events == []
    assert shown.endswith("GET /watch → 200 OK, closed>")


def test_an_abandoned_stream_is_closed_with_its_last_reference(
    sync_shop: Shop,
) -> None:
    """A loop that is left outside of `with` leaves no connection open."""
    serve(sync_shop, BO, MIA)

    def leave(client: Any) -> Any:
        responses: list[httpx2.Response] = []
        client._http.event_hooks["response"].append(responses.append)
        _leave(resource(client)._stream(WATCH, {}))
        gc.collect()
        return responses[0].is_closed

    assert sync_shop(leave) is True


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_stream_is_closed(server: RecordingServer, backend: str) -> None:
    """Who stops waiting for the next event leaves no connection open."""
    serve(Shop(server, backend), BO, MIA, pause=0.3)

    async def stop_waiting(stream: Any) -> Any:
        with anyio.move_on_after(0.4) as scope:
            await _collect(stream)
        return scope.cancelled_caught, repr(stream).split()[-1]

    assert Shop(server, backend)(streaming(stop_waiting)) == (True, "closed>")


def test_a_stream_has_status_headers_and_request_id(shop: Shop) -> None:
    """What a raw response says of an answer, the stream says itself, without the credentials."""
    serve(shop, BO, headers={"X-Request-Id": "r-1"})

    def look(stream: Any) -> Any:
        shown = stream.http_request.headers["x-shop-key"]
        assert stream.headers["content-type"] == SSE
        return stream.status_code, stream.request_id, shown, repr(stream).split()[-1]

    assert shop(streaming(look)) == (200, "r-1", "***", "open>")


def test_no_content_is_no_event(shop: Shop) -> None:
    """A 204 is a stream that has ended."""
    shop.server.reply(204)
    assert shop(streaming(everything)) == []


def test_an_error_status_is_raised_before_the_first_event(shop: Shop) -> None:
    """An error has its body parsed as that of any other call."""
    shop.server.reply(429, json={"code": "busy", "detail": "slow down"})
    error = error_of(shop, RateLimitError, replace(WATCH, method="POST"))
    assert error.body.code == "busy"


def test_opening_is_tried_again(shop: Shop) -> None:
    """Before the stream starts, retries and redirects are as for any other call."""
    shop.server.reply(503, headers={"Retry-After": "3"}).drop()
    shop.server.reply(307, headers={"Location": "/elsewhere"})
    serve(shop, BO, MIA)
    assert shop(streaming(everything)) == BOTH
    assert shop.sleeps[0] == 3
    assert [one.path for one in shop.server.requests] == ["/watch"] * 3 + ["/elsewhere"]


def test_no_answer_is_a_connection_error(shop: Shop) -> None:
    """Where nothing can be opened, the error is that of any other call."""
    shop.server.drop()
    error = error_of(shop, APIConnectionError, max_retries=0)
    assert "GET /watch: no answer from" in str(error)


def test_a_stream_that_breaks_off_is_not_tried_again(shop: Shop) -> None:
    """After the start nothing is sent again; the error hides the credentials from its cause, too."""
    shop.server.reply(body=BO, content_type=SSE, cut_after=len(BO) - 1)
    error = error_of(shop, APIConnectionError)
    assert "GET /watch: no more events from" in str(error)
    assert error.__cause__.request.headers["x-shop-key"] == "***"
    assert len(shop.server.requests) == 1


def test_the_limit_for_a_whole_call_is_none_for_a_stream(shop: Shop) -> None:
    """A stream may last longer than `timeout`, as long as something arrives in time."""
    serve(shop, BO, b":\n", b":\n", b":\n", MIA, pause=0.1)
    assert shop(streaming(everything), timeout=0.35) == BOTH


def test_silence_times_out(shop: Shop) -> None:
    """A stream in which nothing arrives in time is an error."""
    serve(shop, BO, MIA, pause=0.4)
    assert "no more events" in str(error_of(shop, APITimeoutError, timeout=0.2))


@pytest.mark.parametrize("data", [b"hello", b'{"id": "x"}', b'{"id": NaN, "name": "Bo"}', b"[1"])
def test_an_event_that_does_not_fit(shop: Shop, data: bytes) -> None:
    """Data that is no JSON or not of the promised type is an error that has the payload."""
    serve(shop, BO, b"data: " + data + b"\n\n")
    error = error_of(shop, APIResponseValidationError)
    assert error.response.content == data
    assert "is no valid Pet" in str(error)


def test_a_whole_event_that_does_not_fit(shop: Shop) -> None:
    """Data that is no JSON is an error as well where the type describes the whole event."""
    serve(shop, b"data: hello\n\n")
    operation = of(Events(SSE, dict[str, Any], fields=("data",)))
    assert error_of(shop, APIResponseValidationError, operation).body == "hello"


@pytest.mark.parametrize(
    ("operation", "sent", "body", "text"),
    [
        (WATCH, b'event: error\ndata: {"message": "no"}\n\n', {"message": "no"}, ": no"),
        (WATCH, b"event: error\ndata: overloaded\n\n", "overloaded", ": overloaded"),
        (WATCH, b"event: error\ndata: [1]\n\n", [1], ""),
        (WATCH, b'event: error\ndata: {"id": 9, "name": "X"}\n\n', Pet(id=9, name="X"), ""),
        (WATCH, b'data: {"error": {"message": "bad"}}\n\n', {"error": {"message": "bad"}}, ": bad"),
        (of(Events(SSE)), b"event: error\ndata: gone\n\n", "gone", ": gone"),
        (of(Events(LINES, "Pet")), b'{"error": "broke"}\n', {"error": "broke"}, ": broke"),
    ],
)
def test_an_error_within_a_stream(
    shop: Shop, operation: Any, sent: bytes, body: Any, text: str
) -> None:
    """An event called error, or an `error` in the place of what is promised, is raised."""
    media_type = operation.events.media_type
    serve(shop, sent, content_type=media_type, headers={"X-Request-Id": "r-2"})
    error = error_of(shop, APIStreamError, operation)
    assert error.body == body
    message = f"GET /watch → 200 OK: the stream ended with an error{text} (request id r-2)"
    assert str(error) == message
    assert API_KEY not in repr(vars(error))


def test_a_secret_that_a_stream_repeats_is_not_shown(shop: Shop) -> None:
    """The message of an error within a stream holds no credential."""
    serve(shop, f"event: error\ndata: key {API_KEY} is bad\n\n".encode())
    assert str(error_of(shop, APIStreamError)).endswith("error: key *** is bad")


def test_what_is_no_stream_is_an_error(shop: Shop) -> None:
    """An answer of another media type is read to its end and is on the error."""
    shop.server.reply(json={"id": 1})
    error = error_of(shop, APIResponseValidationError)
    assert error.body == {"id": 1}
    assert (
        str(error) == "GET /watch → 200 OK: the answer (application/json) is no text/event-stream"
    )


def test_a_compressed_stream(shop: Shop) -> None:
    """A stream may be compressed."""
    serve(shop, gzip.compress(BO + MIA), headers={"Content-Encoding": "gzip"})
    assert shop(streaming(everything)) == BOTH


@pytest.mark.parametrize("media_type", [SSE, LINES])
def test_an_event_without_end_is_cut_off(
    shop: Shop, media_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event has a largest size, so that no server can fill the memory."""
    monkeypatch.setattr("runtime.events._LARGEST_EVENT", 1000)
    serve(shop, *[b"data: 7" * 100] * 3, content_type=media_type)
    error = error_of(shop, APIConnectionError, of(Events(media_type, "Pet")))
    assert "1000" in str(error)


def test_the_flag_chooses(shop: Shop) -> None:
    """With the flag the call streams and asks for a stream, without it for the usual answer."""
    serve(shop, BO, MIA)
    shop.server.reply(json={"id": 3, "name": "Kim"})

    def both(client: Any) -> Any:
        ask = resource(client)._call_or_stream
        streamed, plain = ask(ASK, {"stream": True}), ask(ASK, {"stream": False})
        return (
            _both_later(streamed, plain) if inspect.isawaitable(plain) else (list(streamed), plain)
        )

    assert shop(both) == (BOTH, Pet(id=3, name="Kim"))
    accepted = [one.headers["accept"] for one in shop.server.requests]
    assert accepted == [SSE, "application/json"]


async def _both_later(streamed: Any, plain: Any) -> Any:
    return await _collect(await streamed), await plain


def test_a_client_for_raw_responses_does_not_stream(shop: Shop) -> None:
    """Asked for a raw stream, a client says so before it sends anything."""
    with pytest.raises(TypeError, match=r"pets\.watch: a stream has no raw response"):
        shop(lambda client: streaming(everything)(client._copy(client._state.changed(raw=True))))
    assert shop.server.requests == []


def test_payloads_are_not_logged(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    """The log says that a stream was opened, and nothing of what came."""
    serve(shop, BO, MIA)
    with caplog.at_level(logging.DEBUG, logger="runtime"):
        shop(streaming(everything))
    assert " → 200\n" in caplog.text
    assert "Mia" not in caplog.text
    assert API_KEY not in caplog.text
