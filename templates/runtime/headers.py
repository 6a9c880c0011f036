"""Parameters in headers and cookies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .operation import Draft, Parameter, Style
from .values import check_header


@dataclass(frozen=True, slots=True)
class Header(Parameter):
    """A parameter in a header, unescaped."""

    style: Style = "simple"
    explode: bool = False

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value."""
        if parts := self.parts(value, str):
            draft.headers[self.name.lower()] = check_header(self.python_name, ",".join(parts))


class Cookie(Parameter):
    """A parameter in the cookies."""

    __slots__ = ()

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value to the cookies that there are."""
        own = draft.headers.get("cookie")
        if parts := self.parts(value):
            draft.headers["cookie"] = "; ".join([own, *parts] if own else parts)
