"""Fakes for tests: real clients, whose requests are answered by what a test has said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Generic, Self, TypeVar, cast

import httpx2

from ..client import AsyncClient, SyncClient
from ..models import dump
from ..operation import Operation, Reply
from ..response import problem_text
from ..values import is_json, json_text
from .calls import Call

T = TypeVar("T")
SyncT = TypeVar("SyncT", bound=SyncClient)
AsyncT = TypeVar("AsyncT", bound=AsyncClient)

Answer = Callable[[Call], httpx2.Response]

_BASE_URL = "https://api.test"
_LEAST_ERROR = 400
_MEDIA_TYPES = {type(None): None, str: "text/plain", bytes: "application/octet-stream"}


class UnexpectedCallError(AssertionError):
    """A call that the test has not said an answer for."""


class Fake(Generic[SyncT, AsyncT]):
    """Two clients that reach nothing but stubs; both know the same stubs.

    Calls that no stub answers fail at once, and once more at the end of the `with` block, should
    somebody have caught the error. Code that makes clients of its own takes `http_client` or
    `async_http_client`.
    """

    def __init__(self, client: type[SyncT], async_client: type[AsyncT]) -> None:
        self.calls: list[Call] = []
        transport = httpx2.MockTransport(self._answer)
        self.http_client = httpx2.Client(transport=transport)
        self.async_http_client = httpx2.AsyncClient(transport=transport)
        self.client: SyncT = _made(client, _Hasty, self.http_client)
        self.async_client: AsyncT = _made(async_client, _AsyncHasty, self.async_http_client)
        self._stubs: dict[str, BaseStub] = {}
        self._surprises: list[UnexpectedCallError] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.http_client.close()
        if kind is None and self._surprises:
            raise self._surprises[0].with_traceback(None)

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        if request.extensions["operation"].name == "token":  # that of OAuth 2, not one of the API
            return httpx2.Response(200, json={"access_token": "fake-token"})
        call = Call(request, self.client._state)
        self.calls.append(call)
        if call.name in self._stubs:
            return self._stubs[call.name]._answer(call)
        stubbed = get_close_matches(call.name, self._stubs, n=len(self._stubs) or 1, cutoff=0)
        raise self._surprise(
            f"{call} was called, and the test has not said what it answers.\n"
            f"Sent: {call.method} {call.url}\n"
            f"Stubbed, the nearest first: {', '.join(stubbed) or 'nothing'}\n"
            f"Say it before the call: fake.{call.name}.returns(...)"
        )

    def _surprise(self, message: str) -> UnexpectedCallError:
        self._surprises.append(UnexpectedCallError(message))
        return self._surprises[-1]


class _Hasty(SyncClient):
    async def _sleep(self, seconds: float) -> None:
        """Retry at once."""


class _AsyncHasty(AsyncClient):
    async def _sleep(self, seconds: float) -> None:
        """Retry at once."""


def _made(client: type[T], hasty: type, http_client: object) -> T:
    """Make a client of a class that never waits, with made-up credentials."""
    kind: Any = type(client.__name__, (hasty, client), {})
    names = [name for one in kind._settings.credentials for name in one.variables]
    given = {name: f"fake-{name}" for name in names} | dict.fromkeys(kind._settings.lifted, "1")
    return cast("T", kind(**given, base_url=_BASE_URL, http_client=http_client))


class BaseStub:
    """What one operation answers."""

    def __init__(self, fake: Fake[Any, Any], operation: Operation[Any]) -> None:
        self._fake = fake
        self._operation = operation
        self._package = fake.client._state.settings.package or ""
        self._answers: list[Answer] = []
        self._continues = False
        self._stays = True

    @property
    def calls(self) -> list[Call]:
        """The calls so far, as they were sent."""
        return [call for call in self._fake.calls if call.name == self._operation.name]

    @property
    def then(self) -> Self:
        """Let what is said next follow what was said before, instead of replacing it."""
        self._continues = True
        return self

    def raises(
        self, status: int, body: object = None, *, headers: Mapping[str, str] | None = None
    ) -> Self:
        """Answer with an error; its body is a model, JSON data, a text or bytes."""
        if status < _LEAST_ERROR:
            raise ValueError(f"{status} is not the status of an error")
        reply = Reply(str(status), _MEDIA_TYPES.get(type(body), "application/json"))
        return self._say(respond(reply, _content(reply, body, self._package), headers))

    def fails(self, error: httpx2.RequestError | None = None) -> Self:
        """Let no answer arrive: the connection is refused, or an `httpx2.ReadTimeout` comes."""
        reason = error or httpx2.ConnectError("the fake refuses connections")

        def fail(_: Call) -> httpx2.Response:
            raise reason

        return self._say(fail)

    def _say(self, *answers: Answer, stays: bool = True) -> Self:
        """Answer so from now on; where the last answer stays, it is that of all later calls."""
        self._answers = [*(self._answers if self._continues else ()), *answers]
        self._continues, self._stays = False, stays
        self._fake._stubs[self._operation.name] = self
        return self

    def _answer(self, call: Call) -> httpx2.Response:
        if not self._answers:
            raise self._fake._surprise(f"{call} was called once more than the test has answers.")
        is_last = self._stays and len(self._answers) == 1
        return (self._answers[0] if is_last else self._answers.pop(0))(call)

    def _success(
        self, value: object, status: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Write a value as the first of the document's answers that it fits."""
        problems = [f"{self._operation.name} does not answer {value!r}:"]
        for reply in _successes(self._operation, status):
            try:
                content = _content(reply, value, self._package)
            except (TypeError, ValueError) as error:
                kind = reply.media_type or "without a body"
                problems.append(f"  {reply.status} {kind}: {problem_text(error)}")
            else:
                return respond(reply, content, headers)
        raise TypeError("\n".join(problems))


