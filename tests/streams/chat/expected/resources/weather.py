"""The operations of `client.weather`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._operations import weather as operations
from .._runtime.streaming import AsyncStreamingResource, StreamingResource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from .._runtime.streaming import AsyncStream, Stream
    from .._runtime.values import NotGiven
    from ..models import Part, WeatherReadResponse


class Weather(StreamingResource):
    """Operations of `client.weather`."""

    @overload
    def read(self, *, stream: Literal[True]) -> Stream[Part]: ...
    @overload
    def read(self, *, stream: Literal[False] | NotGiven = NOT_GIVEN) -> WeatherReadResponse: ...
    def read(self, *, stream: bool | NotGiven = NOT_GIVEN) -> Stream[Part] | WeatherReadResponse:
        """Read the weather.

        Returns:
            A stream of events with `stream=True`: iterate over it, and close it or use it in
            `with`.
        """
        return self._call_or_stream(operations.READ, locals())


class AsyncWeather(AsyncStreamingResource):
    """Operations of `client.weather`."""

    @overload
    async def read(self, *, stream: Literal[True]) -> AsyncStream[Part]: ...
    @overload
    async def read(
        self, *, stream: Literal[False] | NotGiven = NOT_GIVEN
    ) -> WeatherReadResponse: ...
    async def read(
        self, *, stream: bool | NotGiven = NOT_GIVEN
    ) -> AsyncStream[Part] | WeatherReadResponse:
        """Read the weather.

        Returns:
            A stream of events with `stream=True`: iterate over it, and close it or use it in
            `with`.
        """
        return await self._call_or_stream(operations.READ, locals())
