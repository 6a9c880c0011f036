"""The operations of `client.answers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._operations import answers as operations
from .._runtime.streaming import AsyncStreamingResource, StreamingResource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from .._runtime.streaming import AsyncStream, Stream
    from .._runtime.values import NotGiven
    from ..models import Answer, AnswersProgressEvent, AnswersWordsEvent, Change, Log, Part


class Answers(StreamingResource):
    """Operations of `client.answers`."""

    @overload
    def create(self, *, text: str, stream: Literal[True]) -> Stream[Part]: ...
    @overload
    def create(
        self, *, text: str, stream: Literal[False] | NotGiven | None = NOT_GIVEN
    ) -> Answer: ...
    def create(
        self, *, text: str, stream: bool | NotGiven | None = NOT_GIVEN
    ) -> Stream[Part] | Answer:
        """Answer a question.

        Args:
            stream: Whether the answer comes in parts. Server default: `False`.

        Returns:
            The answer. A stream of events with `stream=True`: iterate over it, and close it or use
            it in `with`.
        """
        return self._call_or_stream(operations.CREATE, locals())

    def changes(self, id: str) -> Stream[Change]:
        """Watch the changes of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return self._stream(operations.CHANGES, locals())

    def logs(self, id: str) -> Stream[Log]:
        """Read the logs of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return self._stream(operations.LOGS, locals())

    def progress(self, id: str) -> Stream[AnswersProgressEvent]:
        """Watch the progress of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return self._stream(operations.PROGRESS, locals())

    def words(self, id: str) -> Stream[AnswersWordsEvent]:
        """Listen to the words of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return self._stream(operations.WORDS, locals())


class AsyncAnswers(AsyncStreamingResource):
    """Operations of `client.answers`."""

    @overload
    async def create(self, *, text: str, stream: Literal[True]) -> AsyncStream[Part]: ...
    @overload
    async def create(
        self, *, text: str, stream: Literal[False] | NotGiven | None = NOT_GIVEN
    ) -> Answer: ...
    async def create(
        self, *, text: str, stream: bool | NotGiven | None = NOT_GIVEN
    ) -> AsyncStream[Part] | Answer:
        """Answer a question.

        Args:
            stream: Whether the answer comes in parts. Server default: `False`.

        Returns:
            The answer. A stream of events with `stream=True`: iterate over it, and close it or use
            it in `with`.
        """
        return await self._call_or_stream(operations.CREATE, locals())

    async def changes(self, id: str) -> AsyncStream[Change]:
        """Watch the changes of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return await self._stream(operations.CHANGES, locals())

    async def logs(self, id: str) -> AsyncStream[Log]:
        """Read the logs of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return await self._stream(operations.LOGS, locals())

    async def progress(self, id: str) -> AsyncStream[AnswersProgressEvent]:
        """Watch the progress of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return await self._stream(operations.PROGRESS, locals())

    async def words(self, id: str) -> AsyncStream[AnswersWordsEvent]:
        """Listen to the words of an answer.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return await self._stream(operations.WORDS, locals())
