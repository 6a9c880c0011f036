"""The operations of `client.news`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._operations import news as operations
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from httpx2 import ServerSentEvent

    from .._runtime.streaming import AsyncStream, Stream
    from ..models import Part


class News(StreamingResource):
    """Operations of `client.news`."""

    def listen(self) -> Stream[ServerSentEvent]:
        """Listen to the news.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return self._stream(operations.LISTEN, locals())

    def latest(self) -> Part:
        """Read the latest news."""
        return self._call(operations.LATEST, locals())


class AsyncNews(AsyncStreamingResource):
    """Operations of `client.news`."""

    async def listen(self) -> AsyncStream[ServerSentEvent]:
        """Listen to the news.

        Returns:
            A stream of events: iterate over it, and close it or use it in `with`.
        """
        return await self._stream(operations.LISTEN, locals())

    async def latest(self) -> Part:
        """Read the latest news."""
        return await self._call(operations.LATEST, locals())
