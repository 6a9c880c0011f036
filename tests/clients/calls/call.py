"""A row of the table: a call, the request that it must become, and its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from tests.clients.vendors import Vendor


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call with every argument that the operation has.

    `request` is the method and the raw target. `body` is JSON whose keys stand in the order in
    which they are sent, None where nothing is sent. `reply` is what the server answers,
    `result` what the caller gets: of a page its items, of an error a `Refused`.
    """

    vendor: Vendor
    method: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    request: str
    body: Any = None
    reply: Mapping[str, Any]
    result: Any

    def __str__(self) -> str:
        return f"{self.vendor.package}:{self.method}"

    @property
    def content(self) -> bytes:
        """The bytes of the body: compact JSON in UTF-8."""
        if self.body is None:
            return b""
        return json.dumps(self.body, ensure_ascii=False, separators=(",", ":")).encode()

    @property
    def headers(self) -> dict[str, str]:
        """All headers but those of the connection."""
        content = {} if self.body is None else {"content-type": "application/json"}
        return {**self.vendor.credentials, "accept": "application/json", **content}

    def on(self, client: Any) -> Any:
        """Make the call on a client, or on its view with raw responses."""
        return reduce(getattr, self.method.split("."), client)(**self.arguments)


@dataclass(frozen=True, slots=True)
class Refused:
    """The outcome of a call that the server refuses."""

    status_code: int
    body: Any
