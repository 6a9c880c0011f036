"""Keys in headers, query parameters and cookies."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Literal

import httpx2

from .operation import Prepared, hidden_url
from .settings import Credential
from .values import percent_encode


@dataclass(frozen=True, slots=True)
class ApiKey(Credential):
    """A key in the header, query parameter or cookie `name`."""

    def __post_init__(self) -> None:
        if self.location == "query":
            logging.getLogger("httpx2").addFilter(_HideKeys(self.name))

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add the key."""
        (key,) = values
        request.secrets.append(key)
        if self.location == "header":
            request.headers[self.name] = key
        elif self.location == "cookie":
            own = request.headers.get("cookie")
            request.headers["cookie"] = "; ".join(filter(None, [own, f"{self.name}={key}"]))
        elif self.name not in request.url.params:
            pair = f"{percent_encode(self.name)}={percent_encode(key)}"
            query = b"&".join(filter(None, [request.url.query, pair.encode()]))
            request.url = request.url.copy_with(query=query)


@dataclass(frozen=True, slots=True)
class _HideKeys(logging.Filter):
    """Hides a key in the URLs that httpx2 logs."""

    name: str

    def _hides(self, name: str) -> bool:
        return name.lower() == self.name.lower()

    def filter(self, record: logging.LogRecord) -> Literal[True]:
        """Replace the value of the query parameter."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                hidden_url(part, self._hides) if isinstance(part, httpx2.URL) else part
                for part in record.args
            )
        return True
