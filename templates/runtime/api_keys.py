"""Keys in headers, query parameters and cookies."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Literal

import httpx2

from .credentials import Credential
from .logs import hidden_url
from .parameters import Draft
from .values import percent_encode


@dataclass(frozen=True, slots=True)
class ApiKey(Credential):
    """A key in the header, query parameter or cookie `name`."""

    def __post_init__(self) -> None:
        if self.location == "query":
            logging.getLogger("httpx2").addFilter(_HideKeys(self.name))

    def add(self, draft: Draft, *values: str) -> None:
        """Add the key."""
        (key,) = values
        draft.secrets.append(key)
        if self.location == "header":
            draft.headers[self.name.lower()] = key
        elif self.location == "cookie":
            draft.cookies.append(f"{self.name}={key}")
        else:
            draft.query.append(f"{percent_encode(self.name)}={percent_encode(key)}")
            draft.secrets.append(percent_encode(key))


@dataclass(frozen=True, slots=True)
class _HideKeys(logging.Filter):
    """Hides a key in the URLs that httpx2 logs."""

    name: str

    def filter(self, record: logging.LogRecord) -> Literal[True]:
        """Replace the value of the query parameter."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                hidden_url(part, {self.name.lower()}) if isinstance(part, httpx2.URL) else part
                for part in record.args
            )
        return True
