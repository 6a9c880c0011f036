"""The operations of the clients, answering with status, headers and content beside the result."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import async_raw_response, raw_response

if TYPE_CHECKING:
    from .client import AsyncChatClient, ChatClient
    from .resources.answers import Answers, AsyncAnswers
    from .resources.news import AsyncNews, News
    from .resources.weather import AsyncWeather, Weather


class ChatClientWithRawResponse:
    """`ChatClient` with raw responses."""

    def __init__(self, client: ChatClient) -> None:
        self._client = client

    @cached_property
    def answers(self) -> AnswersWithRawResponse:
        return AnswersWithRawResponse(self._client.answers)

    @cached_property
    def news(self) -> NewsWithRawResponse:
        return NewsWithRawResponse(self._client.news)

    @cached_property
    def weather(self) -> WeatherWithRawResponse:
        return WeatherWithRawResponse(self._client.weather)


class AnswersWithRawResponse:
    """`Answers` with raw responses."""

    def __init__(self, resource: Answers) -> None:
        self._resource = resource
        self.create = raw_response(resource.create)


class NewsWithRawResponse:
    """`News` with raw responses."""

    def __init__(self, resource: News) -> None:
        self._resource = resource
        self.latest = raw_response(resource.latest)


class WeatherWithRawResponse:
    """`Weather` with raw responses."""

    def __init__(self, resource: Weather) -> None:
        self._resource = resource
        self.read = raw_response(resource.read)


class AsyncChatClientWithRawResponse:
    """`AsyncChatClient` with raw responses."""

    def __init__(self, client: AsyncChatClient) -> None:
        self._client = client

    @cached_property
    def answers(self) -> AsyncAnswersWithRawResponse:
        return AsyncAnswersWithRawResponse(self._client.answers)

    @cached_property
    def news(self) -> AsyncNewsWithRawResponse:
        return AsyncNewsWithRawResponse(self._client.news)

    @cached_property
    def weather(self) -> AsyncWeatherWithRawResponse:
        return AsyncWeatherWithRawResponse(self._client.weather)


class AsyncAnswersWithRawResponse:
    """`AsyncAnswers` with raw responses."""

    def __init__(self, resource: AsyncAnswers) -> None:
        self._resource = resource
        self.create = async_raw_response(resource.create)


class AsyncNewsWithRawResponse:
    """`AsyncNews` with raw responses."""

    def __init__(self, resource: AsyncNews) -> None:
        self._resource = resource
        self.latest = async_raw_response(resource.latest)


class AsyncWeatherWithRawResponse:
    """`AsyncWeather` with raw responses."""

    def __init__(self, resource: AsyncWeather) -> None:
        self._resource = resource
        self.read = async_raw_response(resource.read)
