"""Parameters in headers and cookies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .operation import Prepared, Query, write_text
from .values import Encode, check_header


@dataclass(frozen=True, slots=True)
class Header(Query):
    """A parameter in a header, unescaped."""

    write: Callable[[str, Any, Encode], list[str]] = write_text

    def add(self, request: Prepared[Any], value: Any) -> None:
        """Add a value."""
        if parts := self.parts(value, str):
            request.headers[self.name] = check_header(self.python_name, parts[0])


class Cookie(Query):
    """A parameter in the cookies."""

    def add(self, request: Prepared[Any], value: Any) -> None:
        """Add a value to the cookies that there are."""
        own = request.headers.get("cookie")
        if parts := self.parts(value):
            request.headers["cookie"] = "; ".join([own, *parts] if own else parts)
