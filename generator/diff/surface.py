"""What callers of a generated client see, and how it travels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.document import Document


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """An argument of a method or of the client's constructor."""

    name: str
    annotation: str
    is_required: bool
    is_positional: bool
    default: str | None
    """What the server takes where the argument is left out, as the documentation tells."""
    is_deprecated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """One way to call a method; a method without overloads has one."""

    text: str
    arguments: tuple[Argument, ...]
    result: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """A method under the place where callers find it: `insights.list`."""

    call: str
    signatures: tuple[Signature, ...]
    is_deprecated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A field of a model under its two names."""

    name: str
    wire_name: str
    annotation: str
    is_required: bool
    default: str | None
    is_deprecated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """A class with its fields."""

    fields: Mapping[str, Field]


@dataclass(frozen=True, kw_only=True, slots=True)
class Alias:
    """A name for another type: an enum, a union, an array."""

    annotation: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Constants:
    """A class that names the values of an enum, as Python writes them."""

    values: Mapping[str, str]


Definition = Model | Alias | Constants


@dataclass(frozen=True, kw_only=True, slots=True)
class WireParameter:
    """A parameter as it travels; `text` is all there is to know of it."""

    location: str
    wire_name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Wire:
    """How one operation travels."""

    method: str
    path: str
    parameters: Mapping[str, WireParameter]
    body_media_type: str | None
    body_model: str | None
    replies: Mapping[tuple[str, str | None], str | None]
    """Types by status and media type."""
    security: tuple[frozenset[str], ...]
    rest: Mapping[str, str]
    """What else is told of it: pages, streams, servers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """How a credential travels, and the environment variable that it is taken from."""

    sent: str
    environment: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientClass:
    """The synchronous or the asynchronous client: its constructor and all its methods."""

    name: str
    methods: Mapping[str, Method]
    """By call; the constructor has the name of the class."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """A generated client, read without running it."""

    title: str
    version: str
    document_sha256: str
    clients: tuple[ClientClass, ...]
    models: Mapping[str, Definition]
    former: Mapping[str, str]
    """Names that models had before, with the names that they have now."""
    pointers: Mapping[str, str]
    """Where in the document a model comes from, by class name."""
    exports: frozenset[str]
    views: frozenset[str]
    """Properties of the client that give the same operations, answering in another way."""
    wires: Mapping[str, Wire]
    settings: Mapping[str, str]
    """Of the client: base URL and the like, as Python writes them."""
    credentials: Mapping[str, Credential]
    """By the constructor's argument."""
    aliases: Mapping[str, str]
    """Annotations that the runtime has a name for, by that name."""
    document: Document | None = None
    """What the client was made from, where it is at hand."""
