"""The clients and resources that generated code derives from, and how they send requests.

That is `async` in both kinds of clients; in a `SyncClient` nothing suspends, and `run` suffices.
"""

from __future__ import annotations

import math
import ssl
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import aclosing, closing
from copy import copy
from datetime import timedelta
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, ClassVar, Generic, NoReturn, ParamSpec, Self, TypeVar, cast

import httpx2

from .operation import Arguments, Operation, Prepared
from .response import Outcome, RawResponse, connection_error, delay_before_retry, log, redirect
from .settings import ClientSettings, ClientState, client_state

P = ParamSpec("P")
T = TypeVar("T")
HttpT = TypeVar("HttpT", bound=httpx2.Client | httpx2.AsyncClient)

_CONNECT_SECONDS = 5.0
_MOST_REDIRECTS = 10


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Return the result of a coroutine that never suspends."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return cast("T", stop.value)
    coroutine.close()
    raise TypeError("a credential that is awaited needs the asynchronous client")


async def chunks(response: httpx2.Response) -> AsyncGenerator[bytes, None]:
    """Yield the bytes of an answer, unpacked, and close it."""
    if isinstance(response.stream, httpx2.AsyncByteStream):
        async with aclosing(response), aclosing(response.aiter_bytes()) as parts:
            async for part in parts:
                yield part
    else:
        with closing(response):
            for part in response.iter_bytes():
                yield part


class BaseClient(Generic[HttpT]):
    """All of a client but how it is opened and closed."""

    largest_answer: ClassVar[int] = 256 * 1024 * 1024
    """Bytes of an answer that is read as a whole; more is an error. A subclass may have others."""

    _settings: ClassVar[ClientSettings]
    _http_class: type[HttpT]

    def __init__(self, *, http_client: HttpT | None = None, **options: Any) -> None:
        if http_client is not None and not isinstance(http_client, self._http_class):
            wanted, given = self._http_class.__name__, type(http_client).__name__
            raise TypeError(f"http_client must be an httpx2.{wanted}, not {given}")
        self._state = client_state(self._settings, **options)
        # Cookies of one user must not travel with the calls of another.
        cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
        self._http = self._http_class(cookies=cookies) if http_client is None else http_client
        self._owns_http = http_client is None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._state.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} holds connections: make one where it is needed")

    def _copy(self, state: ClientState) -> Self:
        made = object.__new__(type(self))
        # Resources belong to one client: the copy makes its own.
        kept = {k: v for k, v in vars(self).items() if getattr(v, "_client", None) is not self}
        vars(made).update(kept, _state=state, _owns_http=False)
        return made

    async def _call(self, operation: Operation[T], arguments: Arguments) -> T:
        return self._result(await self._exchange(Prepared(self, operation, arguments)))

    def _result(self, raw: RawResponse[T]) -> T:
        """Return what a method returns: the value, or in a copy for raw responses the response."""
        return cast("T", raw) if self._state.raw else raw.parse()

    async def _exchange(self, unsigned: Prepared[T]) -> RawResponse[T]:
        """Send a request, again where that helps; raise where its answer is an error."""
        end = time.perf_counter() + self._state.retries.total_time
        retries, redirects, refused = 0, 0, list[str]()
        can_repeat: bool = getattr(unsigned.content, "replayable", True)
        request = await unsigned.signed()
        while True:
            outcome = await self._send(request, end - time.perf_counter())
            log(request, outcome)
            is_refused = getattr(outcome, "status_code", None) == httpx2.codes.UNAUTHORIZED
            if is_refused and can_repeat and not refused:
                refused = request.secrets
                request = await unsigned.signed(refused)
                if request.secrets != refused:
                    continue
            target = redirect(request, outcome)
            if target is not None and redirects < _MOST_REDIRECTS:
                redirects, unsigned = redirects + 1, copy(unsigned)
                unsigned.url = target
                request = await unsigned.signed()
                continue
            left = end - time.perf_counter()
            delay = delay_before_retry(request, outcome, retries, left) if can_repeat else None
            if delay is None:
                break
            retries += 1
            await self._sleep(delay)
        if isinstance(outcome, httpx2.RequestError):
            raise connection_error(request, outcome, "no answer") from outcome
        return outcome.checked()

    async def _send(self, request: Prepared[Any], left: float) -> Outcome:
        """Send a request once; its answer is read, unless it shall stay open."""
        timeout, start = self._state.timeout, time.perf_counter()
        seconds = min(timeout, left) if isinstance(timeout, float | int) else left
        if seconds < math.inf and not isinstance(timeout, httpx2.Timeout):
            timeout = httpx2.Timeout(max(seconds, 0.001), connect=min(_CONNECT_SECONDS, seconds))
        content: Any = request.content
        if not isinstance(content, bytes) and self._http_class is httpx2.AsyncClient:
            content = aiter(content)
        try:
            built = self._http.build_request(
                request.operation.method,
                request.url,
                headers=request.headers,
                content=content,
                timeout=timeout,
                extensions={"operation": request.operation, "arguments": request.arguments},
            )
            sent = self._http.send(built, stream=True, follow_redirects=False)
            response = await sent if isinstance(sent, Awaitable) else sent
            raw = RawResponse[Any](request, response, is_open=self._state.keeps_open(response))
            if raw._open is None:
                raw.content = await self._read(response, start, seconds)
            raw.elapsed = timedelta(seconds=time.perf_counter() - start)
        except httpx2.RequestError as error:
            return error
        except ssl.SSLError as error:
            # An alert that follows the handshake comes through httpcore2's streams of anyio as it is.
            return httpx2.ReadError(str(error))
        return raw

    async def _read(self, response: httpx2.Response, start: float, seconds: float) -> bytes:
        """Return the bytes of an answer that is neither too late nor too large."""
        parts: list[bytes] = []
        size = 0
        async with aclosing(chunks(response)) as stream:
            async for part in stream:
                parts.append(part)
                size += len(part)
                if time.perf_counter() - start > seconds:
                    raise httpx2.ReadTimeout(f"the answer took longer than {seconds:g} s")
                if size > self.largest_answer:
                    raise httpx2.DecodingError(f"it is larger than {self.largest_answer} bytes")
        return b"".join(parts)

    async def _sleep(self, seconds: float) -> None:
        if self._http_class is httpx2.Client:
            time.sleep(seconds)  # noqa: ASYNC251  # nothing else runs in a synchronous client
        else:
            import anyio  # noqa: PLC0415  # it takes a while, and most programs never wait

            await anyio.sleep(seconds)


class SyncClient(BaseClient[httpx2.Client]):
    """A client whose methods return when the answer is there; threads may share it."""

    _http_class = httpx2.Client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, unless they are of your own `http_client`, or this is a copy."""
        if self._owns_http:
            self._http.close()


class AsyncClient(BaseClient[httpx2.AsyncClient]):
    """A client whose methods are awaited, in asyncio or trio; tasks may share it."""

    _http_class = httpx2.AsyncClient

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections, unless they are of your own `http_client`, or this is a copy."""
        if self._owns_http:
            await self._http.aclose()


class Resource:
    """A group of operations of a client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], arguments: Arguments) -> T:
        return run(self._client._call(operation, arguments))


class AsyncResource:
    """A group of operations of an asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], arguments: Arguments) -> T:
        return await self._client._call(operation, arguments)


def raw_response(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Return a method of a client whose state says that it returns raw responses, so typed."""
    return cast("Callable[P, RawResponse[T]]", method)


def async_raw_response(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """Return a method of an asynchronous client whose state says so, so typed."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", method)