class Stub(BaseStub, Generic[T]):
    """What an operation answers that returns `T`."""

    def __init__(self, fake: Fake[Any, Any], operation: Operation[T]) -> None:
        super().__init__(fake, operation)

    def returns(
        self,
        value: T | Mapping[str, Any],
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Answer with a value, or with what these fields make, under Python or JSON names."""
        return self._say(self._success(value, status, headers))

    def returns_each(self, *values: T | Mapping[str, Any]) -> Self:
        """Answer with one value after the other; a call after the last one is unexpected."""
        return self._say(*map(self._success, values), stays=False)


def respond(reply: Reply, content: bytes, headers: Mapping[str, str] | None = None) -> Answer:
    """Answer with these bytes, in the status and media type of a reply."""
    described = {} if reply.media_type is None else {"content-type": reply.media_type}
    shown = {**described, **(headers or {})}
    return lambda _: httpx2.Response(int(reply.status), headers=shown, content=content)


def _successes(operation: Operation[Any], status: int | None) -> list[Reply]:
    """Return the document's answers of a status, or of all that are no errors, as concrete ones."""
    wanted = ("2",) if status is None else (str(status), f"{status // 100}XX")
    named = [one for one in operation.responses if one.status.startswith(wanted)]
    found = named or [one for one in operation.responses if one.status == "default"]
    return [
        replace(one, status=str(status or one.status.replace("XX", "00").replace("default", "200")))
        for one in found or [Reply("default", "application/json")]
    ]


def _content(reply: Reply, value: object, package: str) -> bytes:
    media_type = reply.media_type
    if media_type is None:
        if value is not None:
            raise TypeError("only None fits")
        return b""
    if isinstance(value, str | bytes) and not is_json(media_type):
        return value.encode() if isinstance(value, str) else value
    if reply.type in (str, bytes) and not is_json(media_type):
        raise TypeError("only text or bytes fit")
    data = dump(package, Any if reply.type is None else reply.type, value)
    return json_text(data).encode()
