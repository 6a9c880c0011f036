"""The operations of `client.answers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._operations import answers as operations
from .._runtime.streaming import AsyncStreamingResource, StreamingResource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from .._runtime.streaming import AsyncStream, Stream
    from .._runtime.values import NotGiven
    from ..models import Answer, Part


class Answers(StreamingResource):
    """Operations of `client.answers`."""

    @overload
    def ask(self, *, text: str, stream: Literal[True] | NotGiven = NOT_GIVEN) -> Stream[Part]: ...
    @overload
    def ask(self, *, text: str, stream: Literal[False]) -> Answer: ...
    def ask(self, *, text: str, stream: bool | NotGiven = NOT_GIVEN) -> Stream[Part] | Answer:
        """Send `POST /answers`.

        Args:
            stream: Server default: `True`.

        Returns:
            The answer. A stream of events unless `stream=False`: iterate over it, and close it or
            use it in `with`.
        """
        return self._call_or_stream(operations.ASK, locals())

    @overload
    def latest(self, *, stream: Literal[True] | NotGiven | None = NOT_GIVEN) -> Stream[Part]: ...
    @overload
    def latest(self, *, stream: Literal[False]) -> Answer: ...
    def latest(self, *, stream: bool | NotGiven | None = NOT_GIVEN) -> Stream[Part] | Answer:
        """Send `GET /answers/latest`.

        Args:
            stream: Server default: `True`.

        Returns:
            The answer. A stream of events unless `stream=False`: iterate over it, and close it or
            use it in `with`.
        """
        return self._call_or_stream(operations.LATEST, locals())


class AsyncAnswers(AsyncStreamingResource):
    """Operations of `client.answers`."""

    @overload
    async def ask(
        self, *, text: str, stream: Literal[True] | NotGiven = NOT_GIVEN
    ) -> AsyncStream[Part]: ...
    @overload
    async def ask(self, *, text: str, stream: Literal[False]) -> Answer: ...
    async def ask(
        self, *, text: str, stream: bool | NotGiven = NOT_GIVEN
    ) -> AsyncStream[Part] | Answer:
        """Send `POST /answers`.

        Args:
            stream: Server default: `True`.

        Returns:
            The answer. A stream of events unless `stream=False`: iterate over it, and close it or
            use it in `with`.
        """
        return await self._call_or_stream(operations.ASK, locals())

    @overload
    async def latest(
        self, *, stream: Literal[True] | NotGiven | None = NOT_GIVEN
    ) -> AsyncStream[Part]: ...
    @overload
    async def latest(self, *, stream: Literal[False]) -> Answer: ...
    async def latest(
        self, *, stream: bool | NotGiven | None = NOT_GIVEN
    ) -> AsyncStream[Part] | Answer:
        """Send `GET /answers/latest`.

        Args:
            stream: Server default: `True`.

        Returns:
            The answer. A stream of events unless `stream=False`: iterate over it, and close it or
            use it in `with`.
        """
        return await self._call_or_stream(operations.LATEST, locals())
