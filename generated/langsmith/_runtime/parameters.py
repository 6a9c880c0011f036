"""Parameters: what the document says about them, and where their values go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Literal, TypeAlias

from .values import Encode, check_header, percent_encode, plain, scalar_text

Style = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"
]


@dataclass(frozen=True, slots=True)
class Draft:
    """A request in the making: parameters, credentials and the body add to it what they are.

    `query` and `cookies` have pairs as they are sent, `headers` have names in lower case;
    `secrets` are the texts that nobody may read. What has to be waited for is added `late`.
    """

    headers: dict[str, str]
    path: dict[str, str] = field(default_factory=dict)
    query: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    late: list[Late] = field(default_factory=list)


Late: TypeAlias = "Callable[[Any, Collection[str]], Generator[Any, Any, Draft]]"
"""Steps that give credentials: for a request, and other ones than the secrets it was refused with."""


def write_scalar(parameter: Parameter, value: Any, encode: Encode) -> list[str]:
    """Write one plain value; lists and objects are left to `styles`."""
    text = encode(scalar_text(value))
    return [text if parameter.style == "simple" else f"{encode(parameter.name)}={text}"]


Write: TypeAlias = "Callable[[Parameter, Any, Encode], list[str]]"
"""Writes plain data as the parts that the style's separator joins."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter under its Python name and, where that differs, its name on the wire.

    `keys` are the same of an object's fields.
    """

    python_name: str
    wire_name: str = ""
    _: KW_ONLY
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    content_type: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    write: Write = write_scalar

    @property
    def name(self) -> str:
        """The name on the wire."""
        return self.wire_name or self.python_name

    def parts(self, value: Any, encode: Encode = percent_encode) -> list[str]:
        """Write a value; `None` is left out, having no form outside of JSON."""
        return [] if value is None else self.write(self, plain(value), encode)


@dataclass(frozen=True, slots=True)
class Path(Parameter):
    """A parameter in the path."""

    style: Style = "simple"
    explode: bool = False

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value; one that leaves nothing in the path is a ValueError."""
        prefix = {"label": ".", "matrix": ";"}.get(self.style, "")
        text = (prefix or ",").join(self.parts(value))
        if not text:
            raise ValueError(f"path parameter {self.python_name!r} must not be {value or 'empty'}")
        draft.path[self.name] = prefix + text


@dataclass(frozen=True, slots=True)
class Query(Parameter):
    """A parameter in the query."""

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value."""
        draft.query.extend(self.parts(value))


@dataclass(frozen=True, slots=True)
class Header(Parameter):
    """A parameter in a header."""

    style: Style = "simple"
    explode: bool = False

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value, unescaped."""
        parts = self.parts(value, str)
        if parts:
            draft.headers[self.name.lower()] = check_header(self.python_name, ",".join(parts))


@dataclass(frozen=True, slots=True)
class Cookie(Parameter):
    """A parameter in the cookies."""

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value."""
        draft.cookies.extend(self.parts(value))
