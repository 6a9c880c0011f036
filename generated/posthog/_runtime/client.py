"""The two clients and the two kinds of resources that generated code derives from."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Coroutine, Mapping
from contextlib import aclosing, closing
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar, Unpack, cast

import httpx2

from .credentials import AsyncCredentialValue
from .exchange import Exchange, exchange
from .operation import Operation
from .request import Prepared, prepare
from .response import Outcome, RawResponse, Receiving
from .settings import ClientSettings, ClientState, Options, client_state

T = TypeVar("T")
HttpT = TypeVar("HttpT", bound=httpx2.Client | httpx2.AsyncClient)


class _BaseClient(Generic[HttpT]):
    """State, copies and connections: whatever does not depend on how requests are sent."""

    largest_answer: ClassVar[int] = 256 * 1024 * 1024
    """Bytes of an answer that is read as a whole; more is an error. A subclass may have others."""

    _settings: ClassVar[ClientSettings]
    _http_class: type[HttpT]
    _root: Self | None = None  # the client that this is a copy of, whose connections it shares

    def __init__(
        self,
        *,
        http_client: HttpT | None = None,
        base_url: str | None = None,
        credentials: Mapping[str, AsyncCredentialValue | None] | None = None,
        lifted: Mapping[str, Any] | None = None,
        **options: Unpack[Options],
    ) -> None:
        if http_client is not None and not isinstance(http_client, self._http_class):
            wanted, given = self._http_class.__name__, type(http_client).__name__
            raise TypeError(f"http_client must be an httpx2.{wanted}, not {given}")
        self._state = client_state(self._settings, base_url, credentials, lifted, **options)
        self._http = http_client
        self._is_own = http_client is None
        self._is_closed = False
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._state.base_url}>"

    def __reduce__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} holds connections: make one where it is needed")

    def _copy(self, state: ClientState) -> Self:
        copy = object.__new__(type(self))
        copy._state, copy._root = state, self._root or self
        return copy

    def _result(self, raw: RawResponse[T]) -> T:
        """Return what a method returns: the value, or in a copy for raw responses the response."""
        return cast("T", raw) if self._state.raw else raw.parse()

    def _connection(self) -> HttpT:
        """Return the http client, made when it is first needed; a RuntimeError after closing."""
        root = self._root or self
        with root._lock:
            if root._is_closed:
                raise RuntimeError(f"this {type(self).__name__} is closed")
            if root._http is None:
                # Cookies of one user must not travel with the calls of another.
                cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
                root._http = self._http_class(cookies=cookies)
            return root._http

    def _release(self) -> HttpT | None:
        """Return what there is to close: an http client of our own making, unless this is a copy."""
        if self._root is not None:
            return None
        with self._lock:
            self._is_closed = True
            return self._http if self._is_own else None


class SyncClient(_BaseClient[httpx2.Client]):
    """A client whose methods return when the answer is there.

    Threads may share it. It closes only an http client of its own making.
    """

    _http_class = httpx2.Client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; a copy made by `with_options` leaves them open."""
        if http := self._release():
            http.close()

    def _sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def _send(self, request: Prepared[Any]) -> Outcome:
        http = self._connection()
        receiving = Receiving(request, self.largest_answer)
        try:
            built = request.built(http, request.content)
            response = http.send(built, stream=True, follow_redirects=False)
            is_open = request.state.keeps_open(response)
            if not is_open:
                with closing(response):
                    for chunk in response.iter_bytes():
                        receiving.add(chunk)
            return receiving.finish(response, is_open=is_open)
        except httpx2.RequestError as error:
            return error

    def _drive(self, steps: Exchange[T]) -> T:
        outcome: Any = None
        with closing(steps):
            while True:
                try:
                    step = steps.send(outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                if isinstance(step, Prepared):
                    outcome = self._send(step)
                elif isinstance(step, float | int):
                    outcome = None
                    self._sleep(step)
                else:
                    cast("Coroutine[Any, Any, str]", step).close()
                    raise TypeError("a credential that is awaited needs the asynchronous client")


class AsyncClient(_BaseClient[httpx2.AsyncClient]):
    """A client whose methods are awaited, in asyncio or trio.

    Tasks may share it. It closes only an http client of its own making.
    """

    _http_class = httpx2.AsyncClient

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections; a copy made by `with_options` leaves them open."""
        if http := self._release():
            await http.aclose()

    async def _sleep(self, seconds: float) -> None:
        import anyio  # noqa: PLC0415  # it takes a while, and most programs never wait

        await anyio.sleep(seconds)

    async def _send(self, request: Prepared[Any]) -> Outcome:
        http = self._connection()
        receiving = Receiving(request, self.largest_answer)
        content = request.content
        try:
            built = request.built(http, content if isinstance(content, bytes) else aiter(content))
            response = await http.send(built, stream=True, follow_redirects=False)
            is_open = request.state.keeps_open(response)
            if not is_open:
                async with aclosing(response), aclosing(response.aiter_bytes()) as chunks:
                    async for chunk in chunks:
                        receiving.add(chunk)
            return receiving.finish(response, is_open=is_open)
        except httpx2.RequestError as error:
            return error
        except ssl.SSLError as error:
            # An alert that follows the handshake comes through httpcore2's streams of anyio as it is.
            return httpx2.ReadError(str(error))

    async def _drive(self, steps: Exchange[T]) -> T:
        outcome: Any = None
        with closing(steps):
            while True:
                try:
                    step = steps.send(outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                if isinstance(step, float | int):
                    outcome = None
                    await self._sleep(step)
                else:
                    outcome = await (self._send(step) if isinstance(step, Prepared) else step)


class Resource:
    """A group of operations of a client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], arguments: Mapping[str, Any]) -> T:
        client = self._client
        return client._result(client._drive(exchange(prepare(client._state, operation, arguments))))


class AsyncResource:
    """A group of operations of an asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], arguments: Mapping[str, Any]) -> T:
        client = self._client
        request = prepare(client._state, operation, arguments)
        return client._result(await client._drive(exchange(request)))
