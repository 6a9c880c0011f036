"""Request bodies; JSON is written here, each other kind in a module of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Protocol, TypeAlias

from .models import dump
from .parameters import Style
from .types import NOT_GIVEN
from .values import json_text, plain


class Chunks(Protocol):
    """A body that is read while it is sent, by a client of either kind."""

    @property
    def replayable(self) -> bool:
        """Whether it can be sent a second time."""
        ...

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class Payload:
    """A body as it is sent, with the headers that describe it, named in lower case."""

    content: bytes | Chunks = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Encodes(Protocol):
    """The body of an operation, or several to choose from."""

    def encode(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the arguments of a call that are no parameters."""
        ...


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is written."""

    content_type: str | None = None
    style: Style | None = None
    explode: bool = True
    allow_reserved: bool = False


def text_payload(text: str, media_type: str) -> Payload:
    """Return a text as a body."""
    return Payload(text.encode(), {"content-type": media_type})


def plain_data(body: Body, value: Any, package: str) -> Any:
    """Return a value as JSON data under its wire names, validated where the body has a model."""
    return plain(value) if body.model is None else dump(package, body.model, value)


def write_json(body: Body, value: Any, package: str) -> Payload:
    """Write a value as JSON."""
    return text_payload(json_text(plain_data(body, value, package)), body.media_type)


Write: TypeAlias = "Callable[[Body, Any, str], Payload]"
"""Writes a value as the body of a request; the text is the package of the models."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body; `model` is a name in `models`, a type, or None: any."""

    media_type: str
    model: object = None
    _: KW_ONLY
    required: bool = True
    encoding: Mapping[str, Encoding] = field(default_factory=dict)
    write: Write = write_json


class Whole(Body):
    """A body given as the argument `body`."""

    __slots__ = ()

    def encode(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the body; without a value there is none."""
        value = arguments.get("body", NOT_GIVEN)
        return Payload() if value is NOT_GIVEN else self.write(self, value, package)


class Fields(Body):
    """A body whose fields are the arguments that are no parameters."""

    __slots__ = ()

    def encode(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the fields: without one `{}` where there must be a body, else none."""
        is_sent = arguments or self.required
        return self.write(self, dict(arguments), package) if is_sent else Payload()
