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


def write_json(body: Body, value: Any, package: str) -> Payload:
    """Write a value as JSON."""
    data = plain(value) if body.model is None else dump(package, body.model, value)
    return text_payload(json_text(data), body.media_type)


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


class Fields(Body):
    """A body whose fields are the arguments that are no parameters."""

    __slots__ = ()


class Whole(Body):
    """A body given as the argument `body`."""

    __slots__ = ()


def encode_body(body: Body | None, arguments: Mapping[str, Any], package: str) -> Payload:
    """Write the arguments of a call that are no parameters as the operation's body.

    An object that must be sent and has no field is `{}`; an optional body without a field, or
    without a value, is no body at all.
    """
    match body:
        case Fields(required=required) if arguments or required:
            return body.write(body, dict(arguments), package)
        case Whole() if arguments.get("body", NOT_GIVEN) is not NOT_GIVEN:
            return body.write(body, arguments["body"], package)
        case _:
            return Payload()
