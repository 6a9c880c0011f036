"""The two clients and the two kinds of resources that generated code derives from."""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar, Unpack, cast

import httpx2

from .exchange import Exchange, Outcome, Sleep, exchange
from .operation import Operation
from .request import Prepared, prepare
from .response import RawResponse, Receiving
from .settings import ClientChanges, ClientOptions, ClientSettings, changed, client_state
from .types import NOT_GIVEN, NotGiven

T = TypeVar("T")
HttpT = TypeVar("HttpT", bound=httpx2.Client | httpx2.AsyncClient)


class _Connection(Generic[HttpT]):
    """The http client that a client shares with its copies: the user's, or one made when needed."""

    def __init__(self, title: str, given: HttpT | None, make: Callable[[], HttpT]) -> None:
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
                self._http = self._make()
            return self._http

    def release(self) -> HttpT | None:
        """End its use and return what there is to close: an http client of our own making."""
        with self._lock:
            self._is_closed = True
            return self._http if self._is_own else None


class _BaseClient(Generic[HttpT]):
    """State and copies: whatever does not depend on how requests are sent."""

    _settings: ClassVar[ClientSettings]
    _http_class: type[HttpT]
    _is_copy = False

    def __init__(
        self, *, http_client: HttpT | None = None, **options: Unpack[ClientOptions]
    ) -> None:
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
        max_retries: int | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a client with other options that shares the connections of this one."""
        return self._copy(timeout=timeout, max_retries=max_retries, headers=headers)

    def _copy(self, **changes: Unpack[ClientChanges]) -> Self:
        copy = object.__new__(type(self))
        copy._state = changed(self._state, **changes)
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

    def _send(self, request: Prepared) -> Outcome:
        receiving = Receiving(request)
        try:
            with self._connection.http().stream(
                **request.http_arguments(), content=request.content
            ) as response:
                for chunk in response.iter_bytes():
                    receiving.add(chunk)
                return receiving.finish(response)
        except httpx2.RequestError as error:
            return error

    def _drive(self, steps: Exchange[T], send: Callable[[Prepared], Outcome] | None = None) -> T:
        outcome: Outcome | None = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as stop:
                return cast("T", stop.value)
            if isinstance(step, Sleep):
                outcome = None
                self._sleep(step.seconds)
            else:
                outcome = (send or self._send)(step.request)

    def _call(self, operation: Operation[T], arguments: Mapping[str, Any]) -> T:
        request = prepare(self._state, operation, arguments)
        return self._result(self._drive(exchange(self._state, operation, request)))


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

    async def _send(self, request: Prepared) -> Outcome:
        receiving = Receiving(request)
        content = request.content
        chunks = content if isinstance(content, bytes) else aiter(content)
        try:
            async with self._connection.http().stream(
                **request.http_arguments(), content=chunks
            ) as response:
                async with aclosing(response.aiter_bytes()) as parts:
                    async for chunk in parts:
                        receiving.add(chunk)
                return receiving.finish(response)
        except httpx2.RequestError as error:
            return error

    async def _drive(
        self, steps: Exchange[T], send: Callable[[Prepared], Awaitable[Outcome]] | None = None
    ) -> T:
        outcome: Outcome | None = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as stop:
                return cast("T", stop.value)
            if isinstance(step, Sleep):
                outcome = None
                await self._sleep(step.seconds)
            else:
                outcome = await (send or self._send)(step.request)

    async def _call(self, operation: Operation[T], arguments: Mapping[str, Any]) -> T:
        request = prepare(self._state, operation, arguments)
        return self._result(await self._drive(exchange(self._state, operation, request)))


class Resource:
    """A group of operations of a client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], arguments: Mapping[str, Any]) -> T:
        return self._client._call(operation, arguments)


class AsyncResource:
    """A group of operations of an asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], arguments: Mapping[str, Any]) -> T:
        return await self._client._call(operation, arguments)
