"""Answers whose status and headers are there while their body still comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx2

from .response import RawResponse


class OpenAnswer:
    """Status and headers of an answer; without a response its body was read already."""

    def __init__(self, raw: RawResponse[Any], response: httpx2.Response | None) -> None:
        self._raw = raw
        self._response = response

    def __repr__(self) -> str:
        state = "open" if self._response and not self._response.is_closed else "closed"
        request = self.http_request
        return f"<{type(self).__name__} {request.method} {request.url.path} {state}>"

    @property
    def status_code(self) -> int:
        """The status of the answer."""
        return self._raw.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers of the answer."""
        return self._raw.headers

    @property
    def elapsed(self) -> timedelta:
        """How long it took until the headers were there."""
        return self._raw.elapsed

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, if it gave one."""
        return self._raw.request_id

    @property
    def http_request(self) -> httpx2.Request:
        """The request that was answered, with its credentials replaced."""
        return self._raw.http_request
