"""The two clients and the two kinds of resources that generated code derives from."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import aclosing, closing
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, ClassVar, Generic, Literal, NoReturn, Self, TypeVar, Unpack, cast

import httpx2

from .exchange import Exchange, exchange
from .operation import Operation
from .request import Prepared, prepare
from .response import Outcome, RawResponse, Receiving
from .retries import RetryPolicy
from .settings import ClientSettings, Options, changed, client_state
from .types import NOT_GIVEN, NotGiven

T = TypeVar("T")
HttpT = TypeVar("HttpT", bound=httpx2.Client | httpx2.AsyncClient)


class _Connection(Generic[HttpT]):
    """The http client that a client shares with its copies: the user's, or one made when needed."""

    def __init__(self, title: str, given: HttpT | None, make: Callable[..., HttpT]) -> None:
        self._title = title
        self._http = given
        self._make = make
        self._is_own = given is None
        self._is_closed = False
        self._lock = threading.Lock()

    def http(self) -> HttpT:
        """Return the http client; a RuntimeError after closing."""
        with self._lock:
            if self._is_closed:
                raise RuntimeError(f"this {self._title} is closed")
            if self._http is None:
                # Cookies of one user must not travel with the calls of another.
                self._http = self._make(cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())))
            return self._http

    def release(self) -> HttpT | None:
        """End its use and return what there is to close: an http client of our own making."""
        with self._lock:
            self._is_closed = True
            return self._http if self._is_own else None


class _BaseClient(Generic[HttpT]):
    """State and copies: whatever does not depend on how requests are sent."""

    largest_answer: ClassVar[int] = 256 * 1024 * 1024
    """Bytes of an answer that is read as a whole; more is an error. A subclass may have others."""

    _settings: ClassVar[ClientSettings]
    _http_class: type[HttpT]
    _is_copy = False

    def __init__(self, *, http_client: HttpT | None = None, **options: Unpack[Options]) -> None:
        if http_client is not None and not isinstance(http_client, self._http_class):
            wanted, given = self._http_class.__name__, type(http_client).__name__
            raise TypeError(f"http_client must be an httpx2.{wanted}, not {given}")
        self._state = client_state(self._settings, **options)
        self._connection = _Connection(type(self).__name__, http_client, self._http_class)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._state.base_url}>"

    def __reduce__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} holds connections: make one where it is needed")

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other options that shares the connections of this one."""
        return self._copy(
            timeout=timeout, max_retries=max_retries, headers=headers, validate=validate
        )

    def _copy(self, **options: Unpack[Options]) -> Self:
        copy = object.__new__(type(self))
        copy._state = changed(self._state, **options)
        copy._connection = self._connection
        copy._is_copy = True
        return copy

    def _result(self, raw: RawResponse[T]) -> T:
        """Return what a method returns: the value, or in a copy for raw responses the response."""
        return cast("T", raw) if self._state.raw else raw.parse()


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
        http = None if self._is_copy else self._connection.release()
        if http is not None:
            http.close()

    def _sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def _send(self, request: Prepared[Any]) -> Outcome:
        http = self._connection.http()
        receiving = Receiving(request, self.largest_answer)
        try:
            built = request.built(http, request.content)
            response = http.send(built, stream=True, follow_redirects=False)
            if not request.state.keeps_open(response):
                with closing(response):
                    for chunk in response.iter_bytes():
                        receiving.add(chunk)
            return receiving.finish(response)
        except httpx2.RequestError as error:
            return error

    def _drive(self, steps: Exchange[T]) -> T:
        outcome: Outcome | str | None = None
        with closing(steps):
            while True:
                try:
                    step = steps.send(outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                if isinstance(step, float | int):
                    outcome = None
                    self._sleep(step)
                elif isinstance(step, Prepared):
                    outcome = self._send(step)
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
        http = None if self._is_copy else self._connection.release()
        if http is not None:
            await http.aclose()

    async def _sleep(self, seconds: float) -> None:
        import anyio  # noqa: PLC0415  # it takes a while, and most programs never wait

        await anyio.sleep(seconds)

    async def _send(self, request: Prepared[Any]) -> Outcome:
        http = self._connection.http()
        receiving = Receiving(request, self.largest_answer)
        content = request.content
        try:
            built = request.built(http, content if isinstance(content, bytes) else aiter(content))
            response = await http.send(built, stream=True, follow_redirects=False)
            if not request.state.keeps_open(response):
                async with aclosing(response), aclosing(response.aiter_bytes()) as chunks:
                    async for chunk in chunks:
                        receiving.add(chunk)
            return receiving.finish(response)
        except httpx2.RequestError as error:
            return error
        except ssl.SSLError as error:
            # An alert that follows the handshake comes through httpcore2's streams of anyio as it is.
            return httpx2.ReadError(str(error))

    async def _drive(self, steps: Exchange[T]) -> T:
        outcome: Outcome | str | None = None
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
